"""Rates of change that a table prints beside the amounts of two years: 上年决算数, 本年决算数, 增减金额, 增减幅度."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.model.case import TableRateCase
from explain_check.model.claim import TableCell
from explain_check.model.figure import MONEY_UNITS, PERCENT
from explain_check.model.table import Cell, Table
from explain_check.reconcile.change_columns import is_change, years_of

#: 增减幅度 | 增减% | 比上年增长% | 增长率（%） | 增、减幅度
_RATE = re.compile(
    r"^(?:[比较与](?:上年|去年|20\d\d年?).{0,6})?(?:增减|增、减|增/减|增长|增幅|变动|变化|±)(?:幅度?|率|比例|百分比|[(（]?[%％][)）]?)*$"
)


def find_table_rates(tables: Sequence[Table]) -> Iterator[TableRateCase]:
    """Yield each printed rate with the amounts of its row, in tables that have one column of each year and one of rates."""
    for table in tables:
        columns = _columns(table) if table.unit in MONEY_UNITS else None
        if columns is not None:
            yield from _rates(table, *columns)


def _columns(table: Table) -> tuple[int, int, int] | None:
    """Return the columns of last year, of this year and of the rate; None unless there is just one of each."""
    headers = {cell.column: cell.column_path for cell in table.cells}
    paths = {column: "".join("".join(path[-2:]).split()) for column, path in headers.items()}
    inner = {column: "".join("".join(path[-1:]).split()) for column, path in headers.items()}
    rates = [column for column in paths if _is_rate(inner[column]) or _is_rate(paths[column])]
    changes = [column for column in paths if is_change(inner[column]) or is_change(paths[column])]
    years = years_of({column: path for column, path in paths.items() if column not in rates and column not in changes})
    return (*years, rates[0]) if years is not None and len(rates) == 1 else None


def _is_rate(label: str) -> bool:
    return bool(_RATE.match(label)) and not is_change(label)


def _rates(table: Table, last: int, this: int, rate: int) -> Iterator[TableRateCase]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    for row in rows.values():
        cells = [row.get(column) for column in (last, this, rate)]
        if all(cell is not None and cell.figure is not None for cell in cells):
            places = [TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell) for cell in cells if cell is not None]
            figures = [cell.figure for cell in cells if cell is not None and cell.figure is not None]
            if figures[0].is_money and figures[1].is_money and (figures[2].unit == PERCENT or not figures[2].is_money):
                yield TableRateCase(last=places[0], this=places[1], rate=places[2])
