"""Statements around a bracket that lists parts: 增加200万元（其中：人员经费1100万元，增加150万元），增长20%."""

from __future__ import annotations

from explain_check.extract.drafts import ChangeDraft, Reading
from explain_check.model.text import Passage

#: What may stand between a statement and the bracket: a comma
_GAP = 2
_LONGEST = 1500


def change_around(reading: Reading, passage: Passage, start: int) -> ChangeDraft | None:
    """Return the change before a bracket that held the last change and closed between it and ``start``; None where none did."""
    last = reading.changes[-1] if reading.changes else None
    if last is None or last.section is not passage:
        return None
    closed = passage.text.find(")", last.end, start)
    opened = _opening(passage.text, closed) if closed >= 0 else -1
    if opened < 0 or last.start < opened:
        return None
    near = (change for change in reversed(reading.changes) if change.section is not passage or change.start < opened)
    before = next(near, None)
    return before if before is not None and before.section is passage and before.end >= opened - _GAP else None


def _opening(text: str, closed: int) -> int:
    """Return where the bracket that closes at ``closed`` opens, -1 where it does not, or too far away."""
    depth = 0
    for at in range(closed, max(-1, closed - _LONGEST), -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return at
    return -1
