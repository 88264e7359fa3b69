"""Text in the cells of a grid; rows that no rule parts are cut by their baselines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from explain_check.ingest.pdf.grid import Grid, Slot
from explain_check.ingest.pdf.lines import Segment, cut_lines, segment_of
from explain_check.ingest.pdf.marks import Glyph
from explain_check.ingest.pdf.parts import PageCell, PageTable
from explain_check.ingest.pdf.stacks import MIDDLE, cut_rows, is_stacked

_WIDE = re.compile(r"[\u2e80-\uffef]")


def fill_grid(grid: Grid, glyphs: Iterable[Glyph]) -> tuple[PageTable, list[Glyph]]:
    """Return a grid's table, and the glyphs that stand outside of it."""
    owner = {
        (row, column): slot
        for slot in grid.slots
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.column, slot.column + slot.columns)
    }
    inside: dict[Slot, list[Glyph]] = defaultdict(list)
    outside: list[Glyph] = []
    for glyph in glyphs:
        place = grid.place((glyph.left + glyph.right) / 2, glyph.y + MIDDLE * glyph.em)
        if place is None:
            outside.append(glyph)
        else:
            inside[owner[place]].append(glyph)
    lines = {slot: [segment_of(line) for line in cut_lines(found)] for slot, found in inside.items()}
    return _table(grid, lines), outside


def _table(grid: Grid, lines: dict[Slot, list[Segment]]) -> PageTable:
    cells: list[PageCell] = []
    shift = 0
    for row in range(len(grid.ys) - 1):
        slots = [slot for slot in grid.slots if slot.row == row]
        found = [lines.get(slot, []) for slot in slots]
        rows = _unruled_rows(grid, slots, found)
        for at, texts in enumerate(rows or [found]):
            cells += [_cell(grid, slot, text, row + shift + at) for slot, text in zip(slots, texts, strict=True)]
        shift += max(len(rows) - 1, 0)
    return PageTable(box=grid.box, xs=grid.xs, rows=len(grid.ys) - 1 + shift, cells=tuple(cells))


def _unruled_rows(grid: Grid, slots: Sequence[Slot], found: Sequence[list[Segment]]) -> list[list[list[Segment]]]:
    """Return the rows between two rules where there are several, none where the rules part them all."""
    widths = [grid.xs[slot.column + slot.columns] - grid.xs[slot.column] for slot in slots]
    if any(slot.rows > 1 for slot in slots) or not any(is_stacked(lines, width) for lines, width in zip(found, widths, strict=True)):
        return []
    rows = cut_rows(found, [grid.xs[slot.column + slot.columns] for slot in slots])
    return rows if len(rows) > 1 else []


def _cell(grid: Grid, slot: Slot, lines: Sequence[Segment], row: int) -> PageCell:
    right = grid.xs[slot.column + slot.columns]
    return PageCell(
        row=row,
        column=slot.column,
        rows=slot.rows,
        columns=slot.columns,
        text=join_lines(lines, right),
        is_full=bool(lines) and is_full(lines[-1], right, grid.xs[slot.column]),
    )


def is_full(line: Segment, right: float, left: float) -> bool:
    """Whether a line has no room for one more character before its cell's right border, as much as it leaves at its left one aside."""
    return right - line.right < 1.1 * line.em + min(max(line.left - left, 0.0), 0.8 * line.em)


def join_lines(lines: Sequence[Segment], right: float) -> str:
    """Return the text of a cell; a figure or a Chinese word may be broken anywhere, Latin words are parted by a blank."""
    text = lines[0].text if lines else ""
    for before, after in pairwise(lines):
        one, other = before.text[-1], after.text[0]
        is_one_word = _WIDE.match(one) or _WIDE.match(other)
        is_one_figure = one in "0123456789,." and other in "0123456789,." and right - before.right < 1.1 * before.em
        text += after.text if is_one_word or is_one_figure else f" {after.text}"
    return text


def is_blank(table: PageTable) -> bool:
    """Whether less than two cells hold text: a frame, not a table."""
    return sum(bool(cell.text) for cell in table.cells) < 2
