"""Causes that stand in a sentence before or behind what they explain: 因来访减少，公务接待费… | …增长14.5%。由于经济复苏，…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.clauses import Clause
from explain_check.extract.connectors import ABROAD, is_procedure, opens_list
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import Reading, is_explained
from explain_check.extract.moves import equality_pattern
from explain_check.extract.reason_heads import kinds_in
from explain_check.extract.reasons import REACH, attach_reason, last_targets
from explain_check.model.figure import PERCENT
from explain_check.model.text import Passage

#: Not 厉行节约, …, which may speak of anything, nor 为全面反映….
_BECAUSE = re.compile(rf"(?:主要)?(?:因(?!{ABROAD}|此|而)|由于|鉴于|随着|考虑到|受|缘于|源于)")
_FULL_STOP = ("。", "。 ")
#: 退休人员增多，致使决算数比2021年度增加9.16万元
_LEADS_TO = ("致使", "导致", "使得")


def note_cause(context: SectionContext, clauses: Sequence[Clause], i: int, start: int | None) -> None:
    """Keep a cause that may stand before its change, from ``start`` in clause ``i`` on, or in the clause before 致使."""
    text = clauses[i].text
    if start is not None and not opens_list(text):
        context.cause = i, start
    elif context.cause and is_procedure(text):
        context.cause = None
    elif text.startswith(_LEADS_TO) and i and not (clauses[i - 1].ends_sentence or clauses[i - 1].mentions or context.cause):
        context.cause = i - 1, 0


def explain_by_cause(reading: Reading, passage: Passage, clauses: Sequence[Clause], i: int, cause: int, start: int) -> None:
    """Give a cause that stands before its change, in clause ``cause`` of the sentence that clause ``i`` ends, to that change.

    因来访减少，公务接待费比上年减少1.00万元; a change with a reason of its own keeps it.
    """
    stop = next((k for k in range(cause + 1, i + 1) if _states(clauses[k])), None)
    begins = clauses[cause].start + start
    if stop is None and _BECAUSE.match(clauses[cause].text) and not _states(clauses[cause]):
        _explain_behind(reading, passage, clauses[cause : i + 1], start)
    for draft in reading.changes[-REACH:]:
        if stop is not None and draft.sentence == reading.sentence and draft.end > begins and not is_explained(draft):
            opening = clauses[cause].text[:start].lstrip("0123456789.、()")
            attach_reason(draft, passage, opening, begins, clauses[stop - 1], clauses[cause:stop])


def _explain_behind(reading: Reading, passage: Passage, clauses: Sequence[Clause], start: int) -> None:
    """Give a sentence that says because of what, and states nothing, to the statement right before it: …增长14.5%。由于经济复苏，…."""
    begins = clauses[0].start
    named = kinds_in(passage.text[begins : clauses[-1].end])
    for draft in last_targets(reading, "", passage):
        if passage.text[draft.end : begins] in _FULL_STOP and named <= kinds_in(draft.subject):
            attach_reason(draft, passage, clauses[0].text[:start], begins + start, clauses[-1], clauses)


def _states(clause: Clause) -> bool:
    """Whether a clause states an amount, a rate, or that nothing changed."""
    return any(mention.figure.is_money or mention.figure.unit == PERCENT for mention in clause.mentions) or bool(
        equality_pattern().search(clause.text)
    )
