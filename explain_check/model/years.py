"""What a disclosure hands on to the next year's: facts, statements, and the units that it speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from explain_check.model.case import WithoutFigures
from explain_check.model.claim import BaseKind, Direction
from explain_check.model.figure import Figure, Interval
from explain_check.model.recomputation import ClaimVerdict
from explain_check.model.text import Anchor, Place

#: A change of so many digits does not come twice by chance.
_TELLING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKey:
    """What a figure is about (事实键): account, which money it is part of (a sense of lexicons/scopes.csv), basis and year."""

    account: str
    scope: str
    basis: BaseKind
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFact:
    """An amount that a disclosure prints (事实): its key, the figure in 元, whether a table holds it, and where."""

    key: FactKey
    figure: Figure
    is_cell: bool
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStatement:
    """A change statement in short; amounts in 元, ``rate`` in per cent, ``base`` is None where no year is known.

    ``prior`` are the values that the earlier amount may have, None where the statement does not give it or gives it only
    roughly; ``implied`` is the amount by the printed figures. ``says_basis`` is False where the text names only a year
    (比上年). ``is_firm`` says that the statement names its base itself.
    """

    claim: str
    account: str
    scope: str
    base: FactKey | None
    says_basis: bool
    is_firm: bool
    direction: Direction
    current: Decimal | None
    delta: Decimal | None
    rate: Decimal | None
    implied: Decimal | None
    prior: Interval | None
    verdict: ClaimVerdict
    reason: str
    categories: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRecord:
    """A disclosure's facts and statements (年度记录); ``units`` are the bodies that it names as part of its budget."""

    source: str
    entity: str
    year: int | None
    kind: str
    facts: tuple[YearFact, ...]
    statements: tuple[YearStatement, ...]
    units: tuple[str, ...] = ()


def agrees_with(statement: YearStatement, printed: Sequence[YearFact]) -> bool | None:
    """Whether some amount lies where the statement's earlier amount must lie; None where nothing can be compared."""
    if statement.prior is None or not printed:
        return None
    return any(fact.figure.interval.overlaps(statement.prior) for fact in printed)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCase(WithoutFigures):
    """A statement that is asked about beside the disclosure ``last`` of the year before."""

    statement: YearStatement
    last: str

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(place=self.statement.place, claim=self.statement.claim, words=self.statement.account)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorCase(StatementCase):
    """A change statement beside what last year's disclosure prints under the same key; ``printed`` may be empty.

    ``agreeing`` and ``differing`` count the document's other statements with the same manner of naming the base.
    """

    printed: tuple[YearFact, ...]
    agreeing: int
    differing: int

    @property
    def agrees(self) -> bool | None:
        """Whether some printed amount is a possible earlier amount; None where nothing can be compared."""
        return agrees_with(self.statement, self.printed)

    @property
    def amounts(self) -> tuple[Interval, ...]:
        """The amounts of the prose that cannot be one another's rounding; those of the tables where the prose has none."""
        kept: list[Interval] = []
        for fact in [fact for fact in self.printed if not fact.is_cell] or self.printed:
            if not any(fact.figure.interval.overlaps(other) for other in kept):
                kept.append(fact.figure.interval)
        return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedStatementCase(StatementCase):
    """A statement beside last year's about the same account; ``years`` counts for how long the same reason stands."""

    earlier: YearStatement
    years: int

    @property
    def is_copy(self) -> bool:
        """Whether change, rate, direction and reason are all last year's; a change of two digits may come again by chance."""
        this, last = self.statement, self.earlier
        is_telling = this.delta is not None and len(this.delta.normalize().as_tuple().digits) >= _TELLING
        return is_telling and (this.delta, this.rate, this.direction, this.reason) == (
            last.delta,
            last.rate,
            last.direction,
            last.reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAmount:
    """What a unit prints itself: its name, its disclosure's name, and the amount, None where it prints none."""

    unit: str
    document: str
    fact: YearFact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsCase(WithoutFigures):
    """An amount of a body with its units beside those that each of them, the body's own office included, prints itself."""

    whole: YearFact
    parts: tuple[UnitAmount, ...]

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=None, place=self.whole.place, words=self.whole.key.account)


YearCase = PriorCase | RepeatedStatementCase | UnitsCase
