"""Find the cells that hold the amounts of the prose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from explain_check.extract.subjects import is_account
from explain_check.link.labels import TOTAL_LABELS, is_total_row, label_account, plain_label
from explain_check.link.matching import THREE_PUBLIC, must_hold, names_fact
from explain_check.model.claim import ChangeClaim, Claim, LevelClaim, TableCell
from explain_check.model.figure import MONEY_UNITS, Figure
from explain_check.model.link import Link, LinkStatus
from explain_check.model.table import Table

_OTHER_MATTERS = re.compile(r"结转|绩效|采购|资产|上年")
_MOST_CELLS = 12
#: Where an account's whole amount must stand, by kind of table.
KINDS_FOR = {
    "基本支出": ("expenditure", "general_budget_expenditure"),
    "项目支出": ("expenditure", "general_budget_expenditure"),
    "人员经费": ("general_budget_basic",),
    "公用经费": ("general_budget_basic",),
    "一般公共预算支出": ("general_budget_expenditure",),
    "机关运行经费": ("operating_cost",),
    "收入总计": ("income_expenditure",),
    "支出总计": ("income_expenditure",),
    "收支总计": ("income_expenditure",),
    "财政拨款收支总计": ("fiscal_income_expenditure",),
    "预算安排规模": ("project", "general_budget_project"),
}


class CellIndex:
    """All money cells of a document by amount in 元."""

    def __init__(self, tables: Iterable[Table], entity: str) -> None:
        """Sort the cells once, and group them by what they may be asked for."""
        self.kinds = {table.id: table.kind for table in tables}
        cells = [
            TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell)
            for table in tables
            if table.unit in MONEY_UNITS
            for cell in table.cells
            if cell.figure is not None and cell.figure.is_money
        ]
        self.cells = sorted(cells, key=_yuan)
        self._by_label: dict[str, list[TableCell]] = defaultdict(list)
        self._by_account: dict[str, list[TableCell]] = defaultdict(list)
        self._totals: list[TableCell] = []
        self._totals_by_kind: dict[str, list[TableCell]] = defaultdict(list)
        self._three_public = [place for place in cells if self.kinds[place.table] == "three_public"]
        for place in cells:
            self._by_label[plain_label(place.cell.row_label)].append(place)
            self._by_account[label_account(place.cell.row_label)].append(place)
            if plain_label(place.cell.row_label) in TOTAL_LABELS or is_total_row(place.cell, entity):
                self._totals.append(place)
                self._totals_by_kind[self.kinds[place.table]].append(place)
        self.values = [_yuan(place) for place in self.cells]
        self._halves = [place.cell.figure.half * MONEY_UNITS[place.cell.figure.unit] for place in self.cells if place.cell.figure]
        self.margin = max(
            (place.cell.figure.half * MONEY_UNITS[place.cell.figure.unit] for place in cells if place.cell.figure), default=Decimal(0)
        )

    def holding(self, figure: Figure) -> list[TableCell]:
        """Return the cells that print the same amount, rounded or not, in the order of the tables."""
        value, half = figure.value_in("元"), figure.half * figure.factor_to("元")
        reach = max(half, self.margin)
        first, last = bisect_left(self.values, value - reach), bisect_right(self.values, value + reach)
        same = [
            place
            for place, other, other_half in zip(self.cells[first:last], self.values[first:last], self._halves[first:last], strict=True)
            if abs(value - other) <= (max(half, other_half) if half != other_half else 0)
        ]
        return sorted(same, key=lambda place: (place.table, place.cell.row, place.cell.column))

    def candidates(self, claim: LevelClaim | ChangeClaim) -> list[TableCell]:
        """Return the cells that could have to hold a claim's fact."""
        if "/" in claim.subject:
            return self._by_label.get(claim.account, [])
        if claim.account in THREE_PUBLIC:
            return self._three_public
        return [place for kind in KINDS_FOR.get(claim.account, ()) for place in self._totals_by_kind.get(kind, ())]

    def named(self, claim: LevelClaim | ChangeClaim, entity: str) -> list[TableCell]:
        """Return the cells whose labels name a claim's account, whatever they hold."""
        places = [*self._by_account.get(claim.account, []), *self._totals]
        return [place for place in places if names_fact(claim, place, self.kinds[place.table], entity)]


def _yuan(place: TableCell) -> Decimal:
    assert place.cell.figure is not None
    return place.cell.figure.value_in("元")


def is_same_amount(one: Figure, other: Figure) -> bool:
    """Whether the finer of two printed amounts rounds to the coarser one."""
    one_half, other_half = one.half * one.factor_to("元"), other.half * other.factor_to("元")
    return abs(one.value_in("元") - other.value_in("元")) <= (max(one_half, other_half) if one_half != other_half else 0)


def link_claims(claims: Sequence[Claim], tables: Sequence[Table], entity: str, year: int | None, kind: str) -> dict[str, Link]:
    """Return the link of each level and change claim with an amount of this year, by claim id."""
    index = CellIndex(tables, entity)
    links: dict[str, Link] = {}
    for claim in claims:
        if isinstance(claim, LevelClaim | ChangeClaim) and claim.current is not None and claim.current.figure.is_money:
            is_earlier = isinstance(claim, LevelClaim) and (
                (claim.year is not None and claim.year != year) or ("决算" in kind and claim.basis == "budget")
            )
            links[claim.id] = _link(claim, claim.current.figure, index, entity, is_earlier)
    return links


def _link(claim: LevelClaim | ChangeClaim, figure: Figure, index: CellIndex, entity: str, is_earlier: bool) -> Link:
    """Return the link of one amount; a zero is held by the cells that name it only, for empty cells hold it too."""
    same = index.holding(figure)
    named = [place for place in same if names_fact(claim, place, index.kinds[place.table], entity)]
    keyed = (
        []
        if is_earlier or not _is_certain(claim)
        else [p for p in index.candidates(claim) if must_hold(claim, p, index.kinds[p.table], entity)]
    )
    agree = [place for place in keyed if place.cell.figure is not None and is_same_amount(figure, place.cell.figure)]
    cells = named or (same if figure.value else [])
    rivals = () if agree or named else tuple(keyed)
    if rivals:
        cells = []
    asks_near = not same and not keyed and figure.value and not is_earlier and _is_certain(claim)
    near = tuple(index.named(claim, entity)[:_MOST_CELLS]) if asks_near else ()
    status = LinkStatus.UNIQUE if named else LinkStatus.AMBIGUOUS if cells else LinkStatus.ABSENT
    present = bool(keyed) or (_is_certain(claim) and not is_earlier and bool(set(_kinds_for(claim)) & set(index.kinds.values())))
    return Link(claim=claim, status=status, cells=tuple(cells[:_MOST_CELLS]), rivals=rivals[:_MOST_CELLS], table_present=present, near=near)


def _kinds_for(claim: LevelClaim | ChangeClaim) -> tuple[str, ...]:
    return ("three_public",) if claim.account in THREE_PUBLIC else KINDS_FOR.get(claim.account, ())


def _is_certain(claim: LevelClaim | ChangeClaim) -> bool:
    """Whether the claim speaks of the whole body's budget: a known account, outside carry-over, procurement, assets and targets."""
    if isinstance(claim, LevelClaim) and not claim.is_named:
        return False
    return is_account(claim.subject) and not _OTHER_MATTERS.search(claim.scope.split(" ")[-1])
