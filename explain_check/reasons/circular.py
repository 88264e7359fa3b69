"""Reasons that only say again what moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from explain_check.model.claim import Direction
from explain_check.reasons.rows import quality_rows
from explain_check.structure.fold import fold_text

_PARTS = re.compile(r"[,。;、:]|所以|因此|因而|从而|导致|致使|由于|因为|原因是|主要是|因(?!公)")
#: 压减三公经费 at the head of a clause is an act, not the movement again
_UP = re.compile(
    r"增加|增长|上升|提高|上涨|上浮|增多|增大|增幅较大|(?:大于|多于|高于|超过|超出)(?:年初)?预算数?|[较比](?:年初)?预算数?[略偏]?[大多高]"
)
_DOWN = re.compile(r"减少|下降|降低|下浮|(?!^)(?:压减|调减|缩减)|(?:小于|少于|低于)(?:年初)?预算数?|[较比](?:年初)?预算数?[略偏]?[小少低]")
#: 公用经费压减 names an act, 公用经费减少 does not
_ACT = re.compile(r"压减|调减|缩减")
_MOVES = ((Direction.INCREASE, _UP), (Direction.DECREASE, _DOWN))
_THREE = ("item_abroad", "item_vehicle", "item_reception")
#: Words that a restatement adds to the name of its item.
_FILLER = re.compile(
    r"经费|支出|预算|收入|费用|资金|开支|拨款数|金额|数额|总额|总计|合计|有所|略有|相应|相关|本年度?|今年|当年|比上年度?|较上年度?|较去年"
    r"|同比|20\d\d年度?|我局|我单位|本单位|本部门|我部门|此项|该项|安排|使用|实际|决算|执行|较多|较大|的|了|数|费|等|均|都|以?及|和|与|\d+(?:\.\d+)?(?:万?元|%)"
)
#: 当年度无“三公”经费支出: that nothing was spent, said of what was not spent
_NOTHING_SPENT = re.compile(
    r"^(?:当年度?|本年度?|今年|全年|20\d\d年度?)?(?:无|没有|未发生|没有发生|未产生)(?P<what>.{2,16}?)(?:支出|费用支出|开支)$"
)
_MONEY = re.compile(r"支出|经费|费用?|资金|开支|预算|缴纳")
_SAME = re.compile(r"公务车用车|公务车|公车")
_MAINTAIN = re.compile(r"运转维护|运维|运行维护")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """A reason that only restates: the directions that it names, and whether it names an item that is not the subject's.

    ``parts`` are those of the subject that it names (基本支出增加, of all spending).
    """

    directions: frozenset[Direction]
    foreign: bool
    parts: frozenset[str] = frozenset()


def same_words(text: str) -> str:
    """Return a name with the variants of 公务用车 and 运行 made one."""
    return _MAINTAIN.sub("运行", _SAME.sub("公务用车", fold_text(text)))


@lru_cache(maxsize=1024)
def own_names(subject: str) -> tuple[str, ...]:
    """Return the names in a subject's path, with and without their closing 支出 or 费, longest first."""
    names: set[str] = set()
    for part in re.split(r"[/“”\"]", same_words(subject)):
        names |= {part, re.sub(r"(?:预算|支出|经费|费|收入|预算支出)$", "", part)}
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


@lru_cache(maxsize=1024)
def item_names() -> tuple[tuple[str, str], ...]:
    """Return the names of well-known items with their kind, longest first."""
    return tuple((same_words(row.phrase), row.sense) for row in quality_rows() if row.sense.startswith("item_"))


def item_kind(subject: str) -> str:
    """Return the kind of well-known item that a subject is; empty for totals and others."""
    last = re.sub(r"(?:支出)?(?:预算|决算)数?$", "", same_words(subject.rstrip("/").rpartition("/")[2]))
    return next((kind for name, kind in item_names() if name == last or (len(last) > 3 and name.startswith(last))), "")


def restates(text: str, subject: str) -> Restatement | None:
    """Return how a squeezed reason restates its subject; None where it says anything else."""
    directions: set[Direction] = set()
    foreign = False
    parts: set[str] = set()
    for part in filter(None, _PARTS.split(same_words(text))):
        if _says_nothing_spent(part, subject):
            directions.add(Direction.DECREASE)
            continue
        moved = {direction for direction, words in _MOVES if words.search(part)}
        left = _left_over(part, subject) if moved else part
        if left and not _ACT.search(part):
            left, named = _without_parts(left, subject)
            parts |= named
        if moved and _MONEY.search(part) and _is_short_for(left, subject):
            left = ""
        if left:
            left, other = _without_other_items(left, subject)
            foreign = foreign or other
        if left:
            return None
        directions |= moved
    return Restatement(directions=frozenset(directions), foreign=foreign, parts=frozenset(parts)) if directions else None


def _left_over(part: str, subject: str) -> str:
    """Return what a clause says beside its movement and its subject's own name."""
    rest = _UP.sub("", _DOWN.sub("", part))
    for name in own_names(subject):
        rest = rest.replace(name, "")
    return rest if _FILLER.sub("", rest) else ""


def _is_short_for(words: str, subject: str) -> bool:
    """Whether words are a piece of the subject's own name: 养老保险 of 基本养老保险缴费, 医疗保险 of 行政单位医疗."""
    short = re.sub(r"缴纳?|保险", "", _FILLER.sub("", words))
    return "保险" not in words if not short else len(short) > 1 and any(short in name for name in own_names(subject))


@lru_cache(maxsize=1024)
def part_names(subject: str) -> tuple[str, ...]:
    """Return the names of what is a part of a subject: the items of 三公, those of a well-known item's kind, 基本支出 of a total."""
    kind = item_kind(subject)
    if "三公" in subject:
        return tuple(name for name, other in item_names() if other in _THREE)
    if kind:
        return tuple(name for name, other in item_names() if other == kind)
    blocks = tuple(same_words(row.phrase) for row in quality_rows() if row.sense == "block")
    return () if "项目" in subject or "人员" in subject or subject in blocks else blocks


def _without_parts(rest: str, subject: str) -> tuple[str, set[str]]:
    """Return what is left without the names of the subject's parts, and these."""
    named: set[str] = set()
    for name in part_names(subject):
        if name in rest:
            rest, named = rest.replace(name, ""), {*named, name}
    return rest if _FILLER.sub("", rest) else "", named


def _without_other_items(rest: str, subject: str) -> tuple[str, bool]:
    """Return what is left without the names of well-known items, and whether one of them is not the subject's."""
    foreign = False
    if "/" in subject or item_kind(subject):
        for name, kind in item_names():
            if name in rest and kind != item_kind(subject):
                rest, foreign = rest.replace(name, ""), True
    return (rest, False) if _FILLER.sub("", rest) else ("", foreign)


def _says_nothing_spent(part: str, subject: str) -> bool:
    """Whether a clause only says that the subject's own money was not spent."""
    found = _NOTHING_SPENT.match(part)
    what = re.sub(r"[“”\"]|(?:经费|费)$", "", found["what"]) if found else ""
    return bool(what) and any(what == re.sub(r"[“”\"]|(?:经费|费)$", "", name) for name in own_names(subject))
