"""Counts, sums and products, each for itself, and counts that must fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from explain_check.model.claim import Claim
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim, ThresholdCase


def find_quantities(claims: Sequence[Claim]) -> Iterator[CountClaim | SumClaim | ProductClaim | ThresholdCase]:
    """Yield the counts, sums and products of a document, and counts above one value beside those above a higher one."""
    counts = [claim for claim in claims if isinstance(claim, CountClaim)]
    yield from (claim for claim in claims if isinstance(claim, CountClaim | SumClaim | ProductClaim))
    yield from _thresholds(counts)


def _thresholds(counts: Sequence[CountClaim]) -> Iterator[ThresholdCase]:
    """Yield counts above one value beside those above a higher one, of one sentence, in rising order."""
    for lower, higher in pairwise(counts):
        if lower.threshold is None or higher.threshold is None or lower.current is None or higher.current is None:
            continue
        rises = lower.threshold.figure.value_in("元") < higher.threshold.figure.value_in("元")
        if rises and (lower.sentence, lower.unit) == (higher.sentence, higher.unit):
            yield ThresholdCase(lower=lower, higher=higher)
