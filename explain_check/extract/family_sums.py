"""Wholes whose parts are a known family: 基本支出 and 项目支出, 人员经费 and 公用经费, the items of 三公经费."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from explain_check.extract.drafts import Level
from explain_check.lexicon import load_entries
from explain_check.model.quantity import Closure, Part, SumClaim

#: A part that holds the two others: it is counted instead of them.
_JOINT = {"公务用车购置及运行维护费": ("公务用车购置费", "公务用车运行维护费")}
#: Families that are all of one whole alone: three funds of 财政拨款支出, where 收入预算 may hold 事业收入 beside them.
_WHOLES = {"fund": "财政拨款"}
#: 上年结转 may have been spent beside the funds of this year.
_CARRIED = re.compile(r"结[转余]")
#: The account of which each member of a family is always a part.
_ALWAYS_OF = {"vehicles": "公务用车购置及运行维护费"}
#: 基本支出100万元，占60%，其中: right before its first part
_FIRST_PART = re.compile(r"^[^。;()]{0,30}(?:其中|包括)[:,]?$")
#: A quote with more characters between whole and last part shows the whole alone.
_LONGEST = 300


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, str]]:
    """Return the family and the member that each part's name stands for."""
    return {entry.phrase: (entry.sense.split("/")[0], entry.sense.split("/")[1]) for entry in load_entries("parts")}


def member_of(names: tuple[str, ...]) -> tuple[str, str]:
    """Return the family and the member that a part is, by the first of its names that the list knows; empty where it knows none."""
    return next((_families()[name] for name in names if name in _families()), ("", ""))


def whole_of(account: str) -> str:
    """Return the account of which an account is always a part: 公务用车购置费 of 公务用车购置及运行维护费; empty where there is none."""
    return _ALWAYS_OF.get(member_of((account,))[0], "")


def family_of(names: Sequence[tuple[str, ...]], whole: str = "") -> tuple[str, bool]:
    """Return the family of which each part (by any of its names) is another member, and whether they are all that a whole may have.

    The family is empty where the parts are of none, or of several.
    """
    found = [member_of(each) for each in names]
    families = {family for family, _ in found}
    members = {member for _, member in found}
    if len(families) != 1 or "" in families or len(members) != len(names):
        return "", False
    family = families.pop()
    is_all = members == {member for known, member in _families().values() if known == family}
    return family, is_all and family not in _ALWAYS_OF and _WHOLES.get(family, "") in whole


def find_family_sums(levels: Sequence[Level]) -> Iterator[SumClaim]:
    """Yield each whole whose parts are all of one family; what is listed again among them is not their whole."""
    groups: dict[int, list[Level]] = {}
    for level in levels:
        if level.part_of is not None and level.printed.figure.is_money:
            groups.setdefault(id(level.part_of), []).append(level)
    for parts in groups.values():
        whole, kept = parts[0].part_of, _without_joint_parts(parts)
        family, is_complete = family_of([(part.subject, part.account) for part in kept], whole.account if whole is not None else "")
        if whole is None or not family or len(kept) < 2 or any(part.account == whole.account or _is_other(part, whole) for part in kept):
            continue
        if _WHOLES.get(family, "") in whole.account and not (family in _WHOLES and _CARRIED.search(whole.section.text)):
            yield _claim(whole, kept, Closure.COMPLETE if is_complete else Closure.OPEN)


def _is_other(part: Level, whole: Level) -> bool:
    """Whether a part is a budget and its whole an actual, or the other way round: 支出决算12万元，其中：购置费全年预算8万元."""
    return bool(part.role and whole.role) and part.role != whole.role


def find_parts_beyond(levels: Sequence[Level]) -> Iterator[SumClaim]:
    """Yield each whole that is less than the part named right behind it: 购置及运行费3.2万元，其中：公务用车运行维护费3.6万元."""
    for whole, part in pairwise(levels):
        is_first = part.part_of is whole and part.section is whole.section and _FIRST_PART.search(part.section.text[whole.end : part.start])
        if is_first and part.is_own and part.printed.figure.is_money and whole.printed.figure.is_money and _exceeds(part, whole):
            yield _claim(whole, [part], Closure.OPEN)


def _exceeds(part: Level, whole: Level) -> bool:
    return part.printed.figure.interval_in("元").low > whole.printed.figure.interval_in("元").high


def _without_joint_parts(parts: Sequence[Level]) -> list[Level]:
    """Return the parts without those that another listed part already holds."""
    held = {name for joint, names in _JOINT.items() if any(part.account == joint for part in parts) for name in names}
    return [part for part in parts if part.account not in held]


def _claim(whole: Level, parts: Sequence[Level], closure: Closure) -> SumClaim:
    end = parts[-1].end if whole.section is parts[-1].section and parts[-1].end - whole.start < _LONGEST else whole.end
    return SumClaim(
        id="",
        scope=whole.scope,
        whole=_part(whole),
        parts=tuple(_part(part) for part in parts),
        closure=closure,
        place=whole.section.place(whole.start, end),
    )


def _part(level: Level) -> Part:
    return Part(subject=level.subject, printed=level.printed, place=level.section.place(level.start, level.end))
