"""What carries over from sentence to sentence inside a section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import Level, RowItem
from explain_check.extract.runs import Run
from explain_check.model.claim import Base, Printed
from explain_check.model.text import Passage


class Adjustment(NamedTuple):
    """An amount before and after something was added or, if it ``falls``, taken; what is not read yet is None."""

    subject: str
    before: Printed
    after: Printed | None
    change: Printed | None
    falls: bool
    start: int


@dataclass(slots=True)
class SectionContext:
    """What a section has said so far: its base, topic, open lists, and the words it is in the middle of.

    ``unread`` holds the clauses without figures behind the topic: what they name is read when an amount asks for it. ``runs`` are the
    figures that 分别 gives to as many names, by their starts; ``row`` those names as last read, in sentence ``row_sentence``;
    ``named`` is the whole that a list named again (财政拨款支出预算中，…), with its sentence.
    ``against_budget`` says that the sentence compares with this year's budget: 与预算相比，减少0.77万元; ``is_elsewhere``, with a thing
    of another kind.
    """

    passage: Passage
    scope: str
    base: Base | None = None
    topic: str = ""
    topic_start: int = 0
    topic_end: int = 0
    unread: list[Clause] = field(default_factory=list)
    heads: list[Level] = field(default_factory=list)
    brief: list[Level] = field(default_factory=list)
    named: tuple[Level, int] | None = None
    compared: str = ""
    against_budget: bool = False
    is_elsewhere: bool = False
    use_until: int = 0
    cause: tuple[int, int] | None = None
    runs: Mapping[int, Run] = field(default_factory=dict)
    row: Sequence[RowItem] = ()
    row_sentence: int = -1
    read: Run | None = None
    adjustment: Adjustment | None = None
