"""Find the rows of the word lists in a reason: the longest match wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from explain_check.reasons.needed import PatternIndex
from explain_check.reasons.rows import GENERAL, PATTERNS, Row, compile_pattern, reason_rows, word_classes
from explain_check.structure.fold import fold_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Squeezed:
    """A reason folded and without white space, with the position of each character in the printed text."""

    text: str
    printed: str
    places: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """Return the printed words of a stretch."""
        return self.printed[self.places[start] : self.places[end - 1] + 1]


#: Said beside anything else, these add nothing; a specific row is never covered by one of them.
FALLBACKS = frozenset({"policy", "other"})
#: What gives way to what: patterns that say little to those that say more, weak words to all patterns.
#: Of general rows the first found counts: occasions and things before what moved, what ended, what began.
_GENERAL_ORDER = ("headcount", "event", "assets", "reorganisation", "revenue", "price", "progress", "project_end", "new_project")
_RANKS = {"broad": 1, "weak": 2}
_FALLBACK_RANK = 3
#: 未新增人员 | 并未取消 | 不再新增: what is denied is no cause; rows that begin with such a word say it themselves.
_DENIED = re.compile(r"(?:未|没有|并非|不是|不再|不得|不会|无|无需|毋需|严禁|防止|避免)(?:能|曾|对|实际)?$")
_LONGEST_DENIAL = 5
_OF_PROJECTS = frozenset({"new_project", "project_growth", "project_cut"})
_CLAUSE = re.compile(r"[^,。;:?!]+")
#: A clause that only speaks of need, circumstance or purpose names no thing.
_VAGUE_CLAUSE = re.compile(r"^(?:为了?(?!期)|以便|以满足|确保|旨在)|需求|需要|情况|因素|原因|要求|安排|浮动|相抵|合计")
_SAYS_NO = re.compile(r"(?:未|没有|不再|并无)[^,。;]{0,4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A row found from ``start`` to ``end`` of the squeezed text; ``effect`` is what the cause does to the amount."""

    row: Row
    start: int
    end: int
    effect: str


def squeeze_reason(printed: str) -> Squeezed:
    """Return a reason ready for matching."""
    folded = fold_text(printed)
    places = tuple([i for i, char in enumerate(folded) if not char.isspace()])
    return Squeezed(text="".join([folded[i] for i in places]), printed=printed, places=places)


def without_amounts(squeezed: Squeezed) -> Squeezed:
    """Return a text without the amounts behind its words of movement, and without 数, 数额 before them: 财政拨款数减少120.00万元."""
    keep = bytearray(b"\1" * len(squeezed.text))
    for pattern in (_amounts_moved(), _measures_moved()):
        for found in pattern.finditer(squeezed.text):
            start, end = found.span("left")
            keep[start:end] = bytes(end - start)
    text = "".join(char for char, kept in zip(squeezed.text, keep, strict=True) if kept)
    places = tuple(place for place, kept in zip(squeezed.places, keep, strict=True) if kept)
    return Squeezed(text=text, printed=squeezed.printed, places=places)


@cache
def _amounts_moved() -> re.Pattern[str]:
    return compile_pattern(r"{moved}(?:了)?(?P<left>约?[\d.,]+(?:万|亿)元)")


@cache
def _measures_moved() -> re.Pattern[str]:
    return compile_pattern(
        r"(?:{money}|分红|红利|股息|工资|奖金|津贴|租金|税|出让金|收费|缴费)(?:等)?(?<![预决]算)(?P<left>数额|金额|总额|数|额)(?={much}*(?:{moved}))"
    )


def find_matches(text: str) -> list[Match]:
    """Return the rows found in a squeezed text, in order; a longer match covers every one that it overlaps."""
    found = _without_denied(text, [*_phrases_in(text), *_patterns_in(text)])
    found = [match for match in found if match.row.sense not in _OF_PROJECTS or not _is_turned(match, text)]
    found.sort(key=_rank)
    taken = bytearray(len(text))
    kept: list[Match] = []
    for match in found:
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    kept += _without_denied(text, list(_generals_in(text, kept)))
    return sorted((match for match in kept if match.row.kind != "not"), key=lambda match: match.start)


def _rank(match: Match) -> tuple[int, int, int, bool]:
    """Return what goes first: the specific before the broad, the weak and the fallbacks, the longer, the earlier, the phrase."""
    is_fallback = match.row.sense in FALLBACKS and match.row.kind != "not"
    rank = _FALLBACK_RANK if is_fallback else _RANKS.get(match.row.kind, 0)
    return rank, match.start - match.end, match.start, match.row.kind in PATTERNS


def _without_denied(text: str, found: Sequence[Match]) -> list[Match]:
    """Return the matches without those that the words before them deny, and without what stands inside these."""
    denied = [match for match in found if _is_denied_within(match, text) or _is_denied_before(match, text)]
    if not denied:
        return list(found)
    return [
        match
        for match in found
        if _says_no_itself(match, text) or not any(no.start <= match.start and match.end <= no.end for no in denied)
    ]


def _is_turned(match: Match, text: str) -> bool:
    """Whether a match is the name of what moved the other way: 提升项目支出 of 风貌提升项目支出减少."""
    moved = _moved_behind().match(text, match.end)
    return moved is not None and match.effect == ("decrease" if moved["up"] else "increase")


