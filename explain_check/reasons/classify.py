"""From a stated reason to the categories of the taxonomy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from explain_check.model.claim import Category, Direction
from explain_check.reasons.circular import restates
from explain_check.reasons.flags import names_nothing
from explain_check.reasons.generals import BEHIND, ITEM, SETTLING, items_of, with_general
from explain_check.reasons.matching import FALLBACKS, Match, find_matches, squeeze_reason, without_amounts
from explain_check.reasons.rows import GENERAL
from explain_check.reasons.senses import is_duty, is_income, senses_of

_PERSONNEL = frozenset({"headcount", "pay_rise", "contribution_base", "retirees", "reorganisation"})
_PROJECTS = frozenset({"new_project", "project_growth", "project_cut", "project_end", "continuing", "progress"})
#: Who pays for a project is a cause beside the project: 上级转移支付项目资金减少.
_PURSES = frozenset({"transfer", "carryover", "fiscal_arrangement"})
#: Categories of which a mere block of spending can be named; behind a cause they only say what it led to.
_BLOCKS = frozenset({"personnel_cost", "project_growth", "project_cut", "unchanged", "revenue", "fiscal_arrangement", "not_budgeted"})
_CONSEQUENCE = re.compile(r"所以|因此|因而|从而|进而|致使|导致|造成|使得|引起|相应|故(?!障|事|意)")
_USE = re.compile(r"(?<!可)(?:主要)?用于[^。;]*")
_MECHANISM = re.compile(r"基数|比例|费率|标准|调标|增资|提标|上调|晋|去世|死亡|人员变动")
_BLOCK = re.compile(
    r"(?:^(?:项目|专项).{1,12}|(?:支出|经费|资金|预算|补助|补贴).{0,6})(?:增加|增长|上升|减少|下降)$"
    r"|^(?:增加|增发|减少).*(?:支出|经费|补助|补贴|费用?|预算|资金)$"
)
#: What is said to be as it was (接待任务与上年相同) is no cause; these say why it stayed.
_STAYING = frozenset({"unchanged", "continuing", "not_budgeted", "not_applicable", "execution_basis", "frugality"})
#: Another purse or another heading now bears what they stand behind (人员经费由主管局统一列支): that it was personnel's is no cause.
_BEARING = frozenset({"central_arrangement", "budget_method", "fund_reclass"})
_NAMED = re.compile(r"《[^》]*》|[“「\"][^”」\"]{2,30}[”」\"](?=.{0,2}(?:项目|工程|专项|经费|资金))")
_IN_NAME, _CLAUSE_END = re.compile(r"[^及和与、,]{0,2}(?:项目|专项|工程|系统|平台)"), re.compile(r"[,。;、]")
#: 追加预算, 发放补贴: that the money was moved or paid out; beside a vague word it is no cause.
_MONEY_MOVED = re.compile(
    r"(?:年[中度内])?(?:追加|调[增减]|核减|压减|缩减)(?:了)?(?:预算|经费|资金)?|(?:预算|经费|资金)(?:追加|调[增减]|核减|压减|压缩)|(?:发放|支付)[^,。;]+"
)
#: 调减该项目预算: of the item that the reason explains.
_OWNITEM = re.compile(r"[该此本]项(?!目库)")
_POLICY_CHANGED, _REFORM = re.compile(r"政策(?:调整|变化|变动)"), re.compile(r"支付方式改革|付费|DRG|DIP")
_JOINED = re.compile(r"(?:及|和|与|、)(?:国家|上级|中央|相关|有关|[省市县区])?$")
_JOINS, _FELL = re.compile(r"以?及|和|与|、"), re.compile(r"[减降低]|二是|2[.、]")
_ALONG = re.compile(r"随(?:着|之)?(?![时处机同意访转军迁])")
_ABSENT = re.compile(r"(?:上|去)年度?无此")
_NO_LONGER = re.compile(r"不再(?:安排|列支|编列)")
_LONGEST = 4000
#: 生均公用经费标准提高: no standard of pay
_NO_PAY = re.compile(r"公用经费|运转经费|办公经费|生均|定额|单价|价格|油价|物价|补助标准")


def classify_reason(text: str, subject: str, direction: Direction | None, *, from_nothing: bool = False) -> tuple[Category, ...]:
    """Return the categories of a reason in order of mention, each once; none where it is only circular or vague.

    ``subject`` is what the reason explains, a path (款/项) or a name; ``direction`` is where its amount moved, ``from_nothing`` whether
    from a budget of 0: what was added to it is new.
    """
    return _classify(text, subject, direction, from_nothing)


@lru_cache(maxsize=4096)
def _classify(printed: str, subject: str, direction: Direction | None, from_nothing: bool = False) -> tuple[Category, ...]:
    squeezed = squeeze_reason(printed[:_LONGEST])
    if direction is not Direction.UNCHANGED and restates(squeezed.text, subject) is not None:
        return ()
    squeezed = without_amounts(squeezed)
    text = _USE.sub(lambda found: "。" * len(found.group()), squeezed.text)
    matches = find_matches(text)
    causes = _causes(text, [match for match in matches if match.row.kind != GENERAL], is_income(subject))
    if all(_MONEY_MOVED.fullmatch(text, match.start, match.end) for match in causes) and names_nothing(text, subject):
        return ()
    causes = with_general(text, causes, [match for match in matches if match.row.kind == GENERAL], direction)
    if any(match.row.kind == GENERAL for match in causes):
        causes = [match for match in causes if match.row.sense != "other" or match.row.kind == GENERAL]
    found: dict[str, Category] = {}
    for match in causes:
        for sense, effect in senses_of(match, text, subject, direction):
            name = "new_project" if from_nothing and sense == "project_growth" else sense
            found.setdefault(name, Category(id=name, quote=squeezed.quote(match.start, match.end), effect=effect))
    grew = direction is Direction.INCREASE and any(category.effect == "increase" for category in found.values())
    if grew and not _FELL.search(text):
        found.pop("frugality", None)  # 接待任务增加，厉行节俭使用: how it was spent, not what held it down
    return tuple(found.values())


def _causes(text: str, matches: Sequence[Match], of_income: bool) -> list[Match]:
    """Return the matches that are causes: not parts of names, not what a cause led to, not a fallback beside another."""
    named = [found.span() for found in _NAMED.finditer(text)]
    kept = [match for match in matches if not any(start <= match.start and match.end <= end for start, end in named)]
    kept = [match for match in kept if not _in_project_name(text, match, kept)]
    behind = BEHIND.search(text)
    if behind and any(match.start >= behind.end() for match in kept):
        kept = [match for match in kept if match.start >= behind.end() or match.row.sense not in _BLOCKS]
    borders = [0, *(found.start() for found in ITEM.finditer(text)), len(text) + 1]
    kept = [match for low, high in pairwise(borders) for match in _of_item(text, low, high, kept, of_income)]
    policy = [match for match in kept if match.row.sense == "policy"]
    return [match for low, high in items_of(text) for match in _stated(text, low, high, kept)] or policy or kept


def _stated(text: str, low: int, high: int, matches: Sequence[Match]) -> list[Match]:
    """Return the concrete matches of one item, the weak ones where it has nothing else."""
    inside = [match for match in matches if low <= match.start < high]
    weak = [match for match in inside if match.row.kind == "weak" and match.row.sense not in FALLBACKS]
    return [match for match in inside if _is_concrete(match, text)] or weak


def _is_concrete(match: Match, text: str) -> bool:
    """Whether a match says enough to make what says less superfluous; a policy's change does among others (人员变动及政策调整)."""
    if match.row.sense == "policy" and _POLICY_CHANGED.fullmatch(text, match.start, match.end):
        return bool(_JOINED.search(text, 0, match.start) or _JOINS.match(text, match.end))
    if match.row.sense == "policy" and _REFORM.search(text, match.start, match.end):
        return True
    return match.row.sense not in FALLBACKS and match.row.kind != "weak"


