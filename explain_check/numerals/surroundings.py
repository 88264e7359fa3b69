"""What stands around a number: its sign, how firmly it is meant, and the signs that it is no figure at all."""

from __future__ import annotations

import re

from explain_check.model.figure import Bound
from explain_check.numerals.chinese import NUMERALS

_MINUS = frozenset("-－−")
_DASHES = frozenset("-－−—–―~～‐‑‒")
_RANGE = _DASHES | frozenset("至到")
_NEVER_BEFORE = frozenset("第.．/／〕几#№_^±$€£")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
# 伍, 陆 and 拾 end common words (队伍3人)
_NUMERIC = _DIGITS | frozenset(NUMERALS) - frozenset("伍陆拾")
_SUSPECT_AT_EDGE = _RANGE | _NEVER_BEFORE | _NUMERIC | frozenset(":：之周期拜") | frozenset(" \t\n\r\u3000\xa0")
# 为-124.68万元, 差额-3万元, 增长率-5%, 同比-5.2%
_BEFORE_MINUS = frozenset("为是约增减加少长降升差额率比了")
_NO_COUNT_BEFORE_ONE = frozenset("每任某另同统唯单逐这那该上前下首末初哪专万之")
_NO_TEN_AFTER = frozenset("几数好多上成")

_BOUND_ENDS = frozenset("约近概过于到达足超逾破≥≤≧≦<>＜＞=")
# 不超过3万元 / 不低于95% / 至少3人 / 约12万元 (but 节约12万元, 最近3次)
_BOUND_BEFORE = re.compile(
    r"""(?:
        (?P<most>[不未]得?(?:超过?|高于|多于|大于)|没有?超过|未(?:达到?|突破)|不[足到]|[至最]多|低于|少于|小于|[≤≦]|[<＜]=?)
      | (?P<least>不得?(?:低于|少于|小于)|[至最]少|超过?|高于|多于|大于|逾|突破|[≥≧]|[>＞]=?)
      | (?P<about>大?(?<![节合条预违签履制集特公契邀俭])约|大概|(?<![最附临远邻])近)
    )$""",
    re.VERBOSE,
)
_BOUND_AFTER = {"左右": Bound.ABOUT, "以内": Bound.AT_MOST, "之内": Bound.AT_MOST, "以下": Bound.AT_MOST, "以上": Bound.AT_LEAST}
_NAMED_BELOW = frozenset("简各几统同是为")

# 0.3万。 / 减17余万,比 ; but not 3万吨, 3万至5万人
_AFTER_BARE_SCALE = re.compile(
    r"\s*(?:$|[。;；.!！?？)）\]】”\"]|[,，:：](?!\s*[0-9０-９])|左右|以[上下内]|之内|主要|用于|其中|[比较]上|同比|[增减]|下降|占)"
)
# 接待支出0.40万(含外宾接待支出0万元)
_BRACKET_BEHIND = re.compile(r"\s*[(（](?:含|不含|其中|包括|包含)")
_SPENT_BEFORE = re.compile(r"(?:支出|收入|经费|[待护置用]费|[预决]算数?)(?:合计)?[为是]?$")
_COUNTED_BEFORE = re.compile(
    r"(?:人口|群众|[人户次件册台套辆亩个字]数|人次|面积|数量|里程|客流|产量|销量|[人户]次?量|吨位)[为约达近共有超过到计是]*$"
)

# 增长13.95主要 / 占 76.23;
_AFTER_BARE = re.compile(r"\s*(?:$|[。;；!！?？]|[,，](?!\s*[0-9０-９])|\.(?![0-9])|主要|其中|左右|比上|较上|同比|由于|是因|系因)")
_YEAR_FOLLOWS = re.compile(r"[,，](?:19|20)[0-9]{2}\s*年")
_BEFORE_BARE_WHOLE = re.compile(r"(?:增长|下降|增加|减少|降低|提高|上升|[占为是升降率达])\s*[-－−]?$")
_YEAR_OR_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:\.(?:0?[1-9]|1[0-2]))?")
_NOT_BARE_BEFORE = frozenset("(（[【《表图式章节件号")


