"""Text with its way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter, sub

from explain_check.model.value import value

_OFFSET = itemgetter(0)


@value
class Location:
    """Where something stands: its section's heading, page (None where unknown) and source offsets ``[start, end)``."""

    section: str
    page: int | None
    start: int
    end: int


@value
class Place:
    """A quote as printed (white space collapsed) and where it stands; ``document`` names another document that it stands in."""

    quote: str
    location: Location
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a finding is shown: the id of the claim it concerns, if any, the place, and the words that identify it."""

    claim: str | None
    place: Place
    words: str


@value
class Passage:
    r"""A paragraph (段落) as it reads: white space dropped, full-width digits and punctuation folded.

    ``offsets[i]`` is the source offset of ``text[i]``: one source character for each. ``printed`` holds the same
    characters unfolded. Where a figure may be broken by a line end, ``text`` keeps one ``\n`` between two digits.
    It begins on ``page``; ``turns`` holds the source offset at which each later page begins, with its number.
    """

    text: str
    printed: str
    offsets: Sequence[int]
    section: str
    page: int | None = None
    turns: tuple[tuple[int, int], ...] = ()

    def place(self, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]``, trimmed of punctuation that ends it."""
        text = self.text
        end = min(end, len(text))
        while end > start + 1 and text[end - 1] in "，,。；;：:、.\n":
            end -= 1
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        turned = bisect_right(self.turns, first, key=_OFFSET) if self.turns else 0
        page = self.turns[turned - 1][1] if turned else self.page
        where = Location(self.section, page, first, last)
        if last - first == end - start:
            return Place(self.printed[start:end].strip(), where)
        offsets = self.offsets[start:end]
        gaps = [i for i, step in enumerate(map(sub, offsets[1:], offsets), start + 1) if step > 1 and self._is_spaced(i)]
        parts = [self.printed[one:other] for one, other in pairwise([start, *gaps, end])]
        return Place(" ".join(parts).strip(), where)

    @property
    def anchor(self) -> Anchor:
        """The whole passage as the place of a finding."""
        place = self.place(0, len(self.text))
        return Anchor(claim=None, place=place, words=place.quote)

    def part(self, start: int, end: int) -> Passage:
        """Return ``text[start:end]`` as a passage of its own."""
        printed, offsets = self.printed[start:end], self.offsets[start:end]
        return Passage(text=self.text[start:end], printed=printed, offsets=offsets, section=self.section, page=self.page)

    def _is_spaced(self, i: int) -> bool:
        """Whether a blank belongs before character ``i``: between a figure or Latin word and its neighbour."""
        return self.printed[i].isascii() or self.printed[i - 1].isascii()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its level (1 is outermost) and the passages below it, up to the next heading.

    ``path`` holds the headings from the outermost to this one; ``year`` is the one that they tell of where it is not the document's.
    """

    heading: str
    level: int
    passages: tuple[Passage, ...]
    path: tuple[str, ...] = ()
    year: int | None = None
