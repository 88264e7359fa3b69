"""Give a stated reason to the statement it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.bases import compares_with_own_budget
from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import ChangeDraft, ExecutionDraft, Reading
from explain_check.extract.moves import Role, directions_in, role_of, verb_before
from explain_check.extract.subjects import account_of, clean_subject
from explain_check.model.claim import Reason, ReasonItem
from explain_check.model.text import Passage

#: 财政拨款收入支出减少的 | 增加较多的: words of direction right before 主要原因是
_MOVED = re.compile(r"(?P<verb>增加|增长|上升|减少|下降|降低|持平)(?:较多|较大)?的?$")
_REACH = 6


def reason_targets(reading: Reading, head: str, passage: Passage) -> list[ChangeDraft | ExecutionDraft]:
    """Return the statements that a reason explains; ``head`` are the words before the connector.

    财政拨款收入支出减少的主要原因是… in a sentence of its own explains every decrease just stated; any other reason explains
    the last statement.
    """
    moved = _MOVED.search(head)
    if moved and not compares_with_own_budget(head):
        direction = {"增": "increase", "上": "increase", "持": "unchanged"}.get(moved["verb"][0], "decrease")
        recent = [
            draft for draft in reading.changes[-_REACH:] if reading.sentence - draft.sentence <= _REACH and not draft.reason.connector
        ]
        moved_so = [
            draft for draft in recent if draft.words and draft.words[0].direction.value == direction and draft.section is recent[-1].section
        ]
        if moved_so:
            return list(moved_so)
    target = _last_target(reading, head, passage)
    return [target] if target else []


def _last_target(reading: Reading, head: str, passage: Passage) -> ChangeDraft | ExecutionDraft | None:
    """Return the last statement of this sentence or the one before, still without a reason; ``head`` may name the execution."""
    change = reading.changes[-1] if reading.changes else None
    execution = _named_execution(reading, head) or (reading.executions[-1] if reading.executions else None)
    if execution is not None and execution.section is not passage:
        execution = None
    if change is not None and (reading.sentence - change.sentence > 1 or change.reason.connector):
        change = None
    if execution is not None and (
        reading.sentence - execution.sentence > _REACH or execution.reason.connector or not (execution.actual or execution.rate)
    ):
        execution = None
    if execution is not None and (change is None or compares_with_own_budget(head) or (execution.end > change.end and "上年" not in head)):
        return execution
    return change


def _named_execution(reading: Reading, head: str) -> ExecutionDraft | None:
    """Return the recent execution that 2024年度“三公”经费支出决算数小于预算数的 names."""
    match = compares_with_own_budget(head) and re.match(r"(.*?)(?:支出)?决算数?(?:大于|小于|等于|与|高于|低于)", head)
    subject = clean_subject(match[1], reading.entity) if match else ""
    if not subject:
        return None
    account = account_of(subject)
    return next((draft for draft in reversed(reading.executions[-_REACH:]) if draft.account == account), None)


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
