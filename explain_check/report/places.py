"""Where a quote stands, in the words of a person: page, line, section, or the cell of a table."""

from __future__ import annotations

from bisect import bisect_right

from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import TableCell
from explain_check.model.document import Document
from explain_check.model.table import Cell
from explain_check.model.text import Place
from explain_check.report.words import pick


class Map:
    """Knows the lines and the tables of a document."""

    def __init__(self, document: Document, lang: str) -> None:
        """Note where the lines begin."""
        self._source = document.source
        self._tables = document.tables
        self._lang = lang
        text = document.source.text
        self._starts = [0, *(index + 1 for index, char in enumerate(text) if char == "\n")]

    def line(self, offset: int) -> int:
        """Return the line number of a source offset in its file, counted from 1."""
        file = self._source.file_at(offset)
        return bisect_right(self._starts, offset) - (bisect_right(self._starts, file.start) - 1 if file else 0)

    def where(self, place: Place) -> str:
        """Return page or line, and the section: 第 12 行，三、…情况说明; of another document its name and the section."""
        if place.document:
            return pick(self._lang, "，", ", ").join(part for part in (place.document, place.location.section) if part)
        number = self._number(place)
        cell = self._cell(place)
        section = cell or place.location.section
        return f"{number}{pick(self._lang, '，', ', ')}{section}" if section else number

    def _number(self, place: Place) -> str:
        """Return the page of a place, or its line where the file has no pages; the file before it where there are several."""
        spot = place.location
        file = self._source.file_at(spot.start)
        name = f"{file.name} " if file else ""
        if spot.page is not None:
            return name + pick(self._lang, f"第 {spot.page} 页", f"page {spot.page}")
        return name + pick(self._lang, f"第 {self.line(spot.start)} 行", f"line {self.line(spot.start)}")

    def _cell(self, place: Place) -> str:
        """Return the cell that a place lies in, empty where it is prose."""
        start = place.location.start
        for table in self._tables:
            if table.start <= start < table.end:
                cell = next((cell for cell in table.cells if cell.start <= start < cell.end), None)
                return self._labels(table.caption or table.id, cell)
        return ""

    def _labels(self, caption: str, cell: Cell | None) -> str:
        """Return caption, row and column of a cell: 《收支总表》“本年支出合计”行“金额”列."""
        name = pick(self._lang, f"《{caption}》", f"table “{caption}”")
        if cell is None:
            return name
        label = next((table.row_label_of(cell) for table in self._tables if table.start <= cell.start < table.end), cell.row_label)
        row, column = label or str(cell.row + 1), cell.column_label or str(cell.column + 1)
        return name + pick(self._lang, f"“{row}”行、“{column}”列", f", row “{row}”, column “{column}”")

    def describe(self, found: TableCell) -> str:
        """Return a linked cell with what is printed in it."""
        unit = f" {found.unit}" if found.unit else ""
        number = self._number(found.place) + pick(self._lang, "，", ", ")
        return f"{number}{self._labels(found.caption or found.table, found.cell)}{pick(self._lang, '：', ': ')}{found.cell.text}{unit}"


def linked_cells(checked: CheckedDocument, claim: str | None) -> tuple[TableCell, ...]:
    """Return the cells that belong to a claim: those that agree, then those that stand where it should stand."""
    link = checked.links.get(claim) if claim else None
    return (*link.cells[:2], *link.rivals[:2]) if link else ()
