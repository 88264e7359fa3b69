"""Years: what the corpus' consecutive disclosures say of each other, and that a planted break between them is found."""

import json
import re
import tomllib
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from explain_check.model.finding import Outcome, Severity
from explain_check.model.years import PriorCase
from explain_check.pipeline import check_document, check_text, check_years, year_record
from explain_check.pipeline.judging import judge_cases
from explain_check.pipeline.year_cases import year_cases

CORPUS = Path(__file__).parents[2] / "corpus"
BESIDE = Path(__file__).parents[3] / "shared"
ENTRIES = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["documents"]
SERIES = [list(entries) for name, entries in groupby(ENTRIES, key=lambda entry: entry["series"]) if name]
PAIRS = [pair for series in SERIES for pair in pairwise(series)]
each_pair = pytest.mark.parametrize(("last", "this"), PAIRS, ids=lambda entry: entry["file"][:3])
#: Every how many amounts one gets a wrong digit.
STRIDE = 5


@cache
def checked(file):
    return check_document(CORPUS / file)


def breaks(this, earlier):
    """Return the accounts whose earlier amount is reported."""
    found = check_years(this, [year_record(other) for other in earlier]).findings
    return {finding.claim: finding for finding in found if finding.rule == "EC502"}


def known_breaks(last, this):
    """Return the breaks that the annotation of a document tells beside last year's: rule and quote, blanks left out."""
    gold = json.loads((CORPUS / this["gold"]).read_text(encoding="utf-8"))
    return {
        (known["rule"], squeeze(quote))
        for known in gold.get("year_findings", [])
        if known["last"] == last["file"]
        for quote in known["quotes"]
    }


def squeeze(text):
    return re.sub(r"\s+", "", text)


@each_pair
def test_years_that_connect_show_the_annotated_breaks_and_no_other(last, this):
    findings = check_years(checked(this["file"]), [year_record(checked(last["file"]))]).findings
    told = [finding for finding in findings if finding.rule in ("EC502", "EC503")]
    known = known_breaks(last, this)
    assert len(told) == len(known)
    assert all(
        any((f.rule == rule and squeeze(f.place.quote) in quote) or quote in squeeze(f.place.quote) for rule, quote in known) for f in told
    )
    assert all(finding.severity is Severity.ERROR for finding in told)


def test_a_break_between_years_is_planted():
    assert sum(len(known_breaks(*pair)) for pair in PAIRS) >= 1


@each_pair
def test_most_statements_are_compared(last, this):
    cases = year_cases(year_record(checked(this["file"])), [year_record(checked(last["file"]))])
    asked = [judgement for judgement in judge_cases(cases) if isinstance(judgement.case, PriorCase)]
    passed = [judgement for judgement in asked if judgement.verdict.outcome is Outcome.PASS]
    assert len(passed) >= 0.9 * len(asked) > 15


@each_pair
def test_every_planted_break_is_found_and_nothing_else(last, this):
    own, earlier = checked(this["file"]), checked(last["file"])
    comparable = [
        judgement.case
        for judgement in judge_cases(year_cases(year_record(own), [year_record(earlier)]))
        if isinstance(judgement.case, PriorCase) and judgement.verdict.outcome is Outcome.PASS and judgement.case.statement.implied
    ]
    known = set(breaks(own, [earlier]))
    for offset in range(0, len(comparable), STRIDE):
        case = comparable[offset]
        printed = case.printed[0].figure.text
        wrong = planted(printed)
        text = re.sub(rf"(?<![\d,.]){re.escape(number(printed))}", number(wrong), earlier.document.source.text)
        concerned = {
            other.statement.claim for other in comparable if number(printed) in {number(fact.figure.text) for fact in other.printed}
        }
        found = breaks(own, [check_text(text)])
        assert set(found) == concerned | known, (printed, wrong)
        assert all(finding.severity in (Severity.ERROR, Severity.WARNING) for finding in found.values())


def number(printed):
    return printed.removesuffix("万元").strip()


def planted(printed):
    """Return an amount as printed (1,119.43 万元) with its third digit from the end raised by four."""
    digits = [i for i, char in enumerate(printed) if char.isdigit()]
    at = digits[-3]
    return printed[:at] + str((int(printed[at]) + 4) % 10) + printed[at + 1 :]


@pytest.mark.parametrize("known", sorted(BESIDE.glob("gold/years_*.json")), ids=lambda path: path.stem)
def test_the_years_beside_the_project_agree(known):
    """The documents beside the project are used where they are there."""
    pairs = json.loads(known.read_text(encoding="utf-8"))
    last, this = (check_document(next(BESIDE.glob(f"documents/{pairs[0][side]}*"))) for side in ("last", "this"))
    judged = [j for j in judge_cases(year_cases(year_record(this), [year_record(last)])) if isinstance(j.case, PriorCase)]
    passed = {j.case.statement.account: j.case.statement for j in judged if j.verdict.outcome is Outcome.PASS}
    assert len(passed) == sum(pair["comparable"] and pair["agree"] for pair in pairs)
    assert {statement.implied for statement in passed.values()} == {
        Decimal(pair["implied_or_stated_prior"]) * 10_000 for pair in pairs if pair["comparable"]
    }
    assert [j.verdict.message for j in judged if j.verdict.outcome is Outcome.FAIL] == []


def test_a_slip_in_an_amount_that_several_statements_share_counts_once():
    """Three statements of 006 speak of 1,525.04 and say no basis: that it differs is one difference, the others tell what is meant."""
    last, this = checked("005_linxi-court-2023.md"), checked("006_linxi-court-2024.md")
    text = last.document.source.text.replace("1,525.04", "1,529.04").replace("49.75", "47.95")
    found = [(finding.severity, finding.message) for finding in breaks(this, [check_text(text)]).values()]
    for amount, times in (("1529.04", 3), ("47.95", 1)):
        assert [severity for severity, message in found if amount in message] == [Severity.WARNING] * times
