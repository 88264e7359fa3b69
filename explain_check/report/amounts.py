"""Figures as decimal texts: no separators, the printed decimals kept, never a binary float."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from explain_check.model.claim import ChangeClaim, Printed
from explain_check.model.figure import MONEY_UNITS, Figure
from explain_check.model.recomputation import Recomputation

LONGEST = 6
"""More decimals than these are the tail of a division, not something printed."""


def fixed(value: Decimal, places: int, rounding: str = ROUND_HALF_UP) -> str:
    """Return the value with so many decimals."""
    places, exact = max(places, 0), f"{value:f}"
    more = len(exact.partition(".")[2]) - places
    if not more:
        return exact
    if more > 0:
        step = Decimal(1).scaleb(-places)
        value = (value / step).to_integral_value(rounding) * step
    return f"{value:.{places}f}"


def _places(value: Decimal) -> int:
    """Return how many decimals a value holds."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def places_in(figure: Figure, unit: str) -> int:
    """Return the printed decimals of a figure when it stands in ``unit``."""
    if not (figure.is_money and unit in MONEY_UNITS):
        return figure.decimals
    return figure.decimals - figure.factor_to(unit).adjusted()


def amount(figure: Figure, unit: str) -> str:
    """Return a figure as printed, moved to ``unit`` where both are money: 1,234.50元 in 万元 is 0.123450."""
    if unit == figure.unit or not (figure.is_money and unit in MONEY_UNITS):
        return fixed(figure.value, figure.decimals)
    return fixed(figure.value_in(unit), places_in(figure, unit))


def printed(part: Printed | None, unit: str) -> str | None:
    """Return a figure of the prose in ``unit``, None where nothing is printed."""
    return None if part is None else amount(part.figure, unit)


def unsigned(part: Printed | None, unit: str) -> str | None:
    """Return a figure of the prose without its sign: 增加-3万元 prints a change of 3."""
    text = printed(part, unit)
    return None if text is None else text.removeprefix("-")


def trimmed(value: Decimal, places: int, rounding: str) -> str:
    """Return an end of an interval: exact where it is short, otherwise rounded outwards."""
    text = fixed(value, min(max(_places(value), places), max(LONGEST, places)), rounding)
    while "." in text and text.endswith("0") and len(text) - text.index(".") - 1 > places:
        text = text[:-1]
    return text.removesuffix(".")


def prior(claim: ChangeClaim, recomputed: Recomputation | None) -> dict[str, object] | None:
    """Return the earlier amount with its interval, None where it cannot be told."""
    if claim.stated_prior is not None:
        return _stated(claim.stated_prior.figure, claim.unit)
    if recomputed is None or recomputed.prior is None:
        return None
    figures = [part.figure for part in (claim.current, claim.amount) if part is not None]
    places = max((places_in(figure, claim.unit) for figure in figures), default=_places(recomputed.prior))
    interval = recomputed.prior_interval
    low, high = (interval.low, interval.high) if interval else (recomputed.prior, recomputed.prior)
    return {
        "value": fixed(recomputed.prior, places),
        "low": trimmed(low, places, ROUND_FLOOR),
        "high": trimmed(high, places, ROUND_CEILING),
    }


def _stated(figure: Figure, unit: str) -> dict[str, object]:
    """Return a printed earlier amount."""
    places = max(places_in(figure, unit), 0)
    interval = figure.interval_in(unit) if figure.is_money and unit in MONEY_UNITS else figure.interval
    low, high = trimmed(interval.low, places, ROUND_FLOOR), trimmed(interval.high, places, ROUND_CEILING)
    return {"value": amount(figure, unit), "low": low, "high": high, "stated": True}


def recomputed_rate(claim: ChangeClaim, recomputed: Recomputation | None) -> str | None:
    """Return the rate that follows from the amounts, in per cent, with the printed decimals but two at least."""
    if recomputed is None or recomputed.rate is None:
        return None
    places = claim.rate.figure.decimals if claim.rate else 2
    return fixed(abs(recomputed.rate), max(places, 2))
