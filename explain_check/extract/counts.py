"""Numbers of people and things: 在职120人，减少2人; 涉密项目1个，涉及预算资金17万元; 单位价值50万元以上大型设备4套."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from explain_check.extract.bases import find_base
from explain_check.extract.clauses import Clause
from explain_check.extract.moves import directions_in, verb_before
from explain_check.extract.subjects import clean_subject
from explain_check.lexicon import phrases, senses
from explain_check.model.claim import Direction, Printed
from explain_check.model.figure import Mention
from explain_check.model.quantity import CountClaim
from explain_check.model.text import Passage
from explain_check.numerals import THINGS

#: 部门有1个涉密项目: what stands before the number is no subject, the thing follows
_NO_SUBJECT = re.compile(
    r"(?:本|我|全)?(?:部门|单位|年度?|年末|年底)?(?:截至)?(?:计划|拟|预计|将|已|新|另|现|目前|实际|实行|继续|因|由于|主要|是|为|以及|其中|对|及)*"
    r"(?:有|共有|现有|含|设|下设|内设|安排|涉及|包括|购置|采购|购买|更新|租赁|租用|聘用|配备|开展|举办|召开|组织|完成|建设|维修|新建|改造|支付|保障|供)*"
)
_LEAD = re.compile(
    r"^(?:.*?共有|.*(?:截至|截止).{0,8}?(?:年|月|日|底|末),?|因(?!公)|由于|主要(?!领导|负责)|原因|是|共?有(?!关)|现有(?!人员)|占有使用|占用|使用|拥有|目前|以及|且|对|本年度?|年末|年底)+"
)
#: (原值)以上的通用设备4套 after 价值50万元
_AT_LEAST = re.compile(r"^(?:\([^()]{1,4}\))?(?:及|\(含\))?以上(?:\([^()]{1,4}\))?的?")
_THING = re.compile(r"(?:\([套辆个]\))?(?P<thing>[\u4e00-\u9fff()“”]{2,16})")
#: 3个项目，涉及预算金额 30.00万元: the amount belongs to what was counted
_CARRIED = re.compile(
    r"(?:\([套辆个]\))?[\u4e00-\u9fff()“”]{0,16}?[,、;]?(?:共|总)?(?:涉及|预算金额|资金|金额|价值|账面原值|原值|总值|合计|共计)"
    r"(?:项目|预算|财政|资金|金额|总额|价值|共计|合计|约|为|达|:)*"
)
#: 设备(不含车辆)
_WITHOUT = re.compile(r"\((?:不含|不包括|除)[^()]*\)")
_LONGEST = 24
_YEAR = re.compile(r"(20\d\d)年")


@dataclass(slots=True, kw_only=True)
class _Count:
    """A count while it is being read; positions in the section's text."""

    subject: str
    unit: str
    start: int
    end: int
    year: int | None
    current: Mention | None = None
    amount: Mention | None = None
    direction: Direction | None = None
    money: Mention | None = None
    threshold: Mention | None = None


@lru_cache(maxsize=1)
def _moves() -> re.Pattern[str]:
    """新招录 | 新增 | 调出, then up to a dozen characters that name who or what."""
    words = "|".join(map(re.escape, phrases("headcount_moves")))
    return re.compile(rf"(?<!更)(?P<move>{words})了?(?P<thing>[^,;。、\d]{{0,12}})$")


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases("counted"))))


def sort_of(subject: str) -> str:
    """Return what is counted, by the last word that the list knows (事业单位业务用车 are vehicles); empty where it knows none."""
    found = _things().findall(_WITHOUT.sub("", subject))
    return senses("counted")[found[-1]] if found else ""


def find_counts(passage: Passage, clauses: Sequence[Clause], entity: str, scope: str) -> Iterator[CountClaim]:
    """Yield the counts of a text in its order, without ids."""
    counts: list[_Count] = []
    for clause in clauses:
        for number, mention in enumerate(clause.mentions):
            if mention.figure.is_money:
                _note_money(counts, passage.text, mention)
            elif mention.figure.unit in THINGS and not _is_rate(passage.text, mention):
                _note_count(counts, passage.text, clause, number, entity)
    for count in counts:
        yield _finish(count, passage, scope)


def _is_rate(text: str, mention: Mention) -> bool:
    """Whether a number only names a unit: 每10人, 5人/天."""
    return text[mention.start - 1 : mention.start] == "每" or text[mention.end : mention.end + 1] == "/"


def _note_count(counts: list[_Count], text: str, clause: Clause, number: int, entity: str) -> None:
    """Keep a count, or a movement of the count before it."""
    mention = clause.mentions[number]
    before = text[max(mention.start - len(clause.before(number)), counts[-1].end if counts else 0) : mention.start]
    verb = verb_before(before, is_percent=False)
    if verb:
        direction = directions_in(verb["verbs"])[-1][1]
        last = counts[-1] if counts else None
        if last and last.unit == mention.figure.unit and last.amount is None and not _breaks(text[last.end : mention.start]):
            last.amount, last.direction, last.end = mention, direction, mention.end
            return
        count = _new_count(text, clause, number, _without_base(before[: verb.start()]), entity)
        count.amount, count.direction = mention, direction
        count.start = min(count.start, mention.start - len(before) + verb.start())
    elif move := _moves().search(before):
        count = _new_count(text, clause, number, move["thing"], entity)
        count.amount, count.direction = mention, Direction(senses("headcount_moves")[move["move"]])
        count.start = mention.start - len(before) + move.start()
    else:
        count = _new_count(text, clause, number, before, entity)
        count.current = mention
    if len(count.subject) > 1 and (sort_of(count.subject) or mention.figure.text[0].isdigit()):
        counts.append(count)


