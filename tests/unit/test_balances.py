"""Sums within and between tables, and among change statements, case by case."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

WATCHED = {"balances": ("EC201", "EC202", "EC301", "EC302", "EC303", "EC304", "EC305", "EC909"), "change_sums": ("EC101", "EC108", "EC120")}
CASES = [
    pytest.param(case, rules, id=f"{folder}-{case['name']}")
    for folder, rules in WATCHED.items()
    for path in sorted((Path(__file__).parents[1] / "cases" / folder).glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("case", "rules"), CASES)
def test_sums(case: dict, rules: tuple[str, ...]) -> None:
    found = [finding for finding in check_text(case["text"]).findings if finding.rule in rules]
    told = [[f.rule, f.severity.value, f.stated or "", f.computed or "", f.diagnosis.kind if f.diagnosis else ""] for f in found]
    assert told == case["want"]
    for finding, words in zip(found, case.get("says", ()), strict=False):
        assert words in finding.message
