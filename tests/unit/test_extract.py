"""What is read out of sentences, by the named cases of tests/cases/extract."""

import tomllib
from pathlib import Path

import pytest

from explain_check.model.claim import ChangeClaim, Claim, ExecutionClaim, LevelClaim, Printed, ShareClaim
from explain_check.model.finding import Severity
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim
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
    claims = [
        claim
        for claim in check_text(case.get("title", TITLE) + "\n\n" + case["text"]).claims
        if isinstance(claim, ChangeClaim | ExecutionClaim)
    ]
    assert [[claim.subject, "".join(claim.reason.text.split())] for claim in claims] == case["reasons"]


def show_change(claim: ChangeClaim) -> list[object]:
    sign = {"increase": "+", "decrease": "-"}.get(claim.direction.value, "")
    current, change, rate = (printed and str(printed.figure.value) for printed in (claim.current, claim.amount, claim.rate))
    return [claim.subject, current or "-", f"{sign}{change}" if change else "-", rate or "-", claim.base.year]


def show_execution(claim: ExecutionClaim) -> list[str]:
    return [claim.subject, *(str(printed.figure.value) if printed else "-" for printed in (claim.actual, claim.budget, claim.rate))]


@pytest.mark.parametrize("case", cases("statements"))
def test_statements(case: dict) -> None:
    checked = check_text(f"{case.get('title', TITLE.strip())}\n\n{case['text']}")
    changes = [claim for claim in checked.claims if isinstance(claim, ChangeClaim)]
    # TOML has no word for a year that is not known
    assert [[each for each in show_change(claim) if each is not None] for claim in changes] == case["statements"]
    directions = [claim.direction.value for claim in changes]
    assert directions == case.get("directions", directions)
    executions = [show_execution(claim) for claim in checked.claims if isinstance(claim, ExecutionClaim)]
    assert executions == case.get("executions", executions)
    assert (
        sorted(f"{each.rule} {each.severity.value}" for each in checked.findings if each.severity is not Severity.INFO) == case["findings"]
    )


def text_of(printed: Printed | None) -> str:
    return "-" if printed is None else printed.figure.text


def show_claim(claim: Claim) -> str:
    """A claim in a line: 公务接待费 3万元 | 公务接待费 3万元 +1万元 50% 2023 | 项目支出 占20%: 总支出 | 公务接待费 4万元/5万元 80%."""
    match claim:
        case LevelClaim():
            return f"{claim.subject} {text_of(claim.current)}"
        case ChangeClaim():
            sign = {"increase": "+", "decrease": "-"}.get(claim.direction.value, "=")
            moved = f"{sign}{text_of(claim.amount)} {text_of(claim.rate)} {claim.base.year}"
            return " ".join((claim.subject, text_of(claim.current), moved, "".join(claim.reason.text.split()))).rstrip()
        case ShareClaim():
            return f"{claim.subject} 占{text_of(claim.share)}: {claim.whole_subject}"
        case ExecutionClaim():
            shown = (f"{text_of(claim.actual)}/{text_of(claim.budget)}", text_of(claim.rate), text_of(claim.difference))
            return " ".join((claim.subject, *shown))
        case _:
            return type(claim).__name__


@pytest.mark.parametrize("case", cases("rows") + cases("turns") + cases("marks"))
def test_all_claims_of_a_text(case: dict) -> None:
    checked = check_text(f"{case.get('title', TITLE.strip())}\n\n{case['text']}")
    assert [show_claim(claim) for claim in checked.claims] == case["claims"]
    wrong = [f"{finding.rule} {finding.severity.value}" for finding in checked.findings if finding.severity is not Severity.INFO]
    assert wrong == case.get("findings", [])


def show_sum(claim: SumClaim) -> dict[str, object]:
    parts = [part.printed.figure.text for part in claim.parts]
    return {"whole": claim.whole.printed.figure.text, "parts": parts, "closure": claim.closure.value, "fits": claim.fits}


@pytest.mark.parametrize("case", cases("sums"))
def test_sums(case: dict) -> None:
    assert [show_sum(claim) for claim in found(case["text"], SumClaim)] == case["sums"]


def show_product(claim: ProductClaim) -> dict[str, object]:
    terms = [[factor.figure.text for factor in term.factors] for term in claim.terms]
    signed = [[f"-{factors[0]}", *factors[1:]] if term.sign < 0 else factors for term, factors in zip(claim.terms, terms, strict=True)]
    months = {"months": claim.months} if claim.months > 1 else {}
    result = {"result": claim.result.printed.figure.text, "closure": claim.closure.value, "fits": claim.fits}
    return {"terms": signed, **months, **result}


@pytest.mark.parametrize("case", cases("products"))
def test_products(case: dict) -> None:
    assert [show_product(claim) for claim in found(case["text"], ProductClaim)] == case["products"]


COMPOSED = ("EC106", "EC107", "EC111", "EC113", "EC114", "EC115", "EC116", "EC331", "EC332")


@pytest.mark.parametrize("case", cases("honest"))
def test_honest_sentences_are_never_called_wrong(case: dict) -> None:
    found = check_text(TITLE + case["text"]).findings
    assert [(finding.rule, finding.message) for finding in found if finding.rule in COMPOSED] == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("基本支出200.00万元，占支出合计的80.00%，比上年减少10.00万元，下降4.76%。", "80.00"),
        ("基本支出200.00万元，占支出合计的80.00%。比上年减少10.00万元，下降4.76%。", "80.00"),
        ("基本支出200.00万元，占支出合计的80.00%。与上年相比，基本支出减少10.00万元，下降4.76%。", None),
    ],
)
def test_a_share_belongs_to_the_statement_that_prints_it(text, share):
    (claim,) = found(text, ChangeClaim)
    assert (claim.share and str(claim.share.figure.value)) == share
