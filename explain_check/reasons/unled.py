"""Reasons to which no word leads: 与上年持平，均未安排购车预算 | 420.00万元，属经常性项目，继续按上年规模安排，与上年无增减."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explain_check.extract.connectors import is_of_another, is_remark
from explain_check.model.claim import ChangeClaim, Claim, Direction, ExecutionClaim, Reason
from explain_check.model.text import Passage, Section
from explain_check.reasons.matching import FALLBACKS, find_matches, squeeze_reason
from explain_check.reasons.movements import Explained, went
from explain_check.reasons.rows import GENERAL

_CLAUSE = re.compile(r"(?:(?<=\d),(?=\d{3})|[^,。;:?!¶])+")
_SENTENCE = re.compile(r"[^。;?!¶]+")
_FIGURE = re.compile(r"\d(?:万?元|亿元|%)")
#: What goes on with a statement and is no reason: a use, a list, a share, another comparison.
_OTHER = re.compile(
    r"^(?:主要|全部|均|都|重点|专项|将)?(?:用于|用以|用来|包括|保障|反映|是指|为)|^(?:其中|含|占|完成|持平|具体|详见|共计?安排|安排用于)"
    r"|(?:[比较与和同]|相比)(?:于|之)?(?:上年|去年|上一年|20\d\d年|年初|预算|往年)|[大小高低多少]于(?:年初|全年|调整)?预算(?!控制)|持平|无增减|分别"
    r"|接待(?:了|共计?|累计|约)*\d|^(?:增加|减少|增长|下降|上升|降低)(?:%|万元)|情况(?:如下|说明)|^(?:预算|决算|支出|收入)数?[为是]"
    r"|^(?:全年|本年度?|当年|今年|20\d\d年度?|年内|累计|共计?|实际)*(?:举办|召开|组织|开展|参加|派出)(?:了)?[^,]{0,14}\d|购置[^,]{0,10}0[辆台]"
    r"|^(?:上年|去年)度?(?:预算|决算|执行)?数?[为是]"
    r"|等(?:日常|各项|相关|正常|其他|方面的?)*(?:支出|开支|费用|经费)$"
    r"|^(?![^,]*[增减退招聘升降调])[^,]*(?:保有量|批次|人[次数]|次数|数量|团组数?|编制数?)(?:共计?|合计|累计|均|约)*[为是达]?:?\d"
)
#: A sentence of its own is one where it begins so: 两年均未安排出国任务。
_OWN_SENTENCE = re.compile(
    r"(?:由于|因(?![公此而])|主要(?!产出|成效|效益|做法|绩效|内容|职责|任务)|系|两年|近[两三几]年|上年及本年|上年和|上年、|本单位|本部门|我[局院校单部]|均|该|此|上年|去年|本年|今年|20\d\d年)"
)
#: 增长2.48%。主要为人员职级晋升: in a sentence of its own
_SENTENCE_LED = re.compile(r"(?:主要|均)[系为]")
#: 增加的3.20万元系调查队拨付的补助
_LED = re.compile(r"(?:主要|均|全部)?[系为是]")
#: 清运单价由每车780元调整为860元: figures that say why
_ADJUSTED = re.compile(r"由[^,。;]{0,12}\d[^,。;]{0,6}(?:调整|提高|增加|减少|降低|上调|下调|上升|下降|[增降升])(?:为|到|至)")
_NEAR = 4
_SHORTEST = 6
#: What a report says of its figures and is no reason: 首次突破千亿元 | 调整后收支平衡
_REPORTS = re.compile(r"突破|平衡|[-—]{2}|保持|总额|[增降]幅|用于|^[^,]{0,12}(?:支出|收入|经费)(?![增减降缩压下])")
_STAYING = frozenset({"continuing", "not_budgeted", "not_applicable", "execution_basis", "frugality", "central_arrangement"})
#: 补贴人员和标准均无变动: what the amount depends on did not move
_DRIVERS = re.compile(
    r"(?:人员|人数|标准|编制|任务|规模|政策|基数|合同|数量|面积|车辆|范围|对象)[^,。;]{0,8}(?:[无未]|没有|不).{0,3}(?:变|调整|增减)"
)
_EFFECTS = {
    Direction.INCREASE: ("increase", "either"),
    Direction.DECREASE: ("decrease", "either"),
    Direction.UNCHANGED: ("increase", "decrease", "either"),
}
_SAYS_NOTHING = FALLBACKS | {"unchanged"}


def find_unled(claims: Sequence[Claim], sections: Sequence[Section]) -> tuple[Claim, ...]:
    """Return the claims, those without a reason with the words beside them that say why."""
    passages = [passage for section in sections for passage in section.passages if passage.text]
    taken = sorted(
        (place.location.start, place.location.end)
        for claim in claims
        if isinstance(claim, ChangeClaim | ExecutionClaim)
        for place in (claim.place, claim.reason.place)
        if place is not None
    )
    return tuple(_with_reason(claim, passages, taken) if isinstance(claim, ChangeClaim | ExecutionClaim) else claim for claim in claims)


def _with_reason(claim: Explained, passages: Sequence[Passage], taken: Sequence[tuple[int, int]]) -> Explained:
    direction = went(claim)
    if claim.reason.text or claim.reason.connector or direction is None:
        return claim
    at, end = claim.place.location.start, claim.place.location.end
    passage = next((each for each in passages if each.offsets[0] <= at <= each.offsets[-1]), None)
    if passage is None:
        return claim
    first, last = bisect_left(passage.offsets, at), bisect_left(passage.offsets, end)
    for start, stop in (*_behind(passage.text, last), *_between(claim, passage, first, last)):
        place = passage.place(start, stop)
        begins, ends = place.location.start, place.location.end
        inside = any(low < ends and begins < high for low, high in taken if not (low <= at and end <= high))
        text, is_beside = passage.text[start:stop], _goes_on_at(passage.text, last) and start - last < _NEAR
        if not inside and (_says_why(text, direction) or (is_beside and _goes_on(text, direction))):
            return replace(claim, reason=Reason(text=place.quote, connector="", place=place))
    return claim


def _goes_on_at(text: str, at: int) -> bool:
    """Whether the words behind a statement go on with it."""
    return text[at] in ",系为是主" or text.startswith("),", at)


def _goes_on(text: str, direction: Direction) -> bool:
    """Whether words right behind a movement, in its sentence, can say nothing but why: 下降55.65%，上年承办全市教学观摩会."""
    return direction is not Direction.UNCHANGED and len(text) >= _SHORTEST and not _REPORTS.search(text)


def _behind(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words behind a statement stand: in its sentence, in brackets, in a sentence of their own."""
    mark = text[end : end + 1]
    if mark == "(" and (close := text.find(")", end)) > end:
        if not _FIGURE.search(text, end, close):
            yield end + 1, close
        elif text.startswith(",", close + 1):
            yield from _run(text, close + 2)  # 下降6.98%(2024年预算21.50万元)，符合条件的家庭减少
    elif led := _LED.match(text, end):
        yield from _run(text, led.end())
    elif mark == "," or text.startswith("),", end):
        yield from _run(text, end + 1 + (mark == ")"))
    elif mark == "。" and (led := _SENTENCE_LED.match(text, end + 1)):
        yield from _run(text, led.end())
    elif mark in ("。", ";") and _OWN_SENTENCE.match(text, end + 1):
        sentence = _SENTENCE.match(text, end + 1)
        if sentence and not _FIGURE.search(sentence.group()):
            yield from _run(text, end + 1)


