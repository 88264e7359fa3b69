"""Words of direction before 主要原因是 that say the opposite of the statement: 减少0.60万元，增加的主要原因是…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.bases import before_base, compares_with_own_budget
from explain_check.extract.clauses import PARAGRAPH, Clause
from explain_check.extract.drafts import ChangeDraft, Explained, Reading
from explain_check.extract.reason_heads import MOVED
from explain_check.extract.reasons import DIRECTIONS, SLIGHTLY, names_statement
from explain_check.extract.subjects import clean_subject
from explain_check.model.claim import Direction, DirectionWord
from explain_check.model.text import Passage

#: 增加或减少的 | 增加(减少)的: the template's alternatives
_ALTERNATIVE = re.compile(r"(?:增加?|增长|上升|减少?|下降|降低|持平)[)(/或、和与及]+$")
#: 减少的主要原因是…；增加的主要原因是…: both sides of one change
_OTHER_SIDE = re.compile(r"(?:增加|增长|上升|减少|下降|降低)的?(?:主要)?(?:原因|因素|是因)")


def note_denial(reading: Reading, targets: Sequence[Explained], head: Clause, end: int, passage: Passage) -> None:
    """Keep the word before a connector, which ends at ``end``, that denies what the reason explains.

    What stands before the word names each of the statements, or nothing at all; its place is that of all these words.
    """
    moved = MOVED.search(head.text)
    changes = [draft for draft in targets if isinstance(draft, ChangeDraft) and draft.words]
    if moved is None or not changes or compares_with_own_budget(head.text) or _ALTERNATIVE.search(head.text[: moved.start()]):
        return
    direction = Direction(DIRECTIONS.get(moved["verb"][0], "decrease"))
    name = clean_subject(before_base(SLIGHTLY.sub("", head.text[: moved.start()]), reading.year), reading.entity)
    if any(direction in {word.direction for word in draft.words} or (name and not names_statement(name, draft)) for draft in changes):
        return
    if _OTHER_SIDE.search(passage.text[end:].partition(PARAGRAPH)[0]):
        return
    begins = head.end - len(head.text.lstrip()) if name or changes[-1].section is not passage else changes[-1].start
    place = passage.place(begins, end)
    for draft in changes:
        draft.denied_by = DirectionWord(text=moved["verb"], direction=direction, place=place)
