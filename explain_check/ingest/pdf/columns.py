"""The columns of tables without lines: what no text crosses lies between them, and a label alone belongs to the column beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from explain_check.ingest.pdf.headers import Interval, find_levels
from explain_check.ingest.pdf.lines import Segment
from explain_check.ingest.pdf.parts import PageLine
from explain_check.ingest.pdf.stacks import FIGURE

#: In shares of the type's size: a gap between two columns, one behind amounts that end at one place, the furthest label of
#: a column; a label in the middle of the header's height is lower than those of its first row.
_GAP, _NARROW, _FAR, _LOWER = 0.3, 0.05, 6.0, 0.3
_FEWEST_AMOUNTS = 2
#: ※ | ** | 栏次 | 行次
_BLIND = re.compile(r"[※*]+$|栏次$|行次$")
_ROW_OF_NUMBERS = re.compile(r"栏次$|行次$")
_NUMBER = -1
"""The level of the number row, below all labels of a header."""


@dataclass(slots=True)
class _Column:
    """A column in the making: its ends, whether rows have texts in it, and the levels of the header that have one."""

    left: float
    right: float
    has_body: bool
    levels: set[int] = field(default_factory=set)


def is_number_row(line: PageLine) -> bool:
    """Whether a line counts the columns: ※ ※ 1 2 3 | 栏次 1 2 3 4."""
    texts = [segment.text for segment in line.segments]
    counted = [text for text in texts if not _BLIND.match(text)]
    start = int(counted[0]) if counted and counted[0].isdecimal() else 0
    return len(counted) > 1 and len(texts) > 2 and counted == [str(number) for number in range(start, start + len(counted))]


def find_columns(header: Sequence[Segment], lines: Sequence[PageLine]) -> list[Interval]:
    """Return the left and right ends of the columns; ``lines`` are the rows below the labels of the header."""
    em = lines[0].em
    rows = [line for line in lines if not is_number_row(line)]
    columns = [_Column(left, right, has_body=True) for left, right in _united([s for line in rows for s in line.segments], em)]
    levels = [[segment for entry in level for segment in entry] for level in find_levels(header)]
    top = max((segment.y for segment in header), default=0.0)
    labels = [
        (number, segment)
        for number, level in enumerate(levels)
        for segment in level
        if number or len(levels) == 1 or top - segment.y > _LOWER * em
    ]
    for level, segment in labels:
        _take_label(columns, level, segment)
    for number, level_segments in enumerate(levels):
        for segment in level_segments:
            crossed = [column for column in columns if min(column.right, segment.right) > max(column.left, segment.left)]
            for column in crossed if len(crossed) == 1 else ():
                column.levels.add(number)
    _join_neighbours(columns, em)
    _take_numbers(columns, next((line.segments for line in lines if is_number_row(line)), ()), em)
    return [(column.left, column.right) for column in columns]


def _take_numbers(columns: list[_Column], numbers: Sequence[Segment], em: float) -> None:
    """Give the numbers of the columns to the columns: each has one, or the first text stands over all labels of the rows (栏次)."""
    more = len(columns) - len(numbers)
    is_over_labels = bool(numbers) and bool(_ROW_OF_NUMBERS.match(numbers[0].text)) and more in (1, 2)
    if more and not is_over_labels:
        for number in numbers:
            _take_label(columns, _NUMBER, number)
        _join_neighbours(columns, em)
        return
    first = 1 if is_over_labels else 0
    for column, segment in zip(columns[first + more :], numbers[first:], strict=True):
        column.left, column.right = min(column.left, segment.left), max(column.right, segment.right)


def _join_neighbours(columns: list[_Column], em: float) -> None:
    """Sort the columns, and join those that are one."""
    columns.sort(key=lambda column: column.left)
    while (pair := _nearest(columns, _FAR * em)) is not None:
        one, other = columns[pair], columns.pop(pair + 1)
        one.left, one.right = min(one.left, other.left), max(one.right, other.right)
        one.has_body |= other.has_body
        one.levels |= other.levels


def _united(segments: Iterable[Segment], em: float) -> Iterator[Interval]:
    """Yield the columns that texts of rows make: they part at a gap, and right behind amounts."""
    ends: Interval | None = None
    amounts: list[bool] = []
    for segment in sorted(segments):
        is_amount = bool(FIGURE.match(segment.text)) and "." in segment.text
        if ends is not None:
            is_of_amounts = len(amounts) >= _FEWEST_AMOUNTS and all(amounts)
            if segment.left - ends[1] < (_NARROW if is_of_amounts else _GAP) * em:
                ends = (ends[0], max(ends[1], segment.right))
                amounts.append(is_amount)
                continue
            yield ends
        ends, amounts = (segment.left, segment.right), [is_amount]
    if ends is not None:
        yield ends


def _take_label(columns: list[_Column], level: int, segment: Segment) -> None:
    """Give a label to the column that it stands over; one that stands over none begins a column."""
    crossed = [column for column in columns if min(column.right, segment.right) > max(column.left, segment.left)]
    if not crossed:
        columns.append(_Column(segment.left, segment.right, has_body=False, levels={level}))
    elif len(crossed) == 1:
        crossed[0].levels.add(level)
        if not crossed[0].has_body:
            crossed[0].left, crossed[0].right = min(crossed[0].left, segment.left), max(crossed[0].right, segment.right)


def _nearest(columns: Sequence[_Column], far: float) -> int | None:
    """Return the first of two neighbours that are one column: one without rows, no level with labels in both, nearest to each other."""
    gaps = [
        (other.left - one.right, index)
        for index, (one, other) in enumerate(pairwise(columns))
        if not (one.has_body and other.has_body) and not one.levels & other.levels and other.left - one.right < far
    ]
    return min(gaps)[1] if gaps else None
