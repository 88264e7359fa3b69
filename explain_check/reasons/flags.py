"""The quality of a stated reason, beside its categories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from explain_check.model.claim import Category, Direction
from explain_check.reasons.circular import item_kind, item_names, own_names, restates, same_words
from explain_check.reasons.matching import squeeze_reason
from explain_check.reasons.rows import quality_words

#: Words around a vague phrase that make it no less vague.
_AROUND = re.compile(
    r"根据|依据|按照?|结合|由于|因为?|为了?|满足|属于?|系|本?单位|本部门|我部门|我[局院校所中心]|20\d\d年度?|本?年度?|支出|经费|预算|费用|开支|资金|项目"
    r"|变化|变动|调整|增加|减少|安排|有所|相应|进行|所致|原因|相关|情况|工作|业务|公务|实际|需要|部分|各项|确定|核定|年中|追加|调增|调减|核减|接待|用车|影响|受|正常|基本"
    r"|决算数?|执行|不一致|差异|作|的|了|和|及|与|等|以|数|所|[,。;、:()\d.]"
)
_AS_EXPECTED = re.compile(r"(?:贴合|符合|达到|接近)预期")
_EARLIER = re.compile(r"上年|去年|往年|前年|上一年|以前年度|年初|同期|基数|但|虽|同时|抵|20\d\d年")
_MOVED_UP = re.compile(r"(?:支出|经费|费用|支付|开支)(?:有所|略有|相应)?(?:增加|增长|上升)|增加(?:支出|经费|费用|支付|开支)")
_MOVED_DOWN = re.compile(r"(?:支出|经费|费用|支付|开支)(?:有所|略有|相应)?(?:减少|下降|降低)|减少(?:支出|经费|费用|支付|开支)")
_OWN_WORDS = {"item_abroad": re.compile(r"出国|出境|境\)|外事"), "item_vehicle": re.compile(r"车"), "item_reception": re.compile(r"接待")}
_ONLY_SAME = re.compile(r"(?:保持不变|不变|持平|与上年一致|无变化)$")
_NOTHING = re.compile(r"(?:未|没有)(?:安排|编制)(?:此项|该项|预算|此项预算|该项预算|\S{0,12}(?:预算|经费|费))$")
#: Words that agree with a direction: with one of them a conflict is not certain.
_AGREES = {
    Direction.INCREASE: re.compile(r"增(?!收节支)|提高|上升|上涨|加大|扩大|补发|追加|恢复|不足|缓解"),
    Direction.DECREASE: re.compile(
        r"减|缩|裁|缓|撤|移交|下降|下调|降低|低于|少|停|取消|未|没有"
        r"|暂缓|不再|清退|退休|调出|仅|只有|原计划|自行|自费|自理"
    ),
}
_OPPOSITE = {Direction.INCREASE: "decrease", Direction.DECREASE: "increase"}


def flag_reason(
    text: str, subject: str, direction: Direction | None, categories: Sequence[Category], current: Decimal | None = None
) -> tuple[str, ...]:
    """Return circular, vague, direction_conflict and wrong_subject as far as a reason earns them.

    ``current`` is this year's amount where it is printed.
    """
    words = squeeze_reason(text).text.strip("。;,:")
    if not words:
        return ()
    flags: list[str] = []
    restated = restates(words, subject) if direction is not Direction.UNCHANGED else None
    if restated is not None:
        flags.append("circular")
    elif _is_vague(words, subject, categories):
        flags.append("vague")
    against = restated is not None and direction is not None and direction not in restated.directions
    if against or _conflicts(words, direction, categories, current):
        flags.append("direction_conflict")
    if (restated is not None and restated.foreign) or _names_other_item(words, subject):
        flags.append("wrong_subject")
    return tuple(flags)


def _is_vague(words: str, subject: str, categories: Sequence[Category]) -> bool:
    """Whether nothing concrete is named; an estimate that met expectations (基本贴合预期) says nothing either."""
    if any(category.id != "execution_basis" for category in categories):
        return False
    if categories:
        return _AS_EXPECTED.search(words) is not None and quality_words("vague").search(words) is not None
    return names_nothing(words, subject)


def names_nothing(words: str, subject: str) -> bool:
    """Whether a squeezed reason says beside its vague words nothing but that a budget was moved: 根据实际情况追加预算."""
    vague = quality_words("vague")
    if not vague.search(words):
        return False
    rest = vague.sub("", same_words(words))
    for name in own_names(subject):
        rest = rest.replace(name, "")
    return len(_AROUND.sub("", rest)) <= 2


def _conflicts(words: str, direction: Direction | None, categories: Sequence[Category], current: Decimal | None) -> bool:
    """Whether every cause pushes the other way; a word on an earlier year, which turns an effect round, leaves it open."""
    if direction is None or not categories:
        return False
    effects = {category.effect for category in categories}
    ids = {category.id for category in categories}
    if direction is Direction.UNCHANGED:
        up, down = bool(_MOVED_UP.search(words)), bool(_MOVED_DOWN.search(words))
        settled = ids & {"frugality", "not_budgeted", "unchanged", "continuing", "not_applicable", "execution_basis"}
        return up != down and not settled and not _EARLIER.search(words) and not re.search(r"不变|持平|一致|相当|抵|平衡", words)
    if _EARLIER.search(words) or (words.startswith("一是") and "二是" not in words):
        return False
    if ids == {"not_budgeted"} and direction is Direction.INCREASE:
        return bool(current) and _NOTHING.search(words) is not None
    return effects == {_OPPOSITE[direction]} and not _AGREES[direction].search(words)


def _names_other_item(words: str, subject: str) -> bool:
    """Whether a reason names another well-known item than the one it explains, and no word of its own item."""
    own = item_kind(subject)
    if not own:
        return False
    plain = same_words(words)
    if own in _OWN_WORDS:
        if "三公" in words or _OWN_WORDS[own].search(words):
            return False
        # One other item is a copied reason, two are what all of 三公 was held down by.
        return len({kind for name, kind in item_names() if kind in _OWN_WORDS and kind != own and name in plain}) == 1
    core = _ONLY_SAME.sub("", plain)
    return core != plain and any(core in (name, f"{name}经费", f"{name}支出") and kind != own for name, kind in item_names())
