"""An amount of this year that bears the date of last year."""

from __future__ import annotations

from explain_check.model.case import WithoutFigures
from explain_check.model.claim import ChangeClaim, LevelClaim, TableCell
from explain_check.model.text import Anchor
from explain_check.model.value import value


@value
class MisdatedCase(WithoutFigures):
    """A statement dated ``printed`` in a disclosure of ``year`` whose amount the tables print for that year, in ``cell``."""

    claim: LevelClaim | ChangeClaim
    cell: TableCell
    printed: int
    year: int

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor
