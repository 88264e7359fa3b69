"""What a change statement implies, by the named cases of tests/cases/recompute."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from explain_check.model.claim import Base, BaseKind, ChangeClaim, Direction, Printed, Reason
from explain_check.model.figure import Bound, Figure
from explain_check.model.text import Location, Place
from explain_check.reconcile.recompute import could_be_true, diagnose_rate, recompute_change

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "recompute"
CASES = [
    pytest.param(case, id=f"{path.stem}-{name}")
    for path in sorted(FOLDER.glob("*.toml"))
    for name, case in tomllib.loads(path.read_text(encoding="utf-8")).items()
]
PLACE = Place(quote="", location=Location(section="", page=None, start=0, end=0))


def read_figure(text: str, unit: str) -> Figure:
    number, _, own = text.partition(" ")
    bound = Bound.ABOUT if number.startswith("约") else Bound.EXACT
    value = Decimal(number.removeprefix("约"))
    return Figure(value=value, unit=own or unit, text=text, decimals=max(-int(value.as_tuple().exponent), 0), bound=bound)


def make_claim(case: dict[str, str]) -> ChangeClaim:
    def printed(key: str, unit: str) -> Printed | None:
        return Printed(figure=read_figure(case[key], unit), place=PLACE) if key in case else None

    return ChangeClaim(
        id="c01",
        subject="基本支出",
        account="基本支出",
        scope="",
        unit="万元",
        current=printed("current", "万元"),
        current_in_statement=True,
        share=None,
        base=Base(text="上年预算", year=2023, kind=BaseKind.BUDGET),
        base_printed=True,
        direction=Direction(case["direction"]),
        amount=printed("amount", "万元"),
        rate=printed("rate", "%"),
        stated_prior=printed("stated_prior", "万元"),
        words=(),
        reason=Reason(text="", connector="", place=None, flags=tuple(case.get("flags", "").split())),
        place=PLACE,
    )


@pytest.mark.parametrize("case", CASES)
def test_what_a_change_implies(case: dict[str, str]) -> None:
    claim = make_claim(case)
    found = recompute_change(claim)
    interval = found.prior_interval
    assert {
        "prior": None if found.prior is None else str(found.prior),
        "rate": None if found.rate is None else str(found.rate),
        "verdict": found.verdict.value,
    } == {"prior": case.get("prior"), "rate": case.get("recomputed"), "verdict": case["verdict"]}
    if "low" in case:
        assert interval is not None
        assert (interval.low, interval.high) == (Decimal(case["low"]), Decimal(case["high"]))
    if "slip" in case:
        diagnosis = diagnose_rate(claim)
        assert diagnosis is not None
        assert diagnosis.kind == case["slip"]
        assert diagnosis.correction == (Decimal(case["correction"]) if "correction" in case else None)
    if {"current", "amount", "rate"} <= case.keys() and "possible" in case:
        assert could_be_true(claim.current.figure, claim.amount.figure, claim.rate.figure, claim.direction) is case["possible"]
