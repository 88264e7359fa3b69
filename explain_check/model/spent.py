"""How much of a budget was spent, as a table prints it."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.case import WithoutFigures
from explain_check.model.claim import TableCell
from explain_check.model.text import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class TableExecutionCase(WithoutFigures):
    """A rate of execution (执行率) in a table beside what was spent and the budgets of its row: 年初预算数, 全年预算数."""

    budgets: tuple[TableCell, ...]
    actual: TableCell
    rate: TableCell

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=None, place=self.rate.place, words=self.rate.cell.row_label)
