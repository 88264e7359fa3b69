"""How far a share of few may be from the share of all: the score interval of Wilson (1927)."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054
"""The two-sided 95 % quantile of the normal distribution."""


def wilson(count: int, total: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of a share, from 0 to 1; all of it where nothing was counted."""
    if total <= 0:
        return 0.0, 1.0
    share, square = count / total, _Z * _Z / total
    centre, reach = share + square / 2, _Z * sqrt((share * (1 - share) + square / 4) / total)
    return max(0.0, (centre - reach) / (1 + square)), min(1.0, (centre + reach) / (1 + square))


def ranged(low: float, high: float) -> str:
    """Return an interval in per cent."""
    return f"{100 * low:.2f}–{100 * high:.2f}"