def _breaks(text: str) -> bool:
    return any(mark in text for mark in "。;!?¶")


def _without_base(before: str) -> str:
    """Return the words before a movement without what it is compared with: 退休人员比上年 → 退休人员."""
    base = find_base(before, None)
    return before[: base.start] if base else before


def _new_count(text: str, clause: Clause, number: int, before: str, entity: str) -> _Count:
    """Return a count with its subject, which stands before the number or behind it."""
    mention = clause.mentions[number]
    threshold = clause.mentions[number - 1] if number and clause.mentions[number - 1].figure.is_money else None
    reach = _AT_LEAST.match(before) if threshold else None
    own = before[reach.end() :] if reach else before.removeprefix("以下").removeprefix("的")
    subject = _LEAD.sub("", clean_subject(own, entity)).removesuffix("和")
    start = text.rfind(subject, clause.start, mention.start)
    behind = _thing_behind(text, clause, number)
    end = mention.end
    if behind and (_NO_SUBJECT.fullmatch(subject) or (sort_of(behind) and not (sort_of(subject) and len(subject) < _LONGEST))):
        subject, end = behind, text.index(behind, end) + len(behind)
    elif _NO_SUBJECT.fullmatch(subject) or len(subject) > _LONGEST:
        subject = ""
    return _Count(
        subject=subject,
        unit=mention.figure.unit,
        start=_break_before(text, threshold.start) if threshold and reach else start if start >= 0 else mention.start,
        end=end,
        year=_year_before(text, mention.start),
        threshold=threshold if reach else None,
    )


def _thing_behind(text: str, clause: Clause, number: int) -> str:
    """Return what is named right behind a number, up to its known word; empty where it belongs to the next number."""
    mention, following = clause.mentions[number], clause.mentions[number + 1 : number + 2]
    behind = _THING.match(text, mention.end)
    if behind is None or (following and following[0].start == behind.end() and following[0].figure.unit in THINGS):
        return ""
    thing = _before_closing(behind["thing"])
    known = _things().match(thing)
    if known is None and not mention.figure.text[0].isdigit():
        return ""
    return thing[: known.end()] if known else re.split("[(“]", thing)[0]


def _before_closing(thing: str) -> str:
    """Return a name up to the end of the bracket in which it stands: 19个内设处室)某局 names 内设处室."""
    name, mark, _ = thing.partition(")")
    return name if mark and "(" not in name else thing


def _year_before(text: str, at: int) -> int | None:
    """Return the last year named in the sentence before a position."""
    years = _YEAR.findall(text, _sentence_start(text, at), at)
    return int(years[-1]) if years else None


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind("。", 0, at), text.rfind("¶", 0, at)) + 1


def _break_before(text: str, at: int) -> int:
    """Return where the words before a position begin: behind the last mark that parts clauses."""
    return max(text.rfind(mark, 0, at) for mark in ",。;:、¶") + 1


def _note_money(counts: list[_Count], text: str, mention: Mention) -> None:
    """Give an amount to what was counted right before it."""
    if counts and counts[-1].money is None and _CARRIED.fullmatch(text, counts[-1].end, mention.start) and not _is_shared(counts, text):
        counts[-1].money, counts[-1].end = mention, mention.end


def _is_shared(counts: Sequence[_Count], text: str) -> bool:
    """Whether an amount belongs to an earlier count, too: 重点项目3个、一般项目0个，共涉及金额30万元."""
    last = counts[-1].current or counts[-1].amount
    if len(counts) < 2 or counts[-2].money is not None or counts[-2].unit != counts[-1].unit or (last and last.figure.value):
        return False
    return not _breaks(text[counts[-2].end : counts[-1].start])


def _finish(count: _Count, passage: Passage, scope: str) -> CountClaim:
    def printed(mention: Mention | None) -> Printed | None:
        return Printed(figure=mention.figure, place=passage.place(mention.start, mention.end)) if mention else None

    stands_still = count.amount is not None and not count.amount.figure.value
    return CountClaim(
        id="",
        subject=count.subject,
        sort=sort_of(count.subject),
        scope=scope,
        unit=count.unit,
        current=printed(count.current),
        direction=Direction.UNCHANGED if stands_still else count.direction,
        amount=printed(count.amount),
        money=printed(count.money),
        threshold=printed(count.threshold),
        year=count.year,
        sentence=passage.offsets[_sentence_start(passage.text, count.start)],
        place=passage.place(count.start, count.end),
    )
