"""How the cells of an old Excel file (BIFF) look: number formats, hidden rows and columns; the values are read elsewhere."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from explain_check.ingest.number_formats import BUILT_IN, GENERAL

_SUBSTREAM = 0x809
_ROW, _COLUMNS, _WINDOW, _NUMBERS = 0x208, 0x7D, 0x23E, 0xBD
_CELLS = frozenset((0x203, 0x27E, 0x006, 0x206, 0x406, 0x205, 0xFD, 0x204, _NUMBERS))
_SHEET_KIND = 0x10
_SHOWS_ZEROS = 0x10
_HIDDEN_ROW = 0x20


@dataclass(slots=True)
class Looks:
    """How a sheet looks: the style of each cell, what is hidden, how far it reaches."""

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    shows_zeros: bool = True
    rows: int = 0
    columns: int = 0


@dataclass(slots=True)
class BookLooks:
    """How a workbook looks; ``sheets`` are in the order of the file."""

    sheets: list[Looks] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    is_encrypted: bool = False
    is_1904: bool = False

    def format_of(self, sheet: Looks, row: int, column: int) -> str:
        """Return the number format of a cell."""
        style = sheet.styles.get((row, column))
        number = self.styles[style] if style is not None and style < len(self.styles) else 0
        return self.formats.get(number) or BUILT_IN.get(number, GENERAL)


def read_looks(stream: bytes) -> BookLooks:
    """Return how the workbook in a stream looks; what is broken in it is left out."""
    book = BookLooks()
    sheet: Looks | None = None
    for kind, data in _records(stream):
        try:
            if kind == _SUBSTREAM:
                sheet = Looks() if struct.unpack_from("<H", data, 2)[0] == _SHEET_KIND else None
                if sheet is not None:
                    book.sheets.append(sheet)
            elif sheet is not None:
                _read_sheet_record(sheet, kind, data)
            else:
                _read_book_record(book, kind, data)
        except (struct.error, IndexError):
            continue
    return book


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _read_book_record(book: BookLooks, kind: int, data: bytes) -> None:
    match kind:
        case 0x2F:
            book.is_encrypted = True
        case 0x22:
            book.is_1904 = data[0] == 1
        case 0xE0:
            book.styles.append(struct.unpack_from("<H", data, 2)[0])
        case 0x41E:
            book.formats[struct.unpack_from("<H", data)[0]] = _format_text(data)


def _format_text(data: bytes) -> str:
    """Return the text of a FORMAT record: in BIFF8 a length of two bytes, a flag, then UTF-16 or one byte a character."""
    length, flag = struct.unpack_from("<HB", data, 2)
    if len(data) >= 5 + length * (2 if flag & 1 else 1) and flag < 2:
        return data[5 : 5 + 2 * length].decode("utf-16-le", "replace") if flag & 1 else data[5 : 5 + length].decode("latin-1")
    return data[3 : 3 + data[2]].decode("gb18030", "replace")


def _read_sheet_record(sheet: Looks, kind: int, data: bytes) -> None:
    if kind in _CELLS:
        row, column, style = struct.unpack_from("<HHH", data)
        sheet.styles[row, column] = style
        last = column
        if kind == _NUMBERS:
            last = column + (len(data) - 6) // 6 - 1
            for number in range(column, last + 1):
                sheet.styles[row, number] = struct.unpack_from("<H", data, 4 + 6 * (number - column))[0]
        sheet.rows, sheet.columns = max(sheet.rows, row + 1), max(sheet.columns, last + 1)
    elif kind == _ROW and struct.unpack_from("<H", data, 12)[0] & _HIDDEN_ROW:
        sheet.hidden_rows.add(struct.unpack_from("<H", data)[0])
    elif kind == _COLUMNS and struct.unpack_from("<H", data, 8)[0] & 1:
        first, last = struct.unpack_from("<HH", data)
        sheet.hidden_columns.update(range(first, last + 1))
    elif kind == _WINDOW:
        sheet.shows_zeros = bool(struct.unpack_from("<H", data)[0] & _SHOWS_ZEROS)