def _in_project_name(text: str, match: Match, matches: Sequence[Match]) -> bool:
    """Whether a match only names a project that another match speaks of (设备购置项目压减)."""
    if match.row.sense in _PROJECTS | _PURSES or not _IN_NAME.match(text, match.end):
        return False
    stop = _CLAUSE_END.search(text, match.end)
    end = stop.start() if stop else len(text)
    return any(other.row.sense in _PROJECTS and match.end <= other.start < end for other in matches)


def _of_item(text: str, low: int, high: int, matches: Sequence[Match], of_income: bool) -> list[Match]:
    """Return the causes of one item of a reason (一是…), without what they led to; what an income led to is its own kind."""
    inside = [match for match in matches if low <= match.start < high]
    marker = _CONSEQUENCE.search(text, low, min(high, len(text)))
    led_from = _consequence_start(text, low, marker) if marker else high
    has_cause = any(match.end <= led_from for match in inside)
    inside = [match for match in inside if not _is_said_unchanged(match, text, inside) and not _is_borne(match, text, inside)]
    inside = [match for match in inside if not _was_absent(match, text, inside)]
    inside = [match for match in inside if not _goes_with(match, text, inside) and not is_duty(match, text, inside)]
    kept: list[Match] = []
    for match in inside:
        led_to = has_cause and match.start >= led_from and _is_block(match, text) and not (of_income and match.row.sense == "revenue")
        if not led_to and not _follows_cause(match, text, [other for other in kept if other.row.kind != "weak"]):
            kept.append(match)
    return kept


