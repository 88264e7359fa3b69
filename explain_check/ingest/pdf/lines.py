"""Glyphs become lines of text."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from explain_check.ingest.pdf.marks import Glyph

#: Shares of the size of the type: baselines of one line differ by less; the same character twice within this is printed once,
#: doubled for boldness or by a second text layer; a gap of this is a blank; a gap of this parts two texts on one line.
_SAME_LINE, _DOUBLE, _BLANK, PART = 0.35, 0.3, 0.3, 1.5
_SPACED = 0.22
#: No digits of one figure are so far apart; what may stand behind an amount in its own cell.
_BEHIND, _UNITS = 0.08, frozenset("%％‰万亿元")
_AMOUNT = re.compile(r"(?:^|[^\d.,])\d[\d,]*\.\d{1,4}$")


class Segment(NamedTuple):
    """A run of text on one baseline ``y`` without wide gaps; ``em`` is the size of the type."""

    left: float
    right: float
    y: float
    em: float
    text: str

    @property
    def middle(self) -> float:
        """The middle between both ends."""
        return (self.left + self.right) / 2


def cut_lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the lines from the top to the bottom, each from left to right, every character once."""
    lines: list[list[Glyph]] = []
    base, reach = math.inf, 0.0
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if base - glyph.y > reach:
            lines.append([])
            base, reach = glyph.y, _SAME_LINE * glyph.em
        lines[-1].append(glyph)
    return [_single(sorted(line)) for line in lines]


def _single(line: list[Glyph]) -> list[Glyph]:
    """Return a line without characters printed twice over each other."""
    kept: list[Glyph] = []
    for glyph in line:
        reach = glyph.left - _DOUBLE * (glyph.right - glyph.left)
        at = len(kept) - 1
        while at >= 0 and kept[at].left > reach and kept[at].char != glyph.char:
            at -= 1
        if at < 0 or kept[at].left <= reach:
            kept.append(glyph)
    return kept


def cut_segments(line: Sequence[Glyph], part: float = PART) -> list[Segment]:
    """Return the runs of a line between gaps of ``part`` times the size of the type; behind an amount a hair's breadth parts."""
    runs: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in line:
        gap = glyph.left - last.right if last is not None else math.inf
        if last is not None and (gap <= 0 or gap < part * max(glyph.em, last.em)) and not _parts_amount(runs[-1], gap, glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        last = glyph
    return [segment_of(run) for run in runs]


def _parts_amount(run: Sequence[Glyph], gap: float, glyph: Glyph) -> bool:
    """Whether an amount ends here, which stood at the right of its cell: 2,020.27|201 一般公共服务支出."""
    if gap < _BEHIND * run[-1].em or glyph.char in _UNITS or not run[-1].char.isdigit():
        return False
    return _AMOUNT.search("".join([glyph.char for glyph in run[-16:]])) is not None


def segment_of(run: Sequence[Glyph]) -> Segment:
    """Return a run of glyphs, at least one, as one segment."""
    em = type_size(run)
    return Segment(run[0].left, max([glyph.right for glyph in run]), run[0].y, em, text_of(run, em))


def type_size(run: Sequence[Glyph]) -> float:
    """Return the size of the type of a run."""
    return statistics.median([glyph.em for glyph in run])


def text_of(run: Sequence[Glyph], em: float) -> str:
    """Return the characters of a size with one blank where a gap is wide; evenly spaced letters (合　　计) have no gaps."""
    gaps = [after.left - before.right for before, after in pairwise(run)]
    if not gaps or max(gaps) <= _SPACED * em:
        return "".join([glyph.char for glyph in run])
    least = _BLANK * em
    if len(gaps) > 1 and (usual := statistics.median(gaps)) > _SPACED * em:
        least = 1.6 * usual
    parts = [run[0].char]
    for gap, glyph in zip(gaps, run[1:], strict=True):
        parts.append(f" {glyph.char}" if gap > least else glyph.char)
    return "".join(parts)
