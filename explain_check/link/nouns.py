"""What a figure or an indicator is about, by its words: 购置监护仪数量 and 购置监护仪12台 are both about 监护仪."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.lexicon import phrases, senses

_BRACKET = re.compile(r"[(][^()]*[)]")
_DATED = re.compile(r"20\d\d年(?:度|全年)?|全年|年度|本年度?|当年")
_COUNTED = re.compile(
    r"(?:数量|总数|总量|个数|次数|套数|条数|户数|家数|件数|座数|场数|期数|册数|台数|页数|天数|辆数|人数|金额|总额|额度|总金额|面积|长度|里程"
    r"|数|额|人次|场次|批次)$"
)
_TRAILING = re.compile(
    r"(?:要?控制在|保持在|稳定在|不低于|不高于|不少于|不超过|不大于|不小于|大于|小于|高于|低于|多于|少于|超过|达到了?|需达到|达|至少|至多"
    r"|要|应|需|将|为|是|至|到|在|共|约|计|总计|合计|共计|总|各|的|了|均|都|年|全年|一次|每年|每月|≥|≤|>|<|=|:)+$"
)
_LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]是|其中|以及|并且|并|和|与|及|或|且|对|全年|本年|今年|当年|计划|预计|拟|将|需要?|应|要|确保|保证|力争"
    r"|实现|使|中)+"
)
SHORTEST = 2


@lru_cache(maxsize=1)
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(phrases("project_verbs"))
    return re.compile(rf"^(?:{words})(?=[^,]{{2}})"), re.compile(rf"(?<=[^,]{{2}})(?:{words})$")


@lru_cache(maxsize=4096)
def doings_of(words: str) -> frozenset[str]:
    """Return what the verb before or behind a name does: buy, rent, repair …; 完成 and 开展 say nothing."""
    found = [match.group() for match in (pattern.search(words) for pattern in _verbs()) if match]
    return frozenset(senses("project_verbs")[verb] for verb in found) - {"do"}


def does_otherwise(one: str, other: str) -> bool:
    """Whether two names have verbs of which none does the same: 新建公厕 and 改造公厕."""
    first, second = doings_of(one), doings_of(other)
    return bool(first) and bool(second) and not first & second


@lru_cache(maxsize=4096)
def indicator_core(name: str) -> str:
    """Return what an indicator counts: 2024年全年公积金提取数 → 公积金提取."""
    core = _DATED.sub("", _BRACKET.sub("", name)).strip(":.。")
    shorter = _COUNTED.sub("", core)
    return shorter if len(shorter) >= SHORTEST else core


@lru_cache(maxsize=4096)
def bare_noun(words: str) -> str:
    """Return a name without the verb before or behind it: 购置监护仪 → 监护仪, 笔记本电脑购置 → 笔记本电脑."""
    before, behind = _verbs()
    bare = before.sub("", words)
    return behind.sub("", bare)


@lru_cache(maxsize=4096)
def noun_before(words: str) -> str:
    """Return what the words before a figure name: 一是覆盖率要达到 → 覆盖率."""
    noun = _TRAILING.sub("", _LEADING.sub("", words))
    return _COUNTED.sub("", noun) if len(noun) > SHORTEST + 1 else noun


def shares_words(core: str, text: str) -> bool:
    """Whether a text holds all characters of a name and most of its neighbouring pairs: 公积金提取 in 提取住房公积金."""
    pairs = [core[i : i + 2] for i in range(len(core) - 1)]
    if len(core) < 4 or any(char not in text for char in core):
        return False
    return sum(pair in text for pair in pairs) * 5 >= len(pairs) * 3
