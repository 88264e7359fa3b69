"""What was read: blocks from a file, then the document they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from explain_check.model.form import Form
from explain_check.model.table import Table
from explain_check.model.text import Section
from explain_check.model.value import value


@dataclass(slots=True, unsafe_hash=True)
class Piece:
    """A run of text with the source offset of each of its characters; made by position, as a document has thousands."""

    text: str
    offsets: Sequence[int]


@value
class Line:
    """A line or paragraph of prose; ``level`` is its heading level by mark-up, 0 for none; ``gap`` blank lines stood before it.

    Where it runs over pages, ``turns`` holds the source offset at which each later one begins, with its number.
    """

    piece: Piece
    level: int
    gap: int
    page: int | None
    turns: tuple[tuple[int, int], ...] = ()


@value
class Row:
    """A table row: one piece a cell, in the printed order; ``gap`` blank lines stood before it.

    ``is_exact`` says that each cell stands in its true column and that a cell over several columns is repeated in each;
    otherwise merged cells were lost in conversion.
    """

    cells: tuple[Piece, ...]
    gap: int
    page: int | None
    is_exact: bool = False


class NoticeKind(StrEnum):
    """What a person must know of how a file was read.

    Something in it was left unread (PART), pages without text were (PICTURE), it has no text at all (SCAN), pages were read
    by optical character recognition (OCR), its suffix is wrong (SUFFIX), or years were not compared (YEARS).
    """

    PART = "part"
    PICTURE = "picture"
    SCAN = "scan"
    OCR = "ocr"
    SUFFIX = "suffix"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that could not be read as meant, in both languages; it stands at ``start`` of the source's text."""

    kind: NoticeKind
    text: str
    english: str
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One of the files that make a source: its text is ``[start, end)`` of the source's text."""

    name: str
    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was read: name, content hash, full text (offsets point into it) and blocks in reading order.

    ``files`` lists the files in the order of their texts where there are several. ``recognised`` holds the offsets
    ``[start, end)`` of what was read by optical character recognition.
    """

    name: str
    sha256: str
    text: str
    blocks: tuple[Line | Row, ...]
    notices: tuple[Notice, ...] = ()
    files: tuple[SourceFile, ...] = ()
    recognised: tuple[tuple[int, int], ...] = ()

    def is_recognised(self, offset: int) -> bool:
        """Whether what stands at an offset was read by optical character recognition."""
        return any(start <= offset < end for start, end in self.recognised)

    def file_at(self, offset: int) -> SourceFile | None:
        """Return the file that holds an offset, None where the source is one file."""
        return next((file for file in self.files if offset < file.end), None)


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
