"""Rows that no rule parts are told by the heights of their texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.ingest.pdf.lines import Segment

FIGURE = re.compile(r"[-−－(（]?[\d,，]+(?:\.\d+)?[%％)）]?$")
#: What begins an entry of its own: 其中: | 三、 | (二) | 207 文化旅游体育与传媒支出
ITEM = re.compile(r"其中|\d{3}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.]|[①-⑳]")
_DECIMAL = re.compile(r"\.\d+[%％)）]?$")
#: Shares of the type's size: the middle of a character above its baseline, how far it reaches above and below, one line's slack.
MIDDLE, _ABOVE, _BELOW, _LEVEL = 0.36, 0.75, 0.1, 0.35

Entry = list[Segment]


def is_stacked(lines: Sequence[Segment], width: float) -> bool:
    """Whether a cell of this width holds two figures or more, one below the other: its row is several rows without rules."""
    return sum(_is_whole_figure(line, width) for line in lines) > 1


def _is_whole_figure(line: Segment, width: float) -> bool:
    """Whether a line is a figure, not the part of one that had to be broken: 16,603, | 248."""
    if not FIGURE.match(line.text) or line.text[-1] in ",，" or line.text[0] in ",，":
        return False
    return bool(_DECIMAL.search(line.text)) or width - (line.right - line.left) > 2 * line.em


def cut_rows(columns: Sequence[Sequence[Segment]], rights: Sequence[float]) -> list[list[Entry]]:
    """Return rows from top to bottom, each with the lines of every column; ``rights`` are the right borders of the columns."""
    others = [[line.y for i, column in enumerate(columns) if i != own for line in column] for own in range(len(columns))]
    entries = [_entries(column, right, ys) for column, right, ys in zip(columns, rights, others, strict=True)]
    bands = _bands([entry for column in entries for entry in column])
    return [[[line for entry in column if low <= _middle(entry) <= high for line in entry] for column in entries] for low, high in bands]


def _entries(lines: Sequence[Segment], right: float, others: Sequence[float]) -> list[Entry]:
    """Return the lines of a column by what they belong to: a full line goes on in the next one, if that stands alone."""
    entries: list[Entry] = []
    for line in lines:
        if entries and _goes_on(entries[-1][-1], line, right) and not _has_neighbour(line, others, entries[-1]):
            entries[-1].append(line)
        else:
            entries.append([line])
    return entries


def _goes_on(before: Segment, after: Segment, right: float) -> bool:
    is_full = right - before.right < 1.1 * before.em
    return is_full and before.y - after.y < 2 * before.em and not FIGURE.match(after.text) and not ITEM.match(after.text)


def _has_neighbour(line: Segment, others: Sequence[float], entry: Entry) -> bool:
    """Whether something stands beside a line, so that it begins a row, and beside the line that it could belong to."""
    level = _LEVEL * line.em
    is_beside = any(abs(y - line.y) < level for y in others)
    return is_beside and any(abs(y - above.y) < level for y in others for above in entry)


def _bands(entries: Sequence[Entry]) -> list[tuple[float, float]]:
    """Return the heights of the rows from top to bottom: what overlaps in height stands in one row."""
    spans = [(entry[-1].y - _BELOW * entry[-1].em, entry[0].y + _ABOVE * entry[0].em) for entry in entries]
    bands: list[tuple[float, float]] = []
    for low, high in sorted(spans, key=lambda span: -span[1]):
        if bands and high > bands[-1][0] + 0.2 * (high - low):
            bands[-1] = (min(low, bands[-1][0]), bands[-1][1])
        else:
            bands.append((low, high))
    return bands


def _middle(entry: Entry) -> float:
    return (entry[0].y + entry[-1].y) / 2 + MIDDLE * entry[0].em
