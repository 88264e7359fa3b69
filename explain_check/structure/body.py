"""The body of a table becomes cells with figures that know their labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from explain_check.model.document import Piece
from explain_check.model.figure import PERCENT, Figure
from explain_check.model.table import Cell
from explain_check.numerals.cells import read_cell
from explain_check.structure.cells import CODE, LEADING_CODE, NUMBERED, SEVERAL_CODES, TOTAL, is_figure
from explain_check.structure.paths import CodeTree, IndentTree
from explain_check.structure.roles import Block, Use, label_blocks

_UNIT_IN_LABEL = re.compile(
    r"[（(](?:单位[:：])?(?P<unit>百万元|万元|亿元|千元|元|%|％|人次|人|辆|个|台|套|批次|次|平方米|台/套|台（套）)[)）]"
)
_RATE = re.compile(r"(?:占比|比例|增长率|增幅|降幅|完成率|执行率|比重|%|％)[)）]?$")
_TEXT_IN_CODE = re.compile(r"[\u4e00-\u9fff]")


@lru_cache(maxsize=2048)
def label_unit(label: str) -> str:
    """Return the unit that a label states: 公务用车保有量（辆）, 完成率; empty where it states none."""
    if match := _UNIT_IN_LABEL.search(label):
        return PERCENT if match["unit"] in "%％" else match["unit"]
    return PERCENT if _RATE.search(label) else ""


@lru_cache(maxsize=16384)
def read_figure(text: str, unit: str) -> Figure | None:
    """Return the figure of a cell that holds nothing but a number."""
    return read_cell(text, unit)


def body_cells(
    grid: Sequence[Sequence[str]], pieces: Sequence[Sequence[Piece]], uses: Sequence[Use], paths: Sequence[tuple[str, ...]], unit: str
) -> Iterator[Cell]:
    """Yield the cells with figures of a body.

    ``grid`` holds the cleaned texts of ``pieces``, ``uses`` and ``paths`` what each column holds and its labels.
    """
    width = len(paths)
    blocks = label_blocks(uses)
    columns_of = [_place_columns(row, uses, blocks, width) for row in grid]
    units = [next((found for label in reversed(path) if (found := label_unit(label))), "") for path in paths]
    namers: list[_RowNamer] = []
    for block in blocks:
        namers.append(_RowNamer(block, grid, {code: label for namer in namers for code, label in namer.labels.items()}))
    block_of = [max((i for i, block in enumerate(blocks) if block.end <= column), default=-1) for column in range(width)]
    filled: dict[tuple[str, int], list[int]] = {}
    for index, row in enumerate(grid):
        columns = columns_of[index]
        named = [namer.name(index, row, columns) for namer in namers]
        figures = [
            (place, columns[place])
            for place, text in enumerate(row)
            if text and columns[place] < width and uses[columns[place]] is Use.VALUE and is_figure(text)
        ]
        figures = _refill(figures, len(row) < width, named[0][1] if named else "", filled)
        for place, column in figures:
            path, code = _name_of(named[: block_of[column] + 1])
            own = label_unit(path[-1]) if path else ""
            figure = read_figure(row[place], own or units[column] or unit)
            if figure is not None:
                piece = pieces[index][place]
                yield Cell(
                    row=index,
                    column=column,
                    row_path=path,
                    column_path=paths[column],
                    text=piece.text,
                    figure=figure,
                    code=code,
                    start=piece.offsets[0],
                    end=piece.offsets[-1] + 1,
                )


def _name_of(named: Sequence[tuple[tuple[str, ...], str]]) -> tuple[tuple[str, ...], str]:
    """Return the path and code in the nearest block; a total may name its figure from a block further left."""
    if named and not named[-1][0]:
        return next(((path, code) for path, code in reversed(named) if path and TOTAL.match(path[-1])), named[-1])
    return named[-1] if named else ((), "")


def _refill(figures: list[tuple[int, int]], is_short: bool, code: str, filled: dict[tuple[str, int], list[int]]) -> list[tuple[int, int]]:
    """Return the places and columns of a row's figures; a row that lost a cell is laid out like the last one of its class."""
    key = (code[:3], len(figures))
    if is_short and code and figures and key in filled:
        return [(place, column) for (place, _), column in zip(figures, filled[key], strict=True)]
    if not is_short:
        filled[key] = [column for _, column in figures]
    return figures


