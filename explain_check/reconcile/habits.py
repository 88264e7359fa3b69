"""How a document works out its rates: from the figures that it prints, or from what these were before they were rounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from explain_check.model.arithmetic import Movement, possible_rates, rounds_to
from explain_check.model.recomputation import Recomputation

#: So many statements must show the habit, and one in so many may break it: that one is the slip.
_ENOUGH, _BROKEN_BY = 8, 8
#: Where the printed amounts allow so many rates, the exact one is there by intent: 9万元 beside 7.73万元 allows 10.0% to 23.0%.
_TELLING = 8


def find_unusual(recomputed: Mapping[str, Recomputation]) -> dict[str, int]:
    """Return the statements whose rates only rounding explains where others, as finely printed, follow exactly, with how many do."""
    by_decimals: dict[tuple[int, int], dict[str, Movement]] = defaultdict(dict)
    for id_, found in recomputed.items():
        movement = found.movement
        if movement is not None and _is_telling(movement):
            other = movement.stated_prior or movement.amount
            by_decimals[movement.current.decimals, other.decimals if other else 0][id_] = movement
    unusual: dict[str, int] = {}
    for group in by_decimals.values():
        usual = sum(_follows(movement) for movement in group.values())
        if usual >= _ENOUGH and (len(group) - usual) * _BROKEN_BY <= usual:
            unusual.update((id_, usual) for id_, movement in group.items() if not _is_near(movement))
    return unusual


def _is_telling(movement: Movement) -> bool:
    """Whether the printed amounts would allow several rates beside the exact one."""
    if movement.rate is None or movement.exact_rate is None or not movement.sign or not movement.rate.value:
        return False
    step = movement.rate.interval.high - movement.rate.interval.low
    return any(found.high is not None and found.high - found.low >= _TELLING * step for found in possible_rates(movement))


def _follows(movement: Movement) -> bool:
    return movement.rate is not None and movement.exact_rate is not None and rounds_to(movement.exact_rate, movement.rate)


def _is_near(movement: Movement) -> bool:
    """Whether the printed rate is the exact one or its neighbour, which may come of a figure that was rounded after all."""
    if movement.rate is None or movement.exact_rate is None:
        return False
    return abs(movement.rate.value - movement.exact_rate) <= movement.rate.interval.high - movement.rate.interval.low
