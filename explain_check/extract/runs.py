"""Figures that 分别 gives to as many names: A、B、C分别为3万元、4万元、5万元，分别增长1%、2%、3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from explain_check.extract.clauses import Clause
from explain_check.extract.moves import verb_before
from explain_check.extract.subjects import account_of, clean_subject, is_account
from explain_check.model.figure import PERCENT, Mention

#: 分别 | 依次 | 各是 | 各增加; not 各部门, 各项支出
MARK = re.compile(r"分别|依次|各自?(?=[是为增减下上降升约共达]|支出\d|安排\d)")
_MARKS = ("分别", "依次", "各")
#: 3万元、4万元和5万元 | 3万元,4万元 | 增加3万元、减少4万元
_GLUE = re.compile(r"(?:,?(?:[、,和及与]|以及))(?P<verb>.{0,4})")
#: So many names share a sentence at most, so many of their separators may belong to a name.
_MOST_NAMES, _MOST_WEAK = 12, 6
_STRONG, _WEAK = re.compile("、|以及"), re.compile("[和及与]")
_TAILS = ("支出", "收入", "经费", "费", "总计", "合计")
_TWO_SIDES = re.compile(r"(?P<head>.*)收入?(?P<tail>.{0,6})")
_OTHER_SIDE = re.compile(r"支出?(?P<tail>(?:总计|合计|预算|决算|总额|执行)?数?)")


class Run(NamedTuple):
    """Figures of one kind beside each other, and where the words that lead to them begin: behind the figure before, or the sentence."""

    mentions: tuple[Mention, ...]
    head_start: int
    is_marked: bool

    @property
    def id(self) -> int:
        """What tells it from others of its section, never 0."""
        return self.mentions[0].start + 1


class Name(NamedTuple):
    """A name of a list with its place in the text."""

    subject: str
    start: int


def find_runs(text: str, clauses: Sequence[Clause]) -> dict[int, Run]:
    """Return the runs of a section by the start of each of their figures: those behind 分别, and those that go on with them."""
    found: dict[int, Run] = {}
    if not any(mark in text for mark in _MARKS):
        return found
    for start, mentions in _sentences(clauses):
        if len(mentions) > 1 and MARK.search(text, start, mentions[-1].start):
            for run in _runs_in(text, start, mentions):
                found.update((mention.start, run) for mention in run.mentions)
    return found


def _sentences(clauses: Sequence[Clause]) -> Iterator[tuple[int, list[Mention]]]:
    """Yield where each sentence begins, with its figures."""
    start = 0
    mentions: list[Mention] = []
    for clause in clauses:
        mentions.extend(clause.mentions)
        if clause.ends_sentence:
            yield start, mentions
            start, mentions = clause.end + 1, []
    yield start, mentions


def _runs_in(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[Run]:
    """Yield the runs of a sentence from its first marked one on."""
    sizes: set[int] = set()
    head, at = start, 0
    while at < len(mentions):
        end = at + 1
        while end < len(mentions) and _is_glued(text, head, mentions[at], mentions[end - 1], mentions[end]):
            end += 1
        is_marked = MARK.search(text, head, mentions[at].start) is not None
        if end - at > 1 and (is_marked or end - at in sizes):
            sizes.add(end - at)
            yield Run(tuple(mentions[at:end]), head, is_marked)
        head, at = mentions[end - 1].end, end


def _is_glued(text: str, head: int, first: Mention, one: Mention, other: Mention) -> bool:
    """Whether a figure goes on with the run of the one before it; where it has a verb of its own, the first must have one."""
    glue = _GLUE.fullmatch(text, one.end, other.start)
    if glue is None or (one.figure.unit == PERCENT) != (other.figure.unit == PERCENT) or one.figure.is_money != other.figure.is_money:
        return False
    is_percent = one.figure.unit == PERCENT
    return not glue["verb"] or bool(verb_before(glue["verb"], is_percent) and verb_before(text[head : first.start], is_percent))


def split_names(text: str, at: int, wanted: int, entity: str) -> tuple[Name, ...]:
    """Return the names that ``text``, which begins at ``at``, lists; none where it does not clearly list as many as wanted.

    社会保障和就业支出、卫生健康支出和住房保障支出 are three: the last 和 parts them. 甲中心、乙中心基本支出 are none: an account that only
    the last of them names is no other's.
    """
    if not 1 < wanted <= _MOST_NAMES:
        return ()
    strong = list(_outside_brackets(_STRONG, text))
    needed = wanted - 1 - len(strong)
    if needed < 0:
        return ()
    weak = [span for span in _outside_brackets(_WEAK, text) if not any(low <= span[0] < high for low, high in strong)]
    if needed > len(weak) or len(weak) > _MOST_WEAK:
        return ()
    ways = [_cut(text, at, sorted((*strong, *chosen)), entity) for chosen in combinations(weak, needed)]
    ways = [way for way in ways if all(name.subject for name in way) and is_account(way[0].subject) >= is_account(way[-1].subject)]
    known = [way for way in ways if all(is_account(name.subject) for name in way)]
    if len(ways) == 1 or len(known) == 1:
        return (known or ways)[0]
    natural = _cut(text, at, [*strong, weak[-1]], entity) if strong and needed == 1 and weak[-1] > strong[-1] else ()
    return natural if natural in ways and not known else ()


def split_accounts(text: str, at: int, entity: str) -> tuple[Name, ...]:
    """Return the known accounts that a text lists and nothing else, none where it is no such list.

    公务用车购置及运行费和公务接待费 are two: as few as are all known.
    """
    most = len(_STRONG.findall(text)) + len(_WEAK.findall(text)) + 1
    for wanted in range(2, min(most, _MOST_NAMES) + 1):
        names = split_names(text, at, wanted, entity)
        if names and all(is_account(name.subject) for name in names):
            return names
    return ()


def _outside_brackets(separator: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the separators that do not lie in brackets: (境), (含购置和运行)."""
    depth = last = 0
    for found in separator.finditer(text):
        depth += text.count("(", last, found.start()) - text.count(")", last, found.start())
        last = found.start()
        if depth <= 0:
            yield found.span()


