"""Sheets wider than their paper are printed on pages that belong side by side: they are put together before they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from explain_check.ingest.pdf.lines import Segment, cut_lines, cut_segments
from explain_check.ingest.pdf.marks import Glyph, PageMarks, Rule
from explain_check.ingest.pdf.stacks import FIGURE

#: So many pages back the left part may stand: a sheet is printed downwards first.
_BACK = 6
#: Shares of a page's lines: without words at a quick look; that have a neighbour in the left part, fewer where captions go over the
#: border; with nothing but figures.
_WORDLESS, _LEVEL, _MANY, _FIGURES = 0.5, 0.8, 0.4, 0.6
_FEWEST = 4
_OUTSIDE, _SAME, _APART = 2.0, 1.6, 6.0
_LEAST_TEXT = 4


@dataclass(slots=True)
class _Part:
    """A page that may have others at its right; ``shift`` is how far the last of them was moved, ``right_end`` where its texts end."""

    marks: PageMarks
    last: PageMarks
    right_end: float
    shift: float = 0.0
    lines: list[list[Segment]] | None = None

    @property
    def overhangs(self) -> bool:
        """Whether texts of the last page go on at its right."""
        return self.right_end > self.last.width + _OUTSIDE

    def last_lines(self) -> list[list[Segment]]:
        """Return the lines of the last page, cut when they are asked for."""
        if self.lines is None:
            self.lines = _lines(self.last)
        return self.lines


class Sheets:
    """Takes pages in their order and gives them back with those that belong beside them; a page waits for some others."""

    def __init__(self) -> None:
        """Begin with no page."""
        self._waiting: list[_Part] = []

    def take(self, marks: PageMarks) -> Iterator[PageMarks]:
        """Take a page and yield those that wait no longer."""
        left = self._left_of(marks)
        if left is not None:
            part, shift = left
            part.shift += shift
            part.marks, part.last, part.lines = _beside(part.marks, marks, part.shift), marks, None
            part.right_end = _right_end(marks)
            return
        self._waiting.append(_Part(marks, marks, _right_end(marks)))
        if len(self._waiting) > _BACK:
            yield self._waiting.pop(0).marks

    def rest(self) -> Iterator[PageMarks]:
        """Yield the pages that still wait."""
        yield from (part.marks for part in self._waiting)
        self._waiting = []

    def _left_of(self, marks: PageMarks) -> tuple[_Part, float] | None:
        """Return the page that another one goes on to the right of, the nearest, and how far it is to be moved."""
        if not self._waiting or not (_may_go_on(marks) or any(part.overhangs for part in self._waiting)):
            return None
        lines = _lines(marks)
        for part in reversed(self._waiting):
            if abs(part.last.width - marks.width) < 1 and abs(part.last.height - marks.height) < 1:
                shift = _shift(part.last_lines(), lines, part.last, marks)
                if shift is not None:
                    return part, shift
        return None


def _may_go_on(marks: PageMarks) -> bool:
    """Whether most lines of a page hold no words, or texts begin left of it; a quick look, as nearly all pages stand alone."""
    if any(glyph.left < -_OUTSIDE for glyph in marks.glyphs):
        return True
    levels = {round(glyph.y) for glyph in marks.glyphs}
    worded = {round(glyph.y) for glyph in marks.glyphs if glyph.char >= "\u2e80"}
    return len(levels) - len(worded) > _WORDLESS * len(levels)


def _right_end(marks: PageMarks) -> float:
    return max([glyph.right for glyph in marks.glyphs], default=0.0)


def _lines(marks: PageMarks) -> list[list[Segment]]:
    return [cut_segments(line) for line in cut_lines(marks.glyphs)]


def _shift(left: Sequence[Sequence[Segment]], right: Sequence[Sequence[Segment]], one: PageMarks, other: PageMarks) -> float | None:
    """Return how far a page must be moved to stand at the right of another one, None where it does not belong there."""
    levels = [line[0].y for line in left]
    beside = sum(any(abs(line[0].y - y) < _SAME for y in levels) for line in right)
    if repeated := list(_repeated(left, right, one.width)):
        crossing = Counter(shift for shift, crosses in repeated if crosses)
        for shift, _ in crossing.most_common(1):
            count = sum(abs(other - shift) < _SAME for other, _ in repeated)
            return shift if beside >= (_MANY if count > 1 else _LEVEL) * len(right) else None
    if beside < _FEWEST or beside < _LEVEL * len(right):
        return None
    figures = sum(all(FIGURE.match(segment.text) for segment in line) for line in right)
    has_labels = sum(not all(FIGURE.match(segment.text) for segment in line) for line in left)
    if figures < _FIGURES * len(right) or has_labels < _FIGURES * len(left):
        return None
    gap = 0.0 if one.vertical and other.vertical else _APART
    return _edge(one, is_right=True) - _edge(other, is_right=False) + gap


def _repeated(left: Iterable[Sequence[Segment]], right: Iterable[Sequence[Segment]], width: float) -> Iterator[tuple[float, bool]]:
    """Yield how far apart the texts are that both pages have at one height, and whether they go over the border of the page.

    A caption over the whole sheet is in both, and each page shows its piece of it.
    """
    places = [segment for line in left for segment in line if len(segment.text) >= _LEAST_TEXT]
    for segment in (segment for line in right for segment in line if len(segment.text) >= _LEAST_TEXT):
        for place in places:
            if place.text == segment.text and abs(place.y - segment.y) < _SAME and place.left > segment.left:
                yield float(round(place.left - segment.left)), segment.left < 0 or place.right > width


def _edge(marks: PageMarks, *, is_right: bool) -> float:
    """Return where the rules of a page end or begin, where it has none its texts."""
    if marks.vertical:
        return max(rule.at for rule in marks.vertical) if is_right else min(rule.at for rule in marks.vertical)
    inside = [glyph for glyph in marks.glyphs if glyph.right > 0 and glyph.left < marks.width] or list(marks.glyphs)
    return max(glyph.right for glyph in inside) if is_right else min(glyph.left for glyph in inside)


def _beside(one: PageMarks, other: PageMarks, shift: float) -> PageMarks:
    """Return a page with another one at its right."""
    return replace(
        one,
        width=max(one.width, other.width + shift),
        glyphs=(*one.glyphs, *(Glyph(glyph.left + shift, glyph.right + shift, glyph.y, glyph.char) for glyph in other.glyphs)),
        horizontal=(*one.horizontal, *(Rule(rule.at, rule.start + shift, rule.end + shift) for rule in other.horizontal)),
        vertical=(*one.vertical, *(Rule(rule.at + shift, rule.start, rule.end) for rule in other.vertical)),
    )
