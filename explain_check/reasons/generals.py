"""Causes of things of any name: 质谱仪更新 | 棚改任务收官, beside the causes that the words themselves name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from explain_check.model.claim import Direction
from explain_check.reasons.matching import FALLBACKS, Match

BEHIND = re.compile(r"主要(?:是|系)?(?:由于|因为|因(?!公)|原因)|(?:主要)?原因(?:是|为|:)|主要(?:是|系)(?!因公)|是由于|是因为")
ITEM = re.compile(r"[。;]|[一二三四五六七八九十]是|\(?\d{1,2}[)、.](?!\d)")
#: ,同时 | ,加上: what stands behind is another cause, as an item of a list is
_BESIDES = re.compile(
    r",(?:但|而)?(?:同时|与此同时|此外|另外|另|再?加[上之]|叠加|且|并且|以及|还有"
    r"|并(?=新[增建设]|增[加设]|启动|实施|更新|购置|改建|安排)|其次|再者|另一方面)"
)
_EFFECTS = {
    None: ("increase", "decrease", "either"),
    Direction.INCREASE: ("increase", "either"),
    Direction.DECREASE: ("decrease", "either"),
}
_MONEY = frozenset({"project_growth", "project_cut"})
#: Blocks of spending that a thing of any name may explain: 样本量扩大，补贴增加.
_SPENT = frozenset({*_MONEY, "personnel_cost", "not_budgeted"})
#: Behind these, that nothing is arranged or spent any more is what they led to: 培训班延期，课程费未发生.
SETTLING = frozenset({"not_applicable", "project_end", "progress", "event"})
#: What a clause of its own may add to specific causes: 绩效工资调整，质谱仪更新.
_THINGS = frozenset({"assets", "headcount"})
#: Beside these, that something was bought only says how: 采购项目招标较晚，尾款下年支付.
_WAYS = frozenset({"price", "progress"})


def items_of(text: str) -> list[tuple[int, int]]:
    """Return where the causes of a list (一是…；二是…), or those that 同时 and its like part, begin and end."""
    borders = sorted({0, *(found.start() for pattern in (ITEM, _BESIDES) for found in pattern.finditer(text)), len(text) + 1})
    return list(pairwise(borders))


def with_general(text: str, causes: list[Match], general: Sequence[Match], direction: Direction | None) -> list[Match]:
    """Return the causes with those of the general matches that move as the amount did, item by item."""
    behind = BEHIND.search(text)
    since = behind.end() if behind else 0
    found: list[Match] = []
    for low, high in items_of(text):
        inside, things = ([match for match in each if low <= match.start < high] for each in (causes, general))
        found += _of_any_name(inside, things, direction, since)
    return found


def _of_any_name(causes: list[Match], general: Sequence[Match], direction: Direction | None, since: int) -> list[Match]:
    """Return the causes of one item with its general matches.

    Beside a specific cause only those of people and things that are no cause's own words: 质谱仪更新, not 通过公开招标采购，中标价低.
    """
    stated = [match for match in causes if match.row.sense not in FALLBACKS]
    if any(match.row.sense not in _SPENT for match in stated):
        by_way = any(match.row.sense in _WAYS for match in stated)
        beside = [match for match in _moving_along(general, direction, since) if match.row.sense in _THINGS and not by_way]
        return sorted([*causes, *beside], key=lambda match: match.start)
    fitting = _moving_along(general, direction, since)
    firm = [match for match in fitting if match.row.sense not in _MONEY]
    if not fitting or (stated and not firm):
        return causes
    first = min(match.start for match in firm or fitting)
    kept = [match for match in stated if match.start < first or match.row.sense not in _MONEY]
    settled = any(match.row.sense in SETTLING for match in firm)
    kept = [match for match in kept if not settled or match.row.sense != "not_budgeted"]
    return sorted([*kept, *(firm or fitting[:1])], key=lambda match: match.start)


def _moving_along(general: Sequence[Match], direction: Direction | None, since: int) -> list[Match]:
    """Return the general matches behind ``since`` that move as the amount did."""
    return [match for match in general if match.effect in _EFFECTS.get(direction, ()) and match.start >= since]
