"""A change statement beside the cell that prints the amount it starts from."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.arithmetic import amount_of
from explain_check.model.case import WithoutFigures
from explain_check.model.claim import ChangeClaim, TableCell
from explain_check.model.recomputation import Recomputation
from explain_check.model.text import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorCellCase(WithoutFigures):
    """A change statement and the cell of last year in the row, or column, of the cell that holds its amount.

    ``is_same_base`` says that both name the same base (预算, 执行数, 决算); ``agreeing`` and ``differing`` count the statements of the
    document with moved amounts that fit the cells of last year of that table, and those that do not.
    """

    claim: ChangeClaim
    recomputed: Recomputation
    cell: TableCell
    is_same_base: bool
    agreeing: int
    differing: int

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor

    @property
    def fits(self) -> bool:
        """Whether what the statement starts from can be the cell's amount."""
        figure, interval = self.cell.cell.figure, self.recomputed.prior_interval
        return figure is not None and interval is not None and interval.overlaps(amount_of(figure, self.claim.unit).interval)
