"""Cut a section's text into clauses that know their figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from explain_check.extract.nothing import find_nothing
from explain_check.model.figure import PERCENT, PERCENTAGE_POINT, Mention
from explain_check.model.text import Passage
from explain_check.numerals import read_mentions

#: Stands between two paragraphs of a section; it ends every sentence.
PARAGRAPH = "¶"
#: 2024年预算44.10万元, 2023年预算: white space that stays between a comma and digits
_BLANKS = (" ", "\n")
#: 3.支出情况.2021年度支出合计: a point behind a word ends it as a full stop does; the end of a paragraph goes with its full stop
_BREAK = re.compile(r"[(),。;:!?¶.、](?:(?<![.、])|(?<=\)、)|(?<=[一-鿿]\.)(?<![一二三四五六七八九十]\.)(?!\.))(?:(?<=[。;!?])¶)?")
#: What stands for another separator.
_WRITTEN = {".": "。", "、": ","}
#: No separator at all is among them, too.
_ENDS_OF_SENTENCES = f"。;!?{PARAGRAPH}"
_LONGEST_BRACKET = 60
#: 工资福利支出11142.69万元(较上年增加901.61万元,主要是绩效工资上调)、对个人和家庭的补助965.54万元(…: each is a statement
_STATES = re.compile(r"\([^()]*(?:[较比与同]|增加|减少|增长|下降)[^()]*\)、")
#: 增长11%(其中:公务用车购置费200万元,较上年250万元减少50万元: parts with statements of their own
_PARTS_MOVE = re.compile(r"\((?:其中|包括)[^()]{0,60}?(?:[较比与同]|增加|减少|增长|下降|持平)")
#: 决算数小于预算数的主要原因:预算按充分保障预估(较2024年度减少0.84万元,下降1.87%): behind the reason of an execution, a statement
_BEHIND_REASON = re.compile(
    r"(?<=[一-鿿])(?<![元数额费入出年度预决算])\([较比](?:上|去|20)[^()]{2,24}?(?:增加|减少)[\d.]+[万亿]?元[^()]*\)[。;]"
)
_OF_EXECUTION = re.compile(r"预算数?的?(?:主要)?(?:原因|系|因)")
#: 增长13.95。: a figure without its unit counts only right after a set phrase and right before punctuation
_AMOUNT_BEFORE = re.compile(r"(?:预算|决算)数?[为是]$")
#: 占76.23; | 占支出合计的76.23; not 占地76.23
_SHARE_BEFORE = re.compile(r"占(?:[^,;。:占\d]{0,16}(?:的|(?:比例|比重|比)[为是]?))?$")
#: 完成年初预算的87.10。
COMPLETED_BEFORE = re.compile(r"完成了?(?:年初|全年|调整|年度|当年)?预算(?:安排)?数?的$")
#: 应急处理、临时救助、老年福利三项合计增加: a word of the name, not a count of what moved
_SEVERAL = re.compile(r"[两二三四五六七八九十]{1,2}项(?:合计|共计|总计|支出|收入|经费|费用|[增减均都])")
_WHOLE = 100
_MOVED_BARE = re.compile(r"(?:增加|增长|减少|下降|降低|上升)了?$")


class Clause(NamedTuple):
    """``text[start:end]`` of a section up to the punctuation ``separator``; its figures have positions in the section.

    A tuple, as a document has thousands.
    """

    text: str
    start: int
    end: int
    separator: str
    mentions: tuple[Mention, ...]

    @property
    def ends_sentence(self) -> bool:
        """Whether a full stop, a semicolon or the paragraph ends with it."""
        return self.separator[:1] in _ENDS_OF_SENTENCES

    def before(self, number: int) -> str:
        """Return the text between the figure before mention ``number`` (or the clause's start) and that mention."""
        start = self.mentions[number - 1].end if number else self.start
        return self.text[start - self.start : self.mentions[number].start - self.start]


def join_passages(passages: Iterable[Passage]) -> Passage | None:
    """Return one text for all paragraphs of a section, None where there are none."""
    parts = [passage for passage in passages if passage.text]
    if not parts:
        return None
    offsets: list[int] = []
    turns: list[tuple[int, int]] = []
    for passage in parts:
        offsets.extend(passage.offsets)
        offsets.append(passage.offsets[-1])
        if passage.page is not None:
            turns += [(passage.offsets[0], passage.page), *passage.turns]
    return Passage(
        text="".join([passage.text + PARAGRAPH for passage in parts]),
        printed="".join([passage.printed + " " for passage in parts]),
        offsets=tuple(offsets),
        section=parts[0].section,
        page=parts[0].page,
        turns=tuple(turns),
    )


def _is_bare(text: str, mention: Mention) -> bool:
    """Whether a number without a unit is a change (增长13.95。), a share, what was carried out, or an amount (支出决算为4.19。)."""
    start, figure = mention.start, mention.figure
    if _MOVED_BARE.search(text, max(0, start - 4), start):
        return True
    if not figure.decimals:
        return figure.value == 0 and bool(_AMOUNT_BEFORE.search(text, max(0, start - 6), start))
    is_share = 0 < figure.value <= _WHOLE and _SHARE_BEFORE.search(text, max(0, start - 22), start)
    if COMPLETED_BEFORE.search(text, max(0, start - 16), start):
        return True
    return bool(is_share or _AMOUNT_BEFORE.search(text, max(0, start - 6), start))


def _opens_statement(text: str, at: int) -> bool:
    """Whether a bracket holds statements that are read as such: of parts, or behind the reason of an execution."""
    if _PARTS_MOVE.match(text, at):
        return True
    return _BEHIND_REASON.match(text, at) is not None and _OF_EXECUTION.search(text, max(text.rfind("。", 0, at), 0), at) is not None


def split_clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a section's text. Commas inside figures and inside brackets do not cut."""
    mentions = [m for m in read_mentions(text, bare=True) if m.figure.unit or (text[m.end] in ",。;¶" and _is_bare(text, m))]
    mentions = [m for m in mentions if m.figure.unit != "项" or not _SEVERAL.match(text, m.start)]
    mentions = sorted([*mentions, *nothing], key=attrgetter("start")) if (nothing := [*find_nothing(text)]) else mentions
    clauses: list[Clause] = []
    start = taken = near = depth = opened = 0
    for match in _BREAK.finditer(text):
        at, end = match.span()
        char = text[at]
        if char in "()" and not _opens_statement(text, at):
            depth = max(0, depth + (1 if char == "(" else -1))
            opened = at if char == "(" else opened
            continue
        while near < len(mentions) and mentions[near].end <= at:
            near += 1
        if char == "、" and (depth or not _STATES.match(text, opened)):
            continue
        is_inside_figure = near < len(mentions) and mentions[near].start <= at
        if is_inside_figure or (depth and char in ",:" and at - opened < _LONGEST_BRACKET):
            continue
        depth = 0
        first = taken
        while taken < len(mentions) and mentions[taken].start < at:
            taken += 1
        own = tuple(mentions[first:taken])
        if at > start or own:
            clauses.append(Clause(text[start:at], start, at, _WRITTEN.get(char, text[at:end]), own))
        elif clauses and text[end - 1] == PARAGRAPH:
            clauses[-1] = clauses[-1]._replace(separator=clauses[-1].separator + PARAGRAPH)
        start = end + (text[end : end + 1] in _BLANKS)
    return tuple(clauses)


def beginning_of(clause: Clause, length: int) -> Clause:
    """Return the first ``length`` characters of a clause as one that a comma ends."""
    end = clause.start + length
    own = tuple(mention for mention in clause.mentions if mention.end <= end)
    return Clause(clause.text[:length], clause.start, end, ",", own)


def follows_count(clauses: Sequence[Clause], i: int, at: int) -> bool:
    """Whether the figure before position ``at`` of clause ``i``, in its sentence, counts people or things: 保有量2辆，与上年持平."""
    for j in range(i, -1, -1):
        before = [mention.figure for mention in clauses[j].mentions if mention.end <= at]
        if before:
            return not (before[-1].is_money or before[-1].unit in ("", PERCENT, PERCENTAGE_POINT))
        if j and clauses[j - 1].ends_sentence:
            break
    return False


def sentence_end(clauses: Sequence[Clause], i: int) -> int:
    """Return where the sentence of a clause ends: what stands between 主要用于： and there is a use."""
    return next((clause.end for clause in clauses[i + 1 :] if clause.ends_sentence), clauses[-1].end)
