"""Pages become one text: paragraphs and tables joined over the ends of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from explain_check.ingest.layout import Placed, SourceBuilder
from explain_check.ingest.pdf.paragraphs import Margins, find_margins, goes_on, is_title, page_size
from explain_check.ingest.pdf.parts import Page, PageCell, PageLine, PageTable
from explain_check.ingest.pdf.stacks import FIGURE, ITEM

_SAME_BORDER = 4.0
#: A label that ends so is whole: 科学技术支出
_WHOLE = re.compile(r"(?:支出|收入|合计|总计|小计|结余|结转)$")


@dataclass(slots=True)
class Writer:
    """Writes the parts of pages to a builder; keeps the paragraph or table that may go on overleaf open."""

    builder: SourceBuilder
    margins: dict[tuple[int, int], Margins]
    _lines: list[PageLine] = field(default_factory=list)
    _level: int = 0
    _pages: list[int] = field(default_factory=list)
    _tables: list[tuple[int, PageTable]] = field(default_factory=list)

    def take(self, pages: Iterable[Page]) -> None:
        """Write all pages."""
        for page in pages:
            for index, part in enumerate(page.parts):
                if isinstance(part, PageTable):
                    self._take_table(part, page, index == 0)
                else:
                    self._take_line(part, page)
        self._close_paragraph()
        self._close_table()

    def _take_line(self, line: PageLine, page: Page) -> None:
        self._close_table()
        margins = self.margins[page_size(page)]
        if self._lines and not goes_on(self._lines[-1], line, margins, self._pages[-1] != page.number, len(self._lines) == 1):
            self._close_paragraph()
        if not self._lines:
            self._level = 1 if is_title(line, margins) else 0
        self._lines.append(line)
        self._pages.append(page.number)

    def _close_paragraph(self) -> None:
        if self._lines:
            starts = accumulate(len(line.text) + 1 for line in self._lines)
            turns = [(at, page) for at, (before, page) in zip(starts, pairwise(self._pages), strict=False) if before != page]
            text = "\n".join(line.text for line in self._lines)
            self.builder.add_line(text, level=self._level, page=self._pages[0], turns=turns)
            self._lines, self._pages = [], []

    def _take_table(self, table: PageTable, page: Page, is_first: bool) -> None:
        self._close_paragraph()
        if self._tables:
            number, last = self._tables[-1]
            whole = self._tables[0][1]
            joined = _continuation(whole, last, table) if is_first and number == page.number - 1 else None
            if joined is not None:
                before, after = joined
                self._tables[-1] = (number, before)
                self._tables.append((page.number, after))
                return
        self._close_table()
        self._tables = [(page.number, table)]

    def _close_table(self) -> None:
        """Write the open table, a part for each page."""
        if not self._tables:
            return
        self.builder.add_break()
        for number, part in self._tables:
            self.builder.add_table(_placed(part), page=number)
        self.builder.add_break()
        self._tables = []


def _placed(table: PageTable) -> list[Placed]:
    return [Placed(text=cell.text, row=cell.row, column=cell.column, rows=cell.rows, columns=cell.columns) for cell in table.cells]


def _continuation(whole: PageTable, last: PageTable, table: PageTable) -> tuple[PageTable, PageTable] | None:
    """Return the last part of a table and its part overleaf, as they belong together; None where another table begins."""
    fitted = _fit_columns(whole, table)
    if fitted is None or _is_caption(fitted):
        return None
    repeated = _count_repeated(whole, fitted)
    cells = tuple(replace(cell, row=cell.row - repeated) for cell in fitted.cells if cell.row >= repeated)
    rest = replace(fitted, cells=cells, rows=fitted.rows - repeated)
    return _join_cut_row(last, rest)


def _fit_columns(whole: PageTable, table: PageTable) -> PageTable | None:
    """Return a table with the columns of another one, None where its borders do not stand at borders of that."""
    if not (whole.is_ruled and table.is_ruled):
        return replace(table, xs=whole.xs) if _are_aligned(whole, table) else None
    shift = table.xs[0] - whole.xs[0]
    places: list[int] = []
    for x in table.xs:
        nearest = min(range(len(whole.xs)), key=lambda i: abs(whole.xs[i] + shift - x))
        if abs(whole.xs[nearest] + shift - x) > _SAME_BORDER or nearest in places[-1:]:
            return None
        places.append(nearest)
    if places[0] != 0 or places[-1] != len(whole.xs) - 1:
        return None
    cells = tuple(
        replace(cell, column=places[cell.column], columns=places[cell.column + cell.columns] - places[cell.column]) for cell in table.cells
    )
    return replace(table, xs=whole.xs, cells=cells)


def _are_aligned(whole: PageTable, table: PageTable) -> bool:
    """Whether two tables without lines have columns at the same places."""
    if whole.is_ruled or table.is_ruled or len(whole.xs) != len(table.xs):
        return False
    middles = [(left + right) / 2 for left, right in pairwise(table.xs)]
    return all(left < middle < right for middle, (left, right) in zip(middles, pairwise(whole.xs), strict=True))


def _row_texts(table: PageTable, row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in table.cells if cell.row == row and cell.text]


def _is_caption(table: PageTable) -> bool:
    """Whether the first row is one text over all columns: the caption of another table."""
    first = [cell for cell in table.cells if cell.row == 0]
    return len(first) == 1 and first[0].columns > 2 and not FIGURE.match(first[0].text)


def _count_repeated(whole: PageTable, table: PageTable) -> int:
    """Return how many rows at the top repeat those at the top of the whole table."""
    count = 0
    while count < min(whole.rows, table.rows) and _row_texts(whole, count) == _row_texts(table, count):
        count += 1
    return count


def _join_cut_row(last: PageTable, rest: PageTable) -> tuple[PageTable, PageTable]:
    """Join the overflow of the last row, when the first row overleaf is nothing else."""
    below = {cell.column: cell for cell in rest.cells if cell.row == 0 and cell.text}
    above = {cell.column: cell for cell in last.cells if cell.row + cell.rows == last.rows}
    if not below or not all(column in above and _spills(above[column], cell) for column, cell in below.items()):
        return last, rest
    cells = tuple(
        replace(cell, text=cell.text + below[cell.column].text) if above.get(cell.column) is cell and cell.column in below else cell
        for cell in last.cells
    )
    kept = tuple(replace(cell, row=cell.row - 1) for cell in rest.cells if cell.row)
    return replace(last, cells=cells), replace(rest, cells=kept, rows=rest.rows - 1)


def _spills(above: PageCell, below: PageCell) -> bool:
    """Whether a cell's text goes on in the one overleaf: it fills its last line, and no figure or item begins below."""
    is_text = not FIGURE.match(below.text) and not FIGURE.match(above.text)
    return above.is_full and is_text and not ITEM.match(below.text) and not _WHOLE.search(above.text)


def write_pages(builder: SourceBuilder, pages: Sequence[Page]) -> None:
    """Write pages to a builder."""
    Writer(builder=builder, margins=find_margins(pages)).take(pages)
