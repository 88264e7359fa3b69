"""Workbooks: numbers as printed, merged cells, sheets, hidden rows, formulas."""

import tomllib
from pathlib import Path

import pytest
import xlsxwriter

from explain_check.ingest import read_source
from explain_check.ingest.number_formats import show_number
from explain_check.model.document import Line, Row

NUMBERS = tomllib.loads((Path(__file__).parents[1] / "cases" / "xlsx" / "formats.toml").read_text(encoding="utf-8"))["numbers"]


@pytest.mark.parametrize(("stored", "form", "printed"), [case for cases in NUMBERS.values() for case in cases])
def test_numbers_are_printed_by_their_format(stored, form, printed):
    assert show_number(stored, form) == printed


def read(path: Path):
    source = read_source(path)
    lines = [block.piece.text for block in source.blocks if isinstance(block, Line)]
    rows = [[piece.text for piece in block.cells] for block in source.blocks if isinstance(block, Row)]
    return lines, rows, [notice.text for notice in source.notices]


@pytest.fixture
def book(tmp_path):
    return xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))


def test_captions_and_notes_are_lines(book, tmp_path):
    sheet = book.add_worksheet("Sheet1")
    sheet.merge_range("A1:C1", "收支总表")
    sheet.write("C2", "单位：万元")
    sheet.write_row("A3", ["项目", "行次", "金额"])
    sheet.write_row("A4", ["合计", 1, 4405.7300000001])
    sheet.write("A5", "注：本表反映收支情况。")
    book.close()
    assert read(tmp_path / "a.xlsx") == (
        ["收支总表", "单位：万元", "注：本表反映收支情况。"],
        [["项目", "行次", "金额"], ["合计", "1", "4405.73"]],
        [],
    )


def test_a_sheet_without_caption_has_its_name(book, tmp_path):
    for name in ("Z01收支总表", "Sheet2"):
        sheet = book.add_worksheet(name)
        sheet.write_row("B2", ["项目", "金额"])
        sheet.write_row("B3", ["合计", "1.00"])
    book.close()
    assert read(tmp_path / "a.xlsx")[:2] == (["Z01收支总表"], [["项目", "金额"], ["合计", "1.00"]] * 2)


def test_merged_hidden_and_empty(book, tmp_path):
    sheet = book.add_worksheet("表")
    sheet.merge_range("A1:A2", "科目")
    sheet.merge_range("C1:E1", "基本支出")
    sheet.write_row("C2", ["人员", "暗列", "公用"])
    sheet.write_row("A3", ["暗行", "", 1, 2, 3])
    sheet.write_row("A4", ["合计", "", 1.5, 2.5, 3.5], book.add_format({"num_format": "0.00"}))
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("D:D", None, None, {"hidden": True})
    book.close()
    assert read(tmp_path / "a.xlsx")[1] == [["科目", "基本支出", "基本支出"], ["", "人员", "公用"], ["合计", "1.50", "3.50"]]


def test_hidden_sheets_are_said(book, tmp_path):
    book.add_worksheet("明").write_row("A1", ["甲", "1"])
    secret = book.add_worksheet("暗")
    secret.write_row("A1", ["乙", "2"])
    secret.hide()
    book.close()
    lines, rows, notices = read(tmp_path / "a.xlsx")
    assert (lines, rows) == ([], [["甲", "1"]])
    assert len(notices) == 1
    assert "暗" in notices[0]


def test_formulas_are_not_computed(book, tmp_path):
    sheet = book.add_worksheet("表")
    sheet.write("A1", "甲")
    sheet.write_formula("B1", "=1+1", None, 2)
    sheet.write("C1", True)
    book.close()
    assert read(tmp_path / "a.xlsx")[1] == [["甲", "2", "TRUE"]]
