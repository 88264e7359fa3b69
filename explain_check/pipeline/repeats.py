"""Statements of a change that are made twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from explain_check.model.case import RepeatCase
from explain_check.model.claim import ChangeClaim, Direction
from explain_check.model.figure import Figure
from explain_check.model.slips import slip_to

#: An amount of so many digits does not stand twice by chance.
_TELLING = 4
#: A statement is held against so many later ones about its account: no document has more, and a heap of them would never end.
_NEAR = 12


def find_repeats(changes: Sequence[ChangeClaim]) -> Iterator[RepeatCase]:
    """Yield pairs that state the same change twice: same account and base year, and at least two of their figures the same."""
    by_account: dict[tuple[str, int | None], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.direction is not Direction.UNCHANGED and claim.current is not None:
            by_account[claim.account, claim.base.year].append(claim)
    for group in by_account.values():
        for i, first in enumerate(group):
            for second in group[i + 1 : i + 1 + _NEAR]:
                if _agreeing(first, second) >= (1 if _is_one_scope(first, second) else 2):
                    yield RepeatCase(first=first, second=second)
    yield from _echoes(changes)


def _echoes(changes: Sequence[ChangeClaim]) -> Iterator[RepeatCase]:
    """Yield statements on two accounts of one amount (收支总计, 一般公共预算) whose changes differ by a single slip only."""
    by_amount: dict[tuple[str, Decimal, int | None, Direction], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.current is not None and claim.amount is not None and len(claim.current.figure.value.as_tuple().digits) >= _TELLING:
            by_amount[claim.unit, claim.current.figure.value, claim.base.year, claim.direction].append(claim)
    for group in by_amount.values():
        for first, second in ((first, second) for i, first in enumerate(group) for second in group[i + 1 : i + 1 + _NEAR]):
            if first.account != second.account and first.amount and second.amount:
                one, other = first.amount.figure, second.amount.figure
                if one.value != other.value and slip_to(other.value, one.interval_in(other.unit)) is not None:
                    yield RepeatCase(first=first, second=second)


def _is_one_scope(first: ChangeClaim, second: ChangeClaim) -> bool:
    """Whether two statements about an account, with the same amount, must speak of the same: one section, or 三公经费."""
    if first.current is None or second.current is None or not _same(first.current.figure, second.current.figure):
        return False
    return first.scope == second.scope or first.account in (
        "三公经费",
        "公务接待费",
        "因公出国(境)费",
        "公务用车购置费",
        "公务用车运行维护费",
    )


def _agreeing(first: ChangeClaim, second: ChangeClaim) -> int:
    pairs = ((first.current, second.current), (first.amount, second.amount), (first.rate, second.rate))
    return sum(one is not None and other is not None and _same(one.figure, other.figure) for one, other in pairs)


def _same(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and one.value == other.value
