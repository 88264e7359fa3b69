"""Tables of a Word file: cells at their row and column, merged ones with what they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from explain_check.ingest.docx_numbering import is_on
from explain_check.ingest.layout import Placed
from explain_check.ingest.xml import Element, child, local, value

_MOST_COLUMNS = 250
_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


class TableReader:
    """Reads tables; ``text_of`` gives the text of a cell (w:tc)."""

    def __init__(self, text_of: Callable[[Element], str]) -> None:
        """Keep the way to the text of a cell."""
        self._text_of = text_of

    def is_frame(self, table: Element) -> bool:
        """Whether a table only frames what it holds: a single cell, or one column or row with tables inside."""
        rows = [list(_below(row, "tc")) for row in _below(table, "tr")]
        if sum(map(len, rows)) <= 1:
            return True
        holds_table = any(local(element) == "tbl" for row in rows for cell in row for element in cell)
        return holds_table and (len(rows) == 1 or all(len(row) == 1 for row in rows))

    def cells(self, table: Element) -> Iterator[Element]:
        """Yield the cells in their order."""
        for row in _below(table, "tr"):
            yield from _below(row, "tc")

    def read(self, table: Element) -> list[Placed]:
        """Return the cells of a table without the rows that were deleted."""
        placed: list[Placed] = []
        open_cells: dict[int, int] = {}
        for number, row in enumerate(row for row in _below(table, "tr") if child(row, "trPr", "del") is None):
            column = _whole(value(row, "trPr", "gridBefore"), 0)
            for cell in _below(row, "tc"):
                properties = child(cell, "tcPr")
                columns = max(1, min(_whole(value(properties, "gridSpan"), 1), _MOST_COLUMNS - column))
                if column >= _MOST_COLUMNS:
                    break
                if _goes_on(properties, "hMerge") and placed and placed[-1].row == number:
                    placed[-1] = replace(placed[-1], columns=placed[-1].columns + columns)
                elif _goes_on(properties, "vMerge") and column in open_cells:
                    above = open_cells[column]
                    placed[above] = replace(placed[above], rows=number - placed[above].row + 1)
                else:
                    open_cells[column] = len(placed)
                    text = "" if child(properties, "cellDel") is not None else self._text_of(cell)
                    placed.append(Placed(text=text, row=number, column=column, columns=columns))
                column += columns
        return placed


def _below(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, also those in content controls and insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            yield from _below(element, name)


def _goes_on(properties: Element | None, kind: str) -> bool:
    """Whether a cell goes on with the one above (vMerge) or at its left (hMerge)."""
    merge = child(properties, kind)
    return merge is not None and value(properties, kind) != "restart" and is_on(merge)


def _whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 6 else default
