"""The report's tables as an Excel workbook, or as a folder of CSV files that Excel opens with Chinese intact."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explain_check.ingest.folders import GENERATOR
from explain_check.lexicon.labels import label
from explain_check.trends.model import Cell, Column, Kind, Report, Table, Value

if TYPE_CHECKING:
    import xlsxwriter

_MOST_ROWS = 1_048_575
_LONGEST_CELL = 32_767
_MOST_NAMED = 20
_WIDTHS = {Kind.TEXT: 26, Kind.COUNT: 11, Kind.AMOUNT: 15, Kind.PERCENT: 11, Kind.RANGE: 15}


def tables_of(report: Report) -> Iterator[Table]:
    """Yield all tables of a report, those of all documents and findings last."""
    for section in report.sections:
        yield from (table for table in section.tables if table.rows)
    yield _documents(report)
    yield _findings(report)


def _documents(report: Report) -> Table:
    zh = report.lang == "zh"
    heads = (
        ("编号", "单位", "年度", "类型", "文件", "未能核对的原因")
        if zh
        else ("number", "body", "year", "kind", "document", "why not checked")
    )
    rows = tuple(
        (Cell(number + 1), Cell(d.body), Cell(d.year), Cell(d.kind), Cell(d.path), Cell(d.error))
        for number, d in enumerate(report.documents)
    )
    return Table(
        id="documents", title="文件" if zh else "Documents", note="", columns=_columns(heads, {0: Kind.COUNT, 2: Kind.COUNT}), rows=rows
    )


def _findings(report: Report) -> Table:
    zh = report.lang == "zh"
    heads = (
        ("单位", "年度", "文件", "级别", "规则", "名称", "说明", "原文", "位置")
        if zh
        else ("body", "year", "document", "severity", "rule", "name", "message", "quote", "section")
    )
    rows = []
    for finding in report.findings:
        document = report.documents[finding.document]
        severity = label("severity", finding.severity, report.lang)
        told = (severity, finding.rule, finding.label, finding.message, finding.quote, finding.section)
        rows.append((Cell(document.body), Cell(document.year), Cell(document.path), *map(Cell, told)))
    return Table(id="findings", title="全部发现" if zh else "Findings", note="", columns=_columns(heads, {1: Kind.COUNT}), rows=tuple(rows))


def _columns(heads: tuple[str, ...], kinds: dict[int, Kind]) -> tuple[Column, ...]:
    return tuple(Column(head, kinds.get(number, Kind.TEXT)) for number, head in enumerate(heads))


def write_csv(report: Report, folder: Path) -> None:
    """Write a file a table; a byte order mark tells Excel that it is UTF-8. ``links.csv`` names the documents behind each number."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = list(tables_of(report))
    for table in tables:
        with (folder / f"{table.id}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.title for column in table.columns])
            writer.writerows([[_harmless(cell.value) for cell in row] for row in table.rows])
    zh = report.lang == "zh"
    with (folder / "links.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("表", "行", "列", "文件编号") if zh else ("table", "row", "column", "numbers of the documents"))
        for table in tables:
            for number, row in enumerate(table.rows, 1):
                for documents, columns in _linked(table, row).items():
                    writer.writerow((table.id, number, "、".join(columns), " ".join(str(document + 1) for document in documents)))


def _linked(table: Table, row: tuple[Cell, ...]) -> dict[tuple[int, ...], list[str]]:
    """Return the headings of the columns that rest on the same documents."""
    columns: dict[tuple[int, ...], list[str]] = {}
    for column, cell in zip(table.columns, row, strict=True):
        if cell.documents:
            columns.setdefault(tuple(cell.documents), []).append(column.title)
    return columns


def _harmless(value: Value) -> Value:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") and len(value) > 1 else value


def write_workbook(report: Report, path: Path) -> None:
    """Write a workbook: a sheet a table; a comment at each number names the first documents behind it."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": report.title, "comments": GENERATOR, "created": _fixed_date()})
    forms = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EEF3F7"}),
        Kind.TEXT: book.add_format({"text_wrap": True, "valign": "top"}),
        Kind.COUNT: book.add_format({"num_format": "0", "valign": "top"}),
        Kind.AMOUNT: book.add_format({"num_format": "#,##0.00", "valign": "top"}),
        Kind.PERCENT: book.add_format({"num_format": "0.00", "valign": "top"}),
        Kind.RANGE: book.add_format({"valign": "top", "align": "right"}),
    }
    first = book.add_worksheet("摘要" if report.lang == "zh" else "Summary")
    first.set_column(0, 0, 24)
    first.set_column(1, 1, 60)
    lines = [
        (report.title, ""),
        *((name, str(cell.value)) for name, cell in report.summary),
        ("", ""),
        *((section.title, section.lead) for section in report.sections),
    ]
    for number, (name, value) in enumerate(lines):
        first.write_string(number, 0, name, forms["head"] if not number else forms[Kind.TEXT])
        first.write_string(number, 1, value, forms[Kind.TEXT])
    used: set[str] = set()
    for section in (*report.sections, None):
        tables = section.tables if section else (_documents(report), _findings(report))
        for table in tables:
            if table.rows:
                _write_sheet(book.add_worksheet(_sheet_name(section.title if section else "", table, used)), table, report, forms)
    book.close()


def _fixed_date() -> Any:  # noqa: ANN401 - the library's own type
    """Return a date that does not change: the same store gives the same bytes."""
    return datetime(2000, 1, 1)


def _sheet_name(section: str, table: Table, used: set[str]) -> str:
    """Return a name of at most 31 characters that no other sheet has."""
    wanted = "".join(char for char in f"{section} {table.title}".strip() if char not in "[]:*?/\\'：（）%")[:28]
    name, number = wanted, 2
    while name.lower() in used:
        name, number = f"{wanted[:26]} {number}", number + 1
    used.add(name.lower())
    return name


def _write_sheet(sheet: xlsxwriter.worksheet.Worksheet, table: Table, report: Report, forms: dict[Any, Any]) -> None:
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _WIDTHS[column.kind])
        sheet.write_string(0, at, column.title, forms["head"])
    for number, row in enumerate(table.rows[:_MOST_ROWS], 1):
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write_cell(sheet, number, at, cell, forms[column.kind])
            if cell.documents and len(table.rows) * len(table.columns) < 5_000:
                sheet.write_comment(number, at, _named(cell, report), {"x_scale": 3, "y_scale": 2})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, min(len(table.rows), _MOST_ROWS), len(table.columns) - 1)


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, form: object) -> None:
    if cell.value is None:
        sheet.write_blank(row, column, None, form)
    elif isinstance(cell.value, str):
        sheet.write_string(row, column, cell.value[:_LONGEST_CELL], form)
    else:
        sheet.write_number(row, column, cell.value, form)


def _named(cell: Cell, report: Report) -> str:
    """Return the first documents behind a number, by their number and path."""
    shown = [f"{number + 1} {report.documents[number].path}" for number in cell.documents[:_MOST_NAMED]]
    rest = len(cell.documents) - len(shown)
    more = [f"… {rest} 份见 documents 表" if report.lang == "zh" else f"… {rest} more"] if rest else []
    return "\n".join([*shown, *more])
