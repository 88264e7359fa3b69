"""Tables without lines between their columns, told by the alignment of their texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from explain_check.ingest.contents import has_leader
from explain_check.ingest.pdf.columns import find_columns, is_number_row
from explain_check.ingest.pdf.headers import Interval, place_header
from explain_check.ingest.pdf.lines import Segment
from explain_check.ingest.pdf.marks import Box, Rule
from explain_check.ingest.pdf.parts import Page, PageCell, PageLine, PageTable, Part, top_of
from explain_check.ingest.pdf.stacks import FIGURE, cut_rows, is_stacked
from explain_check.ingest.pdf.tables import join_lines

#: In shares of the type's size: a gap that no blank makes, the most between two rows, and between two labels of a header.
_WIDE, _ROW_GAP, _HEAD_GAP = 0.9, 4.0, 3.5
#: A table has so many rows with figures, and among these an amount, not page numbers only.
_FEWEST = 2
_LONGEST_LABEL = 12
_AMOUNT = re.compile(r"\d{3}|\d[.,]\d")
_UNIT = re.compile(r"单位\s*[:：]")
#: 单位：万元 | 编制部门：某局 | 部门支出总体情况表 | a sentence
_NO_CELL = re.compile(r"单位\s*[:：]|编制|填报|部门名称|表$|[。；]|，.*，")


def align_page(page: Page) -> Page:
    """Return a page with its tables without lines between their columns as tables."""
    parts: list[Part] = []
    lines: list[PageLine] = []
    for part in (*page.parts, None):
        if isinstance(part, PageLine):
            lines.append(part)
            continue
        parts += _aligned(lines, page.rules)
        parts += [part] if part is not None else []
        lines = []
    return replace(page, parts=tuple(sorted(parts, key=top_of)))


def _aligned(lines: Sequence[PageLine], rules: Sequence[Rule]) -> list[Part]:
    """Return neighbouring lines with those that make a table as tables."""
    parts: list[Part] = []
    done = 0
    for start, end in _runs(lines):
        table = _table(lines[start:end], rules)
        if table is not None:
            parts += [*lines[done:start], table]
            done = end
    return [*parts, *lines[done:]]


def _runs(lines: Sequence[PageLine]) -> Iterator[tuple[int, int]]:
    """Yield first and last line of what may be a table: lines of several texts, close to each other, some with amounts."""
    start = done = 0
    while start < len(lines):
        end = _run_end(lines, start) if _may_begin(lines[start]) else start
        found = [line for line in lines[start:end] if _holds_figures(line)]
        has_amounts = len(found) >= _FEWEST and any(_AMOUNT.search(segment.text) for line in found for segment in line.segments[1:])
        if has_amounts or any(is_number_row(line) for line in found):
            yield max(done, _run_start(lines, start)), end
            start = done = end
        else:
            start += 1


def _run_start(lines: Sequence[PageLine], start: int) -> int:
    """Return the index of the first line of a header: labels above the first row, below the line with the unit or the page's top."""
    first = start
    while first and start - first < 3 and lines[first - 1].y - lines[first].y < _HEAD_GAP * max(lines[first - 1].em, lines[first].em):
        if _UNIT.search(lines[first - 1].text):
            return first
        first -= 1
    return start if first or len(lines[0].text) > _LONGEST_LABEL else first


def _run_end(lines: Sequence[PageLine], start: int) -> int:
    """Return the index after the last line of several texts that goes on with a run."""
    end = last = start + 1
    sides = _sides(lines[start])
    seen = _holds_figures(lines[start])
    while end < len(lines) and lines[end - 1].y - lines[end].y < (_ROW_GAP if seen else _HEAD_GAP) * lines[end].em:
        line = lines[end]
        if not (_may_begin(line) if _is_tabular(line) else _may_stand_alone(line, sides)):
            break
        end += 1
        if _is_tabular(line) or line.left > min(sides) + line.em:
            last = end
            sides |= _sides(line)
            seen |= _holds_figures(line)
    return last


