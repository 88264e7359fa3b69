"""Statements of a change that are made twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from explain_check.model.claim import ChangeClaim, Direction
from explain_check.model.figure import Figure
from explain_check.model.repeat import RepeatCase
from explain_check.model.slips import slip_to

_ALL_MONEY = re.compile(r"总计|合计|收支|一般公共预算|财政拨款|本年|预算$")
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
    """Yield statements on two accounts of one amount (收支总计, 一般公共预算) whose changes one slip or the direction parts."""
    by_amount: dict[tuple[str, Decimal, int | None], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.current is not None and _amount(claim) and len(claim.current.figure.value.as_tuple().digits) >= _TELLING:
            by_amount[claim.unit, claim.current.figure.value, claim.base.year].append(claim)
    moved = {_amount(claim) for claim in changes if _amount(claim)}
    blamed: set[str] = set()
    for group in by_amount.values():
        told = Counter((_amount(claim), claim.direction) for claim in group)
        for first, second in ((first, second) for i, first in enumerate(group) for second in group[i + 1 : i + 1 + _NEAR]):
            if first.account == second.account or not _is_parted_by_slip(first, second, moved):
                continue
            times = [told[_amount(claim), claim.direction] for claim in (first, second)]
            single = {claim.id for claim, count in zip((first, second), times, strict=True) if count == 1}
            # where one of two is said once more, neither a side of the budget nor a direction is another matter
            is_vouched = max(times) > 1
            if (
                not _bear_out(first, second)
                and (is_vouched or first.direction is second.direction)
                and _are_one(first.subject, second.subject, is_vouched=is_vouched)
                and not (len(single) == 1 and single <= blamed)
            ):
                blamed |= single
                yield RepeatCase(first=first, second=second)


def _bear_out(first: ChangeClaim, second: ChangeClaim) -> bool:
    """Whether each change has a rate of its own: 增加110.50万元，增长9.83% beside 增加100.50万元，增长8.86%."""
    return first.rate is not None and second.rate is not None and first.rate.figure.value != second.rate.figure.value


def _amount(claim: ChangeClaim) -> Decimal:
    return claim.amount.figure.value if claim.amount is not None else Decimal(0)


def _is_parted_by_slip(first: ChangeClaim, second: ChangeClaim, moved: Collection[Decimal]) -> bool:
    """Whether one slip, or the direction, makes one change of the other; 增加10.50万元 beside 60.50 of one fund leaves -50.00."""
    if first.amount is None or second.amount is None or first.amount.figure.unit != second.amount.figure.unit:
        return False
    one, other = first.amount.figure, second.amount.figure
    if first.direction is not second.direction:
        return one.value == other.value
    return one.value != other.value and abs(one.value - other.value) not in moved and slip_to(other.value, one.interval) is not None


def _are_one(one: str, other: str, *, is_vouched: bool) -> bool:
    """Whether subjects are names of all the money: not two items of one amount, nor income and spending, which 结转 parts but in 总计."""
    sides = {side for name in (one, other) for side in ("收入", "支出") if side in name and "总计" not in name}
    return (len(sides) < 2 or is_vouched) and all(_ALL_MONEY.search(name) for name in (one, other))


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
