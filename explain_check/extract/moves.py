"""What a figure does in its clause: amount, change, rate, share, completion, base."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from explain_check.extract.bases import STRONG_LEADS, compares_with_own_budget, find_base
from explain_check.extract.clauses import COMPLETED_BEFORE, Clause
from explain_check.lexicon import phrases, senses
from explain_check.model.claim import Direction
from explain_check.model.figure import PERCENT, Figure


class Role(StrEnum):
    """The part a figure plays."""

    LEVEL = "level"
    CHANGE = "change"
    RATE = "rate"
    SHARE = "share"
    COMPLETION = "completion"
    PRIOR = "prior"
    OTHER = "other"


#: 占支出合计的 | 占比 | 所占比重为
_SHARE = re.compile(r"占(?P<whole>[^,;。占]{0,24}?)(?:的?(?:比例|比重|比率|比)?)?(?:为|约|达|是)?[:]?$")
#: 完成年初预算的 | 为预算的 | 占调整预算 | 执行率为, not 占预算的, which may be a share of a whole budget
_COMPLETION = re.compile(
    r"(?:完成|实际完成)[^,;。]{0,24}?$|(?:为|占(?=年初|全年|调整|变动))(?:年初|全年|调整|变动|年度)?预算数?的?$|(?:执行率|完成率|完成比例)(?:为|达|达到)?$"
)

#: 单价100万元(含)以上的设备: a threshold is no amount of a budget
_PRICED = re.compile(r"(?:单价|单位价值|单[台件套]|价值|原值)[为在达]?$")
#: 与上年决算数508.16万元相比 | 与上年(0.00万元)相比 | 在上年4.62万元的基础上又减少
_COMPARED = re.compile(r"[)]?(?:相比|比较|对比|比|的?基础之?上)")
#: 每亩10元 | 10元/亩: what one costs
_EACH = re.compile(r"(?:每一?[^,;。:\d]{1,4}|[人户亩校床]均)(?:补助|补贴)?$")
_PER = re.compile(r"/[一-鿿]")
_OR_MORE = re.compile(r"(?:\([^()]{1,4}\))?(?:及|\(含\))?以[上下]")


@lru_cache(maxsize=1)
def _verbs() -> str:
    return "|".join(re.escape(phrase) for phrase in (*phrases("directions"), *phrases("savings")))


@lru_cache(maxsize=1)
def _verb_tail() -> re.Pattern[str]:
    """增加 | 增加了约 | 下降(增长) | 同比增长下降 right before a figure."""
    one = f"(?:{_verbs()})"
    return re.compile(
        rf"(?P<verbs>{one}(?:[(/|、]?{one}[)]?)*)[)]?(?:了|的|(?P<size>金?额|数额?)|率|幅度?|比例|支出|开支)?(?P<link>为|达到?|至|到)?(?:约|近|大约)?[:]?$"
    )


@lru_cache(maxsize=1)
def equality_pattern() -> re.Pattern[str]:
    """持平, 一致, 无变化 …: a word list of no change."""
    return re.compile("|".join(re.escape(phrase) for phrase in phrases("equalities")))


@lru_cache(maxsize=1)
def _one_verb() -> re.Pattern[str]:
    return re.compile(_verbs())


@lru_cache(maxsize=1)
def _sense() -> dict[str, str]:
    return {**senses("directions"), **senses("savings")}


def directions_in(words: str) -> tuple[tuple[str, Direction, int], ...]:
    """Return each direction word of a run of verbs with its direction and position."""
    return tuple((m.group(), Direction(_sense()[m.group()]), m.start()) for m in _one_verb().finditer(words))


def verb_before(text: str, is_percent: bool) -> re.Match[str] | None:
    """Return the verb right before a figure; 减少为5万元 is an amount, 减少额为5万元 a change, 降幅为5% a rate."""
    match = _verb_tail().search(text)
    if match and match["link"] and not match["size"] and not is_percent:
        return None
    return match


def leading_direction(text: str, start: int) -> tuple[str, Direction] | None:
    """Return the word with which a base begins that says where the amount moved: 高于 of 高于上年5.00万元."""
    word = text[start : start + 2]
    return (word, Direction(_sense()[word])) if word in _sense() else None


def share_whole(text: str) -> str | None:
    """Return what a share is taken of (占支出合计的 → 支出合计), empty where it is not said, None where there is no share."""
    match = _SHARE.search(text)
    return None if match is None else match["whole"].removesuffix("的")


def _is_in_bracket(clause: Clause, number: int) -> bool:
    """Whether a figure stands in brackets behind a change: 减少18.50万元(65.37%)."""
    return number > 0 and clause.before(number) == "(" and verb_before(clause.before(number - 1), is_percent=False) is not None


def _is_mere_saving(text: str, verbs: str, year: int | None) -> bool:
    """Whether money was saved against nothing: 集中采购节约3万元, not 比上年节约3万元, 比预算节省3万元."""
    return verbs in senses("savings") and find_base(text, year) is None and not compares_with_own_budget(text)


def _bare_role(figure: Figure, text: str) -> Role:
    """Return the part of a number without a unit: 增长13.95 | 占76.23 | 支出决算为4.19 | 增加4.76."""
    if COMPLETED_BEFORE.search(text):
        return Role.COMPLETION
    if figure.value and _SHARE.search(text):
        return Role.SHARE
    if text.endswith(("为", "是")):
        return Role.LEVEL
    return Role.RATE if text.rstrip("了").endswith(("增长", "下降", "降低", "上升")) else Role.CHANGE


def role_of(clause: Clause, number: int, year: int | None) -> Role:
    """Return the part that mention ``number`` plays in its clause."""
    figure, text = clause.mentions[number].figure, clause.before(number)
    if not figure.unit:
        return _bare_role(figure, text)
    is_percent = figure.unit == PERCENT
    if not is_percent and not figure.is_money:
        return Role.OTHER
    if is_percent and _COMPLETION.search(text):
        return Role.COMPLETION
    if is_percent and _SHARE.search(text):
        return Role.SHARE
    if (verb := verb_before(text, is_percent)) or (is_percent and _is_in_bracket(clause, number)):
        head = clause.text[: clause.mentions[number].start - clause.start]
        return Role.OTHER if verb and _is_mere_saving(head, verb["verbs"], year) else Role.RATE if is_percent else Role.CHANGE
    return Role.OTHER if is_percent else _amount_role(clause, number, year)


def _amount_role(clause: Clause, number: int, year: int | None) -> Role:
    """Return the part of an amount of money that no verb moves: a level, the base compared with, a threshold."""
    text = clause.before(number)
    if _PRICED.search(text) and _OR_MORE.match(clause.text, clause.mentions[number].end - clause.start):
        return Role.OTHER
    if _EACH.search(text) or _PER.match(clause.text, clause.mentions[number].end - clause.start):
        return Role.OTHER
    base = find_base(text + "比", year)
    if base and base.end >= len(text.rstrip("(的:")):
        is_compared = base.base.year != year and _COMPARED.match(clause.text, clause.mentions[number].end - clause.start)
        if text.startswith(STRONG_LEADS, base.start) or is_compared:
            return Role.PRIOR
        if leading_direction(text, base.start):
            return Role.CHANGE
    return Role.LEVEL
