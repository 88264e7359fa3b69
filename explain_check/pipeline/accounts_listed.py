"""Lists of economic items behind an amount: 人员经费2152.26万元，主要包括：基本工资、津贴补贴…"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial, reduce
from operator import add

from explain_check.lexicon import senses
from explain_check.model.case import AccountsCase
from explain_check.model.claim import TableCell
from explain_check.model.figure import Figure, Interval
from explain_check.model.table import Table
from explain_check.model.text import Passage, Place, Section
from explain_check.numerals import read_mentions
from explain_check.structure.fold import squeezed

#: 人员经费2152.26万元,主要包括:基本工资、…、退休费; | 日常公用经费支出6.5万元,主要用于办公费、差旅费等。
_LIST = re.compile(
    r"(?:人员|公用)(?:经费|支出)(?:支出)?为?(?P<amount>[\d,.]+ ?万?元),?(?:主要)?(?:包括|用于|包含|有)(?:了|支付)?:?"
    r"(?P<names>[^。;:]{4,600})(?=[。;])"
)
_NAME = re.compile(r"(?!等)[^、,等]+")
_AND = re.compile(r"以?[和及]")
_TABLE_KIND, _ITEM = "general_budget_basic", re.compile(r"3\d{4}")
#: The classes (类) of what is paid to people; the others are paid for things.
_STAFF = ("301", "303")


def find_accounts_listed(sections: Sequence[Section], tables: Sequence[Table]) -> Iterator[AccountsCase]:
    """Yield each list of economic items with the cells that make up its amount: those of a column, in one kind of spending."""
    totals = cache(partial(_totals, tables))  # each list asks for them
    for section in sections:
        for passage in section.passages:
            for found in _LIST.finditer(passage.text) if "经费" in passage.text else ():
                amount = next(read_mentions(found["amount"]), None)
                if amount is not None:
                    anchor = passage.part(*found.span()).anchor
                    yield AccountsCase(
                        anchor=anchor,
                        listed=tuple(_listed(passage, *found.span("names"))),
                        held=_held(totals(amount.figure.unit), amount.figure),
                    )


def _listed(passage: Passage, start: int, end: int) -> Iterator[tuple[Place, str]]:
    """Yield the place of each name of a list with its code; what stands behind 等 ends it."""
    codes = senses("economic_items")
    for found in _NAME.finditer(passage.text, start, end):
        for one, other in _names(found.group(), codes):
            place = passage.place(found.start() + one, found.start() + other)
            yield place, codes.get(squeezed(passage.text[found.start() + one : found.start() + other]), "")
        if passage.text.startswith("等", found.end()):
            return


def _names(text: str, codes: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Yield the span of a name, or of both where 和 joins two items (办公设备购置和专用设备购置); 其他商品和服务支出 is one."""
    joint = next((m for m in _AND.finditer(text) if {squeezed(text[: m.start()]), squeezed(text[m.end() :])} <= codes.keys()), None)
    if joint is None or squeezed(text) in codes:
        yield 0, len(text)
    else:
        yield from ((0, joint.start()), (joint.end(), len(text)))


def _held(totals: Sequence[tuple[Interval, tuple[TableCell, ...]]], amount: Figure) -> tuple[TableCell, ...]:
    """Return the first cells that add up to an amount, none where no group does."""
    return next((group for total, group in totals if total.overlaps(amount.interval)), ())


def _totals(tables: Sequence[Table], unit: str) -> list[tuple[Interval, tuple[TableCell, ...]]]:
    """Return the cells of items of each column with what they make up: all, those for people, and those for things."""
    return [(_total(group, unit), group) for table in tables if table.kind == _TABLE_KIND for group in _groups(table) if group]


def _groups(table: Table) -> Iterator[tuple[TableCell, ...]]:
    columns: dict[str, list[TableCell]] = defaultdict(list)
    for cell in table.cells:
        if cell.figure is not None and cell.figure.is_money and cell.figure.value and _ITEM.fullmatch(cell.code):
            columns[cell.column_label].append(TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell))
    for places in columns.values():
        yield tuple(places)
        yield tuple(place for place in places if place.cell.code.startswith(_STAFF))
        yield tuple(place for place in places if not place.cell.code.startswith(_STAFF))


def _total(places: Sequence[TableCell], unit: str) -> Interval:
    return reduce(add, (place.cell.figure.interval_in(unit) for place in places if place.cell.figure is not None))
