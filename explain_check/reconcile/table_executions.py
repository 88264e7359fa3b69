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
#: 全年预算数 | 年初预算 | 预算数（A）
_BUDGET = re.compile(rf"(?:项目|资金)?(?:年初|全年|年度|调整后?的?)?预算(?:安排)?(?:数|资金|金额|额|总额)?{_NOTE}")
#: 全年执行数 | 实际支出 | 执行数（B） | 决算数
_ACTUAL = re.compile(rf"(?:(?:全年|实际|累计)?执行(?:数|金额|额)|(?:全年|实际)(?:支出|使用|支付)(?:数|金额|资金)?|(?:支出)?决算数?){_NOTE}")
#: 执行率（%） | 预算完成率 | 执行率（B/A）
_RATE = re.compile(rf"(?:预算|资金|支出)?(?:执行|完成)(?:率|比例|进度){_NOTE}")


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
    actuals = [cell for cell in cells if _is(cell, _ACTUAL) and cell.figure and cell.figure.is_money]
    budgets = [cell for cell in cells if _is(cell, _BUDGET) and cell.figure and cell.figure.is_money]
    if len(rates) == 1 and len(actuals) == 1 and budgets:
        rate, actual, *others = (
            TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell) for cell in (rates[0], actuals[0], *budgets)
        )
        yield TableExecutionCase(budgets=tuple(others), actual=actual, rate=rate)


def _is(cell: Cell, pattern: re.Pattern[str]) -> bool:
    return pattern.match("".join(cell.column_path[-1].split())) is not None
