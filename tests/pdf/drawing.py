"""Draw tables on paper as different programs do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pdf.paper import Paper, width_of

_FIGURE = re.compile(r"-?\d[\d,]*[.,]\d+%?$|0$")
#: A cell that belongs to the one at its left, or to the one above it.
LEFT, ABOVE = "<", "^"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A table: ``rows`` holds its texts, with ``<`` and ``^`` for places that a merged cell covers.

    ``style`` names what is drawn: lines, bars (lines as filled boxes), dots, double (two lines), frames (a box around each cell),
    apart (boxes with space between them), open (no line at the left and right), verticals (no line between the rows),
    horizontals, three (a line above and below the header and at the end), none. The first ``head`` rows are the header.
    """

    rows: Sequence[Sequence[str]]
    left: float
    top: float
    widths: Sequence[float]
    height: float = 20
    style: str = "lines"
    head: int = 1
    size: float = 9


def draw_table(paper: Paper, table: Drawn) -> None:
    """Draw a table."""
    for row, column, rows, columns in merged_cells(table.rows):
        x0, x1 = _x(table, column), _x(table, column + columns)
        y1, y0 = table.top - row * table.height, table.top - (row + rows) * table.height
        _write(paper, table, table.rows[row][column], (x0, y0, x1, y1), is_head=row < table.head)
        if table.style in ("frames", "apart"):
            inset = 1 if table.style == "apart" else 0
            paper.frame(x0 + inset, y0 + inset, x1 - inset, y1 - inset)
        else:
            _rule(paper, table, (x0, y0, x1, y1), row, row + rows)


def merged_cells(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield row, column and the numbers of rows and columns of each cell."""
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text in (LEFT, ABOVE):
                continue
            columns = 1
            while column + columns < len(texts) and texts[column + columns] == LEFT:
                columns += 1
            down = 1
            while row + down < len(rows) and rows[row + down][column] == ABOVE:
                down += 1
            yield row, column, down, columns


def _x(table: Drawn, column: int) -> float:
    return table.left + sum(table.widths[:column])


def _rule(paper: Paper, table: Drawn, box: tuple[float, float, float, float], top: int, bottom: int) -> None:
    """Draw the borders of a cell between the rows ``top`` and ``bottom`` that the table's style has."""
    x0, y0, x1, y1 = box
    draw = {"bars": paper.bar, "dots": paper.dots, "double": paper.double}.get(table.style, paper.line)
    edges = {0, len(table.rows)}
    level = {
        "verticals": edges,
        "three": edges | {table.head},
        "none": set(),
    }.get(table.style, set(range(len(table.rows) + 1)))
    if top in level:
        draw(x0, y1, x1, y1)
    if bottom in level:
        draw(x0, y0, x1, y0)
    if table.style in ("horizontals", "three", "none"):
        return
    right_end = table.left + sum(table.widths)
    for x in (x0, x1):
        if table.style != "open" or table.left < x < right_end:
            draw(x, y0, x, y1)


def _write(paper: Paper, table: Drawn, text: str, box: tuple[float, float, float, float], *, is_head: bool) -> None:
    """Write a text into a cell, broken into lines: the header in the middle, figures at the right, labels at the left."""
    x0, y0, x1, y1 = box
    lines = list(_wrapped(text, x1 - x0 - 4, table.size))
    y = (y0 + y1) / 2 + (len(lines) - 1) * 0.6 * table.size - 0.35 * table.size
    for line in lines:
        free = x1 - x0 - width_of(line, table.size)
        indent = free / 2 if is_head else free - 2 if _FIGURE.match(line) else 2
        paper.text(x0 + indent, y, line, table.size)
        y -= 1.2 * table.size


def _wrapped(text: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for char in text:
        if line and width_of(line + char, size) > width:
            yield line
            line = ""
        line += char
    if line:
        yield line
