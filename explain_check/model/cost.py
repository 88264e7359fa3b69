"""What a project is to cost by its cost indicators (成本指标), beside the money it has."""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.claim import TableCell
from explain_check.model.figure import Interval
from explain_check.model.form import FormAmount, Indicator, Sign
from explain_check.model.goal import FormCase
from explain_check.model.value import value

_EXACT = (Sign.EXACT, Sign.NONE)


@value
class Cost:
    """A cost indicator: an amount, or a price with the indicators that it is multiplied with and the months of a year."""

    indicator: Indicator
    quantities: tuple[Indicator, ...] = ()
    months: int = 1

    @property
    def value(self) -> Decimal:
        """The amount in 元, as printed."""
        return self._multiplied(exact=True).low

    @property
    def interval(self) -> Interval:
        """The values in 元 that rounding leaves open."""
        return self._multiplied(exact=False)

    @property
    def is_exact(self) -> bool:
        """Whether price and numbers are to be met exactly, not at most or at least."""
        return all(each.target is not None and each.target.sign in _EXACT for each in (self.indicator, *self.quantities))

    @property
    def formula(self) -> str:
        """The amount, or the price with its numbers."""
        found = [each.value.printed.strip().lstrip("=＝ ") for each in (self.indicator, *self.quantities)]
        return " × ".join((*found, str(self.months)) if self.months > 1 else found)

    def _multiplied(self, *, exact: bool) -> Interval:
        made: Interval | None = None
        for indicator in (self.indicator, *self.quantities):
            if indicator.target is not None:
                figure = indicator.target.figure
                values = Interval(low=figure.value, high=figure.value) if exact else figure.values
                values = values.scale(figure.factor_to("元")) if figure.is_money else values
                made = values if made is None else made * values
        months = Decimal(self.months)
        return Interval(low=months, high=months) if made is None else made.scale(months) if self.months > 1 else made


@value
class CostCase(FormCase):
    """A project's amount with its cost indicators; ``carried`` are its amounts in the table of carry-over.

    ``costs`` are those that can be told in money, without the one that only repeats the whole; ``is_whole`` says that these are all.
    """

    amount: FormAmount
    costs: tuple[Cost, ...]
    carried: tuple[TableCell, ...]
    is_whole: bool

    @property
    def value(self) -> Decimal:
        """The sum of the costs in 元, as printed."""
        return sum((cost.value for cost in self.costs), Decimal(0))

    @property
    def interval(self) -> Interval:
        """The values of the sum in 元 that rounding leaves open."""
        found = [cost.interval for cost in self.costs]
        return Interval(low=sum((each.low for each in found), Decimal(0)), high=sum((each.high for each in found), Decimal(0)))

    @property
    def money(self) -> Interval:
        """The project's amount in 元."""
        return self.amount.printed.figure.interval_in("元")

    @property
    def money_with_carried(self) -> Interval:
        """The project's amount in 元 with what is carried over for it."""
        found = self.money
        for cell in self.carried:
            if cell.cell.figure is not None:
                found = found + cell.cell.figure.interval_in("元")
        return found
