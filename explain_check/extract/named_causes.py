"""Reasons that name what they explain: …。主要原因是：公务接待费增加是来访增多；公务用车运行维护费减少是公车改革。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import ChangeDraft, Reading, is_explained
from explain_check.extract.subjects import account_of, clean_subject, is_account
from explain_check.model.claim import Direction
from explain_check.model.text import Passage

_RISES, _FALLS = "增加|增长|上升|提高", "减少|下降|降低"
_BESIDE = r"(?:[比较](?:上年|去年|20\d\d年)度?|同比|有所|略有|大幅|小幅)*"
#: 公务接待费增加是 | 公务用车运行维护费减少主要是由于
_NAMED = re.compile(
    rf"(?P<name>[^,;。:()]{{2,30}}?){_BESIDE}(?P<verb>{_RISES}|{_FALLS})的?(?:主要)?(?:原因)?(?:是|为|系|因)(?:由于|因为)?(?=.)"
)
#: 基本支出预算较上年增加 | 项目支出减少的
_MOVED = re.compile(rf"(?P<name>[^,;。:()]{{2,30}}?){_BESIDE}(?:{_RISES}|{_FALLS})(?:较[多大快])?的?(?:主要)?$")
_REACH = 12


class NamedCause(NamedTuple):
    """The reason of a statement that it names: from ``start`` in clause ``first`` up to clause ``last``, without it."""

    target: ChangeDraft
    start: int
    first: int
    last: int


def read_named_causes(reading: Reading, passage: Passage, clauses: Sequence[Clause], i: int, start: int) -> list[NamedCause]:
    """Return the reasons from ``start`` in clause ``i`` on, up to the full stop, where the first names a statement that waits for one."""
    causes: list[NamedCause] = []
    for k in range(i, len(clauses)):
        begins = start if k == i else clauses[k].start
        named = _NAMED.match(clauses[k].text, begins - clauses[k].start)
        target = _target(reading, passage, named, causes) if named else None
        if named and target:
            causes.append(NamedCause(target, clauses[k].start + named.end(), k, k + 1))
        elif not causes:
            return []
        elif causes[-1].last == k and clauses[k - 1].separator[:1] == ",":
            causes[-1] = causes[-1]._replace(last=k + 1)
        if clauses[k].separator[:1] not in (",", ";", ":"):
            break
    return causes


def names_moved(text: str, entity: str) -> bool:
    """Whether words say of an account that it moved: 项目支出减少的."""
    moved = _MOVED.match(text)
    return moved is not None and is_account(clean_subject(moved["name"], entity))


def restated(clauses: Sequence[Clause], i: int, entity: str) -> str:
    """Return the clause before a connector that says again what moved (基本支出预算较上年增加，原因是人员增加), empty for none."""
    before = clauses[i - 1] if i else None
    if before is None or before.ends_sentence or before.mentions or not names_moved(before.text, entity):
        return ""
    return before.text


def _target(reading: Reading, passage: Passage, named: re.Match[str], causes: Sequence[NamedCause]) -> ChangeDraft | None:
    """Return the statement of the section that the words name, which moved so and has no reason yet."""
    account = account_of(clean_subject(named["name"], reading.entity))
    direction = Direction.INCREASE if named["verb"] in _RISES else Direction.DECREASE
    taken = [cause.target for cause in causes]
    for draft in reversed(reading.changes[-_REACH:]):
        is_meant = draft.account == account and bool(draft.words) and draft.words[0].direction is direction
        if is_meant and draft.section is passage and draft not in taken and not is_explained(draft):
            return draft
    return None
