"""The budgets of what the prose says was carried out, where the table alone prints them: 公务接待费0.30万元，完成预算的37.5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from explain_check.link.labels import is_budget_column
from explain_check.link.matching import THREE_PUBLIC, is_cell_of
from explain_check.model.claim import Claim, ExecutionClaim, Printed, TableCell
from explain_check.model.table import Table


def executions_with_budgets(claims: Sequence[Claim], tables: Sequence[Table], entity: str) -> Iterator[ExecutionClaim]:
    """Yield the execution statements, those of 三公经费 that print no budget with the one of the table."""
    for claim in claims:
        if isinstance(claim, ExecutionClaim):
            is_open = claim.budget is None and claim.rate is not None and claim.account in THREE_PUBLIC
            budget = _budget(claim.account, tables, entity) if is_open else None
            yield replace(claim, budget=budget) if budget is not None else claim


def _budget(account: str, tables: Sequence[Table], entity: str) -> Printed | None:
    """Return the one budget that the tables print for an account, None where they print none or several."""
    places = [
        TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell)
        for table in tables
        for cell in table.cells
        if cell.figure is not None and is_budget_column(cell) and is_cell_of(account, cell, table.kind, entity)
    ]
    if len({(place.cell.figure.value, place.cell.figure.unit) for place in places if place.cell.figure is not None}) != 1:
        return None
    figure = places[0].cell.figure
    return Printed(figure=figure, place=places[0].place) if figure is not None and figure.is_money else None
