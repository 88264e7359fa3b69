"""The budgets of what the prose says was carried out, where the table alone prints them: 公务接待费0.30万元，完成预算的37.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explain_check.link.labels import is_budget_column
from explain_check.link.matching import THREE_PUBLIC, is_cell_of
from explain_check.model.claim import Claim, ExecutionClaim, Printed, TableCell
from explain_check.model.document import Document
from explain_check.model.table import Table

#: 完成调整预算的37.5% is held against a column of adjusted budgets alone.
_OTHER_BUDGETS = ("调整", "全年")
_YEAR = re.compile(r"20\d\d(?=年)")


def executions_with_budgets(claims: Sequence[Claim], document: Document) -> Iterator[ExecutionClaim]:
    """Yield the execution statements; in final accounts those of 三公经费 on their own year that print no budget with the table's."""
    budgets: dict[tuple[str, str], Printed | None] = {}
    for claim in claims:
        if not isinstance(claim, ExecutionClaim):
            continue
        years = {int(year) for year in _YEAR.findall("".join(claim.place.quote.split()))}
        is_open = claim.budget is None and claim.rate is not None and claim.account in THREE_PUBLIC
        if is_open and "决算" in document.kind and years <= {document.year}:
            kind = next((word for word in _OTHER_BUDGETS if word in claim.budget_kind), "")
            key = claim.account, kind
            if key not in budgets:
                budgets[key] = _budget(claim.account, kind, document.tables, document.entity)
            yield replace(claim, budget=budgets[key])
        else:
            yield claim


def _budget(account: str, kind: str, tables: Sequence[Table], entity: str) -> Printed | None:
    """Return the one budget that the tables print for an account, None where they print none or several."""
    places = [
        TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell)
        for table in tables
        for cell in table.cells
        if cell.figure is not None and is_budget_column(cell) and is_cell_of(account, cell, table.kind, entity)
        if kind == next((word for word in _OTHER_BUDGETS if word in cell.column_label), "")
    ]
    if len({(place.cell.figure.value, place.cell.figure.unit) for place in places if place.cell.figure is not None}) != 1:
        return None
    figure = places[0].cell.figure
    return Printed(figure=figure, place=places[0].place) if figure is not None and figure.is_money else None
