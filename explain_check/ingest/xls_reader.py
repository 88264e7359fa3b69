"""Read old workbooks (XLS, ET) and binary ones (XLSB): values by calamine, numbers as their formats print them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from explain_check.ingest import ole
from explain_check.ingest.archive import Archive
from explain_check.ingest.biff import BookLooks, Looks, read_looks
from explain_check.ingest.layout import SourceBuilder
from explain_check.ingest.limits import LIMITS, Limits, damaged, encrypted, too_large
from explain_check.ingest.number_formats import show_number
from explain_check.ingest.sheets import MOST_COLUMNS, Merge, Sheet, lay_sheets, notices_of
from explain_check.model.document import Source

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

SUFFIXES = (".xls", ".et", ".xlt", ".xlsb")
IN_CHILD = True
"""The library sets up every cell between the first and the last one at once, and stops the process when it stumbles."""
_KIND = "Excel"
_CELL = 32
"""Bytes that the library takes for a cell, empty or not."""
_EPOCH = datetime(1899, 12, 30)


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a workbook; UnreadableDocumentError where it is damaged, encrypted or goes beyond the limits."""
    from python_calamine import CalamineError, CalamineWorkbook

    looks = _looks(content, name, limits)
    if any(sheet.rows * sheet.columns * _CELL > limits.unpacked * 4 for sheet in looks.sheets):
        raise too_large(name, "表格展开后的内容", "the sheet when laid out", limits.unpacked)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = list(_sheets(book, looks))
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(name, _KIND) from error
    builder = SourceBuilder()
    lay_sheets(builder, sheets)
    return builder.build(content, name, notices_of(sheets), has_contents=False)


def _looks(content: bytes, name: str, limits: Limits) -> BookLooks:
    """Return how the cells look, which a binary workbook (XLSB) does not say here."""
    if not content.startswith(ole.MAGIC):
        archive = Archive(content, name, limits.unpacked, _KIND)
        for inner in archive.names:
            archive.read(inner)
        return BookLooks()
    try:
        file = ole.CompoundFile(content)
        looks = read_looks(file.read("Workbook" if "Workbook" in file.names else "Book"))
    except (ValueError, KeyError, IndexError) as error:
        raise damaged(name, _KIND) from error
    if looks.is_encrypted:
        raise encrypted(name)
    return looks


def _sheets(book: CalamineWorkbook, looks: BookLooks) -> Iterator[Sheet]:
    """Yield the sheets with cells in their order."""
    remaining = iter(looks.sheets)
    for number, entry in enumerate(book.sheets_metadata):
        if "WorkSheet" not in str(entry.typ):
            continue
        found = book.get_sheet_by_index(number)
        look = next(remaining, Looks())
        sheet = Sheet(name=entry.name, is_hidden="Hidden" in str(entry.visible))
        sheet.hidden_rows, sheet.hidden_columns = look.hidden_rows, look.hidden_columns
        for row, values in enumerate(found.to_python(skip_empty_area=False)):
            for column, value in enumerate(values[:MOST_COLUMNS]):
                text = _show(value, looks.format_of(look, row, column), looks.is_1904)
                if text and (look.shows_zeros or isinstance(value, str) or text.strip("0.")):
                    sheet.texts[row, column] = text
        for (top, left), (bottom, right) in found.merged_cell_ranges or ():
            sheet.merges.append(Merge(top=top, left=left, bottom=bottom, right=right))
        yield sheet


def _show(value: object, form: str, is_1904: bool) -> str:
    """Return a value as its format prints it; the library has made dates of numbers with the format of one."""
    match value:
        case str():
            return value
        case bool():
            return str(value).upper()
        case int() | float():
            return show_number(repr(value), form, is_1904=is_1904)
        case datetime():
            return show_number(repr((value - _EPOCH) / timedelta(days=1)), form)
        case date():
            return show_number(str((value - _EPOCH.date()).days), form)
        case time():
            return value.isoformat()
        case _:
            return ""
