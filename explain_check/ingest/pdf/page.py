"""A page in its reading order: lines of prose and tables from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explain_check.ingest.pdf.grid import find_grids, join_rules
from explain_check.ingest.pdf.lines import Segment, cut_lines, segment_of
from explain_check.ingest.pdf.marks import Glyph, PageMarks
from explain_check.ingest.pdf.tables import PageTable, fill_grid, is_blank


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line of prose; ``token`` is the width of what stands before its first possible break."""

    left: float
    right: float
    y: float
    em: float
    text: str
    token: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page (number counted from 1) as it reads."""

    number: int
    width: float
    height: float
    parts: tuple[PageLine | PageTable, ...]


def read_marks(marks: PageMarks) -> Page:
    """Return a page's lines and tables in reading order."""
    glyphs: Sequence[Glyph] = marks.glyphs
    tables: list[PageTable] = []
    for grid in find_grids(join_rules(marks.horizontal), join_rules(marks.vertical)):
        table, outside = fill_grid(grid, glyphs)
        if not is_blank(table):
            tables.append(table)
            glyphs = outside
    lines = [_line(line) for line in cut_lines(glyphs)]
    parts: list[PageLine | PageTable] = [*lines, *tables]
    parts.sort(key=_top)
    return Page(number=marks.number, width=marks.width, height=marks.height, parts=tuple(parts))


def _top(part: PageLine | PageTable) -> float:
    return -part.box.top if isinstance(part, PageTable) else -part.y - 0.4 * part.em


def _line(glyphs: Sequence[Glyph]) -> PageLine:
    whole: Segment = segment_of(glyphs)
    end = next((i for i, glyph in enumerate(glyphs) if not _joins(glyph.char)), len(glyphs))
    token = glyphs[max(end - 1, 0)].right - glyphs[0].left
    return PageLine(left=whole.left, right=whole.right, y=whole.y, em=whole.em, text=whole.text, token=token)


def _joins(char: str) -> bool:
    """Whether a character is not parted from the next one at the end of a line: Latin letters, digits, points."""
    return char < "\u2e80" and not char.isspace()