def _place_columns(row: Sequence[str], uses: Sequence[Use], blocks: Sequence[Block], width: int) -> Sequence[int]:
    """Return the column of each cell of a row: one less from the second on where the row's first label takes two cells."""
    plain = range(len(row))
    if len(blocks) < 2 or not blocks[1].labels:
        return plain
    right = blocks[1].labels[0]
    if right + 1 >= len(row) or blocks[0].end != right - 1 or not _is_label(row[right + 1]):
        return plain
    if _is_label(row[right]) or (row[right - 1] and not _is_label(row[right - 1])):
        return plain
    return [max(0, place - 1) if place else 0 for place in plain]


def _is_label(text: str) -> bool:
    return bool(text) and not is_figure(text)


class _RowNamer:
    """Names the rows for one block of label columns."""

    def __init__(self, block: Block, grid: Sequence[Sequence[str]], before: Mapping[str, str]) -> None:
        """``before`` holds the labels by code of the blocks further left."""
        self._block = block
        self._last: list[str] = []
        self._outer = ""
        self._rows = [(self._code_columns(row), self._texts(row)) for row in grid]
        coded = any(code for code, _ in self._rows)
        leading = Counter(bool(LEADING_CODE.match(texts[-1])) for _, texts in self._rows if texts)
        plain = [texts for code, texts in self._rows if not code and texts and not TOTAL.match(texts[-1]) and not NUMBERED.match(texts[0])]
        self._codes = CodeTree(len(plain) > 1, before) if coded or leading[True] > leading[False] else None
        self._indents = IndentTree()

    @property
    def labels(self) -> dict[str, str]:
        """The labels of the block's rows by their codes."""
        return {code: texts[0] for code, texts in self._rows if code and texts}

    def name(self, index: int, row: Sequence[str], columns: Sequence[int]) -> tuple[tuple[str, ...], str]:
        """Return the path and code of the row at ``index``; ``columns`` tells where its cells belong."""
        code, texts = self._rows[index]
        shifted = len(columns) > 1 and columns[0] == columns[1]
        if shifted:
            texts = self._shifted_texts(row, columns)
        if not texts:
            return (), code
        if not code and (match := LEADING_CODE.match(texts[-1])):
            code = match["code"]
        if self._codes is not None:
            return self._codes.path(code, texts), code
        if len(self._block.labels) > 1 or shifted:
            return self._carry(row, texts), code
        return self._indents.path(texts[0], self._first_figure(row)), code

    def _carry(self, row: Sequence[str], texts: tuple[str, ...]) -> tuple[str, ...]:
        """Return the labels below the outer label of the rows above where the row's own outer cell is empty."""
        first = self._block.labels[0] if self._block.labels else self._block.start
        if first < len(row) and row[first]:
            self._outer = row[first] if len(texts) > 1 else ""
            return texts
        return (self._outer, *texts) if self._outer else texts

    def _first_figure(self, row: Sequence[str]) -> str:
        following = row[self._block.end : self._block.end + 4]
        return next((text for text in following if text and is_figure(text)), "")

    def _texts(self, row: Sequence[str]) -> tuple[str, ...]:
        """Return the labels of a row; a total may stand in a code column."""
        block, width = self._block, len(row)
        texts = [row[column] for column in block.labels if column < width and row[column] and not is_figure(row[column])]
        if not texts:
            texts = [text for text in row[block.start : block.end] if text and _TEXT_IN_CODE.search(text)][:1]
        if len(texts) > 1:
            return tuple(text for i, text in enumerate(texts) if i == 0 or text != texts[i - 1])
        return tuple(texts)

    def _shifted_texts(self, row: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
        block = self._block
        placed = zip(row, columns, strict=False)
        return tuple(text for text, column in placed if text and block.start <= column < block.end and not is_figure(text))

    def _code_columns(self, row: Sequence[str]) -> str:
        """Return the joined code of a row: 208 05 02 or 2080502; a level left blank is that of the row above."""
        texts = [SEVERAL_CODES.sub("", row[column]) if column < len(row) else "" for column in self._block.codes]
        if not any(texts):
            return ""
        whole = next((text for text in texts if len(text) > 2 and CODE.match(text)), "")
        if len(whole) > 3 or (whole and len(texts) == 1):
            return whole
        if not all(text.isdigit() for text in texts if text):
            return ""
        deepest = max(i for i, text in enumerate(texts) if text)
        last = self._last
        parts = [text or (last[i] if i < len(last) else "") for i, text in enumerate(texts[: deepest + 1])]
        self._last = parts
        # A sheet that takes codes for numbers prints 301 2 for 301 02.
        joined = "".join(part if i == 0 else part.zfill(2) for i, part in enumerate(parts) if i == 0 or len(part) in (1, 2))
        return joined if CODE.match(joined) else ""
