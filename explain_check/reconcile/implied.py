"""What one figure of a case must be, given the others."""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import HUNDRED, Movement, amount_of, possible_rates, sign_of
from explain_check.model.case import Case, ChangeCase, ChangeSumCase, TotalsCase
from explain_check.model.claim import ExecutionClaim, Printed, ShareClaim
from explain_check.model.figure import Figure, Interval
from explain_check.model.link import Link
from explain_check.model.quantity import Closure, SumClaim
from explain_check.model.repeat import HeadAmountCase

_UNIT = "元"


def implied_values(case: Case, printed: Printed) -> Interval | None:
    """Return the values, in the figure's own unit, that the other figures of a case leave open; None where they do not tell."""
    match case:
        case SumClaim() if case.closure is Closure.COMPLETE:
            return case.implied(printed)
        case TotalsCase(income=income, expenditure=expenditure):
            other = expenditure.current if printed is income.current else income.current
            return _in_unit(other.figure.interval_in(_UNIT), printed.figure)
        case HeadAmountCase(head=head, amount=amount):
            return _in_unit((amount if printed is head.current else head.current).figure.interval_in(_UNIT), printed.figure)
        case ShareClaim(part=part, share=share, whole=whole) if whole is not None:
            return _of_share(printed, part, share, whole)
        case ExecutionClaim(actual=actual, rate=rate, budget=budget) if actual is not None and rate is not None and budget is not None:
            return _of_share(printed, actual, rate, budget)
        case ChangeCase(claim=claim):
            movement = case.recomputed.movement
            return _of_change(movement, printed, claim.rate, claim.amount) if movement is not None else None
        case ChangeSumCase():
            return _of_changes(case, printed)
        case Link(rivals=rivals) if len({rival.cell.figure for rival in rivals}) == 1 and rivals[0].cell.figure is not None:
            return _in_unit(rivals[0].cell.figure.interval_in(_UNIT), printed.figure)
        case _:
            return None


def _in_unit(amount: Interval, figure: Figure) -> Interval:
    return amount.scale(1 / figure.factor_to(_UNIT))


def _of_share(printed: Printed, part: Printed, share: Printed, whole: Printed) -> Interval | None:
    rate = share.figure.interval.scale(1 / HUNDRED)
    if printed is share:
        found = part.figure.interval_in(_UNIT).divide(whole.figure.interval_in(_UNIT))
        return found.scale(HUNDRED) if found is not None else None
    if printed is part:
        return _in_unit(whole.figure.interval_in(_UNIT) * rate, printed.figure)
    found = part.figure.interval_in(_UNIT).divide(rate)
    return _in_unit(found, printed.figure) if found is not None else None


def _of_change(movement: Movement, printed: Printed, rate: Printed | None, amount: Printed | None) -> Interval | None:
    """Return the rate by the amounts, the change by current and rate, the current amount by change and rate."""
    if printed is rate:
        ranges = [(found.low, found.high) for found in possible_rates(movement) if found.high is not None]
        return Interval(low=min(low for low, _ in ranges), high=max(high for _, high in ranges)) if ranges else None
    if movement.rate is None or movement.amount is None or not movement.sign:
        return None
    share = movement.rate.interval.scale(1 / HUNDRED)
    one = Interval(low=Decimal(1), high=Decimal(1))
    base = one + share if movement.sign > 0 else one - share
    if printed is amount:
        part = share.divide(base)
        return movement.current.interval * part if part is not None else None
    prior = movement.amount.interval.divide(share)
    return prior * base if prior is not None else None


def _of_changes(case: ChangeSumCase, printed: Printed) -> Interval | None:
    """Return the size of one change by all others, None where its sign would turn."""
    total = Interval(low=Decimal(0), high=Decimal(0))
    own = None
    for claims, sign in ((case.whole, 1), (case.parts, -1)):
        for claim in claims:
            if claim.amount is printed:
                own = (sign, sign_of(claim.direction))
            elif claim.amount is not None:
                change = amount_of(claim.amount.figure, _UNIT).interval.scale(Decimal(1))
                total = total + change if sign * sign_of(claim.direction) > 0 else total - change
    if own is None or not own[1]:
        return None
    size = total if -own[0] * own[1] > 0 else Interval(low=-total.high, high=-total.low)
    return _in_unit(size, printed.figure) if size.low > 0 else None
