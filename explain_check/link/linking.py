"""Find the cells that hold the amounts of the prose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from explain_check.extract.subjects import PROJECT_AMOUNT, is_account
from explain_check.link.certain import OF_ANY_FUND, OTHER_MATTERS, is_certain, spelled_out
from explain_check.link.labels import is_budget_column, is_dated, is_of_other_year, is_total_row, label_account, plain_label
from explain_check.link.matching import THREE_PUBLIC, accounts_named, is_below_division, is_item_cell, must_hold
from explain_check.model.claim import ChangeClaim, Claim, LevelClaim, TableCell
from explain_check.model.figure import MONEY_UNITS, Figure
from explain_check.model.link import Link, LinkStatus
from explain_check.model.table import Table

#: Accounts that each fund has of its own.
_OF_BASIC = frozenset(("人员经费", "公用经费"))
_MOST_CELLS = 12
_ITEM_CODE = 7
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
    PROJECT_AMOUNT: ("project", "general_budget_project"),
}
#: What 支出表 holds of all money, and 一般公共预算支出表 of one fund
_BOTH, _ONE_FUND = ("基本支出", "项目支出"), re.compile(r"财政拨款|一般公共")
#: 二、2025年预算(草案) in a report on the accounts of 2024: what it says is planned
_OF_PLAN = re.compile(r"20\d\d年[^ 决]{0,12}预算[(（]?草案")


class CellIndex:
    """All money cells of a document by amount in 元."""

    def __init__(self, tables: Sequence[Table], entity: str, year: int | None) -> None:
        """Sort the cells once, and group them by what they may be asked for."""
        self.kinds = {table.id: table.kind for table in tables}
        self.present = frozenset(table.kind for table in tables if table.cells or table.note)
        self._entity, self._year = entity, year
        self._names: dict[tuple[str, tuple[str, ...], bool, str], frozenset[str]] = {}
        cells = [
            TableCell(table.id, table.caption, table.unit, cell)
            for table in tables
            if table.unit in MONEY_UNITS
            for cell in table.cells
            if cell.figure is not None and cell.figure.is_money
        ]
        self._by_label: dict[str, list[TableCell]] = defaultdict(list)
        self._by_account: dict[str, list[TableCell]] = defaultdict(list)
        self._totals: list[TableCell] = []
        self._totals_by_kind: dict[str, list[TableCell]] = defaultdict(list)
        self._three_public = [place for place in cells if self.kinds[place.table] == "three_public"]
        for place in cells:
            label = place.cell.row_label
            self._by_label[plain_label(label)].append(place)
            self._by_account[label_account(label)].append(place)
            if is_total_row(place.cell, entity):
                self._totals.append(place)
                self._totals_by_kind[self.kinds[place.table]].append(place)
        self._amounts = sorted(((_amount(place.cell.figure), place) for place in cells if place.cell.figure is not None), key=_value)
        self._values = [value for (value, _), _ in self._amounts]
        self._margin = max((half for (_, half), _ in self._amounts), default=Decimal(0))

    def holding(self, figure: Figure) -> list[TableCell]:
        """Return the cells that print the same amount, rounded or not."""
        value, half = _amount(figure)
        reach = max(half, self._margin)
        first = bisect_left(self._values, value - reach)
        last = bisect_right(self._values, value + reach, lo=first)
        return [place for (other, other_half), place in self._amounts[first:last] if _is_same(value, half, other, other_half)]

    def names(self, claim: LevelClaim | ChangeClaim, place: TableCell) -> bool:
        """Whether a cell's labels name a claim's account."""
        cell, kind = place.cell, self.kinds[place.table]
        labels = (cell.row_label, cell.column_path, bool(cell.code), kind)
        if labels not in self._names:
            self._names[labels] = accounts_named(cell, kind, self._entity)
        return claim.account in self._names[labels]

    def falls_short(self, claim: LevelClaim | ChangeClaim, figure: Figure) -> bool:
        """Whether 人员经费 or 公用经费 of all money exceeds the totals of the tables for them, which are of 财政拨款 alone."""
        kinds = _kinds_for(claim) if claim.account in _OF_BASIC else ()
        totals = [place.cell.figure for kind in kinds for place in self._totals_by_kind[kind]]
        amounts = [_amount(total)[0] for total in totals if total is not None]
        return bool(amounts) and max(amounts) < _amount(figure)[0]

    def lacks_whole(self, claim: LevelClaim | ChangeClaim) -> bool:
        """Whether 基本支出 or 项目支出 of all money is said where only the tables of one fund hold them."""
        said = claim.scope.split(" ")[-1] + claim.subject
        return claim.account in _BOTH and "expenditure" not in self.present and not _ONE_FUND.search(said)

    def candidates(self, claim: LevelClaim | ChangeClaim) -> list[TableCell]:
        """Return the cells that could have to hold a claim's fact, those of last year's columns aside."""
        return [
            place for place in self.of_division(claim, self._candidates(claim)) if not is_of_other_year(place.cell.column_path, self._year)
        ]

    def of_division(self, claim: LevelClaim | ChangeClaim, places: Sequence[TableCell]) -> list[TableCell]:
        """Return the cells without those of items that bear a claim's name below another division than it names, where both are there.

        一般行政管理事务 is an item of many divisions: that of 统战事务 holds what is said of 统战事务/一般行政管理事务.
        """
        if "/" not in claim.subject:
            return list(places)
        own = {place.cell.code for place in self._by_label.get(claim.account, ()) if is_below_division(claim, place.cell)}
        return [place for place in places if not own or len(place.cell.code) != _ITEM_CODE or place.cell.code in own]

    def _candidates(self, claim: LevelClaim | ChangeClaim) -> list[TableCell]:
        if "/" in claim.subject:
            return self._by_label.get(claim.account, [])
        if claim.account in THREE_PUBLIC:
            return self._three_public
        return [place for kind in KINDS_FOR.get(claim.account, ()) for place in self._totals_by_kind.get(kind, ())]

    def named(self, claim: LevelClaim | ChangeClaim) -> list[TableCell]:
        """Return the cells whose labels name a claim's account, whatever they hold."""
        places = [*self._by_account.get(claim.account, []), *self._totals]
        return [place for place in places if self.names(claim, place)]

    def items(self, claim: LevelClaim | ChangeClaim) -> list[TableCell]:
        """Return the cells of the one functional item (项) that bears a claim's bare name (农村基础设施建设支出540.00万元)."""
        if is_account(claim.subject) or OTHER_MATTERS.search(claim.scope.split(" ")[-1]):
            return []
        places = [place for place in self._by_label.get(claim.account, ()) if is_item_cell(place.cell)]
        return places if len({place.cell.code for place in places}) == 1 and len(places[0].cell.code) == _ITEM_CODE else []

    def dated(self, claim: LevelClaim | ChangeClaim) -> list[TableCell]:
        """Return the cells that bear a claim's name in a column of its year: 教育支出, 2024年执行数 in a government's tables."""
        year = claim.reporting_year or self._year
        places = self._by_account.get(claim.account, ())
        return [place for place in places if place.cell.column_path and is_dated(place.cell.column_path[-1], year)]


