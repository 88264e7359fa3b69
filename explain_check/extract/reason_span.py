"""Where a stated reason ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.bases import find_base
from explain_check.extract.clauses import Clause
from explain_check.extract.moves import connector_pattern
from explain_check.extract.subjects import clean_subject, is_account

#: 一是 | 二是 | 1、 | (2) | ③ | 第三
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]是|\(?\d{1,2}[)、.](?!\d)|[①-⑳]|第[一二三四五六七八九十],?|其[一二三四五])")


def reason_end(clauses: Sequence[Clause], first: int, entity: str, year: int | None) -> int:
    """Return the index after the last clause of a reason whose first clause is ``first``.

    A reason ends with its sentence; a numbered one (一是…；二是…。三是…。) with its last numbered sentence; one written
    with commas only where the next statement begins (…，公务接待费0.3万元，比上年…).
    """
    numbered = first < len(clauses) and bool(_NUMBERED.match(clauses[first].text))
    for i in range(first, len(clauses)):
        following = clauses[i + 1] if i + 1 < len(clauses) else None
        if clauses[i].ends_sentence or clauses[i].separator[:1] in "。;":
            if not (numbered and following and _NUMBERED.match(following.text)):
                return i + 1
        elif following and not numbered and _begins_statement(clauses, i + 1, entity, year):
            return i + 1
    return len(clauses)


def _begins_statement(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether a clause names an account with its amount and the next one compares it."""
    clause = clauses[i]
    if not clause.mentions or not clause.mentions[0].figure.is_money:
        return False
    base = find_base(clause.text, year)
    head = clause.before(0)[: base.start] if base else clause.before(0)
    subject = clean_subject(re.sub(r"(?:增加|减少|增长|下降)$", "", head), entity)
    if not subject or not is_account(subject):
        return False
    near = " ".join(c.text for c in clauses[i : i + 3])
    return bool(find_base(near, year)) or bool(connector_pattern().search(near)) or "占" in near
