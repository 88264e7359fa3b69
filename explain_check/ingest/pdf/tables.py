"""Text in the cells of a grid; rows that no rule parts are cut by their baselines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from explain_check.ingest.pdf.grid import Grid, Slot
from explain_check.ingest.pdf.lines import Segment, cut_lines, segment_of
from explain_check.ingest.pdf.marks import Box, Glyph

_FIGURE = re.compile(r"[-−－(（]?[\d,，]+(?:\.\d+)?[%％)）]?$")
_DECIMAL = re.compile(r"\.\d+[%％)）]?$")
_WIDE = re.compile(r"[\u2e80-\uffef]")
#: The middle of a character above its baseline, and how far it reaches above and below, in shares of the type's size.
_MIDDLE, _ABOVE, _BELOW = 0.36, 0.75, 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """A cell of a table on one page; ``is_full`` says that its last line reaches the right border, so that it may go on overleaf."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    is_full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """A table or the part of it that stands on one page; ``xs`` are the borders of its columns.

    ``is_exact`` says that the borders were drawn, not guessed from the alignment of the text.
    """

    box: Box
    xs: tuple[float, ...]
    rows: int
    cells: tuple[PageCell, ...]
    is_exact: bool = True


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
        place = grid.place((glyph.left + glyph.right) / 2, glyph.y + _MIDDLE * glyph.em)
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
        entries = {slot: _entries(lines.get(slot, []), grid.xs[slot.column + slot.columns]) for slot in slots}
        stacked = all(slot.rows == 1 for slot in slots) and _is_stacked(grid, {slot: lines.get(slot, []) for slot in slots})
        bands = _bands(entries) if stacked else []
        if len(bands) < 2:
            cells += [_cell(grid, slot, lines.get(slot, []), row + shift) for slot in slots]
            continue
        for at, (low, high) in enumerate(bands):
            for slot in slots:
                found = [line for entry in entries[slot] if low <= _middle(entry) <= high for line in entry]
                cells.append(_cell(grid, slot, found, row + shift + at))
        shift += len(bands) - 1
    return PageTable(box=grid.box, xs=grid.xs, rows=len(grid.ys) - 1 + shift, cells=tuple(cells))


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


def _is_stacked(grid: Grid, lines: dict[Slot, list[Segment]]) -> bool:
    """Whether a cell holds two figures or more, one below the other: its row is several rows without rules between them."""
    return any(sum(_is_whole_figure(line, grid.box_of(slot)) for line in found) > 1 for slot, found in lines.items())


def _is_whole_figure(line: Segment, box: Box) -> bool:
    """Whether a line is a figure, not the part of one that had to be broken: 16,603, | 248."""
    if not _FIGURE.match(line.text) or line.text[-1] in ",，" or line.text[0] in ",，":
        return False
    return bool(_DECIMAL.search(line.text)) or box.right - box.left - (line.right - line.left) > 2 * line.em


def _entries(lines: Sequence[Segment], right: float) -> list[list[Segment]]:
    """Return the lines of a cell of unruled rows by what they belong to: a full line goes on in the next one."""
    entries: list[list[Segment]] = []
    for line in lines:
        if entries and right - entries[-1][-1].right < 1.1 * line.em and not _FIGURE.match(line.text):
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _bands(entries: dict[Slot, list[list[Segment]]]) -> list[tuple[float, float]]:
    """Return the heights of unruled rows from top to bottom: what overlaps in height stands in one row."""
    spans = sorted(
        ((entry[-1].y - _BELOW * entry[-1].em, entry[0].y + _ABOVE * entry[0].em) for found in entries.values() for entry in found),
        key=lambda span: -span[1],
    )
    bands: list[tuple[float, float]] = []
    for low, high in spans:
        if bands and high > bands[-1][0] + 0.2 * (high - low):
            bands[-1] = (min(low, bands[-1][0]), bands[-1][1])
        else:
            bands.append((low, high))
    return bands


def _middle(entry: Sequence[Segment]) -> float:
    return (entry[0].y + entry[-1].y) / 2 + _MIDDLE * entry[0].em


def is_blank(table: PageTable) -> bool:
    """Whether less than two cells hold text: a frame, not a table."""
    return sum(bool(cell.text) for cell in table.cells) < 2


def moved_down(table: PageTable, rows: int) -> tuple[PageCell, ...]:
    """Return the cells with their rows counted on from ``rows``."""
    return tuple(replace(cell, row=cell.row + rows) for cell in table.cells)
