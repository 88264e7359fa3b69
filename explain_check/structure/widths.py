"""Rows that lost columns: a page cut without those that hold nothing but merged cells, or all empty cells gone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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

#: 201 | 05 | 07: class, division and item in columns of their own.
_CODES = (re.compile(r"[1-5]\d\d"), re.compile(r"\d\d"), re.compile(r"\d\d"))


def lost_blanks(grid: Sequence[Sequence[str]]) -> bool:
    """Whether a table was copied without its empty cells, so that no figure can be trusted to stand in its own column.

    201 | 一般公共服务支出 | 329.66 beside 201 | 05 | 07 | 专项普查活动 | 43.83, or two-sided
    2. 政府性基金 | 三、教育支出 | 25.00 beside 1. 一般公共预算资金 | 100.00 | 二、公共安全支出 | 75.00.
    """
    depths: defaultdict[int, set[int]] = defaultdict(set)
    for row in grid:
        depths[_codes_before_name(row)].add(len(row))
    depths.pop(0, None)
    if any(one.isdisjoint(other) for one, other in combinations(depths.values(), 2)):
        return True
    widths = Counter(map(len, grid))
    width = max(widths, key=lambda each: (widths[each] >= _FEWEST, each), default=0)
    full = [row for row in grid if len(row) == width]
    kinds = [{is_figure(row[column]) for row in full if row[column]} or {True, False} for column in range(width)]
    is_two_sided = [kind for kind in kinds if len(kind) == 1][:4] == [{False}, {True}, {False}, {True}]
    return is_two_sided and sum(len(row) < width and _is_slid(row) for row in grid) >= _FEWEST


def _is_slid(row: Sequence[str]) -> bool:
    """Whether the left amount of a two-sided row is gone: 2. 政府性基金 | 三、教育支出 | 25.00."""
    return len(row) > 2 and _is_name(row[0]) and _is_name(row[1]) and is_figure(row[2])


def _is_name(text: str) -> bool:
    return bool(text) and not is_figure(text) and any("一" <= char <= "鿿" for char in text)


def _codes_before_name(row: Sequence[str]) -> int:
    """Return how many codes stand right before the name of a row, 0 where an empty cell or nothing stands behind them."""
    depth = next((at for at, code in enumerate(_CODES) if at >= len(row) or not code.fullmatch(row[at])), len(_CODES))
    return depth if depth < len(row) and row[depth] and not is_figure(row[depth]) else 0


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
