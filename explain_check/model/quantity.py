"""Statements about people and things, and how amounts are made up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from explain_check.model.figure import MONEY_UNITS, PERCENT, Interval
from explain_check.model.printed import Direction, Printed
from explain_check.model.text import Anchor, Place
from explain_check.model.value import value


@value
class CountClaim:
    """A number of people or things (数量): 在职120人，减少2人; 当年财政拨款项目13个，涉及预算金额1,357.42万元.

    ``sort`` says what is counted (serving, retired, posts, vehicles, projects, secret_projects …: lexicons/counted.csv), empty
    where the list does not know it; ``unit`` is the counting word. ``current`` is None where only a movement is stated
    (新招录工作人员10名); ``amount`` is unsigned as printed, its ``direction`` None where nothing moves. ``money`` is the amount that
    the counted things carry, ``threshold`` the value that each of them reaches at least (单价50万元以上). Counts of one
    ``sentence`` share its number.
    """

    id: str
    subject: str
    sort: str
    scope: str
    unit: str
    current: Printed | None
    direction: Direction | None
    amount: Printed | None
    money: Printed | None
    threshold: Printed | None
    year: int | None
    sentence: int
    place: Place

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The amount that the counted things carry."""
        return (self.money,) if self.money else ()


@value
class ThresholdCase:
    """Counts of the same things, of one value and more (50万元以上) and of a higher value and more (100万元以上), in one sentence."""

    lower: CountClaim
    higher: CountClaim

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.higher.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """None: both amounts only say which things are meant."""
        return ()


class Closure(StrEnum):
    """How surely a list names all parts: a total or the family of the parts says so, the list looks like it, or it need not."""

    COMPLETE = "complete"
    LIKELY = "likely"
    OPEN = "open"


@value
class Part:
    """A figure with the words that name it; ``place`` holds both."""

    subject: str
    printed: Printed
    place: Place


@value
class SumClaim:
    """A whole and its parts (合计): 印刷费3万元，会议费2万元，合计5万元. All figures are money, or all are counted in ``unit``.

    Where the total is one of several years (三年合计), ``span`` is their number and ``years`` are those that the parts name.
    """

    id: str
    scope: str
    whole: Part
    parts: tuple[Part, ...]
    closure: Closure
    place: Place
    span: int | None = None
    years: frozenset[int] = frozenset()

    @property
    def subject(self) -> str:
        """What the whole is."""
        return self.whole.subject

    @property
    def unit(self) -> str:
        """The unit of the whole."""
        return self.whole.printed.figure.unit

    @property
    def total(self) -> Decimal:
        """The sum of the parts as printed, in the whole's unit."""
        return sum((part.printed.figure.value * _factor(part.printed, self.unit) for part in self.parts), Decimal(0))

    @property
    def interval(self) -> Interval:
        """The values that the sum of the parts may have, in the whole's unit."""
        found = [part.printed.figure.values.scale(_factor(part.printed, self.unit)) for part in self.parts]
        return Interval(low=sum([each.low for each in found], Decimal(0)), high=sum([each.high for each in found], Decimal(0)))

    def implied(self, printed: Printed) -> Interval:
        """Return what one of the figures must be, in its own unit, given the others."""
        if printed is self.whole.printed:
            return self.interval
        others = replace(self, parts=tuple(part for part in self.parts if part.printed is not printed))
        left = self.whole.printed.figure.values - others.interval
        return left.scale(1 / _factor(printed, self.unit))

    @property
    def fits(self) -> bool:
        """Whether the parts can make the whole."""
        return self.interval.overlaps(self.whole.printed.figure.values)

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """Whole and parts."""
        return (self.whole.printed, *(part.printed for part in self.parts))


@value
class Term:
    """Factors multiplied, added or (``sign`` -1) taken away."""

    factors: tuple[Printed, ...]
    sign: int = 1


@value
class ProductClaim:
    """How an amount is computed (测算): 8人×5000元×12个月=48万元; 计划招聘7人，每人每年8.36万元.

    The ``terms`` added up, times ``months`` where a price is one of a month and no number of months is printed, give ``result``.
    ``closure`` says how surely the text means so: it prints every factor and the result as such, or leaves one to infer.
    ``is_tariff`` marks prices that are exact by nature (按0.05元/条计费).
    """

    id: str
    scope: str
    terms: tuple[Term, ...]
    months: int
    result: Part
    closure: Closure
    is_tariff: bool
    place: Place

    @property
    def subject(self) -> str:
        """What the result is."""
        return self.result.subject

    @property
    def unit(self) -> str:
        """The unit of the result."""
        return self.result.printed.figure.unit

    @property
    def product(self) -> Decimal:
        """The terms as printed, in the unit of the result."""
        return self._sum(exact=True).low

    @property
    def interval(self) -> Interval:
        """The values that the terms may have, in the unit of the result."""
        return self._sum(exact=False)

    @property
    def fits(self) -> bool:
        """Whether the terms can make the result."""
        return self.interval.overlaps(self.result.printed.figure.values)

    def _sum(self, *, exact: bool) -> Interval:
        found = Interval(low=Decimal(0), high=Decimal(0))
        for term in self.terms:
            made = Interval(low=Decimal(self.months), high=Decimal(self.months))
            for factor in term.factors:
                values = Interval(low=factor.figure.value, high=factor.figure.value) if exact else factor.figure.values
                made = made * values.scale(_factor(factor, self.unit))
            found = found + made if term.sign > 0 else found - made
        return found

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The result and every factor once."""
        found = [self.result.printed, *(factor for term in self.terms for factor in term.factors)]
        return tuple(dict.fromkeys(found))


def _factor(printed: Printed, unit: str) -> Decimal:
    """Return what a figure is multiplied with to stand in ``unit``: per cent are hundredths, counts stay as they are."""
    figure = printed.figure
    if figure.unit == PERCENT:
        return Decimal("0.01")
    return figure.factor_to(unit) if figure.is_money and unit in MONEY_UNITS else Decimal(1)


@value
class VehiclesCase:
    """The official cars (公务用车保有量) of a body beside all of its vehicles (车辆) at the same date, listed by kind."""

    cars: CountClaim
    vehicles: CountClaim
    listed: SumClaim

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.vehicles.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """None: counts are no amounts."""
        return ()
