"""What a change statement implies: the earlier amount, the rate, and whether the printed figures agree."""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import (
    Movement,
    are_exact,
    could_be_true,
    is_possible,
    movement_of,
    prior_agrees,
    prior_interval,
    round_half_up,
    rounds_to,
)
from explain_check.model.claim import ChangeClaim, Direction
from explain_check.model.recomputation import ClaimVerdict, Recomputation
from explain_check.model.slips import diagnose_rate, has_wrong_denominator

__all__ = ["could_be_true", "diagnose_rate", "recompute_change"]

_NOTHING = Recomputation(prior=None, prior_interval=None, rate=None, verdict=ClaimVerdict.NOT_CHECKABLE)


def recompute_change(claim: ChangeClaim) -> Recomputation:
    """Return the earlier amount with its interval, the rate and the verdict, all in the claim's unit."""
    movement = movement_of(claim)
    if movement is None:
        return _NOTHING
    return Recomputation(
        prior=_prior(movement),
        prior_interval=prior_interval(movement),
        rate=_rate(movement),
        verdict=_verdict(claim, movement),
        movement=movement,
    )


def _prior(movement: Movement) -> Decimal | None:
    """Return the earlier amount; where only a rate gives it, rounded to the decimals of the current amount."""
    if movement.prior is not None or movement.rate is None:
        return movement.prior
    divisor = 1 + movement.sign * movement.rate.value / 100
    return round_half_up(movement.current.value / divisor, movement.current.decimals) if divisor > 0 else None


def _rate(movement: Movement) -> Decimal | None:
    """Return the recomputed rate at the printed rate's decimals, at two where none is printed."""
    exact = movement.exact_rate
    if exact is None or (not movement.sign and movement.rate is None):
        return None
    return round_half_up(exact, movement.rate.decimals if movement.rate else 2)


def _verdict(claim: ChangeClaim, movement: Movement) -> ClaimVerdict:
    """Return how the printed figures stand to each other."""
    interval = prior_interval(movement)
    if not prior_agrees(movement) and are_exact(claim.current, claim.amount, claim.stated_prior):
        return ClaimVerdict.INCONSISTENT
    if movement.rate is None:
        is_negative = interval is not None and interval.high < 0 <= movement.current.value
        return ClaimVerdict.INCONSISTENT if is_negative or _is_denied(claim) else ClaimVerdict.CONSISTENT
    if movement.prior is None or movement.change is None:
        return ClaimVerdict.NOT_CHECKABLE
    if movement.prior == 0:
        is_nothing = not movement.change and not movement.rate.value
        return ClaimVerdict.CONSISTENT if is_nothing else ClaimVerdict.NOT_CHECKABLE
    found = _held_against(movement)
    firm = are_exact(claim.current, claim.amount, claim.rate, claim.stated_prior) and movement.current.value >= 0
    return found if firm or found is ClaimVerdict.CONSISTENT else ClaimVerdict.NOT_CHECKABLE


def _is_denied(claim: ChangeClaim) -> bool:
    """Whether nothing is printed but that an amount stayed as it was, and the reason in the same statement says that it did not."""
    has_figure = claim.amount is not None or claim.stated_prior is not None
    return claim.direction is Direction.UNCHANGED and not has_figure and "direction_conflict" in claim.reason.flags


def _held_against(movement: Movement) -> ClaimVerdict:
    """Return the verdict for a printed rate over a base that is not zero."""
    exact = movement.exact_rate
    if exact is not None and movement.rate is not None and rounds_to(exact, movement.rate):
        return ClaimVerdict.CONSISTENT
    if has_wrong_denominator(movement) or not is_possible(movement):
        return ClaimVerdict.INCONSISTENT
    return ClaimVerdict.ROUNDING
