"""Whether a change without a reason of its own is explained by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from explain_check.model.claim import Direction
from explain_check.model.text import Passage, Place, Section
from explain_check.reasons.matching import FALLBACKS, find_matches, squeeze_reason
from explain_check.reasons.movements import Explained
from explain_check.reasons.rows import GENERAL

#: How many characters before and behind a statement its reason may stand: the sentence before, the two behind.
_BEFORE, _BEHIND = 120, 200
#: 三、“三公”经费变动原因: a section of reasons
_OF_REASONS = re.compile(r"(?:增减|变动|变化|增加|减少|差异)[^,，。]{0,6}原因")
#: （三）公务接待费9.50万元: the next item, not 2.变动原因：…
_NEXT_ITEM = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?![^,，。;；]{0,8}(?:原因|说明))")
_NAMES = re.compile(r"接待|用车|公车|出国|三公")
#: …增加170万元，大力开展国外招商工作，: words without a figure that go on with the sentence, and are no use or list
_GOES_ON = re.compile(
    r"[,、](?!(?:主要|全部|均)?用于|主要(?:包括|保障)|其中|包括|含|占|完成|比|较|与|同比|下降|降低|减少|增长|增加|上升|持平)[^,。;:\d]{6,40}[,。;]"
)
#: What only says again that something moved, or what stayed.
_EMPTY = FALLBACKS | {"unchanged", "project_growth", "project_cut", "not_budgeted", "continuing"}
_SENTENCE_END, _AMOUNT = re.compile(r"[。;]"), re.compile(r"\d[万亿]?元")
_SAID_MOVED = {
    Direction.INCREASE: re.compile(r"有所(?:增加|增长|上升|提高|增多)|[高多大]于(?:上年|去年)"),
    Direction.DECREASE: re.compile(r"有所(?:减少|下降|降低)|[低少小]于(?:上年|去年)"),
    Direction.UNCHANGED: re.compile(r"(?!)"),
}
_AGREES = {Direction.INCREASE: ("increase", "either"), Direction.DECREASE: ("decrease", "either")}


class Surroundings:
    """The text around a document's claims; what does not depend on where a claim stands is read once for all of them."""

    def __init__(self, claims: Sequence[Explained], sections: Sequence[Section]) -> None:
        """Begin with nothing read."""
        self._sections = sections
        self._of_reasons = [section for section in sections if _OF_REASONS.search(section.heading)]
        self._taken = [claim.reason.place for claim in claims if claim.reason.place is not None]
        self._said: dict[tuple[str, Direction], bool] = {}

    def hold_reason(self, claim: Explained, direction: Direction | None) -> bool:
        """Whether words that could be a claim's reason stand around it, or in a section of reasons, and explain nothing else.

        按照厉行节约要求，我单位严格控制接待: in a sentence of its own behind 公务接待费1.2万元，比上年减少0.06万元.
        """
        if any(_speaks_of(claim, section) for section in self._of_reasons):
            return True
        at, end = claim.place.location.start, claim.place.location.end
        if direction is not None and self._say_why(claim, direction):
            return True
        if any(_GOES_ON.match(text) for text in _behind(at, end, self._sections)):
            return True
        return any(_is_cause(text, direction) for text in _around(at, end, self._sections, self._taken))

    def _say_why(self, claim: Explained, direction: Direction) -> bool:
        """Whether a sentence says with its cause that an item moved as it did.

        受物价上涨影响，公务接待费较上年有所增加 | 因报废5辆高耗油越野车，公务用车运行维护费低于上年.
        """
        name = _NAMES.search(claim.subject)
        if name is None:
            return False
        asked = name.group(), direction
        if asked not in self._said:
            texts = (passage.text for section in self._sections for passage in section.passages)
            self._said[asked] = any(_says_why(*asked, text) for text in texts)
        return self._said[asked]


def _says_why(name: str, direction: Direction, text: str) -> bool:
    if name not in text or not _SAID_MOVED[direction].search(text):
        return False
    sentences = (part for part in _SENTENCE_END.split(text) if name in part and not _AMOUNT.search(part))
    said = (part for part in sentences if _SAID_MOVED[direction].search(part))
    return any(_is_cause(part, direction) for part in said)


def _speaks_of(claim: Explained, section: Section) -> bool:
    names = {found.group() for found in _NAMES.finditer(claim.subject)}
    return any(name in passage.text for name in names for passage in section.passages)


def _is_cause(text: str, direction: Direction | None) -> bool:
    wanted = _AGREES.get(direction) if direction else None
    matches = [match for match in find_matches(squeeze_reason(text).text) if match.row.kind != GENERAL]
    return any(match.row.sense not in _EMPTY and (wanted is None or match.effect in wanted) for match in matches)


def _behind(at: int, end: int, sections: Sequence[Section]) -> list[str]:
    """Return the text behind the source's span ``[at, end)`` in its own paragraph."""
    for section in sections:
        for passage in section.passages:
            if passage.text and passage.offsets[0] <= at <= passage.offsets[-1]:
                last = bisect_left(passage.offsets, end)
                return [passage.text[last : last + _BEHIND]]
    return []


def _around(at: int, end: int, sections: Sequence[Section], taken: Sequence[Place]) -> list[str]:
    """Return the texts around the source's span ``[at, end)`` that are no other claim's reason."""
    for section in sections:
        for number, passage in enumerate(section.passages):
            if passage.text and passage.offsets[0] <= at <= passage.offsets[-1]:
                first, last = bisect_left(passage.offsets, at), bisect_left(passage.offsets, end)
                spans = [(passage, max(0, first - _BEFORE), first), (passage, last, last + _BEHIND)]
                spans += [(other, 0, _BEHIND) for other in section.passages[number + 1 : number + 2] if not _NEXT_ITEM.match(other.text)]
                return [text for one, low, high in spans for text in _free(one, low, min(high, len(one.text)), taken)]
    return []


def _free(passage: Passage, low: int, high: int, taken: Sequence[Place]) -> list[str]:
    """Return the pieces of a text that lie in no place taken."""
    held = sorted(
        (bisect_left(passage.offsets, place.location.start), bisect_left(passage.offsets, place.location.end))
        for place in taken
        if place.location.section == passage.section
    )
    pieces: list[str] = []
    for start, end in [*held, (high, high)]:
        if start > low:
            pieces.append(passage.text[low : min(start, high)])
        low = max(low, end)
    return pieces
