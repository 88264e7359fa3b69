"""Change statements that agree one by one and cannot all be true together: the whole is the sum of its parts in both years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from explain_check.model.arithmetic import Movement, movement_of, rounds_to
from explain_check.model.case import ChangeSumCase
from explain_check.model.claim import ChangeClaim
from explain_check.model.figure import Interval
from explain_check.reconcile.polygons import HalfPlane, Polygon, add, clip, rectangle, sides

_ONE = Fraction(1)
_ZERO = Fraction(0)


def impossible_rates(case: ChangeSumCase) -> tuple[ChangeClaim, ...]:
    """Return the statements whose rate makes a family impossible, whichever way its issuer worked.

    Either all rates were taken of the printed amounts; then each of them can be recomputed exactly. Or all were taken of the true
    amounts; then some true amounts of whole and parts must round to everything printed. The fewest rates that fail the first test,
    and without which the second is passed, are the culprits. Nothing is said where several sets are equally small.
    """
    if len(case.whole) != 1:
        return ()
    movements = {claim.id: movement for claim in (*case.whole, *case.parts) if (movement := movement_of(claim)) is not None}
    if len(movements) != len(case.parts) + 1 or any(not _is_plain(movement) for movement in movements.values()):
        return ()
    failing = [claim for claim in (*case.whole, *case.parts) if not _is_exact(movements[claim.id])]
    if not failing or _are_possible(case, movements):
        return ()
    for size in range(1, len(failing) + 1):
        found = [chosen for chosen in combinations(failing, size) if _are_possible(case, _without_rates(movements, chosen))]
        if found:
            return found[0] if len(found) == 1 else ()
    return ()


def _without_rates(movements: dict[str, Movement], claims: Sequence[ChangeClaim]) -> dict[str, Movement]:
    return {**movements, **{claim.id: replace(movements[claim.id], rate=None) for claim in claims}}


def _is_plain(movement: Movement) -> bool:
    return movement.current.value >= 0 and (movement.prior is None or movement.prior >= 0)


def _is_exact(movement: Movement) -> bool:
    """Whether the rate of the printed amounts rounds to the printed one; nothing can be said of a base of zero."""
    exact = movement.exact_rate
    return movement.rate is None or exact is None or rounds_to(exact, movement.rate)


def _are_possible(case: ChangeSumCase, movements: dict[str, Movement]) -> bool:
    """Whether some true amounts of the parts, summed, lie among the true amounts of the whole."""
    total: Polygon = ((_ZERO, _ZERO),)
    for part in case.parts:
        open_values = _polygon(movements[part.id])
        if not open_values:
            return False
        total = add(total, open_values)
    whole = _polygon(movements[case.whole[0].id])
    return bool(whole) and bool(clip(whole, sides(total)))


def _polygon(movement: Movement) -> Polygon:
    """Return the (earlier, current) amounts that the printed figures of a statement leave open; nothing in both years is nothing."""
    if not movement.current.value and not movement.sign:
        return ((_ZERO, _ZERO),)
    low, high = _fractions(movement.current.interval)
    change = movement.amount.interval if movement.amount else Interval(low=movement.current.value * 0, high=movement.current.value * 0)
    least, most = _fractions(change)
    if movement.sign < 0:
        least, most = -most, -least
    elif not movement.sign:
        least, most = min(-most, least), most
    prior = (max(low - most, _ZERO), max(high - least, _ZERO))
    planes: list[HalfPlane] = [(-_ONE, _ONE, least), (_ONE, -_ONE, -most)]
    if movement.rate is not None and movement.sign:
        slow, fast = (value / 100 for value in _fractions(movement.rate.interval))
        slow, fast = (slow, fast) if movement.sign > 0 else (-fast, -slow)
        planes += [(-(1 + slow), _ONE, _ZERO), (1 + fast, -_ONE, _ZERO)]
    return clip(rectangle(prior, (low, high)), planes)


def _fractions(interval: Interval) -> tuple[Fraction, Fraction]:
    return Fraction(interval.low), Fraction(interval.high)


def all_impossible(cases: Sequence[ChangeSumCase]) -> dict[str, tuple[ChangeClaim, ...]]:
    """Return, by claim id, the statements beside which a statement's rate cannot be true."""
    return {claim.id: tuple(c for c in (*case.whole, *case.parts) if c is not claim) for case in cases for claim in impossible_rates(case)}
