"""Reasons beside the document's own lists, by the named cases of tests/cases/explanation."""

import tomllib
from pathlib import Path

import pytest

from explain_check.pipeline import check_text

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "explanation"
CASES = [
    pytest.param(case, id=f"{path.stem}-{name}")
    for path in sorted(FOLDER.glob("*.toml"))
    for name, case in tomllib.loads(path.read_text(encoding="utf-8")).items()
]
CODES = ("EC410", "EC411", "EC412")


@pytest.mark.parametrize("case", CASES)
def test_codes(case):
    found = check_text("某市某中心2024年部门预算\n" + case["text"]).findings
    assert sorted({finding.rule for finding in found} & set(CODES)) == case["codes"]
