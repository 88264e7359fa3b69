"""What an amount is compared with: 比上年预算, 与2023年相比, 同比."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explain_check.lexicon import phrases
from explain_check.model.claim import Base, BaseKind

_YEAR = r"(?P<year>20\d\d)年?度?|(?P<last>上一?年度?同期|去年度?同期|上一?年度?|去年度?|上一度|前一年度?)"
_KIND = (
    r"(?:\((?![增减]|上升|下降)[^()]{1,20}\))?"
    r"(?:的?(?:当年|全年|年初|财政|拨款|同期|收支|收入|支出|总额?|总?计|合计|调整|预算|决算|执行|累计|实际|完成|同?口径|[“”\"]?三公[“”\"]?经费"
    r"|公开|公布|提前|下达|数据|一般公共|政府性基金|国有资本经营|部门|单位|本级|经费|公务接待费|数|额|安排|水平|情况|批复|[末底]|12月31日|相比|比较|对比))*"
)
#: 比上年预算增加 | 与2023年度相比 | 较2022年(上一年度,下同)预算 | 比2022年预算执行数减少
_BASE = re.compile(
    r"(?P<lead>相比较?于?|相较于?|相对于?|对比|比起|比之|较之于?|比|较|在|与|同|和|跟|高于|低于|大于|小于|超过|等于|未超过)(?:本?部门|我?单位)?"
    r"(?:(?:年初|全年|调整)预算(?:安排)?数?[、和及与](?=[^,。;]{0,24}(?:持平|一致|相同)))?"
    rf"(?:{_YEAR})(?P<kind>{_KIND})"
)
#: 同比增长 | 按同口径同比
_SAME_PERIOD = re.compile(r"按同口径同比|同口径同比|同比|比上年同期|环比")
#: 比年初预算数减少: the base is this year's budget, an execution is meant
_OWN_BUDGET = re.compile(
    r"(?:比|较|与|同|和|大于|小于|高于|低于|等于|未超过|超出)(?:年初|全年|调整|当年|本年)?(?:批复)?预算(?:安排)?数?(?:相比|比较)?"
)
#: 比上年10.00万元 | 相较于2023年的10.00万元: what follows is last year's amount, whatever comes then
STRONG_LEADS = ("比", "较", "相比", "相较", "相对", "对比")
_WEAK_LEADS = ("与", "同", "和", "跟", "等于")
_BUILDS_ON = re.compile(r"[^,;。]{0,24}基础之?上")
_COMPARES = re.compile("|".join(["相比", "比较", "对比", "没有变", "比(?:$|[增减下上多少])", *map(re.escape, phrases("equalities"))]))


#: 与向市人代会报告的执行数相比 | 较限额减少 | 人员经费比公用经费多3832万元: neither last year nor a budget
_ELSEWHERE = re.compile(
    r"[与同较比](?:(?!上年|去年|往年|同期|以前)[^,。;:\d]{0,20}?(?:报告|快报|人代会|人大|计划|目标|任务|限额|标准|定额|平均|概算|合同|控制数)"
    r"[^,。;:\d]{0,8}?(?:相比|比较|对比|增加|减少|增长|下降|[高低多少]于?)"
    r"|(?<=比)(?!上|去|往|前|同期|年初|预算|调整|全年)[^,。;:\d比]{2,20}(?:多|少|高|低)出?(?=约?\d))"
)
#: 与上年下降7.6%: as if it said 比
_MOVES = re.compile(r"(?:增加|增长|减少|下降|降低|上升)了?\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMention:
    """A base at ``[start, end)`` of a clause."""

    base: Base
    start: int
    end: int


def find_base(text: str, year: int | None, following: str = "") -> BaseMention | None:
    """Return the first base of a clause, None where it names none; ``year`` is the document's, ``following`` the next clause."""
    for match in _BASE.finditer(text) if "年" in text or "20" in text or "上一度" in text else ():
        rest = text[match.end() :]
        if match["lead"] == "在" and not (rest == "比" or _BUILDS_ON.match(rest)):
            continue
        if match["lead"] in _WEAK_LEADS and not (_COMPARES.search(match["kind"] + rest + following) or _MOVES.match(rest)):
            continue
        printed = match.group()[len(match["lead"]) :]
        printed = re.sub(r"(相比较?|比较|对比)$", "", printed)
        own_year = int(match["year"]) if match["year"] else (year - 1 if year else None)
        return BaseMention(base=Base(text=printed, year=own_year, kind=_kind(match["kind"])), start=match.start(), end=match.end())
    same = _SAME_PERIOD.search(text) if "比" in text else None
    if same:
        base = Base(text="上年同期", year=year - 1 if year else None, kind=BaseKind.UNSPECIFIED)
        return BaseMention(base=base, start=same.start(), end=same.end())
    return None


def before_base(words: str, year: int | None) -> str:
    """Return the words before what they compare with: 公务接待费与上年相比 → 公务接待费."""
    base = find_base(words, year)
    return words[: base.start] if base else words


def find_own_budget(text: str) -> re.Match[str] | None:
    """Return where a clause compares an actual with this year's budget (比预算数减少, 决算数大于预算数), None where it does not."""
    return _OWN_BUDGET.search(text) if "预算" in text else None


def compares_with_own_budget(text: str) -> bool:
    """Whether a clause compares an actual with this year's budget."""
    return find_own_budget(text) is not None


def compares_elsewhere(text: str) -> bool:
    """Whether a clause compares with what is no amount of a year's accounts: 与向人代会报告的执行数相比 | 较限额减少."""
    return bool(_ELSEWHERE.search(text))


def before_comparison(text: str, base: BaseMention | None) -> str:
    """Return the words before what a clause compares with, empty where it compares with nothing."""
    own = find_own_budget(text)
    starts = ([base.start] if base else []) + ([own.start()] if own else [])
    return text[: min(starts)] if starts else ""


def _kind(words: str) -> BaseKind:
    """Return the kind of base by its words."""
    if "执行" in words:
        return BaseKind.EXECUTION
    if "决算" in words or "支出数" in words:
        return BaseKind.FINAL_ACCOUNTS
    return BaseKind.BUDGET if "预算" in words else BaseKind.UNSPECIFIED
