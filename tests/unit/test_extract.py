"""What is read out of sentences, by the named cases of tests/cases/extract."""

import tomllib
from pathlib import Path

import pytest

from explain_check.model.claim import ChangeClaim, ExecutionClaim
from explain_check.model.quantity import CountClaim
from explain_check.pipeline import check_text

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "extract"
TITLE = "某县某单位2024年部门预算\n\n"


def cases(name: str) -> list:
    loaded = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=key) for key, case in loaded.items()]


def found(text: str, kind: type) -> list:
    return [claim for claim in check_text(TITLE + text).claims if isinstance(claim, kind)]


def show_count(claim: CountClaim) -> dict[str, object]:
    shown = {
        "subject": claim.subject,
        "sort": claim.sort,
        "unit": claim.unit,
        "current": claim.current and str(claim.current.figure.value),
        "delta": claim.amount and str(claim.amount.figure.value),
        "direction": claim.direction and claim.direction.value,
        "money": claim.money and claim.money.figure.text,
        "threshold": claim.threshold and claim.threshold.figure.text,
        "year": claim.year,
    }
    return {key: value for key, value in shown.items() if value is not None}


@pytest.mark.parametrize("case", cases("counts"))
def test_counts(case: dict) -> None:
    assert [show_count(claim) for claim in found(case["text"], CountClaim)] == case["counts"]


@pytest.mark.parametrize("case", cases("reasons"))
def test_reasons(case: dict) -> None:
    claims = found(case["text"], ChangeClaim | ExecutionClaim)
    assert [[claim.subject, "".join(claim.reason.text.split())] for claim in claims] == case["reasons"]
