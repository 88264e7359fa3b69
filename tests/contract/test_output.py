"""The JSON report keeps to the contract ``explain-check/1`` and is the same from run to run."""

import json
import re
from pathlib import Path

import pytest

from explain_check.pipeline import check_document, check_text
from explain_check.report.contract import report_of

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted(path for path in (ROOT / "corpus").glob("*") if path.suffix in (".txt", ".md") and path.stem[:3].isdigit())[:12]
DECIMAL = re.compile(r"-?\d+(\.\d+)?")
UNSIGNED = re.compile(r"\d+(\.\d+)?")
SEVERITIES = {"error", "warning", "info"}
VERDICTS = {"consistent", "rounding", "inconsistent", "not_checkable"}
FLAGS = {"circular", "vague", "direction_conflict", "wrong_subject", "boilerplate", "missing"}
EXAMPLE = """某市某中心2024年部门预算

一、部门预算收支总体情况说明
2024年支出预算200.00万元，比上年预算增加100.00万元，增长50.00%，主要原因是新招录工作人员10名，工资福利支出增加。
基本支出150.00万元，占75.00%；项目支出50.00万元，占25.00%。
“三公”经费年初预算为10.00万元，支出决算为5.00万元，完成年初预算的50.00%。
在职人员95人，比上年减少3人；涉密项目1个，涉及预算资金17.00万元。
资金用于：聘用保安6人，每人每月3200元，发放12个月，共计23.04万元；印刷费3.20万元，会议费1.80万元，合计5.00万元。
"""


@pytest.fixture(scope="module", params=["example", *CORPUS], ids=lambda value: value if isinstance(value, str) else value.stem)
def pair(request):
    """A report with the text that was read."""
    checked = check_text(EXAMPLE) if request.param == "example" else check_document(request.param)
    return json.loads(json.dumps(report_of(checked))), checked.document.source.text


@pytest.fixture
def report(pair):
    return pair[0]


def changes(report):
    return [claim for claim in report["claims"] if claim["kind"] == "change"]


def matches(pattern, value):
    return value is None or bool(isinstance(value, str) and pattern.fullmatch(value))


def test_the_report_has_its_parts(report):
    assert report["schema"] == "explain-check/1"
    assert set(report["tool"]) == {"name", "version"}
    assert {"tables", "claims", "findings", "summary"} <= set(report)
    document = report["document"]
    assert {"source", "sha256", "entity", "year", "kind", "unit"} <= set(document)
    assert re.fullmatch(r"[0-9a-f]{64}", document["sha256"])
    assert document["year"] is None or isinstance(document["year"], int)


def test_tables_have_their_fields(report):
    for table in report["tables"]:
        assert {"id", "caption", "kind", "unit", "rows", "columns"} <= set(table)
        assert isinstance(table["rows"], int)
    assert len({table["id"] for table in report["tables"]}) == len(report["tables"])


def test_everything_found_has_quote_and_location(pair):
    report, text = pair
    for part in [*report["claims"], *report["findings"], *(place for finding in report["findings"] for place in finding["evidence"])]:
        assert isinstance(part["quote"], str)
        location = part["location"]
        assert set(location) == {"section", "page", "start", "end"}
        assert 0 <= location["start"] <= location["end"] <= len(text)


def test_quotes_stand_in_the_text(pair):
    report, text = pair
    for claim in report["claims"]:
        printed = text[claim["location"]["start"] : claim["location"]["end"]]
        assert re.sub(r"\s", "", claim["quote"])[:6] == re.sub(r"\s|<[^>]*>|\*\*", "", printed)[:6]


def test_change_claims_have_every_field(report):
    fields = {"id", "subject", "unit", "current", "delta", "direction", "rate", "share", "base", "base_year", "base_kind", "prior"}
    for claim in changes(report):
        assert fields | {"rate_recomputed", "verdict", "cells", "reason"} <= set(claim)
        assert claim["direction"] in {"increase", "decrease", "unchanged"}
        assert claim["base_kind"] in {"budget", "execution", "final_accounts", "unspecified"}
        assert claim["verdict"] in VERDICTS
        assert all(matches(DECIMAL, claim[name]) for name in ("current", "share", "rate_recomputed"))
        assert all(matches(UNSIGNED, claim[name]) for name in ("delta", "rate"))
        for cell in claim["cells"]:
            assert set(cell) == {"table", "row", "column", "value"}
    assert len({claim["id"] for claim in report["claims"]}) == len(report["claims"])


