"""A page in its reading order: lines of text and ruled tables from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.ingest.pdf.grid import find_grids, join_rules
from explain_check.ingest.pdf.lines import cut_lines, cut_segments, segment_of
from explain_check.ingest.pdf.marks import Box, Glyph, PageMarks, Rule
from explain_check.ingest.pdf.parts import Page, PageLine, PageTable, Part, top_of
from explain_check.ingest.pdf.tables import fill_grid, is_blank

_EDGE = 4.0
#: A gap that is wider than a blank, in shares of the type's size.
_PART = 0.35


def read_marks(marks: PageMarks) -> Page:
    """Return a page's lines and ruled tables in reading order."""
    glyphs: Sequence[Glyph] = marks.glyphs
    tables: list[PageTable] = []
    horizontal = join_rules(marks.horizontal)
    for grid in find_grids(horizontal, join_rules(marks.vertical)):
        table, outside = fill_grid(grid, glyphs)
        if not is_blank(table):
            tables.append(table)
            glyphs = outside
    parts: list[Part] = [*(_line(line) for line in cut_lines(glyphs)), *tables]
    free = tuple(rule for rule in horizontal if not any(_lies_in(rule, table.box) for table in tables))
    return Page(number=marks.number, width=marks.width, height=marks.height, parts=tuple(sorted(parts, key=top_of)), rules=free)


def _lies_in(rule: Rule, box: Box) -> bool:
    """Whether a horizontal rule belongs to a table's space."""
    return box.bottom - _EDGE < rule.at < box.top + _EDGE and rule.start > box.left - _EDGE and rule.end < box.right + _EDGE


def _line(glyphs: Sequence[Glyph]) -> PageLine:
    segments = cut_segments(glyphs, _PART)
    whole = segments[0] if len(segments) == 1 else segment_of(glyphs)
    end = next((i for i, glyph in enumerate(glyphs) if not _joins(glyph.char)), len(glyphs))
    return PageLine(
        left=whole.left,
        right=whole.right,
        y=whole.y,
        em=whole.em,
        text=whole.text,
        token=glyphs[max(end - 1, 0)].right - glyphs[0].left,
        segments=tuple(segments),
    )


def _joins(char: str) -> bool:
    """Whether a character is not parted from the next one at the end of a line: Latin letters, digits, points."""
    return char < "\u2e80" and not char.isspace()
