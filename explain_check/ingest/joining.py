"""Several files that make one document become one source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from explain_check.model.document import Line, Notice, Piece, Row, Source, SourceFile


def join_sources(sources: Sequence[Source], name: str, names: Sequence[str] = ()) -> Source:
    """Return the sources one after the other; no paragraph or table goes on from one file to the next.

    ``names`` are those of the files where they are not the sources' own.
    """
    texts: list[str] = []
    blocks: list[Line | Row] = []
    files: list[SourceFile] = []
    notices: list[Notice] = []
    recognised: list[tuple[int, int]] = []
    start = 0
    for source, file in zip(sources, names or [source.name for source in sources], strict=True):
        moved = [_move(block, start) for block in source.blocks]
        blocks += [replace(moved[0], gap=moved[0].gap + 1), *moved[1:]] if moved else []
        notices += [replace(notice, start=notice.start + start) for notice in source.notices]
        recognised += [(first + start, last + start) for first, last in source.recognised]
        texts.append(source.text)
        end = start + len(source.text) + 1
        files.append(SourceFile(name=file, sha256=source.sha256, start=start, end=end))
        start = end
    return Source(
        name=name,
        sha256=hashlib.sha256("".join(source.sha256 for source in sources).encode()).hexdigest(),
        text="\n".join(texts),
        blocks=tuple(blocks),
        notices=tuple(notices),
        files=tuple(files),
        recognised=tuple(recognised),
    )


def _move(block: Line | Row, by: int) -> Line | Row:
    """Return a block with offsets into a text that begins further left."""
    if not by:
        return block
    if isinstance(block, Line):
        turns = tuple((offset + by, page) for offset, page in block.turns)
        return replace(block, piece=_move_piece(block.piece, by), turns=turns)
    moved: dict[int, Piece] = {}
    return replace(block, cells=tuple(moved.setdefault(id(piece), _move_piece(piece, by)) for piece in block.cells))


def _move_piece(piece: Piece, by: int) -> Piece:
    offsets = piece.offsets
    if isinstance(offsets, range):
        return Piece(text=piece.text, offsets=range(offsets.start + by, offsets.stop + by))
    return Piece(text=piece.text, offsets=tuple(offset + by for offset in offsets))
