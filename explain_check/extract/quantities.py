"""Figures of a project's text with the words around them: 购置监护仪12台; 满意度达到95%以上; 每人每月1500元."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from explain_check.model.figure import Mention
from explain_check.model.goal import Quantity
from explain_check.model.text import Passage
from explain_check.numerals import read_cell, read_mentions

#: Each begins with a character of one set, to which re can skip.
_CLAUSE = re.compile(r"[。;,:、!?()《》“”\n.](?:(?<!\.)|(?<=\D\.)(?=\D))")
_SENTENCE = re.compile(r"[。;!?一二三四五六七八九十其](?:(?<=[。;!?])|(?<![。;!?其])是|(?<=其)中)")
_AFTER_CLAUSE = re.compile(r"[。;,:、!?()《》\n]")
#: 595元/个 | 每人每月1500元
_PER_BEHIND = re.compile(r"/每?(?P<unit>[\u4e00-\u9fff]{1,4}?)(?=$|[/。;,:、()\d]|[\u4e00-\u9fff](?![/]))")
_PER_BEFORE = re.compile(r"每(?P<unit>个?[年月日天人次名户家辆台条套册期生村场校班])(?!\d)")
_EACH = re.compile(r"(?:每[^,。;\d]{1,6}|人均|户均|平均每[^,。;\d]{1,4})$")
_DONE = r"\d\d年(?:以前|之前|已|共|实际|完成|末|底|年末|年底)"
_PAST = re.compile(
    r"上年|去年|往年|历年|前年|截至|截止|目前|现有|原有|原来|此前|累计|以来|曾|已(?!达到提高)"
    rf"|19{_DONE}|20{_DONE}"
)
#: what follows is this year's again: 改扩建后年接诊能力达到3万人次
_AHEAD = re.compile(r"本年|今年|当年|计划|将(?!近)|确保|力争|争取|提高到|提升到|提高至|提升至|[建成施装完]后|项目后")
_YEAR = re.compile(r"(20\d\d)年")
_LONGEST = 30
_LONGEST_SENTENCE = 160
_NONE: frozenset[str] = frozenset()


class QuantityReader:
    """Reads the figures of texts in a budget of ``year``, each text once however many rules ask about it.

    The passages must live as long as the reader: they are known by their identity.
    """

    def __init__(self, year: int | None) -> None:
        """Begin with nothing read."""
        self._year = year
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self._read: dict[tuple[int, frozenset[str]], tuple[Quantity, ...]] = {}

    def read(self, passage: Passage, units: frozenset[str] = _NONE) -> tuple[Quantity, ...]:
        """Return the figures of a text that bear a unit; ``units`` are counting words to look for beside the known ones."""
        key = (id(passage), units)
        if key not in self._read:
            self._read[key] = self._read_text(passage, units)
        return self._read[key]

    def _read_text(self, passage: Passage, units: frozenset[str]) -> tuple[Quantity, ...]:
        if id(passage) not in self._mentions:
            self._mentions[id(passage)] = tuple(read_mentions(passage.text))
        mentions = self._mentions[id(passage)]
        counted = _find_counted(passage.text, units, mentions) if units else []
        if units and not counted:
            return self.read(passage)
        return _read_quantities(passage, sorted((*mentions, *counted), key=attrgetter("start")), self._year)


def _read_quantities(passage: Passage, mentions: Sequence[Mention], year: int | None) -> tuple[Quantity, ...]:
    if not mentions:
        return ()
    text, last = passage.text, mentions[-1].start + 1
    clauses = [found.end() for found in _CLAUSE.finditer(text, 0, last)]
    sentences = [found.end() for found in _SENTENCE.finditer(text, 0, last)]
    return tuple([_quantity(passage, mentions, at, year, clauses, sentences) for at in range(len(mentions))])


@lru_cache(maxsize=64)
def _counted(units: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, units), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?P<number>\d(?<![\d.]\d)[\d,]*(?:\.\d+)?)(?P<unit>{words})")


def _find_counted(text: str, units: frozenset[str], known: Sequence[Mention]) -> list[Mention]:
    """Return the numbers with a counting word that stands in the form's indicators (60组), but for those that are known."""
    counted: list[Mention] = []
    for found in _counted(units).finditer(text):
        start, end = found.span()
        figure = None if any(mention.start <= start < mention.end for mention in known) else read_cell(found["number"], found["unit"])
        if figure is not None:
            counted.append(Mention(figure=figure, start=start, end=end))
    return counted


def _quantity(
    passage: Passage, mentions: Sequence[Mention], at: int, year: int | None, clauses: Sequence[int], sentences: Sequence[int]
) -> Quantity:
    text, mention = passage.text, mentions[at]
    after_last = mentions[at - 1].end if at else 0
    clause = max(after_last, _last(clauses, mention.start))
    sentence = max(mention.start - _LONGEST_SENTENCE, _last(sentences, mention.start))
    following = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
    stop = _AFTER_CLAUSE.search(text, mention.end, following)
    end = min(stop.start() if stop else following, following)
    before = text[clause : mention.start]
    per_behind = _PER_BEHIND.findall(text[mention.end : end])
    reach = mention.end + (len(per_behind[0]) + 1 if per_behind else 0)
    if text.startswith(("以上", "以内", "以下", "左右"), reach):
        reach += 2
    return Quantity(
        figure=mention.figure,
        per=frozenset(per_behind) | frozenset(_PER_BEFORE.findall(before)),
        before=_BOUND.sub("", before) if before[-1:] in _BOUND_ENDS else before,
        behind=text[mention.end : end][:_LONGEST],
        context=text[sentence : mention.start],
        is_elsewhen=_is_elsewhen(text[sentence : mention.start], year),
        passage=passage,
        start=clause if mention.start - clause <= _LONGEST else mention.start,
        end=reach,
    )


def _last(ends: Sequence[int], at: int) -> int:
    """Return the last of some ends up to a place, 0 before the first."""
    found = bisect_right(ends, at)
    return ends[found - 1] if found else 0


def _is_elsewhen(words: str, year: int | None) -> bool:
    """Whether the words before a figure put it into another year; a later 本年 or the budget's own year takes it back."""
    marks = [found.start() for found in _PAST.finditer(words)]
    if year is not None:
        marks += [found.start() for found in _YEAR.finditer(words) if int(found[1]) != year]
    if not marks:
        return False
    own = max((found.start() for found in _AHEAD.finditer(words)), default=-1)
    own = max(own, words.rfind(f"{year}年")) if year is not None else own
    return max(marks) > own


_BOUND = re.compile(r"(?:[≥≤<>=]|不[得]?[低高少多大小]于|不?超过|[大小高低多少]于|达到?|至[少多])+$")
_BOUND_ENDS = frozenset("≥≤<>=于过达到少多")
