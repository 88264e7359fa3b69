"""What carries over from sentence to sentence inside a section."""

from __future__ import annotations

from dataclasses import dataclass, field

from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import Level
from explain_check.model.claim import Base
from explain_check.model.text import Passage


@dataclass(slots=True)
class SectionContext:
    """What a section has said so far: its base, topic, open lists, and the words it is in the middle of.

    ``unread`` holds the clauses without figures behind the topic: what they name is read when an amount asks for it.
    """

    passage: Passage
    scope: str
    base: Base | None = None
    topic: str = ""
    topic_start: int = 0
    topic_end: int = 0
    unread: list[Clause] = field(default_factory=list)
    heads: list[Level] = field(default_factory=list)
    compared: str = ""
    use_until: int = 0
    cause: tuple[int, int] | None = None
