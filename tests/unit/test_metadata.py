"""What a document says of itself, case by case: body, year and kind, and the headings of its prose."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

FOLDER = Path(__file__).parents[1] / "cases/metadata"
TEXT = "\n一、收支情况\n2024年收入总计100.00万元，支出总计100.00万元。\n"
SHOWN = 5


def cases(name: str) -> list:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", cases("titles"), ids=lambda case: case["name"])
def test_titles(case):
    document = check_text(case["text"] + TEXT).document
    assert [document.entity, document.year, document.kind] == case["want"]


@pytest.mark.parametrize("case", cases("sections"), ids=lambda case: case["name"])
def test_sections(case):
    sections = check_text(case["text"].lstrip()).document.sections
    assert [[section.heading, [passage.text[:SHOWN] for passage in section.passages]] for section in sections] == case["want"]
