"""Wholes of shares that stand in a table alone: 占本年支出合计的85.13% where no sentence says what 本年支出合计 is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from explain_check.link.labels import is_total_row, plain_label
from explain_check.model.claim import Printed, ShareClaim, TableCell
from explain_check.model.table import Cell, Table

#: Totals of the whole body, and the tables that hold them.
_TOTALS = frozenset({"本年收入合计", "本年支出合计", "收入总计", "支出总计"})
_KINDS = frozenset({"income_expenditure", "income", "expenditure"})


def with_table_wholes(shares: Sequence[ShareClaim], tables: Sequence[Table], entity: str) -> Iterator[ShareClaim]:
    """Yield the shares; one whose words name a total that the tables alone print, all with one amount, has it as its whole."""
    for share in shares:
        if share.whole is not None or share.whole_subject not in _TOTALS:
            yield share
            continue
        found = [
            Printed(figure=cell.figure, place=TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell).place)
            for table in tables
            if table.kind in _KINDS
            for cell in table.cells
            if cell.figure is not None and cell.figure.is_money and _holds(cell, share.whole_subject, entity)
        ]
        amounts = {printed.figure.value_in("元") for printed in found}
        yield replace(share, whole=found[0]) if len(amounts) == 1 else share


def _holds(cell: Cell, total: str, entity: str) -> bool:
    """Whether a cell holds a total of the body: in its row, or in its column in the row of all."""
    if plain_label(cell.row_label) == total:
        return True
    return bool(cell.column_path) and plain_label(cell.column_path[-1]) == total and is_total_row(cell, entity)
