"""Statements while they are being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from explain_check.model.claim import Base, DirectionWord, Printed, Reason
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim
from explain_check.model.text import Passage

NO_REASON = Reason(text="", connector="", place=None)


@dataclass(slots=True, kw_only=True, eq=False)
class Level:
    """An amount of the prose with its subject; ``start`` and ``end`` are positions in its section's text.

    ``sentence`` numbers the sentence over the whole document; ``year`` is the year printed before the amount; ``part_of`` is
    the amount before 其中; ``role`` is ``budget`` or ``actual`` where the words say so. ``row``, not 0, is the
    same for all amounts of one 分别: what follows speaks of none of them alone.
    """

    subject: str
    account: str
    printed: Printed
    section: Passage
    scope: str
    start: int
    end: int
    sentence: int
    year: int | None = None
    role: str = ""
    part_of: Level | None = None
    share: Printed | None = None
    share_of: str = ""
    is_own: bool = True
    row: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class ChangeDraft:
    """A statement of movement; ``alternative`` is the whole that it may belong to instead of the part last named.

    ``is_named`` says that it names its subject itself; ``row``, not 0, is the same for all that one 分别 states. ``prior_year`` is that of
    ``stated_prior`` where the base names another. ``is_unsaid`` says that both amounts alone tell how it moved.
    """

    subject: str
    account: str
    section: Passage
    scope: str
    level: Level | None
    base: Base
    base_printed: bool
    start: int
    end: int
    sentence: int
    is_equal: bool = False
    is_unsaid: bool = False
    amount: Printed | None = None
    rate: Printed | None = None
    stated_prior: Printed | None = None
    prior_year: int | None = None
    denied_by: DirectionWord | None = None
    words: list[DirectionWord] = field(default_factory=list)
    reason: Reason = NO_REASON
    alternative: Level | None = None
    alternative_is_whole: bool = False
    is_named: bool = False
    row: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class ExecutionDraft:
    """A budget and its actual; positions and ``row`` as in :class:`Level`."""

    subject: str
    account: str
    section: Passage
    budget: Level | None
    actual: Level | None
    budget_kind: str
    start: int
    end: int
    sentence: int
    rate: Printed | None = None
    difference: Printed | None = None
    difference_rate: Printed | None = None
    is_turned: bool = False
    comparison: str | None = None
    reason: Reason = NO_REASON
    row: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class RowItem:
    """A name to which 分别 gives a figure, with its amount and its change once they are read; ``start`` is a position in the section."""

    subject: str
    account: str
    start: int
    level: Level | None = None
    change: ChangeDraft | None = None


Explained = ChangeDraft | ExecutionDraft


def is_explained(draft: Explained) -> bool:
    """Whether a statement has its reason already, be it one left empty."""
    return bool(draft.reason.connector or draft.reason.text)


@dataclass(slots=True, kw_only=True, eq=False)
class Reading:
    """All that was read of a document so far; ``sentence`` counts on over sections.

    ``families`` holds for each scope in brackets, (一), that of the heading above it; ``base`` is what all that follows is compared with:
    比2023年（下同）.
    """

    entity: str
    year: int | None
    is_final_accounts: bool
    levels: list[Level] = field(default_factory=list)
    changes: list[ChangeDraft] = field(default_factory=list)
    executions: list[ExecutionDraft] = field(default_factory=list)
    families: dict[str, str] = field(default_factory=dict)
    quantities: list[CountClaim | SumClaim | ProductClaim] = field(default_factory=list)
    base: Base | None = None
    sentence: int = 0
