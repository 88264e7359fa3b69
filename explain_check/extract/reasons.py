"""Give a stated reason to the statement it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.bases import compares_with_own_budget
from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import ChangeDraft, ExecutionDraft, Reading
from explain_check.extract.moves import Role, directions_in, role_of, verb_before
from explain_check.model.claim import Reason, ReasonItem
from explain_check.model.text import Passage


def reason_target(reading: Reading, head: str) -> ChangeDraft | ExecutionDraft | None:
    """Return the statement that a reason explains: the last one of this sentence or the one before, still without a reason.

    ``head`` are the words before the connector (决算数大于预算数的): they may name the execution.
    """
    change = reading.changes[-1] if reading.changes else None
    execution = reading.executions[-1] if reading.executions else None
    if change is not None and (reading.sentence - change.sentence > 1 or change.reason.connector):
        change = None
    if execution is not None and (reading.sentence - execution.sentence > 2 or execution.reason.connector or not (execution.actual or execution.rate)):
        execution = None
    if execution is not None and (change is None or compares_with_own_budget(head) or (execution.end > change.end and "上年" not in head)):
        return execution
    return change


def attach_reason(
    target: ChangeDraft | ExecutionDraft, passage: Passage, connector: str, start: int | None, last: Clause, clauses: Sequence[Clause]
) -> None:
    """Set a statement's reason; ``start`` is None where the clause is left empty."""
    if start is None or start >= last.end:
        target.reason = Reason(text="", connector=connector, place=None)
        target.end = max(target.end, last.end)
        return
    place = passage.place(start, last.end)
    target.reason = Reason(text=place.quote, connector=connector, place=place, items=_items(target, passage, clauses))
    target.end = max(target.end, last.end)


def _items(target: ChangeDraft | ExecutionDraft, passage: Passage, clauses: Sequence[Clause]) -> tuple[ReasonItem, ...]:
    """Return the parts of a reason that carry their own change; one that repeats the statement's amount is none."""
    items: list[ReasonItem] = []
    own = target.amount.figure.value if isinstance(target, ChangeDraft) and target.amount else None
    group_start: int | None = None
    for clause in clauses:
        if group_start is None or re.match(r"[一二三四五六七八九十]是|\(?\d{1,2}[)、.]", clause.text):
            group_start = clause.start
        for number, mention in enumerate(clause.mentions):
            if role_of(clause, number, None) is Role.CHANGE and mention.figure.value != own:
                verb = verb_before(clause.before(number), False)
                words = directions_in(verb["verbs"]) if verb else ()
                text = passage.place(group_start, mention.end).quote
                items.append(ReasonItem(text=text, amount=mention.figure, direction=words[0][1] if words else None))
        if clause.ends_sentence:
            group_start = None
    return tuple(items)
