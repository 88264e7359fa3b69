"""Header rows become one path of labels for each column, also where merged cells were lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from explain_check.structure.cells import TOTAL
from explain_check.structure.header_words import NAMING, SUM

_SIDE = re.compile(
    r"^(?:项目(?:名称|类别)?|科目(?:名称)?|(?:收入|支出)(?:项目|科目)?|.*支出功能分类.*|功能分类.*|支出经济分类.*|项目[(（]按.*)$"
)


@dataclass(slots=True)
class Span:
    """A header cell with the columns ``[start, end)`` that it covers."""

    label: str
    start: int
    end: int

    @property
    def width(self) -> int:
        """How many columns it covers."""
        return self.end - self.start


def is_two_sided(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a header names rows twice: 项目 金额 项目 金额, or stands under 收入 and 支出."""
    for row in rows:
        names = [column for column, text in enumerate(row) if text and _SIDE.match(text)]
        if any(b - a > 1 and any(text and not NAMING.search(text) for text in row[a + 1 : b]) for a, b in pairwise(names)):
            return True
    words = ["".join(text.split()) for row in rows[:1] for text in row if text]
    return len(words) == 2 and words[0].endswith("收入") and words[1].endswith("支出")


def column_paths(rows: Sequence[Sequence[str]], width: int, first_figure: int, repair: bool) -> list[tuple[str, ...]]:
    """Return the labels of each column from the outer to the inner one.

    ``first_figure`` is the first body column with figures. With ``repair`` cells that lost their place are put back: a
    header that stands left of its figures is moved, labels under merged cells are dealt out in their order.
    """
    grid = [(list(row) + [""] * width)[: max(width, len(row))] for row in rows]
    if repair:
        _anchor(grid, width, first_figure)
        for upper, lower in pairwise(grid):
            _pull_names(lower, first_figure)
            _align(upper, lower, width, first_figure)
    paths: list[tuple[str, ...]] = [()] * width
    parents = [0] * width
    for depth, row in enumerate(grid):
        row_parents = list(parents)
        for span in _spans(row, parents, width, depth == len(grid) - 1 and depth > 0):
            for column in range(span.start, span.end):
                if paths[column][-1:] != (span.label,):
                    paths[column] = (*paths[column], span.label)
                row_parents[column] = depth * 1000 + span.start + 1
        parents = row_parents
    return paths


def _spans(row: Sequence[str], parents: Sequence[int], width: int, is_last: bool) -> list[Span]:
    """Return the header cells of a row; an empty cell belongs to the label at its left under the same parent."""
    spans: list[Span] = []
    for column in range(min(width, len(row))):
        if row[column]:
            spans.append(Span(row[column], column, column + 1))
        elif spans and not is_last and spans[-1].end == column and parents[column] == parents[spans[-1].start]:
            spans[-1].end = column + 1
    return spans


def _anchor(grid: list[list[str]], width: int, first_figure: int) -> None:
    """Move the labels from the first 合计 on to the right where its figures stand to the right of it and the row has room.

    To the left they move where nothing is above: 本年收入 | 本年支出 over 合计 and 基本支出, which stand below the second, are in place.
    """
    for depth, row in enumerate(grid):
        start = next((column for column, text in enumerate(row) if text and TOTAL.match(text)), None)
        if start is None:
            continue
        shift = first_figure - start
        if 0 < shift <= 2 and not any(row[width - shift : width]):
            row[start:start] = [""] * shift
            del row[width:]
        elif -2 <= shift < 0 and not any(row[first_figure:start]) and not any(up[first_figure] and up[start] for up in grid[:depth]):
            del row[first_figure:start]
            row.extend([""] * -shift)
        return


def _pull_names(row: list[str], first_figure: int) -> None:
    """Move the name of a label column that stands over the first figures (科目名称) back to the empty cell at its left."""
    if 0 < first_figure < len(row) and row[first_figure] and not row[first_figure - 1] and NAMING.search(row[first_figure]):
        row[first_figure - 1], row[first_figure] = row[first_figure], ""


def _align(upper: list[str], lower: list[str], width: int, first_figure: int) -> None:
    """Put the labels of ``lower`` under the merged cells of ``upper``; both rows are changed in place."""
    labels = [(column, text) for column, text in enumerate(lower) if text and not NAMING.search(text)]
    spans = [span for span in _spans(upper, [0] * len(upper), width, False) if span.end > first_figure]
    merged = [span for span in spans if span.width > 1 and span.start >= first_figure]
    if not labels or not merged or _is_aligned(labels, lower, merged):
        return
    without_sum = labels[1:] if SUM.match(labels[0][1]) else []
    if _restart_groups(upper, labels, merged) or _deal_out(lower, labels, merged) or _widen(upper, lower, labels, merged, width):
        return
    if without_sum and _deal_out(lower, without_sum, merged):
        lower[labels[0][0]] = "" if lower[labels[0][0]] == labels[0][1] else lower[labels[0][0]]


def _is_aligned(labels: list[tuple[int, str]], lower: list[str], merged: list[Span]) -> bool:
    covered = {column for span in merged for column in range(span.start, span.end)}
    return all(column in covered for column, _ in labels) and all(lower[span.start] for span in merged if _has_label(span, labels))


def _has_label(span: Span, labels: list[tuple[int, str]]) -> bool:
    return any(span.start <= column < span.end for column, _ in labels)


def _restart_groups(upper: list[str], labels: list[tuple[int, str]], merged: list[Span]) -> bool:
    """Move each merged label over the 小计 that begins its group, where there is one for each."""
    sums = [column for column, text in labels if SUM.match(text)]
    if len(sums) != len(merged) or labels[0][0] < merged[0].start:
        return False
    if any(abs(a - span.start) > 2 for a, span in zip(sums, merged, strict=True)):
        return False
    if all(a == span.start for a, span in zip(sums, merged, strict=True)):
        return False
    if any(a != span.start and upper[a] for a, span in zip(sums, merged, strict=True)):
        return False
    for start, span in zip(sums, merged, strict=True):
        upper[span.start] = ""
        upper[start] = span.label
    return True


def _deal_out(lower: list[str], labels: list[tuple[int, str]], merged: list[Span]) -> bool:
    """Set the labels in their order under the merged cells, where they are as many as the columns there."""
    for spans in (merged, merged[:-1]):
        places = [column for span in spans for column in range(span.start, span.end)]
        if places and len(labels) == len(places):
            for column, _ in labels:
                lower[column] = ""
            for place, (_, text) in zip(places, labels, strict=True):
                lower[place] = text
            return True
    return False


def _widen(upper: list[str], lower: list[str], labels: list[tuple[int, str]], merged: list[Span], width: int) -> bool:
    """Widen the one merged cell that has more labels than columns, as far as the row has room at its end."""
    span = merged[0]
    missing = len(labels) - span.width
    if not 0 < missing <= width - span.end or any(upper[width - missing : width]) or any(other.end < width for other in merged[1:]):
        return False
    upper[span.end : span.end] = [""] * missing
    del upper[width:]
    for column, _ in labels:
        lower[column] = ""
    lower.extend([""] * (span.start + len(labels) - len(lower)))
    for offset, (_, text) in enumerate(labels):
        lower[span.start + offset] = text
    return True