@cache
def _moved_behind() -> re.Pattern[str]:
    return compile_pattern(
        r"(?:经费|支出|资金|预算|投入|的)*(?:有所|较上年|比上年|同比|大幅|小幅|略有|相应)*(?:(?P<up>{up})|(?P<down>{down}))(?=[,。;、及和与以]|$)"
    )


def _says_no_itself(match: Match, text: str) -> bool:
    """Whether a match is there to mislead, or asks for the denial that it holds: 补助资金未下达."""
    if match.row.kind == "not":
        return True
    asks = match.row.kind in PATTERNS and any(word in match.row.phrase for word in "未没不无")
    return asks and _SAYS_NO.search(text, match.start, match.end) is not None and not _is_denied_before(match, text)


def _is_denied_before(match: Match, text: str) -> bool:
    return _DENIED.search(text, max(0, match.start - _LONGEST_DENIAL), match.start) is not None


def _is_denied_within(match: Match, text: str) -> bool:
    """Whether a pattern bridges a word of denial that it does not ask for: 缴费基数未调整."""
    if match.row.kind not in PATTERNS or any(word in match.row.phrase for word in "未没不无"):
        return False
    return _SAYS_NO.search(text, match.start, match.end) is not None


@cache
def _by_head() -> dict[str, tuple[Row, ...]]:
    """Return the phrases by their first two characters, longest first: faster than one alternation of them all."""
    heads: defaultdict[str, list[Row]] = defaultdict(list)
    for row in reason_rows():
        if row.kind not in PATTERNS:
            heads[row.phrase[:2]].append(row)
    return {head: tuple(sorted(rows, key=lambda row: -len(row.phrase))) for head, rows in heads.items()}


@cache
def _patterns() -> PatternIndex:
    """Return the patterns but for general ones."""
    return PatternIndex([row for row in reason_rows() if row.kind in PATTERNS and row.kind != GENERAL])


@cache
def _generals() -> PatternIndex:
    """Return the patterns of things of any name, those first that say most."""
    order = {sense: number for number, sense in enumerate(_GENERAL_ORDER)}
    return PatternIndex(sorted((row for row in reason_rows() if row.kind == GENERAL), key=lambda row: order.get(row.sense, len(order))))


@cache
def _movements() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the two directions with the words of movement that a match may end with."""
    classes = word_classes()
    return tuple((effect, re.compile(f"(?:{classes[name]})$")) for effect, name in (("increase", "up"), ("decrease", "down")))


def _phrases_in(text: str) -> Iterator[Match]:
    """Yield the longest phrase at each position, and the longest one below it that is not weak."""
    heads = _by_head()
    for start in range(len(text) - 1):
        for row in heads.get(text[start : start + 2], ()):
            if text.startswith(row.phrase, start):
                yield Match(row=row, start=start, end=start + len(row.phrase), effect=row.effect)
                if row.kind != "weak":
                    break


def _patterns_in(text: str) -> Iterator[Match]:
    """Yield what the patterns find."""
    for pattern, row in _patterns().worth_asking(text):
        found = pattern.search(text)
        while found:
            if bridge := _bridge().search(text, found.start(), found.end()):
                found = pattern.search(text, found.start(), bridge.start("join"))
                if found is None:
                    found = pattern.search(text, bridge.end())
                    continue
            yield Match(row=row, start=found.start(), end=found.end(), effect=_effect(row, found.group()))
            found = pattern.search(text, max(found.end(), found.start() + 1))


@cache
def _bridge() -> re.Pattern[str]:
    """人数增加及 of 人数增加及缴存基数提高: what ends one cause before the next begins."""
    return compile_pattern(r"(?:{up}|{down}|[提调]标|增资)(?P<join>进而|从而|导致|致使|使得|(?:以及|及|和|与|、)(?=.{3})(?!{up}|{down}))")


def _generals_in(text: str, kept: Sequence[Match]) -> Iterator[Match]:
    """Yield the first general row of each clause in which nothing is found."""
    for clause in _CLAUSE.finditer(text):
        start, end, words = clause.start(), clause.end(), clause.group().removesuffix("所致")
        if any(match.start < end and start < match.end for match in kept) or _VAGUE_CLAUSE.search(words):
            continue
        hits = ((row, found) for pattern, row in _generals().worth_asking(words) if (found := pattern.search(words)))
        for row, found in islice(hits, 1):
            yield Match(row=row, start=start + found.start(), end=start + found.end(), effect=_effect(row, found.group()))


def _effect(row: Row, words: str) -> str:
    """Return a row's effect; ``moved`` is read from the last word."""
    if row.effect != "moved":
        return row.effect
    return next((effect for effect, pattern in _movements() if pattern.search(words)), "either")


@cache
def _staff() -> re.Pattern[str]:
    """Return the words before 人数 that say whose: none at all, or those of staff."""
    return compile_pattern(
        "(?:^|[,。;:、是]|{staff}|在职|在编|在岗|上岗|编内|编外|编制|书记|实有|单位|机关|行政|事业|参公|聘用|聘任|借调|退休|离休|遗属|缴费|缴存|参保"
        "|今年|本年|全年|年度|部门|我[局院校]|供养|工勤|临聘|合同制|招录|招聘|录用|新进|新增|增加|减少|调[入出]|划[入出转]|转隶|岗位?|编|总|的|因|于)$"
    )


def counts_the_public(text: str, start: int) -> bool:
    """Whether 人数 at ``start`` counts others than staff: 免费婚检人数减少."""
    return _staff().search(text[:start]) is None