def _consequence_start(text: str, low: int, marker: re.Match[str]) -> int:
    """Return where what a cause led to begins: after 所以 and its like, with the whole clause of 公用经费相应增加."""
    if marker.group() != "相应":
        return marker.end()
    return max(low, *(found.end() for found in _CLAUSE_END.finditer(text, low, marker.start())), low)


def _is_block(match: Match, text: str) -> bool:
    """Whether a match names what was spent, not why."""
    words = text[match.start : match.end]
    if match.row.sense in _BLOCKS or _NO_LONGER.fullmatch(words):
        return True
    return match.row.sense in ("pay_rise", "contribution_base", "retirees", "price") and not _MECHANISM.search(words)


def _is_said_unchanged(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Whether a match names what stayed as it was: 接待任务与上年相同."""
    return match.row.sense not in _STAYING and _stands_before(match, text, others, frozenset({"unchanged"}))


def _was_absent(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Whether a match only says that last year had none of what another cause brought: 上年无此项支出，本年更新囚车."""
    if match.row.sense != "new_project" or not _ABSENT.match(text, match.start):
        return False
    return any(other.row.sense not in FALLBACKS | {"new_project"} and other.row.kind != "weak" for other in others)


def _is_borne(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Whether a match names what another bears now: 人员经费由主管局统一列支."""
    return match.row.sense == "personnel_cost" and _stands_before(match, text, others, _BEARING)


def _goes_with(match: Match, text: str, others: Sequence[Match]) -> bool:
    """Whether a match names what moved along with the cause behind it: 公务交通补贴随人员增加."""
    found = None if "基数" in text[match.start : match.end] else _ALONG.search(text, match.end)
    return found is not None and any(
        found.end() <= other.start and not _CLAUSE_END.search(text, match.end, other.start) for other in others
    )


def _stands_before(match: Match, text: str, others: Sequence[Match], senses: frozenset[str]) -> bool:
    """Whether one of the senses is named behind a match in its own clause."""
    later = (other for other in others if other.row.sense in senses and match.end <= other.start)
    return any(not _CLAUSE_END.search(text, match.end, other.start) for other in later)


def _follows_cause(match: Match, text: str, before: Sequence[Match]) -> bool:
    """Whether words only go on with a cause named before.

    The block of spending that it moved (人员增加，人员经费增加), the end of an event (普查工作结束), a pay's standard (补贴标准提高).
    """
    causes = {other.row.sense for other in before}
    sense = match.row.sense
    if sense == "personnel_cost":
        return bool(causes & _PERSONNEL)
    if sense == "fiscal_arrangement" and "拨款" in text[match.start : match.end]:
        return bool(causes)
    if sense == "price":
        is_pay = not _NO_PAY.search(text, max(0, match.start - 6), match.end)
        return is_pay and bool(_same_clause(match, text, before) & _PERSONNEL)
    if sense in _PROJECTS and "event" in (causes if sense == "progress" else _same_clause(match, text, before)):
        return True
    if sense in ("project_growth", "project_cut") and _OWNITEM.search(text, match.start, match.end):
        return bool(causes)
    if sense in ("project_growth", "project_cut") and _BLOCK.search(text[match.start : match.end]):
        return bool(causes - _PERSONNEL - {"personnel_cost", "fiscal_arrangement", "project_growth", "project_cut"})
    return sense == "not_budgeted" and bool(causes & SETTLING)


def _same_clause(match: Match, text: str, before: Sequence[Match]) -> set[str]:
    """Return the causes named earlier in a match's own clause."""
    return {other.row.sense for other in before if not _CLAUSE_END.search(text, other.end, match.start)}
