"""Statements about figures, typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from explain_check.model.printed import Direction as Direction
from explain_check.model.printed import Printed as Printed
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim
from explain_check.model.reason import Category as Category
from explain_check.model.reason import Reason as Reason
from explain_check.model.reason import ReasonItem as ReasonItem
from explain_check.model.table import Cell
from explain_check.model.text import Anchor, Location, Place
from explain_check.model.value import value


class BaseKind(StrEnum):
    """What an amount is compared with: 预算, 预算执行数, 决算, or not said."""

    BUDGET = "budget"
    EXECUTION = "execution"
    FINAL_ACCOUNTS = "final_accounts"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What is compared with, as printed (上年预算); ``year`` is resolved against the document's year."""

    text: str
    year: int | None
    kind: BaseKind

    @property
    def is_adjusted(self) -> bool:
        """Whether it is the budget as adjusted in the course of the year (调整预算数), another amount than the one adopted (年初预算数)."""
        return "调整" in self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionWord:
    """A printed word of movement (增加, 下降, 持平) with its place.

    ``direction`` is what it says with the sign of its figure (增长-9.09% is a fall); ``is_doubled`` marks 减少-5万元.
    """

    text: str
    direction: Direction
    place: Place
    is_doubled: bool = False


@value
class LevelClaim:
    """An amount of this year (基本支出3,048.31万元); ``share`` is the printed 占x% of it, ``whole`` what it is a part of.

    ``basis`` is ``budget`` or ``actual`` where the words before the amount say so (年初预算为, 支出决算为);
    ``is_named`` is False where the subject was taken over; ``reporting_year`` is that of its part of the document, if not the document's.
    """

    id: str
    subject: str
    account: str
    scope: str
    unit: str
    current: Printed
    share: Printed | None
    whole: Printed | None
    whole_subject: str
    year: int | None
    place: Place
    basis: str = ""
    is_named: bool = True
    reporting_year: int | None = None

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.account)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeClaim:
    """A statement of movement (增减变动): 比上年预算增加100.93万元，增长3.42%.

    ``amount`` and ``rate`` are unsigned as printed, None where the text prints none; ``stated_prior`` is the base amount where the text
    prints it. ``words`` are the direction words in printed order, ``denied_by`` the one before the reason that says the opposite;
    ``base_printed`` is False where the base was taken over from an earlier statement; ``current_year`` is the year printed before the
    current amount, ``prior_year`` that before the base amount where the base names another; ``reporting_year`` as with LevelClaim.
    """

    id: str
    subject: str
    account: str
    scope: str
    unit: str
    current: Printed | None
    current_in_statement: bool
    share: Printed | None
    base: Base
    base_printed: bool
    direction: Direction
    amount: Printed | None
    rate: Printed | None
    stated_prior: Printed | None
    words: tuple[DirectionWord, ...]
    reason: Reason
    place: Place
    current_year: int | None = None
    prior_year: int | None = None
    denied_by: DirectionWord | None = None
    reporting_year: int | None = None

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.account)

    @property
    def is_contradictory(self) -> bool:
        """Whether the words say both directions (减增加21.90万元): then they say none."""
        return len({word.direction for word in self.words}) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareClaim:
    """A share (占x%) of ``part`` in ``whole``; ``whole`` is None where the text does not name it."""

    id: str
    subject: str
    scope: str
    part: Printed
    share: Printed
    whole: Printed | None
    whole_subject: str
    list_id: str
    place: Place

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """Part, share and whole."""
        return (*printed_figures(self), *((self.whole,) if self.whole else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionClaim:
    """A budget against its actual: 年初预算2万元，支出决算1.5万元，完成预算的75%, 减少0.5万元，下降25% (``difference``, unsigned)."""

    id: str
    subject: str
    account: str
    unit: str
    budget: Printed | None
    budget_kind: str
    actual: Printed | None
    rate: Printed | None
    comparison: str | None
    reason: Reason
    place: Place
    difference: Printed | None = None
    difference_rate: Printed | None = None
    is_turned: bool = False
    reporting_year: int | None = None

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """Budget, actual, rate and difference."""
        return printed_figures(self)


Claim = LevelClaim | ChangeClaim | ShareClaim | ExecutionClaim | CountClaim | SumClaim | ProductClaim


def printed_figures(claim: Claim) -> tuple[Printed, ...]:
    """Return the figures that a claim prints; those of sums and products are levels, too, or stand in forms."""
    found: tuple[Printed | None, ...] = ()
    match claim:
        case LevelClaim():
            found = (claim.current, claim.share)
        case ChangeClaim():
            found = (claim.current, claim.amount, claim.rate, claim.share, claim.stated_prior)
        case ShareClaim():
            found = (claim.part, claim.share)
        case ExecutionClaim():
            found = (claim.budget, claim.actual, claim.rate, claim.difference, claim.difference_rate)
        case CountClaim():
            found = (claim.money,)
    return tuple([printed for printed in found if printed is not None])


@value
class TableCell:
    """A cell together with the id, caption and unit of its table."""

    table: str
    caption: str
    unit: str
    cell: Cell

    @property
    def place(self) -> Place:
        """The cell as evidence: table, row, column and printed amount."""
        words = (self.caption, self.cell.row_label, self.cell.column_label, self.cell.text)
        where = Location(section=self.caption, page=self.cell.page, start=self.cell.start, end=self.cell.end)
        return Place(quote=" ".join(word for word in words if word), location=where)
