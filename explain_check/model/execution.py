"""Whether the printed figures of an execution statement agree: budget, actual, rate of completion and comparison."""

from __future__ import annotations

from explain_check.model.arithmetic import HUNDRED, Amount, amount_of, quotients, rate_of, rounds_to
from explain_check.model.claim import ExecutionClaim
from explain_check.model.figure import Interval
from explain_check.model.recomputation import ClaimVerdict


def execution_verdict(claim: ExecutionClaim) -> ClaimVerdict:
    """Return how actual ÷ budget stands to the printed rate, and both amounts to 大于, 小于 or 等于; 0 of nothing is 0%."""
    rate = rate_of(claim.rate.figure) if claim.rate else None
    if claim.actual is None or (rate is None and claim.comparison is None and claim.difference is None):
        return ClaimVerdict.NOT_CHECKABLE
    actual = amount_of(claim.actual.figure, claim.unit)
    if actual.value == 0 and rate is not None and rate.value == 0:
        return ClaimVerdict.CONSISTENT
    budget = budget_of(claim)
    if budget is None:
        return ClaimVerdict.NOT_CHECKABLE
    if claim.is_turned or not difference_fits(claim, actual, budget) or not difference_rate_fits(claim, actual, budget):
        return ClaimVerdict.INCONSISTENT
    found = ClaimVerdict.CONSISTENT if rate is None else _of_rate(actual, budget, rate)
    return ClaimVerdict.INCONSISTENT if _is_contradicted(claim.comparison, actual, budget) else found


def budget_of(claim: ExecutionClaim) -> Amount | None:
    """Return the printed budget, else the one that actual and difference imply; None where neither tells."""
    if claim.budget is not None:
        return amount_of(claim.budget.figure, claim.unit)
    if claim.actual is None or claim.difference is None or claim.comparison not in ("less", "greater"):
        return None
    actual, gap = amount_of(claim.actual.figure, claim.unit), amount_of(claim.difference.figure, claim.unit)
    if claim.comparison == "less":
        return Amount(value=actual.value + gap.value, interval=actual.interval + gap.interval, decimals=actual.decimals)
    return Amount(value=actual.value - gap.value, interval=actual.interval - gap.interval, decimals=actual.decimals)


def difference_fits(claim: ExecutionClaim, actual: Amount, budget: Amount) -> bool:
    """Whether the printed difference can lie between both amounts; the direction is the comparison's matter."""
    if claim.difference is None or claim.budget is None:
        return True
    gap = amount_of(claim.difference.figure, claim.unit).interval
    return gap.overlaps(actual.interval - budget.interval) or gap.overlaps(budget.interval - actual.interval)


def difference_rate_fits(claim: ExecutionClaim, actual: Amount, budget: Amount) -> bool:
    """Whether the difference, as printed or between both amounts, can be so much of the budget: 较年初预算数减少10.93万元，下降14.09%.

    The direction is the comparison's matter.
    """
    if claim.difference_rate is None or not budget.value:
        return True
    rate = rate_of(claim.difference_rate.figure).interval
    if claim.difference is not None:
        possible = quotients(amount_of(claim.difference.figure, claim.unit).interval, budget.interval)
        return possible is None or possible.overlaps(rate)
    possible, whole = quotients(actual.interval, budget.interval), Interval(low=HUNDRED, high=HUNDRED)
    return possible is None or possible.overlaps(whole - rate) or possible.overlaps(whole + rate)


def _of_rate(actual: Amount, budget: Amount, rate: Amount) -> ClaimVerdict:
    if budget.value <= 0:
        return ClaimVerdict.CONSISTENT if actual.value == 0 and rate.value in (0, HUNDRED) else ClaimVerdict.NOT_CHECKABLE
    if rounds_to(actual.value / budget.value * HUNDRED, rate):
        return ClaimVerdict.CONSISTENT
    possible = quotients(actual.interval, budget.interval)
    return ClaimVerdict.ROUNDING if possible is None or possible.overlaps(rate.interval) else ClaimVerdict.INCONSISTENT


def _is_contradicted(comparison: str | None, actual: Amount, budget: Amount) -> bool:
    """Whether the amounts, to the last printed place, stand otherwise than said."""
    if comparison is None or actual.interval.overlaps(budget.interval):
        return False
    return comparison != ("greater" if actual.value > budget.value else "less")
