"""Read workbooks (XLSX): every sheet that is shown, its numbers as their formats print them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from explain_check.ingest.archive import Archive
from explain_check.ingest.layout import SourceBuilder
from explain_check.ingest.limits import LIMITS, Limits, damaged
from explain_check.ingest.number_formats import BUILT_IN, GENERAL, show_number
from explain_check.ingest.sheets import MOST_COLUMNS, Merge, Sheet, lay_sheets, notices_of
from explain_check.ingest.xml import Element, attribute, child, children, local, parse_xml
from explain_check.model.document import Source

SUFFIXES = (".xlsx", ".xlsm", ".xltx")
_KIND = "Excel"
_PLACE = re.compile(r"\$?(?P<letters>[A-Z]{1,3})\$?(?P<number>\d{1,7})$")


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a workbook; UnreadableDocumentError where it is damaged or goes beyond the limits."""
    sheets = list(WorkbookReader(Archive(content, name, limits.unpacked, _KIND), name).read())
    builder = SourceBuilder()
    lay_sheets(builder, sheets)
    return builder.build(content, name, notices_of(sheets), has_contents=False)


class WorkbookReader:
    """Reads one workbook."""

    def __init__(self, archive: Archive, name: str) -> None:
        """Read what the sheets refer to: texts and number formats."""
        self._archive = archive
        self._name = name
        self._main = self._find_main()
        book = self._parse(self._main)
        if book is None:
            raise damaged(name, _KIND)
        self._book = book
        self._parts = dict(self._relations(self._main))
        by_kind = {kind: target for kind, target in self._parts.values()}
        strings = self._parse(by_kind.get("sharedStrings"))
        self._strings = [_text_of(item) for item in children(strings, "si")]
        self._formats = list(_read_formats(self._parse(by_kind.get("styles"))))
        self._is_1904 = attribute(child(book, "workbookPr"), "date1904") in ("1", "true")

    def read(self) -> Iterator[Sheet]:
        """Yield the sheets in their order."""
        for entry in children(child(self._book, "sheets"), "sheet"):
            _, part = self._parts.get(attribute(entry, "id") or "", ("", ""))
            root = self._parse(part)
            sheet = Sheet(name=attribute(entry, "name") or "", is_hidden=attribute(entry, "state") in ("hidden", "veryHidden"))
            if root is not None and local(root) == "worksheet":
                self._fill(sheet, root)
                yield sheet

    def _parse(self, part: str | None) -> Element | None:
        content = self._archive.find(part) if part else None
        return parse_xml(content, self._name, _KIND) if content else None

    def _find_main(self) -> str:
        for kind, target in dict(self._relations("")).values():
            if kind == "officeDocument" and target in self._archive.names:
                return target
        return "xl/workbook.xml"

    def _relations(self, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the parts that a part refers to: id, kind and name."""
        folder, file = posixpath.split(part)
        for one in children(self._parse(posixpath.join(folder, "_rels", f"{file}.rels")), "Relationship"):
            target = posixpath.normpath(posixpath.join("/", folder, attribute(one, "Target") or "")).lstrip("/")
            yield attribute(one, "Id") or "", ((attribute(one, "Type") or "").rpartition("/")[2], target)

    def _fill(self, sheet: Sheet, root: Element) -> None:
        """Read rows, columns and merged cells of a sheet."""
        shows_zeros = not any(attribute(view, "showZeros") in ("0", "false") for view in children(child(root, "sheetViews"), "sheetView"))
        for column in children(child(root, "cols"), "col"):
            if attribute(column, "hidden") in ("1", "true"):
                first, last = _whole(attribute(column, "min")), _whole(attribute(column, "max"))
                sheet.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        number = -1
        for row in children(child(root, "sheetData"), "row"):
            number = _whole(attribute(row, "r"), number + 2) - 1
            if attribute(row, "hidden") in ("1", "true"):
                sheet.hidden_rows.add(number)
            self._fill_row(sheet, row, number, shows_zeros)
        for merged in children(child(root, "mergeCells"), "mergeCell"):
            corners = [place for corner in (attribute(merged, "ref") or "").split(":") if (place := _read_place(corner))]
            if len(corners) == 2:
                (top, left), (bottom, right) = corners
                sheet.merges.append(Merge(top=top, left=left, bottom=bottom, right=right))

    def _fill_row(self, sheet: Sheet, row: Element, number: int, shows_zeros: bool) -> None:
        column = -1
        for cell in children(row, "c"):
            place = _read_place(attribute(cell, "r") or "")
            column = place[1] if place else column + 1
            text = self._cell_text(cell)
            if text and (shows_zeros or text.strip("0.") or attribute(cell, "t") in ("s", "str", "inlineStr")):
                sheet.texts[number, column] = text
            sheet.uncomputed += not text and child(cell, "f") is not None and child(cell, "v") is None

    def _cell_text(self, cell: Element) -> str:
        """Return the text of a cell as printed."""
        kind = attribute(cell, "t") or "n"
        if kind == "inlineStr":
            return _text_of(child(cell, "is"))
        stored = child(cell, "v")
        text = (stored.text or "") if stored is not None else ""
        if kind == "s":
            place = _whole(text, -1)
            return self._strings[place] if 0 <= place < len(self._strings) else ""
        if kind == "b":
            return {"0": "FALSE", "1": "TRUE"}.get(text, text)
        return show_number(text, self._format_of(cell), is_1904=self._is_1904) if kind == "n" and text else text

    def _format_of(self, cell: Element) -> str:
        style = _whole(attribute(cell, "s"), 0)
        return self._formats[style] if style < len(self._formats) else GENERAL


def _text_of(item: Element | None) -> str:
    """Return the text of an entry, its runs joined, without the reading aids above it."""
    runs = (run if local(run) == "t" else child(run, "t") for run in (() if item is None else item) if local(run) in ("t", "r"))
    return "".join(run.text or "" for run in runs if run is not None)


def _read_formats(styles: Element | None) -> Iterator[str]:
    """Yield the number format of each style that cells refer to."""
    own = {attribute(one, "numFmtId"): attribute(one, "formatCode") or "" for one in children(child(styles, "numFmts"), "numFmt")}
    for style in children(child(styles, "cellXfs"), "xf"):
        number = attribute(style, "numFmtId") or "0"
        yield own.get(number) or BUILT_IN.get(_whole(number), GENERAL)


def _read_place(text: str) -> tuple[int, int] | None:
    """Return row and column of a cell's name (AB12), counted from 0."""
    match = _PLACE.match(text)
    if match is None:
        return None
    column = 0
    for letter in match["letters"]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match["number"]) - 1, column - 1


def _whole(text: str | None, default: int = 0) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 8 else default
