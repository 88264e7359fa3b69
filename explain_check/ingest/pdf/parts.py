"""What a page is made of when it is read: lines of prose and tables, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.ingest.pdf.lines import Segment
from explain_check.ingest.pdf.marks import Box, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """A cell of a table on one page; ``is_full`` says that its last line reaches the right border, so that it may go on overleaf."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str
    is_full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """A table or the part of it that stands on one page; ``xs`` are the borders of its columns.

    ``is_ruled`` says that the borders were drawn, not guessed from the alignment of the text.
    """

    box: Box
    xs: tuple[float, ...]
    rows: int
    cells: tuple[PageCell, ...]
    is_ruled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line of text; ``token`` is the width of what stands before its first possible break.

    ``segments`` are its texts between gaps that are wider than a blank.
    """

    left: float
    right: float
    y: float
    em: float
    text: str
    token: float
    segments: tuple[Segment, ...]


Part = PageLine | PageTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page (number counted from 1) as it reads; ``rules`` are horizontal ones that belong to no table."""

    number: int
    width: float
    height: float
    parts: tuple[Part, ...]
    rules: tuple[Rule, ...] = ()


def top_of(part: Part) -> float:
    """Return the height at which a part begins, negative, so that parts sort from the top."""
    return -part.box.top if isinstance(part, PageTable) else -part.y - 0.4 * part.em
