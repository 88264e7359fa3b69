"""Read a whole reason behind its connector and give it to what it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import ChangeDraft, Explained, Reading
from explain_check.extract.heads import close_heads
from explain_check.extract.named_causes import read_named_causes, restated
from explain_check.extract.reason_heads import heads_explained_items
from explain_check.extract.reason_span import reason_end, reason_start
from explain_check.extract.reason_sums import summed_end
from explain_check.extract.reasons import REACH, attach_reason, bare_targets, reason_targets
from explain_check.model.claim import Reason
from explain_check.model.text import Passage

#: 同上 | 与上述原因相同
_SAME = re.compile(r"(?:同|如|见|与)(?:上|前)(?:述|面|文|项)?(?:所述|原因)?(?:相同|一致|一样)?[。;]?")


def unled_targets(reading: Reading, clauses: Sequence[Clause], i: int, passage: Passage) -> list[Explained]:
    """Return what clause ``i`` explains without a connector, also where the clause before only names it: 其他收入减少，系租金减少."""
    named = restated(clauses, i, reading.entity)
    return bare_targets(reading, clauses, i, passage) or (reason_targets(reading, named, passage) if named else [])


def read_reason(
    reading: Reading,
    context: SectionContext,
    clauses: Sequence[Clause],
    i: int,
    targets: Sequence[Explained],
    connector: str,
    end: int,
) -> int:
    """Give the reason behind a connector that ends at ``end`` of clause ``i`` to its statements; return the next clause's index."""
    context.cause = None
    first, start = reason_start(clauses, i, end)
    if start is not None and (causes := read_named_causes(reading, context.passage, clauses, first, start)):
        for cause in causes:
            attach_reason(cause.target, context.passage, connector, cause.start, clauses[cause.last - 1], clauses[cause.first : cause.last])
        return _behind_reason(reading, context, clauses, causes[-1].last)
    last = i + 1 if start is None else reason_end(clauses, first, start, reading.entity, reading.year)
    if len(targets) == 1 and isinstance(targets[0], ChangeDraft) and start is not None:
        last = summed_end(targets[0], clauses, first, last, reading.year)
    same = None if start is None else _reason_above(reading, context.passage, targets, context.passage.text[start : clauses[last - 1].end])
    for target in targets:
        attach_reason(target, context.passage, connector, start, clauses[max(i, last - 1)], clauses[first:last])
        target.reason = same or target.reason
    if start is not None and heads_explained_items(clauses, i, end, last, reading.year):
        return i + 1
    return _behind_reason(reading, context, clauses, max(last, i + 1))


def _reason_above(reading: Reading, passage: Passage, targets: Sequence[Explained], text: str) -> Reason | None:
    """Return the last reason before, where that of some statements only refers to it: 比上年决算数增加38.65万元，原因同上."""
    if not _SAME.fullmatch(text):
        return None
    drafts: tuple[Explained, ...] = (*reading.changes[-REACH:], *reading.executions[-REACH:])
    told = [draft for draft in drafts if draft.section is passage and draft not in targets and draft.reason and draft.reason.text]
    return max(told, key=lambda draft: draft.end).reason if told else None


def _behind_reason(reading: Reading, context: SectionContext, clauses: Sequence[Clause], last: int) -> int:
    """Go on with clause ``last`` behind a reason, in a new sentence where the reason ended one."""
    if clauses[last - 1].ends_sentence:
        reading.sentence += 1
        context.against_budget = False
        close_heads(context, clauses[last - 1])
    return last
