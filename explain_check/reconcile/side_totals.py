"""Balances between the two sides of a table: 收入总计 = 支出总计."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import Ledger

_INCOME = re.compile(r"^(?:.{0,8}收入)?(?:总计|合计|总合计)$")
_EXPENDITURE = re.compile(r"^(?:.{0,8}支出)?(?:总计|合计|总合计)$")
_TWO_SIDED = frozenset({"income_expenditure", "fiscal_income_expenditure"})


def side_totals(ledger: Ledger, span: range) -> Iterator[Balance]:
    """Yield the balance of the last row of a table whose left and right labels are both totals."""
    if not span or ledger.tables[span[0]].kind not in _TWO_SIDED:
        return
    last = ledger.cells[span[-1]].row
    row = [i for i in span if ledger.cells[i].row == last]
    left, right = row[0], next((i for i in row[1:] if _side(ledger, i) == "支出"), None)
    if right is None or _side(ledger, left) != "收入":
        return
    if _INCOME.match(_label(ledger, left)) and _EXPENDITURE.match(_label(ledger, right)):
        yield Balance(kind=BalanceKind.SIDES, total=left, parts=(right,))


def _label(ledger: Ledger, i: int) -> str:
    return "".join(ledger.cells[i].row_label.split())


def _side(ledger: Ledger, i: int) -> str:
    """Return 收入 or 支出, as the header or the row's label says; empty where neither does."""
    cell = ledger.cells[i]
    for text in (*cell.column_path[:1], *cell.row_path[-1:]):
        words = "".join(text.split())
        if "收入" in words and "支出" not in words:
            return "收入"
        if "支出" in words and "收入" not in words:
            return "支出"
    return ""
