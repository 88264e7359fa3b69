"""What a document says of itself: body, year and kind, case by case."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/metadata/titles.toml").read_text(encoding="utf-8"))["case"]
TEXT = "\n一、收支情况\n2024年收入总计100.00万元，支出总计100.00万元。\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_titles(case):
    document = check_text(case["text"] + TEXT).document
    assert [document.entity, document.year, document.kind] == case["want"]
