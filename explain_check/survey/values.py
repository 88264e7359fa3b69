"""Figures as a store keeps them: decimal texts with six decimals at most, none where they do not fit."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from explain_check.model.claim import Printed
from explain_check.model.figure import MONEY_UNITS, Figure, Interval

Value = str | int | None
Row = tuple[Value, ...]
_STEP = Decimal("0.000001")
_DECIMALS = 6
#: Digits before the point that a column holds: DECIMAL(24,6) for amounts, DECIMAL(18,6) for percentages.
_AMOUNT_DIGITS, _PERCENT_DIGITS = 18, 12


def yuan(figure: Figure | None) -> str | None:
    """Return an amount of money in 元, None for anything else."""
    return in_yuan(figure.value, figure.unit) if figure is not None else None


def printed_yuan(printed: Printed | None) -> str | None:
    """Return an amount of the prose in 元, None where nothing is printed."""
    return yuan(printed.figure) if printed is not None else None


def percent(printed: Printed | None) -> str | None:
    """Return a percentage of the prose without its sign, None where nothing is printed."""
    return bounded(abs(printed.figure.value), _PERCENT_DIGITS) if printed is not None and not printed.figure.is_money else None


def in_yuan(value: Decimal | None, unit: str) -> str | None:
    """Return an amount in 元, None where there is none or its unit is not one of money."""
    factor = MONEY_UNITS.get(unit)
    return bounded(value * factor, _AMOUNT_DIGITS) if value is not None and factor is not None else None


def ends(interval: Interval | None, unit: str) -> tuple[str | None, str | None]:
    """Return both ends of an interval in 元."""
    return (in_yuan(interval.low, unit), in_yuan(interval.high, unit)) if interval is not None else (None, None)


def bounded(value: Decimal, digits: int) -> str | None:
    """Return a decimal text with six decimals at most, None for a number with more digits before the point than a column holds."""
    if value.adjusted() >= digits:
        return None
    text = f"{value:f}"
    point = text.find(".")
    return text if point < 0 or len(text) - point - 1 <= _DECIMALS else f"{value.quantize(_STEP, rounding=ROUND_HALF_UP):f}"