def test_counts_sums_and_products_have_their_fields(pair):
    report, _ = pair
    place = {"id", "quote", "location", "subject", "unit"}
    for claim in report["claims"]:
        if claim["kind"] == "count":
            assert place | {"sort", "year", "current"} <= set(claim)
            assert ("delta" in claim) == (claim.get("direction") in {"increase", "decrease", "unchanged"})
            assert all(matches(DECIMAL, claim.get(name)) for name in ("current", "delta", "amount"))
        if claim["kind"] == "sum":
            assert place | {"current", "parts", "computed", "complete", "verdict"} <= set(claim)
            assert all(set(part) == {"subject", "amount"} and DECIMAL.fullmatch(part["amount"]) for part in claim["parts"])
        if claim["kind"] == "product":
            assert place | {"current", "terms", "months", "computed", "complete", "verdict"} <= set(claim)
            assert all(DECIMAL.fullmatch(factor["value"]) for term in claim["terms"] for factor in term["factors"])
        if claim["kind"] in ("sum", "product"):
            assert DECIMAL.fullmatch(claim["computed"])
            assert claim["verdict"] in VERDICTS


def test_the_example_holds_every_kind_of_claim():
    kinds = {claim["kind"] for claim in report_of(check_text(EXAMPLE))["claims"]}
    assert kinds == {"change", "level", "share", "sum", "product", "count", "execution"}


def test_priors_lie_in_their_intervals(report):
    for claim in changes(report):
        prior = claim["prior"]
        assert prior is None or {"value", "low", "high"} <= set(prior)
        assert prior is None or all(matches(DECIMAL, prior[name]) for name in ("value", "low", "high"))


def test_reasons_have_their_fields(report):
    for claim in report["claims"]:
        if claim["kind"] not in ("change", "execution"):
            continue
        reason = claim["reason"]
        assert {"text", "categories", "items", "flags"} <= set(reason)
        assert set(reason["flags"]) <= FLAGS
        assert all(set(category) == {"id", "quote", "effect"} for category in reason["categories"])
        assert all(set(item) == {"text", "amount", "direction"} and matches(DECIMAL, item["amount"]) for item in reason["items"])


def test_executions_have_their_fields(report):
    for claim in report["claims"]:
        if claim["kind"] == "execution":
            assert {"budget", "budget_kind", "current", "rate", "comparison", "reason", "verdict"} <= set(claim)
            assert claim["comparison"] in {"greater", "less", "equal", None}
            assert all(matches(DECIMAL, claim[name]) for name in ("budget", "current", "rate"))


def test_findings_have_their_fields(report):
    for finding in report["findings"]:
        assert {"rule", "severity", "claim", "stated", "computed", "message", "diagnosis", "evidence"} <= set(finding)
        assert re.fullmatch(r"EC\d{3}", finding["rule"])
        assert finding["severity"] in SEVERITIES
        assert finding["message"]
        assert finding["diagnosis"] is None or {"kind", "message"} <= set(finding["diagnosis"])
        assert finding["claim"] is None or finding["claim"] in {claim["id"] for claim in report["claims"]}


def test_the_summary_adds_up(report):
    summary = report["summary"]
    assert summary["claims"] == sum(summary[verdict] for verdict in VERDICTS) == len(changes(report))
    assert 0 <= summary["figures_checked"] <= summary["figures"]
    assert set(summary["findings"]) == SEVERITIES
    assert sum(summary["findings"].values()) == len(report["findings"])


def test_no_float_anywhere(report):
    def refuse(text):
        raise AssertionError(f"a binary float: {text}")

    json.loads(json.dumps(report), parse_float=refuse)


def test_two_runs_give_the_same_bytes():
    first, second = (json.dumps(report_of(check_text(EXAMPLE)), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_the_planted_mistake_is_found():
    report = report_of(check_text(EXAMPLE))
    assert any(finding["rule"] == "EC101" and finding["severity"] == "error" for finding in report["findings"])
