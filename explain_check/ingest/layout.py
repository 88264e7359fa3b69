"""Lay out what a reader found as one text with offsets, blocks in reading order, and table cells in their true columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from explain_check.ingest.contents import contents_lines, has_leader
from explain_check.ingest.markup import EMPTY
from explain_check.ingest.radicals import fold_radicals
from explain_check.model.document import Line, Notice, Piece, Row, Source

_BLANKS = " \t\r\n\f\v\u3000\u00a0\u200b\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A table cell at its row and column, counted from 0, with the numbers of rows and columns that it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class SourceBuilder:
    """Gathers lines and tables in reading order; the text that it makes has a line end after each block, a tab between cells."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Line | Row] = []
        self._gap = 0

    def add_line(self, text: str, *, level: int = 0, page: int | None = None, turns: Sequence[tuple[int, int]] = ()) -> None:
        """Add a paragraph; ``level`` is its heading level, 0 for none; ``turns`` tells at which character a later page begins."""
        piece = self._lay(text)
        if piece.text:
            later = tuple((piece.offsets[0] + at, number) for at, number in turns)
            self._blocks.append(Line(piece=piece, level=level, gap=self._gap, page=page, turns=later))
            self._gap = 0
        self._write("\n")

    def add_break(self) -> None:
        """Say that what follows does not go on from what stands before: a table that ends, a gap on the page."""
        self._gap += 1
        self._write("\n")

    def add_table(self, cells: Iterable[Placed], *, page: int | None = None) -> None:
        """Add a table; a cell over several columns is repeated in each, so that a row holds as many cells as the table has columns."""
        placed = sorted(cells, key=lambda cell: (cell.row, cell.column))
        width = max((cell.column + cell.columns for cell in placed), default=0)
        by_row: dict[int, list[Placed]] = {}
        for cell in placed:
            by_row.setdefault(cell.row, []).append(cell)
        for row in by_row.values():
            pieces = [EMPTY] * width
            for cell in row:
                piece = self._lay(cell.text)
                for column in range(cell.column, cell.column + cell.columns):
                    pieces[column] = piece
                self._write("\t")
            self._write("\n")
            if any(piece.text for piece in pieces):
                self._blocks.append(Row(cells=tuple(pieces), gap=self._gap, page=page, is_exact=True))
                self._gap = 0

    def build(
        self,
        content: bytes,
        name: str,
        notices: Iterable[Notice] = (),
        *,
        has_contents: bool = True,
        recognised: frozenset[int] = frozenset(),
    ) -> Source:
        """Return the source; ``content`` is the file's bytes, for their hash.

        Lines of a table of contents are left out where there may be one (``has_contents``). ``recognised`` are the pages
        that were read by optical character recognition.
        """
        blocks = self._without_contents() if has_contents else self._blocks
        return Source(
            name=Path(name).name,
            sha256=hashlib.sha256(content).hexdigest(),
            text="".join(self._parts),
            blocks=tuple(blocks),
            notices=tuple(notices),
            recognised=tuple(_reach(block) for block in blocks if _pages_of(block) & recognised) if recognised else (),
        )

    def _without_contents(self) -> list[Line | Row]:
        """Return the blocks without the lines of tables of contents."""
        texts = ["\t\t" if isinstance(block, Row) else block.piece.text for block in self._blocks]
        dropped = contents_lines(texts)
        return [block for index, block in enumerate(self._blocks) if index not in dropped and not has_leader(texts[index])]

    def _lay(self, text: str) -> Piece:
        """Write a text without outer blanks and return it with its offsets; inner white space becomes blanks."""
        trimmed = fold_radicals(text.strip(_BLANKS)).replace("\t", " ").replace("\r", " ").replace("\f", " ")
        start = self._length
        self._write(trimmed)
        return Piece(trimmed, range(start, start + len(trimmed))) if trimmed else EMPTY

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _pages_of(block: Line | Row) -> set[int | None]:
    """Return the pages that a block stands on."""
    return {block.page, *(page for _, page in block.turns)} if isinstance(block, Line) else {block.page}


def _reach(block: Line | Row) -> tuple[int, int]:
    """Return the offsets from the first to the last character of a block."""
    pieces = [piece for piece in (block.cells if isinstance(block, Row) else (block.piece,)) if piece.text]
    return pieces[0].offsets[0], pieces[-1].offsets[-1] + 1
