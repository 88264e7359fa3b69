"""Amounts that bear the date of another year than their own."""

from __future__ import annotations

from explain_check.model.case import WithoutFigures
from explain_check.model.claim import ChangeClaim, LevelClaim, TableCell
from explain_check.model.text import Anchor
from explain_check.model.value import value


@value
class MisdatedCase(WithoutFigures):
    """A statement dated ``printed`` whose amount is of ``year``.

    Either the tables print it for that year, in ``cell``, or ``alike`` other items of its section print that year's in its place.
    """

    claim: LevelClaim | ChangeClaim
    printed: int
    year: int
    cell: TableCell | None = None
    alike: int = 0

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor
