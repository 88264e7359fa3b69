"""What the rules are asked: single claims, pairs and lists of claims, links, passages and table texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from explain_check.model.balance import BalanceCase
from explain_check.model.case import (
    CellCase,
    ChangeCase,
    ChangeSumCase,
    ReadingCase,
    RemarkCase,
    RepeatCase,
    ShareList,
    SumCase,
    TotalsCase,
    WordingCase,
)
from explain_check.model.claim import (
    ChangeClaim,
    Claim,
    Direction,
    ExecutionClaim,
    LevelClaim,
    Link,
    Printed,
    Recomputation,
    ShareClaim,
    printed_figures,
)
from explain_check.model.document import Document, Row
from explain_check.model.figure import Figure
from explain_check.model.slips import slip_to
from explain_check.model.text import Location, Passage, Place
from explain_check.pipeline.reading import find_unread
from explain_check.pipeline.sums import find_sums, find_totals
from explain_check.reconcile.change_sums import find_change_sums
from explain_check.reconcile.document import reconcile_tables
from explain_check.reconcile.joint import all_impossible
from explain_check.structure.fold import squeeze

Case = (
    BalanceCase
    | SumCase
    | TotalsCase
    | ChangeCase
    | ChangeSumCase
    | RepeatCase
    | ShareClaim
    | ShareList
    | ExecutionClaim
    | Link
    | WordingCase
    | CellCase
    | RemarkCase
    | ReadingCase
)
_LONG_TEXT = 24
#: An amount of so many digits does not stand twice by chance.
_TELLING = 4
#: Where nothing is wrong there is no place to show.
_NOWHERE = Place(quote="", location=Location(section="", page=None, start=0, end=0))
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def build_cases(
    document: Document, claims: Sequence[Claim], recomputed: Mapping[str, Recomputation], links: Mapping[str, Link]
) -> Iterator[Case]:
    """Yield every case of a document, in a fixed order."""
    changes = [claim for claim in claims if isinstance(claim, ChangeClaim)]
    levels = [claim for claim in claims if isinstance(claim, LevelClaim)]
    change_sums = tuple(find_change_sums(changes, levels))
    beside = all_impossible(change_sums)
    for claim in changes:
        others = beside.get(claim.id, ())
        yield ChangeCase(claim=claim, recomputed=recomputed[claim.id], year=document.year, kind=document.kind, beside=others)
    yield from change_sums
    yield from _repeats(changes)
    shares = [claim for claim in claims if isinstance(claim, ShareClaim)]
    yield from shares
    yield from _share_lists(shares)
    yield from (claim for claim in claims if isinstance(claim, ExecutionClaim))
    yield from find_sums(levels)
    yield from find_totals(levels)
    yield from _distinct_links(links)
    for section in document.sections:
        for passage in section.passages:
            yield WordingCase(passage=passage, year=document.year)
    yield from reconcile_tables(document.tables, (printed.figure for claim in claims for printed in printed_figures(claim)))
    yield from _table_texts(document)
    yield from find_unread(document)
    yield from (RemarkCase(table=table, passage=table.remark) for table in document.tables if table.remark is not None)


def case_place(case: Case) -> tuple[str | None, Place, str]:
    """Return the claim's id, the place of a finding and the words that identify it."""
    claim = _main_claim(case)
    if claim is not None:
        return claim.id, claim.place, claim.account
    match case:
        case ShareList():
            return case.shares[0].id, case.shares[0].place, case.shares[0].whole_subject
        case SumCase():
            return case.parts[0].id, case.whole.place, case.whole_subject
        case BalanceCase():
            place = (case.repairs[0].cell if case.repairs else case.breaches[0].total).place if case.breaches else _NOWHERE
            return None, place, place.quote
        case WordingCase() | CellCase() | RemarkCase():
            place = case.passage.place(0, len(case.passage.text))
            return None, place, place.quote
        case ReadingCase():
            return None, case.place, case.detail
        case _:
            return case.id, case.place, case.subject  # type: ignore[union-attr]


def _main_claim(case: Case) -> LevelClaim | ChangeClaim | None:
    """Return the statement that a case is about, None for a case of another kind."""
    match case:
        case ChangeCase() | Link():
            return case.claim
        case ChangeSumCase():
            return case.whole[0]
        case RepeatCase():
            return case.second
        case TotalsCase():
            return case.income
        case _:
            return None


