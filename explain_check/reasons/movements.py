"""Where the amount of a statement moved, and by how much."""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.claim import ChangeClaim, Direction, ExecutionClaim
from explain_check.model.wording import says_roughly_equal

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


def signed_change(claim: Explained) -> Decimal | None:
    """Return a change, or an actual less its budget, in 元 with its sign; None where none is printed."""
    if isinstance(claim, ExecutionClaim):
        if claim.actual is None or claim.budget is None:
            return None
        return claim.actual.figure.value_in("元") - claim.budget.figure.value_in("元")
    if claim.amount is None:
        return None
    value = claim.amount.figure.value_in("元")
    return -value if claim.direction is Direction.DECREASE else value


def has_changed(claim: Explained) -> bool:
    """Whether a claim prints a change that is not zero."""
    if isinstance(claim, ExecutionClaim):
        return _differs(claim)
    if moved(claim) not in (Direction.INCREASE, Direction.DECREASE):
        return False
    if claim.current is None and not claim.base_printed:
        return False  # a part named inside the reason of another statement
    if says_roughly_equal(claim.place.quote):
        return False  # 比上年减少0.02万元，与上年基本持平
    return any(printed is not None and printed.figure.value != 0 for printed in (claim.amount, claim.rate))


def _differs(claim: ExecutionClaim) -> bool:
    """Whether an actual is said not to be the budget: by its amounts, by a rate that is not 100%, by 基本持平."""
    if claim.rate is not None and claim.rate.figure.value != WHOLLY:
        return True
    if claim.budget is not None and claim.actual is not None and claim.budget.figure.value != claim.actual.figure.value:
        return True
    return says_roughly_equal(claim.place.quote)
