"""Where a reason ends whose parts make up the change: 主要原因是甲收入减少150.20万元；乙收入增加30.00万元."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import ChangeDraft
from explain_check.extract.moves import Role, directions_in, role_of, verb_before
from explain_check.model.claim import Direction
from explain_check.model.figure import Figure

#: What stands behind so many semicolons is no list of causes.
_LONGEST = 8


def summed_end(draft: ChangeDraft, clauses: Sequence[Clause], first: int, last: int, year: int | None) -> int:
    """Return the index after the last clause of a reason, behind its semicolons where only their changes make the sum.

    The changes in ``clauses[first:last]`` must not make up the statement's change already, those behind must state no amount.
    """
    if draft.amount is None or not draft.words or clauses[last - 1].separator != ";":
        return last
    unit = draft.amount.figure.unit
    wanted = _signed(draft.amount.figure, draft.words[0].direction, unit)
    parts = _changes(clauses[first:last], year, unit)
    end = last
    for _ in range(_LONGEST):
        if not parts or sum(parts) == wanted or end >= len(clauses) or clauses[end - 1].separator != ";":
            break
        stop = next((k + 1 for k in range(end, len(clauses)) if clauses[k].ends_sentence), len(clauses))
        more = _changes(clauses[end:stop], year, unit)
        parts, end = (parts + more if more else []), stop
    return end if parts and end > last and sum(parts) == wanted else last


def _changes(clauses: Sequence[Clause], year: int | None, unit: str) -> list[Decimal]:
    """Return the changes that clauses state, with their signs; none where one states an amount or moves nowhere."""
    parts: list[Decimal] = []
    for clause in clauses:
        for number, mention in enumerate(clause.mentions):
            role = role_of(clause, number, year)
            verb = verb_before(clause.before(number), is_percent=False) if role is Role.CHANGE else None
            if role is Role.LEVEL or (role is Role.CHANGE and verb is None):
                return []
            if verb is not None:
                parts.append(_signed(mention.figure, directions_in(verb["verbs"])[0][1], unit))
    return parts


def _signed(figure: Figure, direction: Direction, unit: str) -> Decimal:
    value = figure.value_in(unit) if figure.unit else figure.value
    return -value if direction is Direction.DECREASE else value