def _distinct_links(links: Mapping[str, Link]) -> Iterator[Link]:
    """Yield the links; an amount that a level and a change share is asked about once, for the change."""
    asked: set[tuple[int, int]] = set()
    for link in sorted(links.values(), key=lambda link: (not isinstance(link.claim, ChangeClaim), link.claim.id)):
        if link.claim.current is None:
            continue
        where = link.claim.current.place.location
        if (where.start, where.end) not in asked:
            asked.add((where.start, where.end))
            yield link


def _repeats(changes: Sequence[ChangeClaim]) -> Iterator[RepeatCase]:
    """Yield pairs that state the same change twice: same account and base year, and at least two of their figures the same."""
    by_account: dict[tuple[str, int | None], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.direction is not Direction.UNCHANGED and claim.current is not None:
            by_account[claim.account, claim.base.year].append(claim)
    for group in by_account.values():
        for i, first in enumerate(group):
            for second in group[i + 1 :]:
                if _agreeing(first, second) >= (1 if _is_one_scope(first, second) else 2):
                    yield RepeatCase(first=first, second=second)
    yield from _echoes(changes)


def _echoes(changes: Sequence[ChangeClaim]) -> Iterator[RepeatCase]:
    """Yield statements on two accounts of one amount (收支总计, 一般公共预算) whose changes differ by a single slip only."""
    by_amount: dict[tuple[str, Decimal, int | None, Direction], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.current is not None and claim.amount is not None and len(claim.current.figure.value.as_tuple().digits) >= _TELLING:
            by_amount[claim.unit, claim.current.figure.value, claim.base.year, claim.direction].append(claim)
    for group in by_amount.values():
        for first, second in combinations(group, 2):
            if first.account != second.account and first.amount and second.amount:
                one, other = first.amount.figure, second.amount.figure
                if one.value != other.value and slip_to(other.value, one.interval_in(other.unit)) is not None:
                    yield RepeatCase(first=first, second=second)


def _is_one_scope(first: ChangeClaim, second: ChangeClaim) -> bool:
    """Whether two statements about an account, with the same amount, must speak of the same: one section, or 三公经费."""
    if first.current is None or second.current is None or not _same(first.current.figure, second.current.figure):
        return False
    return first.scope == second.scope or first.account in (
        "三公经费",
        "公务接待费",
        "因公出国(境)费",
        "公务用车购置费",
        "公务用车运行维护费",
    )


def _agreeing(first: ChangeClaim, second: ChangeClaim) -> int:
    pairs = ((first.current, second.current), (first.amount, second.amount), (first.rate, second.rate))
    return sum(one is not None and other is not None and _same(one.figure, other.figure) for one, other in pairs)


def _same(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and one.value == other.value


def _share_lists(shares: Sequence[ShareClaim]) -> Iterator[ShareList]:
    """Yield the shares of each list; it is complete where its parts make the whole."""
    lists: dict[str, list[ShareClaim]] = defaultdict(list)
    for share in shares:
        lists[share.list_id].append(share)
    for listed in lists.values():
        if len(listed) > 1 and listed[0].whole is not None:
            yield ShareList(shares=tuple(listed), is_complete=_makes_whole([share.part for share in listed], listed[0].whole))


def _makes_whole(parts: Sequence[Printed], whole: Printed) -> bool:
    total = sum((part.figure.value_in("元") for part in parts), start=Decimal(0))
    slack = sum((part.figure.half * part.figure.factor_to("元") for part in (*parts, whole)), start=Decimal(0))
    return abs(total - whole.figure.value_in("元")) <= slack


def _table_texts(document: Document) -> Iterator[CellCase | WordingCase]:
    """Yield the texts in tables, each wording once: labels as cells, long ones (goals, bases of projects) as passages."""
    tables = sorted(document.tables, key=lambda table: table.start)
    at = 0
    seen: set[str] = set()
    for block in document.source.blocks:
        if not isinstance(block, Row):
            continue
        for piece in block.cells:
            if piece.text in seen or not _CHINESE.search(piece.text):
                continue
            seen.add(piece.text)
            while at + 1 < len(tables) and tables[at + 1].start <= piece.offsets[0]:
                at += 1
            text, printed, offsets = squeeze(piece.text, piece.offsets)
            caption = tables[at].caption if tables else ""
            passage = Passage(text=text, printed=printed, offsets=offsets, section=caption, page=block.page)
            if len(text) > _LONG_TEXT:
                yield WordingCase(passage=passage, year=document.year)
            elif tables:
                yield CellCase(table=tables[at], passage=passage)
