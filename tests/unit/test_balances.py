"""Sums within and between tables, case by case."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

CASES = [
    pytest.param(case, id=case["name"])
    for path in sorted((Path(__file__).parents[1] / "cases" / "balances").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES)
def test_sums_of_tables(case: dict) -> None:
    found = [finding for finding in check_text(case["text"]).findings if finding.rule.startswith("EC30")]
    told = [[f.rule, f.severity.value, f.stated, f.computed, f.diagnosis.kind if f.diagnosis else ""] for f in found]
    assert told == case["want"]