def _cut(text: str, at: int, spans: Sequence[tuple[int, int]], entity: str) -> tuple[Name, ...]:
    """Return the names between separators, those completed that share a part with a neighbour."""
    starts = [0, *(high for _, high in spans)]
    ends = [*(low for low, _ in spans), len(text)]
    pieces = [text[low:high] for low, high in zip(starts, ends, strict=True)]
    subjects = _sides(pieces, entity) or _with_tail([clean_subject(piece, entity) for piece in pieces])
    return tuple(
        Name(subject, at + low + max(0, piece.find(subject))) for subject, low, piece in zip(subjects, starts, pieces, strict=True)
    )


def _sides(pieces: Sequence[str], entity: str) -> list[str]:
    """Return both sides of 收、支总计 or 财政拨款收入、支出, none where a list is something else."""
    if len(pieces) != 2:
        return []
    one, other = _TWO_SIDES.fullmatch(clean_subject(pieces[0], entity) or pieces[0]), _OTHER_SIDE.fullmatch(pieces[1])
    if one is None or other is None or (one["tail"] and one["tail"] != other["tail"]):
        return []
    return [f"{one['head']}{side}{other['tail']}" for side in ("收入", "支出")]


def _with_tail(subjects: list[str]) -> list[str]:
    """Return names of which the last has what all share: 教育、科学技术支出."""
    tail = next((tail for tail in _TAILS if subjects[-1].endswith(tail)), "")
    return [
        f"{subject}{tail}"
        if subject and tail and not subject.endswith(_TAILS) and account_of(f"{subject}{tail}") == account_of(subject)
        else subject
        for subject in subjects
    ]
