"""Changes of 三公经费 that those of its items explain, wherever in the disclosure each is told of."""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.model.claim import ChangeClaim
from explain_check.model.three_public import PARTS
from explain_check.reasons.movements import Explained, has_changed


def is_explained_by_members(claim: Explained, others: Sequence[Explained]) -> bool:
    """Whether each item that moved against the same year has its reason somewhere, or its parts have."""
    if not isinstance(claim, ChangeClaim) or claim.account not in PARTS:
        return False
    changes = [other for other in others if isinstance(other, ChangeClaim) and other.base.year == claim.base.year]
    return _are_told(claim.account, changes)


def _are_told(whole: str, changes: Sequence[ChangeClaim]) -> bool:
    """Whether the items of a whole that moved, at least one of them, are all explained."""
    moved = {change.account for change in changes if change.account in PARTS[whole] and has_changed(change)}
    told = {change.account for change in changes if change.account in moved and change.reason.text.strip()}
    return bool(moved) and all(name in told or (name in PARTS and _are_told(name, changes)) for name in moved)