def _amount(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return a figure and half of its last printed place in 元."""
    factor = figure.factor_to("元")
    return figure.value * factor, figure.half * factor


def _value(amount: tuple[tuple[Decimal, Decimal], TableCell]) -> Decimal:
    return amount[0][0]


def _is_same(one: Decimal, one_half: Decimal, other: Decimal, other_half: Decimal) -> bool:
    """Whether the finer of two printed amounts rounds to the coarser one."""
    return abs(one - other) <= (max(one_half, other_half) if one_half != other_half else 0)


def is_same_amount(one: Figure, other: Figure) -> bool:
    """Whether the finer of two printed amounts rounds to the coarser one."""
    return _is_same(*_amount(one), *_amount(other))


def _in_order(places: Iterable[TableCell]) -> list[TableCell]:
    """Return cells in the order of the tables."""
    return sorted(places, key=lambda place: (place.table, place.cell.row, place.cell.column))


def link_claims(claims: Sequence[Claim], tables: Sequence[Table], entity: str, year: int | None, kind: str) -> dict[str, Link]:
    """Return the link of each level and change claim with an amount of this year, by claim id."""
    index = CellIndex(tables, entity, year)
    links: dict[str, Link] = {}
    for claim in claims:
        if isinstance(claim, LevelClaim | ChangeClaim) and claim.current is not None and claim.current.figure.is_money:
            is_earlier = claim.reporting_year is not None or (
                isinstance(claim, LevelClaim)
                and ((claim.year is not None and claim.year != year) or ("决算" in kind and claim.basis == "budget"))
            )
            asked = spelled_out(claim)
            is_final = "决算" in kind and not _OF_PLAN.search(claim.scope)
            link = _link(asked, claim.current.figure, index, entity, is_earlier, is_final=is_final)
            links[claim.id] = link if asked is claim else replace(link, claim=claim)
    return links


def _link(claim: LevelClaim | ChangeClaim, figure: Figure, index: CellIndex, entity: str, is_earlier: bool, *, is_final: bool) -> Link:
    """Return the link of one amount; a zero is held by the cells that name it only, for empty cells hold it too.

    In final accounts a budget stands in a column of budgets, and nowhere else; an actual does not.
    """
    is_planned = isinstance(claim, LevelClaim) and claim.basis == "budget"
    same = [place for place in index.holding(figure) if not is_final or is_budget_column(place.cell) is is_planned]
    named = index.of_division(claim, [place for place in same if index.names(claim, place)])
    certain = not is_earlier and is_certain(claim)
    keyed = [p for p in index.candidates(claim) if must_hold(claim, p, index.kinds[p.table], entity)] if certain else []
    keyed = [p for p in keyed if not is_budget_column(p.cell)] if is_final else keyed
    keyed = [] if index.lacks_whole(claim) else keyed
    agree = any(place.cell.figure is not None and is_same_amount(figure, place.cell.figure) for place in keyed)
    is_between = _is_between(claim, figure, keyed)
    rivals = () if agree or named or is_between else tuple(keyed)
    cells = [] if rivals else _in_order(named or (same if figure.value else ()))
    asks_near = certain and not same and not keyed and figure.value
    found = index.named(claim) if asks_near else index.items(claim) if figure.value and not (same or keyed or is_earlier) else []
    found = found or (index.dated(claim) if figure.value and not (same or keyed) else [])
    near = tuple(p for p in found if not is_final or is_budget_column(p.cell) is is_planned)
    status = LinkStatus.UNIQUE if named else LinkStatus.AMBIGUOUS if cells else LinkStatus.ABSENT
    has_table = (
        certain
        and not index.lacks_whole(claim)
        and not index.present.isdisjoint(_kinds_for(claim))
        and not index.falls_short(claim, figure)
    )
    present = not is_between and (bool(keyed) or has_table)
    return Link(
        claim=claim,
        status=status,
        cells=tuple(cells[:_MOST_CELLS]),
        rivals=rivals[:_MOST_CELLS],
        table_present=present,
        near=near[:_MOST_CELLS],
        elsewhere=tuple(_in_order(_totals_beside(same, rivals, entity)))[:_MOST_CELLS],
    )


def _is_between(claim: LevelClaim | ChangeClaim, figure: Figure, keyed: Sequence[TableCell]) -> bool:
    """Whether a part of 财政拨款支出 lies between what the tables of one fund and of all money say of it: no table holds it."""
    heading = claim.scope.split(" ")[-1]
    if claim.account not in OF_ANY_FUND or "财政拨款" not in heading or "一般公共预算" in heading:
        return False
    amounts = [_amount(place.cell.figure)[0] for place in keyed if place.cell.figure is not None]
    return bool(amounts) and min(amounts) < _amount(figure)[0] < max(amounts)


def _totals_beside(same: Sequence[TableCell], rivals: Sequence[TableCell], entity: str) -> list[TableCell]:
    """Return the cells of totals that hold an amount in other tables than its rivals; an item may have the amount of its neighbour."""
    against = {rival.table for rival in rivals}
    totals = (p for p in same if is_total_row(p.cell, entity) or plain_label(p.cell.row_label).endswith(("合计", "总计")))
    return [place for place in totals if place.table not in against and place.cell.figure and place.cell.figure.value] if against else []


def _kinds_for(claim: LevelClaim | ChangeClaim) -> tuple[str, ...]:
    return ("three_public",) if claim.account in THREE_PUBLIC else KINDS_FOR.get(claim.account, ())
