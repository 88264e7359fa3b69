"""What is said of words that stand in several places, by the named cases of tests/cases/wording."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

CASES = tomllib.loads((Path(__file__).resolve().parents[1] / "cases" / "wording" / "copies.toml").read_text(encoding="utf-8"))
TITLE = "某县某单位2024年部门预算\n\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=key) for key, case in CASES.items()])
def test_copies(case: dict) -> None:
    found = [finding for finding in check_text(TITLE + case["text"]).findings if finding.rule.startswith("EC6")]
    assert [f"{finding.rule} {finding.stated} {len(finding.evidence)}" for finding in found] == case["findings"]
