"""Rows that lost columns: the next page of a table was cut without those that hold nothing but merged cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, groupby, islice

from explain_check.ingest.markup import EMPTY
from explain_check.model.document import Piece
from explain_check.structure.cells import is_figure

#: A single row may have lost any of its cells; so many together are a page.
_FEWEST = 2
_MOST_TRIED = 200
#: 类 | 款 | 项 | 合计 | 4,733.14: the last line of a head that bears the total.
_NO_CONTENT = frozenset(("", "类", "款", "项"))


def fit_widths(grid: list[list[str]], pieces: list[tuple[Piece, ...]]) -> None:
    """Put blank cells into runs of rows that are shorter than most, where that alone brings names under names, figures under figures.

    The columns that may be missing are those that no other row fills: 2110105 | 生态环境保护宣传 | 88.60 beside
    2110104 | | | 环境保护管理事务 | 259.52, where the first page has the code over three columns.
    """
    widths = Counter(map(len, grid))
    if len(widths) == 1 or not widths:
        return
    width = widths.most_common(1)[0][0]
    full = [row for row in grid if len(row) == width]
    blank = [column for column, texts in enumerate(zip(*full, strict=True)) if _NO_CONTENT.issuperset(texts)]
    if not blank:
        return
    kinds = [{is_figure(row[column]) for row in full if row[column] not in _NO_CONTENT} for column in range(width)]
    for short, run in groupby(range(len(grid)), key=lambda index: len(grid[index])):
        indexes = list(run)
        if short < width and len(indexes) >= _FEWEST:
            rows = [grid[index] for index in indexes]
            for column in _missing(rows, kinds, blank, width - short):
                for index in indexes:
                    grid[index].insert(column, "")
                    pieces[index] = (*pieces[index][:column], EMPTY, *pieces[index][column:])


def _missing(rows: Sequence[Sequence[str]], kinds: Sequence[set[bool]], blank: Sequence[int], count: int) -> Sequence[int]:
    """Return the columns, in order, that the rows lack; none where they fit as they stand or in no way."""
    if _fits(rows, [kind or {True, False} for kind in kinds[: len(kinds) - count]]):
        return ()
    for lost in islice(combinations(blank, count), _MOST_TRIED):
        if _fits(rows, [kind for column, kind in enumerate(kinds) if column not in lost]):
            return lost
    return ()


def _fits(rows: Sequence[Sequence[str]], kinds: Sequence[set[bool]]) -> bool:
    """Whether each cell is of the kind, name or figure, that stands in its column elsewhere."""
    return all(not text or is_figure(text) in kinds[column] for row in rows for column, text in enumerate(row))
