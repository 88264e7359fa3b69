"""Find amounts dated otherwise than those of the same list: 2026年度预算12万元，2024年度预算11万元 where all others print 2025年度预算."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from explain_check.model.claim import LevelClaim
from explain_check.model.misdated import MisdatedCase

#: What may stand between this year's amount and the one beside it: ，2025年度预算
_NEAR = 24
#: How many items must be dated alike for each that is not.
_FEWEST_ALIKE = 3

_Pair = tuple[LevelClaim, LevelClaim]


def find_misdated_beside(levels: Sequence[LevelClaim], year: int) -> Iterator[MisdatedCase]:
    """Yield each amount, this year's or the one beside it, that bears an earlier year than those in its place in the other items."""
    pairs: defaultdict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for one, other in pairwise(sorted(levels, key=_start)):
        if one.year and other.year and max(one.year, other.year) <= year and _are_of_one_item(one, other):
            pairs[one.scope, one.basis].append((one, other))
    for found in pairs.values():
        for wanted in ((year, year - 1), (year - 1, year)):
            stale = [pair for pair in found if _years(pair) != wanted]
            alike = len(found) - len(stale)
            if alike >= _FEWEST_ALIKE * max(1, len(stale)):
                yield from _misdated(stale, wanted, alike)


def _misdated(stale: Sequence[_Pair], wanted: tuple[int, int], alike: int) -> Iterator[MisdatedCase]:
    """Yield the one amount of each pair that is dated otherwise than wanted."""
    for pair in stale:
        odd = [
            (claim, dated, meant)
            for claim, dated, meant in zip(pair, _years(pair), wanted, strict=True)
            if dated is not None and dated < meant
        ]
        if len(odd) == 1:
            claim, dated, meant = odd[0]
            yield MisdatedCase(claim=claim, printed=dated, year=meant, alike=alike)


def _years(pair: _Pair) -> tuple[int | None, int | None]:
    return pair[0].year, pair[1].year


def _are_of_one_item(one: LevelClaim, other: LevelClaim) -> bool:
    """Whether two amounts of one account and one kind stand side by side."""
    is_near = 0 < _start(other) - one.current.place.location.end < _NEAR
    return is_near and one.account == other.account and one.scope == other.scope and one.basis == other.basis


def _start(claim: LevelClaim) -> int:
    """Return where an amount stands."""
    return claim.current.place.location.start
