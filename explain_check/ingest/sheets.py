"""Sheets of a workbook become captions and tables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from explain_check.ingest.layout import Placed, SourceBuilder
from explain_check.model.document import Notice, NoticeKind

MOST_COLUMNS = 250
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NAMED = 3
"""Chinese characters from which on a sheet's name says what it holds; 表1 and Sheet1 do not."""
_NOTE = re.compile(r"(?:附?注|备注|说明)\s*\d?\s*[:：.]")
_LONG = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Merged cells: first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A sheet as printed: ``texts`` by row and column; rows and columns that are hidden are not printed."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    uncomputed: int = 0


def lay_sheets(builder: SourceBuilder, sheets: Sequence[Sheet]) -> None:
    """Lay out the sheets that are shown: each run of rows without a gap is a table, single texts around it are lines."""
    for sheet in sheets:
        if sheet.is_hidden or not sheet.texts:
            continue
        builder.add_break()
        rows = _rows(sheet)
        if len(_CHINESE.findall(sheet.name)) >= _NAMED and not _has_caption(rows):
            builder.add_line(sheet.name)
        for run in _runs(rows, sorted(sheet.hidden_rows)):
            _lay_run(builder, sheet, run)
            builder.add_break()


def notices_of(sheets: Iterable[Sheet]) -> Iterator[Notice]:
    """Yield what a person must know: sheets that are hidden, formulas whose results are not stored."""
    for sheet in sheets:
        if sheet.is_hidden and sheet.texts:
            chinese, english = f"隐藏的工作表“{sheet.name}”没有读取", f"the hidden sheet “{sheet.name}” was not read"
            yield Notice(kind=NoticeKind.PART, text=chinese, english=english)
        if sheet.uncomputed:
            chinese = f"工作表“{sheet.name}”有 {sheet.uncomputed} 个公式没有保存计算结果，按空白读取；请用 Excel 或 WPS 打开后另存"
            english = f"sheet “{sheet.name}”: {sheet.uncomputed} formulas without a stored result were read as blank; open and save it"
            yield Notice(kind=NoticeKind.PART, text=chinese, english=english)


def _rows(sheet: Sheet) -> dict[int, dict[int, str]]:
    """Return the texts that are printed by row, each with its columns."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        if text.strip() and row not in sheet.hidden_rows and column not in sheet.hidden_columns and column < MOST_COLUMNS:
            rows.setdefault(row, {})[column] = text
    return rows


def _has_caption(rows: Mapping[int, Mapping[int, str]]) -> bool:
    """Whether one of the first rows is a single text that names the table."""
    opening = [cells for _, cells in zip(range(4), rows.values(), strict=False)]
    return any(len(cells) == 1 and "表" in next(iter(cells.values())) for cells in opening)


def _runs(rows: Mapping[int, Mapping[int, str]], hidden: Sequence[int]) -> Iterator[list[tuple[int, Mapping[int, str]]]]:
    """Yield the runs of rows without an empty row between them; hidden rows are no gap."""
    numbered = enumerate(rows.items())
    for _, run in groupby(numbered, key=lambda item: item[1][0] - bisect_left(hidden, item[1][0]) - item[0]):
        yield [item for _, item in run]


def _lay_run(builder: SourceBuilder, sheet: Sheet, run: Sequence[tuple[int, Mapping[int, str]]]) -> None:
    """Lay out a run of rows: single texts before and notes behind the table are lines."""
    first = next((place for place, (_, cells) in enumerate(run) if len(cells) > 1), len(run))
    last = len(run)
    while last > first and _is_note(run[last - 1][1]):
        last -= 1
    for _, cells in run[:first]:
        _lay_lines(builder, cells)
    if first < last:
        builder.add_table(_place(sheet, run[first:last]))
    for _, cells in run[last:]:
        _lay_lines(builder, cells)


def _lay_lines(builder: SourceBuilder, cells: Mapping[int, str]) -> None:
    for text in cells.values():
        for line in text.split("\n"):
            builder.add_line(line)


def _is_note(cells: Mapping[int, str]) -> bool:
    text = next(iter(cells.values())) if len(cells) == 1 else ""
    return bool(_NOTE.match(text)) or len(text) > _LONG


def _place(sheet: Sheet, run: Sequence[tuple[int, Mapping[int, str]]]) -> Iterator[Placed]:
    """Yield the cells of a table; columns that are empty in all of it or hidden are left out."""
    numbers = {row: number for number, (row, _) in enumerate(run)}
    merged = {(merge.top, merge.left): merge for merge in sheet.merges if merge.top in numbers}
    used = {column for _, cells in run for column in cells}
    most = max(used)
    for merge in merged.values():
        used.update(column for column in range(merge.left, min(merge.right, most) + 1) if column not in sheet.hidden_columns)
    columns = sorted(used)
    rows = list(numbers)
    for row, cells in run:
        for column, text in cells.items():
            place = bisect_left(columns, column)
            covers = merged.get((row, column))
            yield Placed(
                text=" ".join(text.split()),
                row=numbers[row],
                column=place,
                rows=bisect_right(rows, covers.bottom) - numbers[row] if covers else 1,
                columns=bisect_right(columns, max(covers.right, column)) - place if covers else 1,
            )
