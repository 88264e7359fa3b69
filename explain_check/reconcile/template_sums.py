"""Balances that a disclosure template names: its edits (勾稽关系) over the labels of columns or rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explain_check.link.labels import TOTAL_LABELS, plain_label
from explain_check.model.balance import Balance, BalanceKind
from explain_check.model.template import TemplateEdit
from explain_check.reconcile.ledger import Ledger


def template_sums(ledger: Ledger, span: range, edits: Sequence[TemplateEdit]) -> Iterator[Balance]:
    """Yield the balances of a table by the edits of its kind: over its columns where they bear the labels, else over its rows."""
    kind = ledger.tables[span[0]].kind if span else ""
    for edit in edits:
        if edit.kind == kind:
            yield from _over(ledger, span, edit, BalanceKind.COLUMNS)
            yield from _over(ledger, span, edit, BalanceKind.ROWS)


def _over(ledger: Ledger, span: range, edit: TemplateEdit, kind: BalanceKind) -> Iterator[Balance]:
    """Yield the balances of one edit along rows or down columns; parts that are left blank are nothing."""
    lines: dict[int, dict[str, int]] = {}
    labels: dict[tuple[str, ...], str] = {}
    for i in span:
        cell = ledger.cells[i]
        path = cell.column_path if kind is BalanceKind.COLUMNS else cell.row_path
        if path not in labels:
            labels[path] = _label(path, edit)
        label = labels[path]
        if label:
            lines.setdefault(cell.row if kind is BalanceKind.COLUMNS else cell.column, {}).setdefault(label, i)
    for found in lines.values():
        parts = tuple(found[part] for part in edit.parts if part in found)
        if edit.total in found and parts:
            yield Balance(kind=kind, total=found[edit.total], parts=parts)


def _label(path: Sequence[str], edit: TemplateEdit) -> str:
    """Return the label of an edit that a header path or row path stands for: 基本支出 小计 is 基本支出."""
    labels = [plain_label(label) for label in path]
    if labels and labels[-1] in edit.parts:
        return labels[-1]
    if labels and labels[-1] in TOTAL_LABELS:
        above = next((label for label in labels[-2::-1] if label in edit.parts), "")
        return above or (edit.total if labels[-1] == edit.total else "")
    return edit.total if labels[-1:] == [edit.total] else ""
