"""Wholes with their parts, and totals that must be equal, among the amounts of the prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from explain_check.lexicon import load_entries
from explain_check.model.case import ShareList, SumCase, TotalsCase
from explain_check.model.claim import LevelClaim, Printed, ShareClaim

_TOTALS_REACH = 60
#: A part that holds the two others: it is counted instead of them.
_JOINT = {"公务用车购置及运行维护费": ("公务用车购置费", "公务用车运行维护费")}


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, str]]:
    """Return the family and the member that each part's name stands for."""
    return {entry.phrase: (entry.sense.split("/")[0], entry.sense.split("/")[1]) for entry in load_entries("parts")}


@lru_cache(maxsize=1)
def _members() -> dict[str, frozenset[str]]:
    families = {family for family, _ in _families().values()}
    return {family: frozenset(member for known, member in _families().values() if known == family) for family in families}


def member_of(part: LevelClaim) -> tuple[str, str] | None:
    """Return the family and member that a part is, by its subject as printed or by its account."""
    known = _families()
    return known.get(part.subject) or known.get(part.account)


def find_sums(levels: Sequence[LevelClaim]) -> Iterator[SumCase]:
    """Yield each whole whose parts are all of one family."""
    groups: dict[tuple[int, int], list[LevelClaim]] = {}
    for level in levels:
        if level.whole is not None and level.current.figure.is_money:
            where = level.whole.place.location
            groups.setdefault((where.start, where.end), []).append(level)
    for parts in groups.values():
        whole = parts[0].whole
        assert whole is not None
        kept = _without_joint_parts(parts)
        found = [member_of(part) for part in kept]
        families = {member[0] if member else "" for member in found}
        members = [member[1] for member in found if member]
        if len(kept) < 2 or len(families) != 1 or "" in families or len(set(members)) != len(members):
            continue
        yield SumCase(
            whole=whole,
            whole_subject=parts[0].whole_subject,
            parts=tuple(kept),
            is_complete=_members()[families.pop()] == frozenset(members),
        )


def _without_joint_parts(parts: Sequence[LevelClaim]) -> list[LevelClaim]:
    """Return the parts without those that another listed part already holds."""
    held = {name for joint, names in _JOINT.items() if any(part.account == joint for part in parts) for name in names}
    return [part for part in parts if part.account not in held]


def find_totals(levels: Sequence[LevelClaim]) -> Iterator[TotalsCase]:
    """Yield 收入总计 and 支出总计 that stand side by side."""
    for one, other in pairwise(levels):
        near = other.place.location.start - one.place.location.end < _TOTALS_REACH
        if near and one.subject.endswith("收入总计") and other.subject.endswith("支出总计") and one.current.figure.is_money:
            yield TotalsCase(income=one, expenditure=other)


def find_share_lists(shares: Sequence[ShareClaim]) -> Iterator[ShareList]:
    """Yield the shares of each list; it is complete where its parts make the whole."""
    lists: dict[str, list[ShareClaim]] = defaultdict(list)
    for share in shares:
        lists[share.list_id].append(share)
    for listed in lists.values():
        if len(listed) > 1 and listed[0].whole is not None:
            yield ShareList(shares=tuple(listed), is_complete=_makes_whole([share.part for share in listed], listed[0].whole))


def _makes_whole(parts: Sequence[Printed], whole: Printed) -> bool:
    total = sum((part.figure.value_in("元") for part in parts), start=Decimal(0))
    slack = sum((part.figure.half * part.figure.factor_to("元") for part in (*parts, whole)), start=Decimal(0))
    return abs(total - whole.figure.value_in("元")) <= slack
