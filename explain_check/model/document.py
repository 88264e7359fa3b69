"""What was read: blocks from a file, then the document they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explain_check.model.form import Form
from explain_check.model.table import Table
from explain_check.model.text import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text with the source offset of each of its characters."""

    text: str
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line or paragraph of prose; ``level`` is its heading level by mark-up, 0 for none; ``gap`` blank lines stood before it."""

    piece: Piece
    level: int
    gap: int
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A table row: one piece a cell, in the printed order; ``gap`` blank lines stood before it.

    ``is_exact`` says that each cell stands in its true column and that a cell over several columns is repeated in each;
    otherwise merged cells were lost in conversion.
    """

    cells: tuple[Piece, ...]
    gap: int
    page: int | None
    is_exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as read: its name, content hash, full text (offsets point into it) and blocks in reading order."""

    name: str
    sha256: str
    text: str
    blocks: tuple[Line | Row, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A disclosure: ``year`` and ``kind`` (部门预算, 单位预算, 部门决算, 单位决算) from its title; None or empty where unknown.

    ``forms`` are the performance tables read as forms.
    """

    source: Source
    entity: str
    year: int | None
    kind: str
    unit: str
    template: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    forms: tuple[Form, ...] = ()