def find_sign(text: str, start: int, previous_end: int) -> tuple[int, bool] | None:
    """Return where the figure begins and whether it is negative, or None where what stands before bars a figure.

    ``previous_end`` is the end of the figure read before, which tells 3万元-5万元 from 3-5万元.
    """
    if start == 0:
        return start, False
    before = text[start - 1]
    if before not in _SUSPECT_AT_EDGE and not (before.isascii() and before.isalpha()):
        return (start, False) if text[start] not in NUMERALS else _judge_chinese(text, start, before)
    window = text[max(0, start - 12) : start]
    edge = window.rstrip()
    if not edge:
        return start, False
    return _judge_edge(text, start, edge, len(window) - len(edge), previous_end)


def _judge_edge(text: str, start: int, edge: str, blanks: int, previous_end: int) -> tuple[int, bool] | None:
    last, earlier = edge[-1], edge[-2:-1]
    if last in _NEVER_BEFORE or last in _NUMERIC or (last in ":：" and earlier in _DIGITS):
        return None
    if last in _DASHES:
        return None if blanks else _judge_dash(text, start, previous_end)
    if last in "至到" and earlier in _NUMERIC:
        return None
    if edge.endswith("分之") or (last.isascii() and last.isalpha() and not edge.endswith(("RMB", "CNY"))):
        return None
    return (start, False) if text[start] not in NUMERALS else _judge_chinese(text, start, last)


def _judge_dash(text: str, start: int, previous_end: int) -> tuple[int, bool] | None:
    """Return the sign that a dash right before the digits gives; a dash after a word or number is none."""
    if previous_end == start - 1:
        return start, False
    if text[start - 1] not in _MINUS:
        return None
    edge = text[max(0, start - 12) : start - 1].rstrip()
    last = edge[-1:]
    if not last or last in _BEFORE_MINUS or not (last.isalnum() or last in _DASHES or last in "%％)）〕]/"):
        return start - 1, True
    return None


def _judge_chinese(text: str, start: int, before: str) -> tuple[int, bool] | None:
    first = text[start]
    if first == "一" and before in _NO_COUNT_BEFORE_ONE:
        return None
    if first in "十拾" and before in _NO_TEN_AFTER:
        return None
    if before == "周" or text[max(0, start - 2) : start] in ("星期", "礼拜"):
        return None
    return start, False


def find_bound(text: str, start: int, end: int) -> Bound:
    """Return how firmly the figure at ``[start, end)`` is meant, from the words before and after it."""
    before = text[start - 1 : start]
    if before in _BOUND_ENDS or before.isspace() or (before in "少多" and text[start - 2 : start - 1] in "至最于"):
        match = _BOUND_BEFORE.search(text[max(0, start - 8) : start].rstrip())
        if match and match.lastgroup:
            return {"most": Bound.AT_MOST, "least": Bound.AT_LEAST, "about": Bound.ABOUT}[match.lastgroup]
    after = text[end : end + 2]
    if after == "以下" and text[end + 2 : end + 3] in _NAMED_BELOW:
        return Bound.EXACT
    return _BOUND_AFTER.get(after, Bound.EXACT)


def means_money(text: str, start: int, end: int) -> bool:
    """Whether a number with 万 or 亿 alone is an amount (支出0.3万。) and not a count (人口3万。)."""
    before = text[max(0, start - 12) : start].rstrip()
    if _BRACKET_BEHIND.match(text, end):
        return bool(_SPENT_BEFORE.search(before))
    return bool(_AFTER_BARE_SCALE.match(text, end)) and not _COUNTED_BEFORE.search(before)


def ends_bare(text: str, end: int) -> bool:
    """Whether what follows a number without unit leaves open that it lost it: 增长13.95。 and not 2025年."""
    return bool(_AFTER_BARE.match(text, end) or _YEAR_FOLLOWS.match(text, end))


def stands_bare(text: str, start: int, end: int, digits: str) -> bool:
    """Whether a number without unit is a figure that lost it (增长13.95。) and not a year, a code or a list number."""
    printed = text[start:end]
    edge = text[max(0, start - 8) : start].rstrip()
    if edge[-1:] in _NOT_BARE_BEFORE or _YEAR_OR_DATE.fullmatch(digits):
        return False
    if not ends_bare(text, end):
        return False
    if "." in digits or "," in printed or "，" in printed:
        return True
    return len(digits) < 7 and text[end : end + 1] != "." and bool(_BEFORE_BARE_WHOLE.search(edge))
