"""What a stated reason says and how well, by the named cases of tests/cases/reasons."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from explain_check.model.claim import Base, BaseKind, ChangeClaim, Direction, ExecutionClaim, Printed, Reason
from explain_check.model.figure import Figure
from explain_check.model.text import Location, Place
from explain_check.reasons import classify_reason, explain_reasons, flag_reason

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "reasons"
CASES = [
    pytest.param(case, id=f"{path.stem}-{name}")
    for path in sorted(FOLDER.glob("*.toml"))
    for name, case in tomllib.loads(path.read_text(encoding="utf-8")).items()
]


@pytest.mark.parametrize("case", CASES)
def test_a_reason(case):
    direction = Direction(case["direction"])
    categories = classify_reason(case["reason"], case["subject"], direction, from_nothing=case.get("from_nothing", False))
    assert [category.id for category in categories] == case["categories"]
    assert list(flag_reason(case["reason"], case["subject"], direction, categories, Decimal(5))) == case["flags"]
    assert all(category.quote in case["reason"] for category in categories)


def test_there_are_cases():
    assert len(CASES) >= 400


def test_a_quote_keeps_the_line_break_of_the_text():
    (category,) = classify_reason("因厉行\n  节约", "公务接待费", Direction.DECREASE)
    assert category.quote == "厉行\n  节约"
    assert category.effect == "decrease"


def make_place(section: str, start: int) -> Place:
    return Place(quote="", location=Location(section=section, page=None, start=start, end=start + 1))


def make_printed(value: str) -> Printed:
    return Printed(figure=Figure(value=Decimal(value), unit="万元", text=value, decimals=2), place=make_place("", 0))


def make_change(
    subject: str, amount: str | None, reason: str, *, start: int, direction: str = "decrease", connector: str = ""
) -> ChangeClaim:
    place = make_place("三公", start)
    return ChangeClaim(
        id=str(start), subject=subject, account=subject, scope="", unit="万元", current=make_printed("5.00"), current_in_statement=True,
        share=None, base=Base(text="", year=None, kind=BaseKind.UNSPECIFIED), base_printed=True, direction=Direction(direction),
        amount=make_printed(amount) if amount else None, rate=None, stated_prior=None, words=(), place=place,
        reason=Reason(text=reason, connector=connector, place=place if reason else None),
    )  # fmt: skip


def make_execution(budget: str | None, actual: str, comparison: str | None, *, rate: str | None = None, quote: str = "") -> ExecutionClaim:
    place = replace(make_place("执行", 0), quote=quote)
    return ExecutionClaim(
        id="e", subject="行政运行", account="行政运行", unit="万元", budget=make_printed(budget) if budget else None, budget_kind="",
        actual=make_printed(actual), rate=make_printed(rate) if rate else None, comparison=comparison,
        reason=Reason(text="", connector="", place=None), place=place,
    )  # fmt: skip


def flags_of(*claims):
    return [claim.reason.flags for claim in explain_reasons(claims)]


def test_a_change_without_a_reason_misses_it():
    assert flags_of(make_change("公务接待费", "1.00", "", start=1)) == [("missing",)]


@pytest.mark.parametrize(
    "claim",
    [
        make_change("公务接待费", "0.00", "", start=1),
        make_change("公务接待费", None, "", start=1, direction="unchanged"),
        make_change("公务接待费", "1.00", "", start=1, connector="主要原因是"),
        make_execution("5.00", "5.00", "equal"),
        make_execution("5.00", "5.00", "equal", rate="100", quote="决算数与预算数持平"),
    ],
)
def test_nothing_is_missing(claim):
    assert flags_of(claim) == [()]


@pytest.mark.parametrize(
    "claim",
    [
        make_execution("5.00", "4.00", "less"),
        make_execution(None, "4.00", None, rate="80.00"),
        make_execution(None, "0.00", None, rate="0"),
        make_execution("5.00", "5.00", "equal", quote="决算数与预算数基本持平"),
    ],
)
def test_an_execution_that_is_not_its_budget_misses_its_reason(claim):
    assert flags_of(claim) == [("missing",)]


def test_a_total_whose_parts_carry_reasons_misses_none():
    total = make_change("“三公”经费", "1.00", "", start=1)
    part = make_change("公务接待费", "1.00", "接待批次减少", start=2)
    other = make_change("公务用车运行维护费", None, "", start=3, direction="unchanged")
    assert flags_of(total, part)[0] == ()
    assert flags_of(total, part, other)[0] == ("missing",)


def test_a_fund_may_rest_on_the_reason_of_all_funds_that_moved_as_it_did():
    fund = make_change("政府性基金拨款支出", "3.00", "", start=1)
    grants = make_change("财政拨款支出", "1.00", "道路改造项目完工", start=20)
    up = make_change("财政拨款支出", "1.00", "道路改造项目增加", start=20, direction="increase")
    assert explain_reasons([fund, grants])[0].reason.is_elsewhere
    assert not explain_reasons([fund, up])[0].reason.is_elsewhere


def test_a_reason_that_names_a_part_rests_on_the_part_where_that_has_a_cause():
    whole = make_change("“三公”经费", "1.00", "公务接待费减少", start=1)
    part = make_change("公务接待费", "1.00", "来访批次减少", start=20)
    told, _ = explain_reasons([whole, part])
    assert told.reason.flags == ()
    (untold,) = explain_reasons([whole])
    assert untold.reason.flags == ("circular",)
    assert untold.reason.names_part


def test_one_sentence_for_two_items_is_boilerplate():
    sentence = "认真落实中央八项规定精神，压缩开支"
    first = make_change("公务接待费", "1.00", sentence, start=1)
    second = make_change("公务用车运行维护费", "1.00", sentence, start=2)
    assert flags_of(first, second) == [("boilerplate",), ("boilerplate",)]
    assert flags_of(first, make_change("公务用车运行维护费", "1.00", "报废车辆", start=2)) == [(), ()]


def test_a_change_told_again_rests_on_the_reason_before_it():
    before = make_change("车辆费用", "2.00", "核增车辆编制", start=1)
    other = make_change("公务用车运行维护费", None, "", start=20)
    again, more = (replace(other, rate=make_printed("30.00"), stated_prior=make_printed(prior)) for prior in ("7.00", "8.00"))
    assert flags_of(before, again)[1] == ()
    assert flags_of(before, more)[1] == ("missing",)
    assert flags_of(again, before)[0] == ("missing",)
