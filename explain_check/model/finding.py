"""Verdicts, findings and coverage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from explain_check.model.text import Place


class Severity(StrEnum):
    """How much a finding weighs: certain, likely, or worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Outcome(StrEnum):
    """A rule's answer."""

    PASS = "pass"
    FAIL = "fail"
    UNDECIDED = "undecided"


class Obstacle(StrEnum):
    """Why a rule could not decide."""

    NO_RATE = "no_rate"
    NO_AMOUNT = "no_amount"
    NO_CURRENT = "no_current"
    NO_WHOLE = "no_whole"
    NO_LINK = "no_link"
    NO_TABLE = "no_table"
    NO_YEAR = "no_year"
    SEVERAL_CELLS = "several_cells"
    ZERO_BASE = "zero_base"
    NOT_EXACT = "not_exact"
    SINGLE_STATEMENT = "single_statement"
    NOT_CONCERNED = "not_concerned"
    NOT_PRINTED_LAST_YEAR = "not_printed_last_year"
    SEVERAL_AMOUNTS = "several_amounts"
    OTHER_BASIS = "other_basis"
    BASIS_UNSAID = "basis_unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """The slip that explains a wrong figure, and what the figure should probably be."""

    kind: str
    message: str
    correction: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A rule's answer for one claim (判定); an undecided one, and no other, names its obstacle.

    ``stated`` and ``computed`` are decimals as text. ``severity`` overrides the rule's own where the case is weaker.
    ``place`` narrows the finding to the words meant.
    """

    outcome: Outcome
    obstacle: Obstacle | None = None
    stated: str | None = None
    computed: str | None = None
    message: str = ""
    message_en: str = ""
    diagnosis: Diagnosis | None = None
    evidence: tuple[Place, ...] = ()
    severity: Severity | None = None
    place: Place | None = None

    def __post_init__(self) -> None:
        """Hold that exactly the undecided verdicts name an obstacle."""
        if (self.outcome is Outcome.UNDECIDED) != (self.obstacle is not None):
            raise ValueError("an undecided verdict, and no other, names its obstacle")


PASSED = Verdict(outcome=Outcome.PASS)


@cache
def undecided(obstacle: Obstacle) -> Verdict:
    """Return the verdict of a rule that cannot decide."""
    return Verdict(outcome=Outcome.UNDECIDED, obstacle=obstacle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong (检查发现): rule, severity, the claim it concerns, where, and why."""

    rule: str
    severity: Severity
    claim: str | None
    place: Place
    stated: str | None
    computed: str | None
    message: str
    message_en: str
    diagnosis: Diagnosis | None
    evidence: tuple[Place, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UncheckedFigure:
    """A budget figure that no check could hold against another, and why."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much was checked (覆盖度): printed figures of budget statements, those checked, and the rest with reasons.

    ``cells`` counts the amounts of the tables, zeros aside, ``cells_checked`` those held against a sum, another cell or the prose.
    """

    figures: int
    checked: int
    unchecked: tuple[UncheckedFigure, ...]
    undecided: tuple[tuple[str, int], ...]
    cells: int = 0
    cells_checked: int = 0
    cells_unchecked: tuple[UncheckedFigure, ...] = ()
