"""Every string of tests/cases/numerals gives exactly the figures it names."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from explain_check.model.figure import Bound
from explain_check.numerals import read_cell, read_figure, read_mentions

CASES = Path(__file__).parents[1] / "cases" / "numerals"


def load_cases() -> list[dict[str, Any]]:
    return [case for path in sorted(CASES.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def test_case_names_are_unique():
    names = [case["name"] for case in load_cases()]
    assert len(names) == len(set(names)) >= 320


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case["name"])
def test_text_gives_its_figures(case: dict[str, Any]):
    mentions = list(read_mentions(case["text"], bare=case.get("bare", False)))
    assert [(m.figure.value, m.figure.unit) for m in mentions] == [(Decimal(value), unit) for value, unit in case["expect"]]
    assert all(m.figure.bound is Bound(case.get("bound", "exact")) for m in mentions)
    assert all(case["text"][m.start : m.end] == m.figure.text for m in mentions)


@pytest.mark.parametrize(
    ("text", "unit", "value", "named", "decimals"),
    [
        ("4,405.73", "万元", "4405.73", "万元", 2),
        ("-124.68", "万元", "-124.68", "万元", 2),
        ("177480", "元", "177480", "元", 0),
        ("0.00", "元", "0", "元", 2),
        ("12.5%", "万元", "12.5", "%", 1),
        (" １２．５ ", "元", "12.5", "元", 1),
        ("4,40\n5.73", "万元", "4405.73", "万元", 2),
        ("3万元", "元", "3", "万元", 0),
    ],
)
def test_cell_gives_its_number(text: str, unit: str, value: str, named: str, decimals: int):
    figure = read_cell(text, unit)
    assert figure is not None
    assert (figure.value, figure.unit, figure.decimals) == (Decimal(value), named, decimals)


NO_CELLS = ["", " ", "-", "--", "—", "合计", "12,34", "05.73", "1 234", "(124.68)", "1.2.3", "5.", ".5", "44\n5.73", "1.2E+3", "±3"]


@pytest.mark.parametrize("text", NO_CELLS)
def test_cell_without_number_is_none(text: str):
    assert read_cell(text, "万元") is None


@pytest.mark.parametrize("text", ["3.5万元", "约3.5万元", "3.5万元左右", " 3.5万元 "])
def test_whole_string_is_a_figure(text: str):
    figure = read_figure(text)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal("3.5"), "万元")


@pytest.mark.parametrize("text", ["", "3.5", "支出3.5万元", "3.5万元。", "3万元5人", "3-5万元", "万元"])
def test_other_strings_are_no_figure(text: str):
    assert read_figure(text) is None


@pytest.mark.parametrize(("text", "decimals"), [("3万亿元", -4), ("1.2万人", -3), ("3048.31万元", 2), ("十二万五千元", 0), ("3十万元", -1)])
def test_decimals_are_those_printed(text: str, decimals: int):
    figure = read_figure(text)
    assert figure is not None
    assert figure.decimals == decimals
