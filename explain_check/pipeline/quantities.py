"""Counts, sums and products, each for itself, and counts that must fit each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from explain_check.model.claim import Claim
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim, ThresholdCase, VehiclesCase

_CARS = re.compile(
    r"(?:本?(?:单位|部门))?(?:共有|现有|实有)?(?:开支(?:一般公共预算)?(?:财政拨款)?的?)?公务用车(?:保有量|实有数?|总数)?(?:共|为)?"
)
_VEHICLES = re.compile(r"(?:本?(?:单位|部门))?(?:共有|现有|实有)?车辆(?:总数)?(?:共|为)?")


def find_quantities(claims: Sequence[Claim]) -> Iterator[CountClaim | SumClaim | ProductClaim | ThresholdCase | VehiclesCase]:
    """Yield the counts, sums and products of a document, and counts above one value beside those above a higher one."""
    counts = [claim for claim in claims if isinstance(claim, CountClaim)]
    yield from (claim for claim in claims if isinstance(claim, CountClaim | SumClaim | ProductClaim))
    yield from _thresholds(counts)
    yield from _vehicles(
        [claim for claim in counts if claim.sort == "vehicles" and claim.current is not None],
        {claim.whole.printed.place.location.start: claim for claim in claims if isinstance(claim, SumClaim)},
    )


def _thresholds(counts: Sequence[CountClaim]) -> Iterator[ThresholdCase]:
    """Yield counts above one value beside those above a higher one, of one sentence, in rising order."""
    for lower, higher in pairwise(counts):
        if lower.threshold is None or higher.threshold is None or lower.current is None or higher.current is None:
            continue
        rises = lower.threshold.figure.value_in("元") < higher.threshold.figure.value_in("元")
        if rises and (lower.sentence, lower.unit) == (higher.sentence, higher.unit):
            yield ThresholdCase(lower=lower, higher=higher)


def _vehicles(counts: Sequence[CountClaim], sums: Mapping[int, SumClaim]) -> Iterator[VehiclesCase]:
    """Yield the official cars beside the listed vehicles of the same date, where the document names one number of each."""
    cars, vehicles = ([claim for claim in counts if name.fullmatch(claim.subject)] for name in (_CARS, _VEHICLES))
    if len({_number(claim) for claim in vehicles}) == len({_number(claim) for claim in cars}) == 1 and cars[0].year == vehicles[0].year:
        listed = (sums.get(claim.current.place.location.start) for claim in vehicles if claim.current)
        yield from (VehiclesCase(cars=cars[0], vehicles=vehicles[0], listed=found) for found in listed if found is not None)


def _number(claim: CountClaim) -> str:
    return claim.current.figure.text if claim.current else ""
