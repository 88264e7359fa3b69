"""Write the tables of a disclosure as XLSX, one sheet each, and leave the prose behind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from formats.blocks import Block, Grid, Paragraph, Span

_AMOUNT = re.compile(r"-?\d{1,3}(?:,\d{3})*\.(?P<decimals>\d+)$|-?\d+\.(?P<plain>\d+)$")
#: What stands between a table and the text above it: number, caption, maker, unit.
_MOST_ABOVE = 5
_ABOVE = re.compile(r"(?!第|附件).*(?:表[\d一二三四五六七八九十]*$|表（[^）]*）$|表\s*\d+$|^(?:编制)?(?:部门|单位)(?:名称)?：|单位：\w+$)")


def split_tables(blocks: Sequence[Block]) -> tuple[list[Block], list[list[Block]]]:
    """Return the blocks of the prose, and each table with the lines above it: number, caption, maker, unit."""
    prose: list[Block] = []
    tables: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            prose.append(block)
            continue
        above: list[Block] = []
        while prose and len(above) < _MOST_ABOVE and isinstance(prose[-1], Paragraph) and _ABOVE.match(prose[-1].text):
            above.insert(0, prose.pop())
        tables.append([*above, block])
    return prose, tables


def write_xlsx(tables: Sequence[Sequence[Block]], path: Path) -> Path:
    """Write a workbook with a sheet for each table: captions merged over its columns, amounts as numbers with their format."""
    with xlsxwriter.Workbook(str(path)) as book:
        for number, blocks in enumerate(tables, 1):
            sheet = book.add_worksheet(f"表{number}")
            top = 0
            width = next(block.width for block in blocks if isinstance(block, Grid))
            for block in blocks:
                if isinstance(block, Paragraph):
                    sheet.merge_range(top, 0, top, max(width - 1, 1), block.text, book.add_format({"align": "center"}))
                    top += 1
                    continue
                for span in block.spans():
                    _write_span(book, sheet, span, top)
                top += len(block.rows)
    return path


def _write_span(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, span: Span, top: int, look: Mapping[str, str | bool] | None = None
) -> None:
    value, form = _value(span.text)
    style = book.add_format(dict(look or {}) | ({"num_format": form} if form else {}))
    if span.rows * span.columns > 1:
        bottom, right = top + span.row + span.rows - 1, span.column + span.columns - 1
        sheet.merge_range(top + span.row, span.column, bottom, right, value, style)
    elif span.text:
        sheet.write(top + span.row, span.column, value, style)


def _value(text: str) -> tuple[float | str, str]:
    """Return an amount as a number with its format; codes and all else stay texts."""
    match = _AMOUNT.match(text)
    if match is None:
        return text, ""
    decimals = match["decimals"] or match["plain"]
    return float(Decimal(text.replace(",", ""))), ("#,##0." if "," in text else "0.") + "0" * len(decimals)


def write_printed(tables: Sequence[Sequence[Block]], path: Path, *, is_fitted: bool) -> Path:
    """Write a workbook as people print it, without borders: widths by the texts, labels of the header in the middle.

    ``is_fitted`` says that a sheet is as wide as its page; otherwise its right part is printed on a page of its own.
    """
    with xlsxwriter.Workbook(str(path)) as book:
        for number, blocks in enumerate(tables, 1):
            sheet = book.add_worksheet(f"表{number}")
            sheet.set_paper(9)
            grid = next(block for block in blocks if isinstance(block, Grid))
            if is_fitted:
                sheet.fit_to_pages(1, 0)
                sheet.set_landscape() if grid.width > 6 else sheet.set_portrait()
            for column in range(grid.width):
                texts = [span.text for span in grid.spans() if span.column == column and span.columns == 1]
                sheet.set_column(column, column, min(max(_width(text) + 2 for text in (*texts, "合计合")), 26))
            above = [block.text for block in blocks if isinstance(block, Paragraph)]
            for row, text in enumerate(above):
                style = book.add_format({"align": "right" if text.startswith("单位") else "center"})
                sheet.merge_range(row, 0, row, max(grid.width - 1, 1), text, style)
            for span in grid.spans():
                _write_span(book, sheet, span, len(above), {"text_wrap": True, "valign": "vcenter"} | _alignment(span, grid))
    return path


def _alignment(span: Span, grid: Grid) -> dict[str, str]:
    return {"align": "center"} if span.row < grid.head else {}


def _width(text: str) -> int:
    return sum(2 if char >= "\u2e80" else 1 for char in text)
