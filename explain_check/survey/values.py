"""Figures as a store keeps them: decimal texts with six decimals at most, none where they do not fit."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from explain_check.model.claim import Printed
from explain_check.model.figure import MONEY_UNITS, Figure, Interval

Value = str | int | None
Row = tuple[Value, ...]
_STEP = Decimal("0.000001")
_MOST_AMOUNT = Decimal(10) ** 18
_MOST_PERCENT = Decimal(10) ** 12


def yuan(figure: Figure | None) -> str | None:
    """Return an amount of money in 元, None for anything else."""
    return bounded(figure.value_in("元"), _MOST_AMOUNT) if figure is not None and figure.is_money else None


def printed_yuan(printed: Printed | None) -> str | None:
    """Return an amount of the prose in 元, None where nothing is printed."""
    return yuan(printed.figure) if printed is not None else None


def percent(printed: Printed | None) -> str | None:
    """Return a percentage of the prose without its sign, None where nothing is printed."""
    return bounded(abs(printed.figure.value), _MOST_PERCENT) if printed is not None and not printed.figure.is_money else None


def in_yuan(value: Decimal | None, unit: str) -> str | None:
    """Return a computed amount in 元, None where there is none or its unit is not one of money."""
    return bounded(value * MONEY_UNITS[unit], _MOST_AMOUNT) if value is not None and unit in MONEY_UNITS else None


def ends(interval: Interval | None, unit: str) -> tuple[str | None, str | None]:
    """Return both ends of an interval in 元."""
    return (in_yuan(interval.low, unit), in_yuan(interval.high, unit)) if interval is not None else (None, None)


def bounded(value: Decimal, most: Decimal) -> str | None:
    """Return a decimal text with six decimals at most, None for a number that is larger than any amount can be."""
    if abs(value) >= most:
        return None
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6:
        value = value.quantize(_STEP, rounding=ROUND_HALF_UP)
    return f"{value:f}"
