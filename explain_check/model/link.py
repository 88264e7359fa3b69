"""Figures of the prose and the cells that hold the same facts."""

from __future__ import annotations

from enum import StrEnum

from explain_check.model.claim import ChangeClaim, LevelClaim, Printed, TableCell
from explain_check.model.text import Anchor
from explain_check.model.value import value


class LinkStatus(StrEnum):
    """Whether a figure of the prose was found in the tables."""

    UNIQUE = "unique"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"


@value
class Link:
    """A prose figure and the cells (文表对应) that hold the same fact.

    ``cells`` hold the same amount; ``rivals`` stand where the fact must stand, by row and column labels, and hold
    another amount. ``table_present`` says whether a table for the fact is in the document. ``near`` are cells whose labels
    name the account, where no cell holds the amount: one of them may be meant. ``elsewhere`` are cells of other tables that hold
    the amount of the prose against the rivals: the rivals are the likelier slip.
    """

    claim: LevelClaim | ChangeClaim
    status: LinkStatus
    cells: tuple[TableCell, ...]
    rivals: tuple[TableCell, ...]
    table_present: bool
    near: tuple[TableCell, ...] = ()
    elsewhere: tuple[TableCell, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the link is shown: at its claim."""
        return self.claim.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The amount, where a cell holds its fact."""
        return (self.claim.current,) if self.claim.current and (self.rivals or (self.status is LinkStatus.UNIQUE and self.cells)) else ()
