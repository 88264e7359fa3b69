"""What a report of trends is made of: sections with pictures and tables whose numbers know the documents behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds, and so how it is written."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    RANGE = "range"


Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, amounts in 万元, percentages in per cent; ``documents`` are the numbers of those behind it, in order."""

    value: Value
    documents: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and kind."""

    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``id`` names its file and sheet, ``note`` says what is counted."""

    id: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture as SVG, with what it shows in words."""

    title: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter: a lead that says how to read it, pictures, tables."""

    id: str
    title: str
    lead: str
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """A document as the lists show it; ``error`` says why it was not read, empty where it was."""

    path: str
    body: str
    year: int | None
    kind: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFinding:
    """A finding as the lists of problems show it; ``document`` is the document's number."""

    document: int
    rule: str
    label: str
    severity: str
    section: str
    quote: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it; the documents in the order of their numbers, the findings body by body."""

    title: str
    lang: str
    summary: tuple[tuple[str, Cell], ...]
    sections: tuple[Section, ...]
    documents: tuple[ListedDocument, ...]
    findings: tuple[ListedFinding, ...]
