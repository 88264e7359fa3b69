"""Where the amount of a statement moved."""

from __future__ import annotations

from explain_check.model.claim import ChangeClaim, Direction, ExecutionClaim

#: What owes a reason.
Explained = ChangeClaim | ExecutionClaim
_COMPARISONS = {"less": Direction.DECREASE, "greater": Direction.INCREASE, "equal": Direction.UNCHANGED}
#: The rate of completion of what was carried out as budgeted.
WHOLLY = 100


def moved(claim: Explained) -> Direction | None:
    """Return where a claim's amount moved: against the base, or against the budget."""
    return claim.direction if isinstance(claim, ChangeClaim) else _COMPARISONS.get(claim.comparison or "")


def went(claim: Explained) -> Direction | None:
    """Return where a claim's amount moved, by its rate of completion where no word says it."""
    said = moved(claim)
    if said is not None or isinstance(claim, ChangeClaim) or claim.rate is None:
        return said
    rate = claim.rate.figure.value
    return Direction.UNCHANGED if rate == WHOLLY else Direction.INCREASE if rate > WHOLLY else Direction.DECREASE
