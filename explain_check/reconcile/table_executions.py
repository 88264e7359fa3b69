"""Rates of execution that a table prints beside budget and actual: 全年预算数, 全年执行数, 执行率 of a project's evaluation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from explain_check.model.claim import TableCell
from explain_check.model.figure import PERCENT
from explain_check.model.spent import TableExecutionCase
from explain_check.model.table import Cell, Table

_NOTE = r"(?:[(（][^()（）]{0,12}[)）])*$"
_DATED = r"(?:20\d\d年度?)?"
#: 全年预算数 | 年初预算 | 预算数（A） | 2024年调整预算数
_BUDGET = re.compile(rf"(?:项目|资金)?{_DATED}(?:年初|全年|年度|调整后?的?)?预算(?:安排)?(?:数|资金|金额|额|总额)?{_NOTE}")
#: 全年执行数 | 实际支出 | 执行数（B） | 决算数 | 2024年执行数
_ACTUAL = re.compile(
    rf"{_DATED}(?:(?:全年|实际|累计|预算)?执行(?:数|金额|额)|(?:全年|实际)(?:支出|使用|支付)(?:数|金额|资金)?|(?:支出)?决算数?){_NOTE}"
)
#: 执行率（%） | 预算完成率 | 执行率（B/A） | 为预算% | 执行数为调整预算数的%
_RATE = re.compile(
    rf"(?:预算|资金|支出)?(?:执行|完成)(?:率|比例|进度){_NOTE}"
    r"|(?:执行数|决算数|完成数)?[为占](?:年初|全年|调整|当年|本年)?预算(?:安排)?数?的?(?:[%％]|[(（][%％][)）]|百分比|比例)$"
)
_YEAR = re.compile(r"20\d\d")


def find_table_executions(tables: Sequence[Table]) -> Iterator[TableExecutionCase]:
    """Yield each printed rate of execution with the amounts of its row that stand under the same outer header."""
    for table in tables:
        rows: defaultdict[tuple[int, tuple[str, ...]], list[Cell]] = defaultdict(list)
        for cell in table.cells:
            if cell.figure is not None and cell.column_path:
                rows[cell.row, cell.column_path[:-1]].append(cell)
        for cells in rows.values():
            yield from _of_row(table, cells)


def _of_row(table: Table, cells: Sequence[Cell]) -> Iterator[TableExecutionCase]:
    rates = [cell for cell in cells if _is(cell, _RATE) and cell.figure and (cell.figure.unit == PERCENT or not cell.figure.is_money)]
    if len(rates) != 1:
        return
    actuals = [cell for cell in cells if _is(cell, _ACTUAL) and cell.figure and cell.figure.is_money]
    budgets = [cell for cell in cells if _is(cell, _BUDGET) and cell.figure and cell.figure.is_money]
    if len(actuals) > 1:
        actuals, budgets = _of_one_year(actuals, budgets)
    if len(actuals) == 1 and budgets:
        rate, actual, *others = (
            TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell) for cell in (rates[0], actuals[0], *budgets)
        )
        yield TableExecutionCase(budgets=tuple(others), actual=actual, rate=rate)


def _of_one_year(actuals: Sequence[Cell], budgets: Sequence[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Return the amounts of the one year of which both what was planned and what was spent stand in the row."""
    shared = {_year_of(cell) for cell in actuals} & {_year_of(cell) for cell in budgets}
    if len(shared) != 1 or shared == {""}:
        return [], []
    return [cell for cell in actuals if _year_of(cell) in shared], [cell for cell in budgets if _year_of(cell) in shared]


def _year_of(cell: Cell) -> str:
    """Return the year that heads a cell's column, empty where none does."""
    found = _YEAR.search(cell.column_path[-1])
    return found.group() if found else ""


def _is(cell: Cell, pattern: re.Pattern[str]) -> bool:
    return pattern.match("".join(cell.column_path[-1].split())) is not None
