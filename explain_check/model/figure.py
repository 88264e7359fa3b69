"""Printed figures and the intervals that rounding leaves open."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache

from explain_check.model.value import value

_ONE = Decimal(1)
#: How many 元 one unit of money holds.
MONEY_UNITS = {
    "元": Decimal(1),
    "百元": Decimal(100),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "千万元": Decimal(10_000_000),
    "亿元": Decimal(100_000_000),
}
#: Units of what is measured, not counted: their figures are rounded ones.
MEASURED = frozenset(("平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "米", "公顷", "亩", "公斤", "吨", "千瓦", "小时", "分钟"))
_FACTORS = {(unit, other): factor / MONEY_UNITS[other] for unit, factor in MONEY_UNITS.items() for other in MONEY_UNITS}
PERCENT = "%"
PERCENTAGE_POINT = "百分点"


class Bound(StrEnum):
    """How firmly a figure is printed: exactly, or with 约, 不超过, 不低于 before it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


@value
class Interval:
    """The values (取整区间) that a figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def divide(self, other: Interval) -> Interval | None:
        """Return the quotient, or None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def scale(self, factor: Decimal) -> Interval:
        """Return the interval times a positive factor."""
        return self if factor is _ONE else Interval(self.low * factor, self.high * factor)

    def overlaps(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def contains(self, value: Decimal) -> bool:
        """Whether the value lies inside."""
        return self.low <= value <= self.high


@cache
def _half_of(decimals: int) -> Decimal:
    return Decimal(5).scaleb(-decimals - 1)


@value
class Figure:
    """A printed number (数字): its value in ``unit``, the text as printed, and how firmly it is meant.

    ``unit`` is a money unit of MONEY_UNITS, ``%``, ``百分点``, a counting word (人, 辆, 个 …) or empty.
    ``decimals`` counts the printed decimals in ``unit``; it is negative where trailing zeros are a
    rounding (3千万 printed in 万元). A share 0.75 printed as 75% has value 75 and unit ``%``.
    """

    value: Decimal
    unit: str
    text: str
    decimals: int = 0
    bound: Bound = Bound.EXACT

    @property
    def half(self) -> Decimal:
        """Half of the last printed place; a zero without decimals means none at all."""
        if not self.value and self.decimals <= 0:
            return Decimal(0)
        return _half_of(self.decimals)

    @property
    def interval(self) -> Interval:
        """The values that round to the printed figure (see :class:`Interval`)."""
        half = self.half
        return Interval(self.value - half, self.value + half)

    @property
    def values(self) -> Interval:
        """The values that the figure may stand for: a whole number of people or things stands for itself alone."""
        is_counted = self.decimals <= 0 and not self.is_money and self.unit != PERCENT and self.unit not in MEASURED
        return Interval(self.value, self.value) if is_counted else self.interval

    @property
    def is_money(self) -> bool:
        """Whether the unit is one of money."""
        return self.unit in MONEY_UNITS

    def factor_to(self, unit: str) -> Decimal:
        """Return what this figure's value is multiplied with to stand in ``unit``."""
        return _ONE if unit == self.unit else _FACTORS[self.unit, unit]

    def interval_in(self, unit: str) -> Interval:
        """Return the interval in another unit of money; KeyError where either is none."""
        return self.interval.scale(self.factor_to(unit))

    def value_in(self, unit: str) -> Decimal:
        """Return the value in another unit of money; KeyError where either is none."""
        return self.value * self.factor_to(unit)


@value
class Mention:
    """A figure at its place ``[start, end)`` in the text that was read, unit included."""

    figure: Figure
    start: int
    end: int