def _run(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses from ``start`` up to the sentence's end, or to one that says something else."""
    sentence = _SENTENCE.match(text, start)
    stop = start
    for clause in _CLAUSE.finditer(text, start, sentence.end() if sentence else start):
        words = clause.group()
        if (_FIGURE.search(words) and not _ADJUSTED.search(words)) or _OTHER.search(words) or is_remark(words) or is_of_another(words):
            break
        stop = clause.end()
    if stop > start:
        yield start, stop


def _between(claim: Explained, passage: Passage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where the words between an amount and its comparison stand."""
    if isinstance(claim, ExecutionClaim) or claim.current is None or not claim.current_in_statement:
        return
    start = bisect_left(passage.offsets, claim.current.place.location.end)
    if claim.stated_prior and bisect_left(passage.offsets, claim.stated_prior.place.location.start) == start + 1:
        start = bisect_left(passage.offsets, claim.stated_prior.place.location.end)  # 上年无此项目: what it moved from, and not why
    if first <= start < last and passage.text[start : start + 1] == ",":
        for _, stop in _run(passage.text, start + 1):
            if stop < last:
                yield start + 1, stop


def _says_why(text: str, direction: Direction) -> bool:
    """Whether a cause that fits the movement is named; where nothing moved, one that says why it stayed."""
    matches = [match for match in find_matches(squeeze_reason(text).text) if match.row.kind not in (GENERAL, "weak")]
    if direction is Direction.UNCHANGED:
        return any(match.row.sense in _STAYING for match in matches) or _DRIVERS.search(text) is not None
    return any(match.row.sense not in _SAYS_NOTHING and match.effect in _EFFECTS[direction] for match in matches)
