"""Find the cells of last year beside the cells that hold this year's amounts: 2024年预算数 | 2025年预算数."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from explain_check.link.labels import is_whole_column, plain_label
from explain_check.model.claim import Base, BaseKind, ChangeClaim, TableCell
from explain_check.model.figure import MONEY_UNITS
from explain_check.model.link import Link, LinkStatus
from explain_check.model.prior_cell import PriorCellCase
from explain_check.model.recomputation import ClaimVerdict, Recomputation
from explain_check.model.table import Cell, Table

_YEAR = re.compile(r"20\d\d(?=年)")
#: What a label says of its amounts; 上年预算数 without a year is as good as one with it
_KINDS = {BaseKind.BUDGET: "预算", BaseKind.EXECUTION: "执行", BaseKind.FINAL_ACCOUNTS: "决算"}


def find_prior_cells(
    changes: Sequence[ChangeClaim], recomputed: Mapping[str, Recomputation], links: Mapping[str, Link], tables: Sequence[Table], year: int
) -> Iterator[PriorCellCase]:
    """Yield each change whose amount one cell holds by name, with the cell of last year beside it."""
    dated = {table.id: table for table in tables if table.unit in MONEY_UNITS and _has_both_years(table, year)}
    found: list[PriorCellCase] = []
    for claim in changes if dated else ():
        link = links.get(claim.id)
        implied = recomputed[claim.id]
        if link is None or link.status is not LinkStatus.UNIQUE or implied.prior_interval is None:
            continue
        if implied.verdict is ClaimVerdict.INCONSISTENT or claim.base.year != year - 1:
            continue
        beside = [cell for place in link.cells if place.table in dated and (cell := _beside(place, dated[place.table], claim.base, year))]
        if len({cell.cell.text for cell in beside}) == 1:
            is_same = _KINDS.get(claim.base.kind, "?") in _labels(beside[0].cell) and claim.base_printed
            found.append(PriorCellCase(claim=claim, recomputed=implied, cell=beside[0], is_same_base=is_same, agreeing=0, differing=0))
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for case in found:
        if case.claim.amount is not None and case.claim.amount.figure.value:
            counts[case.cell.table][case.fits] += 1
    for case in found:
        seen = counts[case.cell.table]
        yield replace(case, agreeing=seen[True], differing=seen[False])


def _has_both_years(table: Table, year: int) -> bool:
    """Whether rows or columns of a table are dated this year and the year before."""
    labels = {label for cell in table.cells for label in (*cell.column_path, *cell.row_path[-1:])}
    years = {int(match) for label in labels if "20" in label for match in _YEAR.findall(label)}
    return {year, year - 1} <= years


def _beside(place: TableCell, table: Table, base: Base, year: int) -> TableCell | None:
    """Return the cell of last year in the row, or in the column, of this year's; None where several or none come into question."""
    this, last = f"{year}年", f"{year - 1}年"
    cell = place.cell
    if any(this in label for label in cell.column_path) and not any(last in label for label in cell.column_path):
        dated = [other for other in table.cells if other.row == cell.row and _is_dated(other.column_path, last, this)]
        whole = is_whole_column(cell)
        others = [other for other in dated if (is_whole_column(other) if whole else _undated(other, last) == _undated(cell, this))]
    elif this in cell.row_label:
        others = [other for other in table.cells if other.column == cell.column and _is_dated((other.row_label,), last, this)]
    else:
        return None
    others = [other for other in others if other.figure is not None and _may_be_base(other, base)]
    return replace(place, cell=others[0]) if len(others) == 1 else None


def _undated(cell: Cell, year: str) -> tuple[str, ...]:
    """Return a column's labels without those that bear a year: 基本支出 of 2025年预算数, 基本支出."""
    return tuple(plain_label(label) for label in cell.column_path if year not in label)


def _is_dated(labels: Sequence[str], last: str, this: str) -> bool:
    """Whether labels are of last year alone: 2025年比2024年增减 is of both."""
    return any(last in label for label in labels) and not any(this in label for label in labels)


def _may_be_base(cell: Cell, base: Base) -> bool:
    """Whether a column's words do not name another base than the statement's."""
    labels = _labels(cell)
    named = [kind for kind, word in _KINDS.items() if word in labels]
    return (not named or base.kind in (*named, BaseKind.UNSPECIFIED)) and base.is_adjusted == ("调整" in "".join(cell.column_path))


def _labels(cell: Cell) -> str:
    return "".join(plain_label(label) for label in (*cell.column_path, cell.row_label))
