"""Interval arithmetic of changes, shares and completion rates; exact, over Decimal, without any tolerance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from explain_check.model.claim import ChangeClaim, Direction, Printed
from explain_check.model.figure import MONEY_UNITS, PERCENT, Bound, Figure, Interval
from explain_check.model.value import value

HUNDRED = Decimal(100)
ZERO = Decimal(0)
_SIGNS = {Direction.INCREASE: 1, Direction.DECREASE: -1, Direction.UNCHANGED: 0}


@value
class Amount:
    """A printed figure as a bare number: its value, the values it may stand for, its decimals."""

    value: Decimal
    interval: Interval
    decimals: int

    @property
    def half(self) -> Decimal:
        """Half of the interval's width."""
        return (self.interval.high - self.interval.low) / 2

    def may_be(self, other: Amount) -> bool:
        """Whether both may stand for one value: those printed alike for their own alone, 90.08 is not 90.09, but 90.1 may be."""
        return self.value == other.value or (self.half != other.half and self.interval.overlaps(other.interval))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotients:
    """The quotients that are possible; ``high`` is None where the divisor may be as small as one likes."""

    low: Decimal
    high: Decimal | None

    def overlaps(self, other: Interval) -> bool:
        """Whether some possible quotient lies in the interval."""
        return self.low <= other.high and (self.high is None or other.low <= self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """The figures of a change statement in one unit: ``sign`` is 1 for a rise, -1 for a fall, 0 for neither."""

    sign: int
    current: Amount
    amount: Amount | None
    rate: Amount | None
    stated_prior: Amount | None

    @property
    def prior(self) -> Decimal | None:
        """The earlier amount by the printed figures, None where they do not give it."""
        if self.stated_prior is not None:
            return self.stated_prior.value
        if self.amount is not None:
            return self.current.value - self.sign * self.amount.value
        return self.current.value if self.sign == 0 else None

    @property
    def change(self) -> Decimal | None:
        """The size of the change by the printed figures, along the printed direction."""
        if self.amount is not None:
            return self.amount.value
        if self.stated_prior is not None and self.sign:
            return self.sign * (self.current.value - self.stated_prior.value)
        return ZERO if self.sign == 0 else None

    @property
    def exact_rate(self) -> Decimal | None:
        """The rate in per cent by the printed figures, None over a base that is not positive."""
        prior, change = self.prior, self.change
        return None if prior is None or change is None or prior <= 0 else change / prior * HUNDRED


def amount_of(figure: Figure, unit: str) -> Amount:
    """Return a figure's bare number in ``unit``; a figure of no unit of money is taken as it stands."""
    convertible = figure.is_money and unit in MONEY_UNITS
    factor = figure.factor_to(unit) if convertible else Decimal(1)
    return Amount(value=figure.value * factor, interval=figure.interval.scale(factor), decimals=figure.decimals)


def total_of(amounts: Iterable[Amount]) -> Interval:
    """Return the sum of amounts as an interval."""
    return sum((amount.interval for amount in amounts), start=Interval(low=ZERO, high=ZERO))


def turn(interval: Interval) -> Interval:
    """Return the interval of the negative values."""
    return Interval(low=-interval.high, high=-interval.low)


def rate_of(figure: Figure) -> Amount:
    """Return a percentage without its sign; a printed 0% stands for everything that rounds to it."""
    value, half = abs(figure.value), Decimal(5).scaleb(-figure.decimals - 1)
    return Amount(value=value, interval=Interval(low=value - half, high=value + half), decimals=figure.decimals)


def sign_of(direction: Direction) -> int:
    """Return 1 for a rise, -1 for a fall, 0 for no change."""
    return _SIGNS[direction]


def are_exact(*printed: Printed | None) -> bool:
    """Whether none of the figures is meant only roughly (约, 不超过)."""
    return all(item is None or item.figure.bound is Bound.EXACT for item in printed)


def hardly_moved(claim: ChangeClaim) -> bool:
    """Whether the amount is said to have hardly moved: 与上年基本持平; 基本支出 alone says no such thing."""
    return claim.direction is Direction.UNCHANGED and "基本" in claim.place.quote


def movement_of(claim: ChangeClaim) -> Movement | None:
    """Return the figures of a change, None without a current amount."""
    if claim.current is None:
        return None
    rate = claim.rate if claim.rate is not None and claim.rate.figure.unit == PERCENT else None
    return Movement(
        sign=sign_of(claim.direction),
        current=amount_of(claim.current.figure, claim.unit),
        amount=_size(claim.amount, claim.unit),
        rate=rate_of(rate.figure) if rate else None,
        stated_prior=amount_of(claim.stated_prior.figure, claim.unit) if claim.stated_prior else None,
    )


def _size(printed: Printed | None, unit: str) -> Amount | None:
    """Return a printed change without its sign."""
    if printed is None:
        return None
    found = amount_of(printed.figure, unit)
    return found if found.value >= 0 else Amount(value=-found.value, interval=turn(found.interval), decimals=found.decimals)


def prior_interval(movement: Movement) -> Interval | None:
    """Return the values that the earlier amount may have, whichever way the change was derived."""
    if movement.stated_prior is not None:
        return movement.stated_prior.interval
    if movement.sign == 0:
        return movement.current.interval
    if movement.amount is None:
        return _prior_by_rate(movement)
    return difference(movement.current.interval, movement.sign, movement.amount.interval)


def prior_agrees(movement: Movement) -> bool:
    """Whether a printed base amount can stand beside the current amount and the change."""
    stated, amount = movement.stated_prior, movement.amount
    if stated is None:
        return True
    if movement.sign and amount is not None:
        return difference(movement.current.interval, movement.sign, amount.interval).overlaps(stated.interval)
    if not movement.sign:
        return movement.current.interval.overlaps(stated.interval)
    return _rise(movement.current.interval, stated.interval, movement.sign).high >= 0


def _prior_by_rate(movement: Movement) -> Interval | None:
    """Return current ÷ (1 ± rate), None where a fall may be one of 100%."""
    if movement.rate is None:
        return None
    part = movement.rate.interval.scale(movement.sign / HUNDRED)
    part = part if movement.sign > 0 else Interval(low=part.high, high=part.low)
    return movement.current.interval.divide(Interval(low=1 + part.low, high=1 + part.high))


def difference(current: Interval, sign: int, amount: Interval) -> Interval:
    """Return current − sign × amount."""
    return current - amount if sign > 0 else current + amount


def quotients(numerator: Interval, divisor: Interval) -> Quotients | None:
    """Return the percentages of a part in a positive base, None where the base cannot be positive."""
    if divisor.high <= 0 or numerator.high < 0:
        return None
    low = max(numerator.low, ZERO) / divisor.high * HUNDRED
    return Quotients(low=low, high=numerator.high / divisor.low * HUNDRED if divisor.low > 0 else None)


def possible_rates(movement: Movement) -> tuple[Quotients, ...]:
    """Return the rates that are possible, one range for each honest origin of the change.

    The issuer rounded the true change, or subtracted the printed amounts; a printed base gives a third range.
    """
    found: list[Quotients | None] = []
    current, amount, stated = movement.current, movement.amount, movement.stated_prior
    if movement.sign == 0:
        found.append(quotients(Interval(low=ZERO, high=amount.interval.high if amount else ZERO), current.interval))
    elif amount is not None:
        found.append(quotients(amount.interval, difference(current.interval, movement.sign, amount.interval)))
        printed = current.value - movement.sign * amount.value
        base = Interval(low=printed - amount.half, high=printed + amount.half)
        found.append(quotients(_rise(current.interval, base, movement.sign), base))
    if stated is not None and movement.sign:
        found.append(quotients(_rise(current.interval, stated.interval, movement.sign), stated.interval))
    return tuple(item for item in found if item is not None)


def _rise(current: Interval, base: Interval, sign: int) -> Interval:
    """Return the distance from base to current along the printed direction."""
    return current - base if sign > 0 else base - current


def is_possible(movement: Movement) -> bool:
    """Whether the printed figures and the printed rate can be true together."""
    if movement.rate is None:
        return True
    return any(found.overlaps(movement.rate.interval) for found in possible_rates(movement))


def could_be_true(current: Figure, amount: Figure, rate: Figure, direction: Direction) -> bool:
    """Whether a current amount, a change and a rate can be true together; both amounts in the same kind of unit."""
    figures = Movement(
        sign=sign_of(direction),
        current=amount_of(current, current.unit),
        amount=amount_of(amount, current.unit),
        rate=rate_of(rate),
        stated_prior=None,
    )
    return is_possible(figures)


def rounds_to(value: Decimal, printed: Amount) -> bool:
    """Whether a value rounds to the printed figure; on the border both neighbours are right."""
    return printed.interval.contains(value)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Return the value at the given number of decimals, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-max(decimals, 0)), rounding=ROUND_HALF_UP)


def is_cut_off(exact: Decimal, printed: Amount) -> bool:
    """Whether a printed figure is the exact one without its last digits (6.00 for 6.0099), which the issuer should have rounded."""
    unit = Decimal(1).scaleb(-max(printed.decimals, 0))
    return exact.quantize(unit, rounding=ROUND_DOWN) == printed.value != exact.quantize(unit, rounding=ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Return a decimal as text without an exponent."""
    return format(value, "f")
