"""Reasons that carry amounts (一是…增加529.95万元；二是…增加94.53万元), held ready against the change that they explain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from explain_check.lexicon import phrases, senses
from explain_check.model.arithmetic import Amount, amount_of, are_exact, sign_of, total_of, turn
from explain_check.model.claim import ChangeClaim, Claim, Direction, ExecutionClaim, ReasonItem
from explain_check.model.figure import Bound
from explain_check.model.ledger import LedgerCase, LedgerEntry
from explain_check.structure.fold import squeezed

#: Parts that are all that a budget can have.
_CLOSED = (frozenset({"基本支出", "项目支出"}), frozenset({"人员经费", "公用经费"}))
_CLAUSE = re.compile(r"[,。;:]")


def find_ledgers(claims: Sequence[Claim]) -> Iterator[LedgerCase]:
    """Yield each statement whose own reason names amounts."""
    changes = [claim for claim in claims if isinstance(claim, ChangeClaim) and claim.amount is not None and claim.amount.figure.is_money]
    for claim in claims:
        if isinstance(claim, ChangeClaim | ExecutionClaim) and claim.reason.items and not claim.reason.is_shared:
            entries = tuple(_entry(item, claim.unit) for item in claim.reason.items)
            change = _change(claim)
            rest_of = tuple(
                other for other in changes if change and _is_beside(other, claim) and _is_rest(other, change, entries, claim.unit)
            )
            yield LedgerCase(claim=claim, change=change, entries=entries, is_listed=_is_listed(claim, entries), rest_of=rest_of)


def _is_rest(other: ChangeClaim, change: Amount, entries: Sequence[LedgerEntry], unit: str) -> bool:
    """Whether another change is just what the amounts leave open, in either direction: money moved from one fund to the other."""
    rest = change.interval - total_of(entry.amount for entry in entries if entry.amount is not None)
    own = amount_of(other.amount.figure, unit).interval if other.amount else rest
    return rest.overlaps(own) or turn(rest).overlaps(own)


def _entry(item: ReasonItem, unit: str) -> LedgerEntry:
    """Return an item with its sign; the words of its last clause say what moves."""
    words = _CLAUSE.split(squeezed(item.text))[-1]
    exact = item.direction is not None and item.amount.bound is Bound.EXACT and item.amount.is_money
    amount = _signed(amount_of(item.amount, unit), sign_of(item.direction)) if exact and item.direction else None
    block = next((name for name in _blocks() if name in words), "")
    known = _parts().search(words)
    return LedgerEntry(item=item, amount=amount, block=block, within=senses("contained")[known.group()] if known and not block else "")


@lru_cache(maxsize=1)
def _blocks() -> tuple[str, ...]:
    """Return the blocks of spending that hold others, 基本支出 before 人员经费."""
    return tuple(dict.fromkeys(name for family in _CLOSED for name in sorted(family)))


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases("contained"))))


def _signed(amount: Amount, sign: int) -> Amount:
    """Return an amount with the sign of its direction."""
    if sign >= 0:
        return amount
    return Amount(value=-amount.value, interval=turn(amount.interval), decimals=amount.decimals)


def _change(claim: ChangeClaim | ExecutionClaim) -> Amount | None:
    """Return the signed change of a statement, None where its figures do not give it exactly."""
    if isinstance(claim, ChangeClaim):
        if claim.amount is None or not are_exact(claim.amount) or not claim.amount.figure.is_money:
            return None
        return _signed(amount_of(claim.amount.figure, claim.unit), sign_of(claim.direction))
    if claim.budget is None or claim.actual is None or not are_exact(claim.budget, claim.actual):
        return None
    budget, actual = amount_of(claim.budget.figure, claim.unit), amount_of(claim.actual.figure, claim.unit)
    decimals = max(budget.decimals, actual.decimals)
    return Amount(value=actual.value - budget.value, interval=actual.interval - budget.interval, decimals=decimals)


def _is_listed(claim: ChangeClaim | ExecutionClaim, entries: Sequence[LedgerEntry]) -> bool:
    """Whether each point of a list carries its amount, or the parts named are all that there can be."""
    named = frozenset(entry.block for entry in entries)
    points = {entry.item.point for entry in entries}
    return named in _CLOSED or (claim.reason.points > 1 and points == set(range(1, claim.reason.points + 1)))


def _is_beside(other: ChangeClaim, claim: ChangeClaim | ExecutionClaim) -> bool:
    """Whether another change may account for a rest: another account, against the same year, not nothing."""
    year = claim.base.year if isinstance(claim, ChangeClaim) else other.base.year
    return other.account != claim.account and other.base.year == year and other.direction is not Direction.UNCHANGED
