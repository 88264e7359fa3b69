"""Changes that another explains: their whole, or what the sentence before says with its cause.

支出预算比上年减少5万元，主要原因是…。其中：教育支出减少3万元，住房保障支出减少2万元.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explain_check.model.claim import ChangeClaim, Claim, Direction, LevelClaim


def explained_by_wholes(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ids of the changes below 其中 that moved as their whole did, whose reason is printed before them."""
    wholes = {_start(claim): claim.whole.place.location.start for claim in claims if isinstance(claim, LevelClaim) and claim.whole}
    changes = [claim for claim in claims if isinstance(claim, ChangeClaim) and claim.current is not None]
    told = {_start(claim): claim for claim in changes if claim.reason.place is not None and claim.direction is not Direction.UNCHANGED}
    return frozenset(
        claim.id for claim in changes if (whole := told.get(wholes.get(_start(claim), -1))) is not None and _speaks_of(whole, claim)
    )


def explained_just_before(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ids of the changes that only say in figures what the change before them was, with its reason.

    因新增一辆车，车辆费用增加2万元。公务用车费28万元，比去年同期26万元增长7.69%。
    """
    changes = [claim for claim in claims if isinstance(claim, ChangeClaim)]
    return frozenset(claim.id for before, claim in pairwise(changes) if before.reason.text and _says_again(claim, before))


def _says_again(claim: ChangeClaim, before: ChangeClaim) -> bool:
    """Whether a change prints both amounts, which differ by what the change before it moved."""
    prior, current = claim.stated_prior, claim.current
    if before.amount is None or prior is None or current is None or claim.amount is not None or before.direction is not claim.direction:
        return False
    difference = abs(current.figure.value_in("元") - prior.figure.value_in("元"))
    return difference == before.amount.figure.value_in("元") and before.place.location.section == claim.place.location.section


def _speaks_of(whole: ChangeClaim, part: ChangeClaim) -> bool:
    """Whether the reason of a whole stands before a part that moved the same way against the same year."""
    place = whole.reason.place
    stands_before = place is not None and place.location.end <= part.place.location.start
    return stands_before and part.direction is whole.direction and part.base.year == whole.base.year


def _start(claim: LevelClaim | ChangeClaim) -> int:
    return claim.current.place.location.start if claim.current is not None else -1
