"""How a document works out its rates: from the figures that it prints, or from what these were before they were rounded."""

from __future__ import annotations

from collections.abc import Mapping

from explain_check.model.arithmetic import Movement, possible_rates, rounds_to
from explain_check.model.recomputation import Recomputation

#: So many statements must show the habit, and one in so many may break it: that one is the slip.
_ENOUGH, _BROKEN_BY = 8, 8
#: Where the printed amounts allow so many rates, the exact one is there by intent: 9万元 beside 7.73万元 allows 10.0% to 23.0%.
_TELLING = 8


def find_unusual(recomputed: Mapping[str, Recomputation]) -> tuple[frozenset[str], int]:
    """Return the statements whose rates only rounding explains where those of all others follow exactly, and how many these are."""
    movements = {id_: found.movement for id_, found in recomputed.items() if found.movement is not None}
    telling = {id_: movement for id_, movement in movements.items() if _is_telling(movement)}
    unusual = frozenset(id_ for id_, movement in telling.items() if not _is_near(movement))
    usual = sum(_follows(movement) for movement in telling.values())
    return (unusual, usual) if usual >= _ENOUGH and (len(telling) - usual) * _BROKEN_BY <= usual else (frozenset(), 0)


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
