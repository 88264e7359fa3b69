"""Balances in forms (绩效目标表): 年度预算总额 = 财政拨款 + 其他资金; 合计 = 上级资金 + 本级资金 + 其他; all projects' amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import TOTAL_KEY, Ledger

_TOTAL = re.compile(r"^.{0,8}(?:总额|总金额|合计|总计|资金总额)[:：]?$|^(?:部门)?预算总额")
_FUND = re.compile(r"资金|拨款|自筹|收入|^其他|财政|上级|本级|结转")
_THIS_YEAR = re.compile(r"本年度金额|年度(?:预算|资金)总额|^年度总额|本年度?预算")
_WITH_PROJECTS = frozenset({"expenditure", "general_budget_expenditure"})
_FORMS = 3
_STRUCTURE = re.compile(r"基本支出|项目支出")


def form_sums(ledger: Ledger, span: range) -> Iterator[Balance]:
    """Yield the balances of a form: per row where a row lists the funds, else per column of its block of funds."""
    if not span or ledger.tables[span[0]].kind != "performance":
        return
    rows: dict[int, list[int]] = {}
    for i in span:
        rows.setdefault(ledger.cells[i].row, []).append(i)
    for places in rows.values():
        yield from _row(ledger, places)
    single = [places[0] for places in rows.values() if len(places) == 1]
    if len(single) == len(rows):
        yield from _column(ledger, single)
        return
    columns: dict[int, list[int]] = {}
    for places in rows.values():
        if len(places) <= 2:
            for i in places:
                columns.setdefault(ledger.cells[i].column, []).append(i)
    for places in columns.values():
        yield from _column(ledger, places)


def project_total(ledger: Ledger) -> Iterator[Balance]:
    """Yield 项目支出 = the sum of all project forms, for each table that has the total: some disclosures have a form for each project."""
    amounts = [i for span in ledger.spans if (i := _project_amount(ledger, span)) is not None]
    if len(amounts) < _FORMS:
        return
    for span in ledger.spans:
        if span and ledger.tables[span[0]].kind in _WITH_PROJECTS:
            total = next((i for i in span if ledger.row_key(i) == TOTAL_KEY and _is_project_column(ledger, i)), None)
            if total is not None:
                yield Balance(kind=BalanceKind.FORMS, total=total, parts=tuple(amounts))


def _project_amount(ledger: Ledger, span: range) -> int | None:
    """Return the amount of this year in a project's form."""
    if not span or ledger.tables[span[0]].kind != "performance" or "整体" in ledger.tables[span[0]].caption:
        return None
    return next((i for i in span if _THIS_YEAR.search(_label(ledger, i))), None)


def _is_project_column(ledger: Ledger, i: int) -> bool:
    path = ["".join(label.split()) for label in ledger.cells[i].column_path]
    return path[-1:] == ["项目支出"] or (path[-2:-1] == ["项目支出"] and path[-1] in ("小计", "合计"))


def _label(ledger: Ledger, i: int) -> str:
    return "".join(ledger.cells[i].row_label.split())


def _row(ledger: Ledger, places: list[int]) -> Iterator[Balance]:
    """Yield 年度预算总额 | 其中：财政拨款 | 其他资金 in one row."""
    if len(places) > 2 and _TOTAL.match(_label(ledger, places[0])):
        parts = [i for i in places[1:] if _FUND.search(_label(ledger, i)) and not _TOTAL.match(_label(ledger, i))]
        if len(parts) == len(places) - 1:
            yield Balance(kind=BalanceKind.COLUMNS, total=places[0], parts=tuple(parts))


def _column(ledger: Ledger, places: list[int]) -> Iterator[Balance]:
    """Yield 总额 over its funds, funds over their 合计, and 总额 over 基本支出 and 项目支出."""
    labels = [_label(ledger, i) for i in places]
    heads = [at for at, label in enumerate(labels) if _TOTAL.match(label)]
    if len(heads) != 1:
        return
    head = heads[0]
    around = [at for at in range(len(places)) if at != head and _is_near(ledger, places[at], places[head])]
    for pattern in (_FUND, _STRUCTURE):
        parts = [at for at in around if pattern.search(labels[at]) and not (pattern is _FUND and _STRUCTURE.search(labels[at]))]
        if (len(parts) > 1 or any("资金来源" in labels[at] for at in parts)) and (
            all(at > head for at in parts) or all(at < head for at in parts)
        ):
            yield Balance(kind=BalanceKind.ROWS, total=places[head], parts=tuple(places[at] for at in parts))


def _is_near(ledger: Ledger, i: int, j: int) -> bool:
    return abs(ledger.cells[i].row - ledger.cells[j].row) <= 8
