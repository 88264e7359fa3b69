"""Tables: each case is a text and the cells that must be read from it."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest.text_reader import read_bytes
from explain_check.structure.header import column_paths
from explain_check.structure.tables import take_tables

FOLDER = Path(__file__).parents[1] / "cases" / "tables"
CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{stem}-{case['name']}" for stem, case in CASES])
def test_tables(case):
    source = read_bytes(case["text"].replace("→", "\t").encode(), "case.txt")
    tables, prose = take_tables(source)
    assert len(tables) == len(case["tables"])
    for table, expected in zip(tables, case["tables"], strict=True):
        assert expected
        assert set(expected) <= {"cells", "caption", "kind", "unit", "note", "codes", "units"}
        if "cells" in expected:
            read = [[" > ".join(c.row_path), c.column_label, c.text] for c in table.cells]
            assert read == expected["cells"]
        for name in ("caption", "kind", "unit", "note"):
            if name in expected:
                assert getattr(table, name) == expected[name]
        if "codes" in expected:
            assert list(dict.fromkeys(c.code for c in table.cells)) == expected["codes"]
        if "units" in expected:
            assert [c.figure.unit for c in table.cells] == expected["units"]
        assert all(source.text[c.start : c.end] == c.text for c in table.cells)
    if "prose" in case:
        assert [line.piece.text for line in prose] == case["prose"]


def test_ids_count_up():
    source = read_bytes("甲表\n项目\t金额\n合计\t1.00\n\n一、说明。\n\n乙表\n项目\t金额\n合计\t2.00\n".encode(), "case.txt")
    assert [table.id for table in take_tables(source)[0]] == ["t01", "t02"]


def test_labels_that_do_not_fit_under_their_merged_cell_break_nothing():
    rows = [["", "项目支出", "人员经费"], ["人员经费", "", "公用经费", "基本支出"]]
    assert len(column_paths(rows, 4, 2, repair=True)) == 4


def test_the_only_row_of_a_sideways_table_is_called_what_stands_over_most_columns():
    header = (
        "2024年“三公”经费预算数\t2024年“三公”经费预算数\t2024年“三公”经费预算数\t机关运行经费预算数\n合计\t因公出国（境）费\t公务接待费\t\n"
    )
    source = read_bytes(f"“三公”经费和机关运行经费预算表\n单位：万元\n{header}1.35\t0\t1.35\t9.00\n".encode(), "case.txt")
    (table,) = take_tables(source)[0]
    assert [table.row_label_of(cell) for cell in table.cells] == ["2024年“三公”经费预算数"] * 3 + [""]
    assert [cell.row_label for cell in table.cells] == [""] * 4