def _is_tabular(line: PageLine) -> bool:
    """Whether a line holds several texts."""
    return any(after.left - before.right > _WIDE * line.em for before, after in pairwise(line.segments))


def _holds_figures(line: PageLine) -> bool:
    return _is_tabular(line) and any(FIGURE.match(segment.text) for segment in line.segments[1:])


def _sides(line: PageLine) -> set[int]:
    """Return where the texts of a line begin and end, in whole points."""
    return {round(side) for segment in line.segments for side in (segment.left, segment.right)}


def _may_begin(line: PageLine) -> bool:
    """Whether a line can be a row: of several texts, none of them a sentence, a leader of contents or the unit of a table."""
    return _is_tabular(line) and not has_leader(line.text) and not any(_NO_CELL.search(segment.text) for segment in line.segments)


def _may_stand_alone(line: PageLine, sides: set[int]) -> bool:
    """Whether a single text can be a row's: it begins or ends where others do."""
    is_aligned = any(abs(side - at) <= 2 for side in (round(line.left), round(line.right)) for at in sides)
    return is_aligned and not _NO_CELL.search(line.text)


def _table(lines: Sequence[PageLine], rules: Sequence[Rule]) -> PageTable | None:
    """Return the table of a run of lines, None where they stand in less than two columns."""
    first = next(index for index, line in enumerate(lines) if _holds_figures(line))
    header = [segment for line in lines[:first] for segment in line.segments]
    columns = find_columns(header, lines[first:])
    if len(columns) < 2:
        return None
    left, right = columns[0][0], columns[-1][1]
    inside = [rule.at for rule in rules if min(rule.end, right) - max(rule.start, left) > 0.6 * (right - left)]
    cells = place_header(header, columns)
    count = max((cell.row + cell.rows for cell in cells), default=0)
    for texts in _body_rows(lines[first:], columns, sorted(inside, reverse=True)):
        for column, found in enumerate(texts):
            if found:
                cells.append(PageCell(row=count, column=column, text=join_lines(found, columns[column][1]), is_full=False))
        count += 1
    top, bottom = lines[0].y + lines[0].em, lines[-1].y - 0.3 * lines[-1].em
    xs = (left, *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), right)
    return PageTable(box=Box(left, bottom, right, top), xs=xs, rows=count, cells=tuple(cells), is_ruled=False)


def _column_of(segment: Segment, columns: Sequence[Interval]) -> int:
    """Return the column that a segment stands in."""
    return max(range(len(columns)), key=lambda i: min(columns[i][1], segment.right) - max(columns[i][0], segment.left))


def _body_rows(lines: Sequence[PageLine], columns: Sequence[Interval], rules: Sequence[float]) -> Iterator[list[list[Segment]]]:
    """Yield the lines of every column for each row; ``rules`` are the heights of lines between rows, from top to bottom."""
    bounds = [lines[0].y + 2 * lines[0].em, *(at for at in rules if lines[-1].y < at < lines[0].y), lines[-1].y - lines[-1].em]
    for top, bottom in pairwise(bounds):
        texts: list[list[Segment]] = [[] for _ in columns]
        for line in lines:
            if bottom < line.y <= top:
                for segment in line.segments:
                    texts[_column_of(segment, columns)].append(segment)
        joined = [_joined(found) for found in texts]
        if len(bounds) == 2 or any(is_stacked(found, b - a) for found, (a, b) in zip(joined, columns, strict=True)):
            yield from cut_rows(joined, [right for _, right in columns])
        else:
            yield joined


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments of a column with those of one baseline as one."""
    found: list[Segment] = []
    for segment in segments:
        if found and abs(found[-1].y - segment.y) < 0.3 * segment.em:
            before = found[-1]
            found[-1] = Segment(before.left, segment.right, before.y, before.em, f"{before.text} {segment.text}")
        else:
            found.append(segment)
    return found
