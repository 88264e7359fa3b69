"""What a page shows, and its tables: cells at their row and column, with rowspan and colspan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explain_check.ingest.layout import Placed
from explain_check.ingest.xml import Element

#: Elements that show no text of the article.
UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "nav", "footer", "aside", "select", "button", "textarea", "iframe", "svg", "object")
) | frozenset(("del", "map", "audio", "video", "canvas", "rt", "rp", "dialog", "datalist", "meta", "link", "title", "input"))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_MOST_COLUMNS = 250
_BLOCKS = ("p", "div", "ul", "h1", "h2", "h3", "h4")
#: A cell of a page's frame holds more than a cell of a table ever does.
_FRAME_LETTERS = 500
_FRAME_BLOCKS = 4


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of an element, or what it shows is a control."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and bool(_HIDDEN.search(style))


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows that are shown, without those of tables inside."""
    for element in table:
        if is_unseen(element):
            continue
        if element.tag == "tr":
            yield element
        elif element.tag in ("thead", "tbody", "tfoot", "form"):
            yield from rows_of(element)


def cells_of(row: Element) -> Iterator[Element]:
    """Yield the cells of a row that are shown."""
    yield from (cell for cell in row if cell.tag in ("td", "th") and not is_unseen(cell))


def is_frame(table: Element) -> bool:
    """Whether a table only arranges the page: a single cell, tables inside, or cells with whole texts."""
    rows = [list(cells_of(row)) for row in rows_of(table)]
    if sum(map(len, rows)) <= 1 or sum(1 for _ in table.iter("table")) > 1:
        return True
    return len(rows) <= 2 and any(_holds_text(cell) for row in rows for cell in row)


def _holds_text(cell: Element) -> bool:
    blocks = sum(1 for _ in cell.iter(*_BLOCKS))
    return blocks >= _FRAME_BLOCKS and sum(len(text) for text in cell.itertext()) > _FRAME_LETTERS


def read_table(table: Element, text_of: Callable[[Element], str]) -> list[Placed]:
    """Return the cells of a table; ``text_of`` gives the text of a cell."""
    rows = list(rows_of(table))
    placed: list[Placed] = []
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in cells_of(row):
            while taken.get(column, 0) > number:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            columns = min(_span(cell, "colspan"), _MOST_COLUMNS - column)
            below = min(_span(cell, "rowspan") or len(rows), len(rows) - number)
            taken |= dict.fromkeys(range(column, column + columns), number + below)
            placed.append(Placed(text=text_of(cell), row=number, column=column, rows=below, columns=columns))
            column += columns
    return placed


def _span(cell: Element, name: str) -> int:
    """Return how many columns or rows a cell covers; a rowspan of 0 runs to the table's end."""
    text = (cell.get(name) or "").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return 1
    return int(text) if name == "rowspan" else max(1, int(text))
