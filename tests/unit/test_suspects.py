"""Which figure the findings name where several rules meet."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

CASES = [
    pytest.param(case, id=case["name"])
    for path in sorted((Path(__file__).parents[1] / "cases" / "suspects").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES)
def test_the_figure_named(case: dict) -> None:
    findings = check_text(case["text"]).findings
    assert {finding.rule: finding.diagnosis.message for finding in findings if finding.diagnosis} == case["want"]
