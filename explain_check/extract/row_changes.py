"""Statements of movement on several names at once: 比上年分别减少1万元、2万元，分别下降10%、20%; 均与上年持平."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.bases import BaseMention, before_comparison, find_base
from explain_check.extract.binding import differs_from_budget
from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import ChangeDraft, Reading, RowItem, is_explained
from explain_check.extract.levels import printed_year
from explain_check.extract.moves import Role, verb_before
from explain_check.extract.row_items import items_of_words
from explain_check.extract.runs import Run
from explain_check.extract.statements import direction_words, open_change, unsigned
from explain_check.extract.subjects import is_account
from explain_check.model.claim import Direction, DirectionWord, Printed

#: 均与上年持平 | 都比上年无变化 | 分别与上年持平
_EACH = re.compile("均|都|分别")


def note_changes(
    reading: Reading, context: SectionContext, run: Run, head: str, role: Role, items: Sequence[RowItem], figures: Sequence[Printed]
) -> None:
    """Take the changes or rates of a row into one statement for each item: the open ones where they fit, else new ones."""
    passage, base, last = context.passage, find_base(head, reading.year), run.mentions[-1].end
    if not all(_goes_on(item.change, role, base) for item in items):
        if not _may_begin(reading, context, role, base, items):
            return
        for item in items:
            _open(reading, context, item, base, head, run)
    verb_text = passage.text[run.head_start : run.mentions[0].start]
    before = 0
    for item, figure, mention in zip(items, figures, run.mentions, strict=True):
        draft = item.change
        assert draft is not None
        printed, is_negative = unsigned(figure)
        if role is Role.RATE:
            draft.rate = printed
        else:
            draft.amount = printed
        own = verb_before(passage.text[before : mention.start], role is Role.RATE) if before else None
        if own is not None:
            draft.words.extend(direction_words(passage, own["verbs"], before + own.start("verbs"), is_negative))
        elif shared := verb_before(verb_text, role is Role.RATE):
            draft.words.extend(direction_words(passage, shared["verbs"], run.head_start + shared.start("verbs"), is_negative))
        draft.end, before = max(draft.end, last), mention.end


def _goes_on(draft: ChangeDraft | None, role: Role, base: BaseMention | None) -> bool:
    """Whether a figure goes on with an item's statement: still without it, against the same year."""
    if draft is None or draft.is_equal or is_explained(draft):
        return False
    lacks = draft.rate is None if role is Role.RATE else draft.amount is None
    return lacks and (base is None or base.base.year == draft.base.year)


def _may_begin(reading: Reading, context: SectionContext, role: Role, base: BaseMention | None, items: Sequence[RowItem]) -> bool:
    """Whether a row may open statements: each item is known, a rate alone names its base, and it is not against the budget."""
    if base is None and (role is Role.RATE or differs_from_budget(reading, context.passage)):
        return False
    return all((item.level is not None and item.level.section is context.passage) or is_account(item.subject) for item in items)


def _open(reading: Reading, context: SectionContext, item: RowItem, base: BaseMention | None, head: str, run: Run) -> None:
    """Open the statement of one item."""
    own = printed_year(head[: base.start]) if base else None
    is_other_year = own is not None and own != reading.year and item.level is not None and item.level.year != own
    level = None if is_other_year else item.level
    start = min(item.start, level.start) if level is not None and level.sentence == reading.sentence else item.start
    in_force = base.base if base else context.base
    item.change = open_change(
        reading, context.passage, context.scope, in_force, base is not None, level, item.subject, item.account, start, run.mentions[-1].end
    )
    item.change.is_named, item.change.row = True, run.id


def note_equalities(reading: Reading, context: SectionContext, base: BaseMention | None, clause: Clause, equal: re.Match[str]) -> bool:
    """Take 均与上年持平 as a statement on each name or amount listed before it; False where it is not certain which they are."""
    mark = _EACH.search(clause.text, 0, equal.start())
    known = base.base if base else context.base
    if mark is None or known is None or any(mention.end - clause.start > mark.start() for mention in clause.mentions[-1:]):
        return False
    last = clause.mentions[-1].end - clause.start if clause.mentions else 0
    words = clause.text[last : min(mark.start(), base.start if base and base.start >= last else mark.start())]
    at = clause.start + last
    if not words and (earlier := next((one for one in reversed(context.unread) if one.end < clause.start), None)):
        words, at = before_comparison(earlier.text, find_base(earlier.text, reading.year, clause.text)), earlier.start
    items = items_of_words(reading, context, words, at)
    end = clause.start + equal.end()
    place = context.passage.place(clause.start + equal.start(), end)
    for item in items:
        is_printed = base is not None
        draft = open_change(
            reading, context.passage, context.scope, known, is_printed, item.level, item.subject, item.account, item.start, end
        )
        draft.is_equal, draft.is_named, draft.row = True, True, clause.start + 1
        draft.words.append(DirectionWord(text=equal.group(), direction=Direction.UNCHANGED, place=place))
    return bool(items)
