"""Which amount a statement of movement speaks of, where its own words do not say."""

from __future__ import annotations

import re

from explain_check.extract.clauses import PARAGRAPH
from explain_check.extract.drafts import Level, Reading
from explain_check.extract.levels import parts_of
from explain_check.model.text import Passage

#: A name with fewer characters names nothing by itself.
SHORTEST_NAME = 5
_STOP = re.compile(f"[。{PARAGRAPH}]")
_TAILS = re.compile(r"(?:支出|收入)?(?:年初)?(?:预算|决算)?(?:总额|总计|合计|数)?")
#: How many amounts back the one before a bracket is looked for.
_NEAR = 12
_LONGEST_BRACKET = 200


def short_for(reading: Reading, passage: Passage, subject: str) -> Level | None:
    """Return the amount of the sentence before whose name a subject shortens, where no amount bears that name itself.

    一般公共预算财政拨款支出1,264.92万元，占…。与上年相比，一般公共预算财政拨款增加27.44万元: of the spending, not of what another section
    calls 一般公共预算财政拨款收入.
    """
    near = [level for level in reading.levels[-_NEAR:] if level.section is passage and level.sentence >= reading.sentence - 1]
    if len(subject) < SHORTEST_NAME or any(level.subject == subject for level in near):
        return None
    longer = [level for level in near if level.part_of is None and level.subject.startswith(subject)]
    return next((level for level in reversed(longer) if _TAILS.fullmatch(level.subject, len(subject))), None)


def outside_bracket(reading: Reading, level: Level, start: int) -> Level:
    """Return the amount before a bracket that closed after a level: …运行费28万元(购置费0万元，运行维护费28万元)，较上年无增减."""
    text = level.section.text
    opened = text.rfind("(", 0, level.start + 1)
    if opened < 0 or text.find(")", opened) not in range(level.end, start):
        return level
    near = (other for other in reversed(reading.levels[-_NEAR:]) if other.section is level.section)
    return next((other for other in near if opened - 2 <= other.end <= opened), level)


def before_bracket(reading: Reading, passage: Passage, at: int) -> Level | None:
    """Return the amount whose parts the open bracket around a place lists: 基本支出60万元(其中:人员经费50万元，占83.33%), None for none."""
    opened = passage.text.rfind("(其中", max(0, at - _LONGEST_BRACKET), at)
    if opened < 0 or passage.text.count("(", opened, at) == passage.text.count(")", opened, at):
        return None
    near = (other for other in reversed(reading.levels[-_NEAR:]) if other.section is passage)
    return next((other for other in near if opened - 2 <= other.end <= opened), None)


def first_start(reading: Reading, level: Level) -> int:
    """Return where the statement's own amount begins: for 收、支总计各… at the first total of the sentence."""
    if level.account not in ("支出总计", "收入总计"):
        return level.start
    return min(
        x.start
        for x in reading.levels
        if x is level or (x.sentence == level.sentence and x.section is level.section and x.printed.figure == level.printed.figure)
    )


def whole_before(reading: Reading, level: Level, start: int) -> tuple[Level, bool] | None:
    """Return the whole of the list that a full stop ended, where a change without a subject begins the next sentence.

    收入总计1,802.52万元，其中：财政拨款1,800.00万元，其他收入2.52万元。比上年增加…: the whole moved.
    """
    whole, text = level.part_of, level.section.text
    if whole is None or len(parts_of(whole, reading.levels)) <= 1 or "。" not in text[level.end : start]:
        return None
    return None if _STOP.search(text, whole.end + 1, level.start) else (whole, True)


def whole_instead(reading: Reading, level: Level) -> tuple[Level | None, bool]:
    """Return the whole that a change after a list may belong to, and whether the list before it is complete.

    收入总计1,802.52万元，其中：本年收入1,802.52万元，上年结转0万元，比上年增加…: the parts make the whole, so the whole moved.
    """
    whole = level.part_of
    if whole is None or whole.sentence != reading.sentence or PARAGRAPH in level.section.text[whole.end : level.start]:
        return None, False
    parts = [part for part in parts_of(whole, reading.levels) if part.sentence == reading.sentence]
    if any(draft.sentence == reading.sentence and draft.level in parts for draft in reading.changes):
        return None, False
    total = sum((part.printed.figure.value_in("元") for part in parts), start=whole.printed.figure.value_in("元") * 0)
    return whole, len(parts) > 1 and total == whole.printed.figure.value_in("元")
