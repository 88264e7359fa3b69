"""An honest rounding is never an error; a slip outside the interval always is."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from explain_check.model.case import ChangeCase
from explain_check.model.claim import Base, BaseKind, ChangeClaim, ClaimVerdict, Direction, Printed, Reason, ShareClaim
from explain_check.model.figure import Figure
from explain_check.model.finding import Outcome, Severity, Verdict
from explain_check.model.text import Location, Place
from explain_check.reconcile.recompute import could_be_true, recompute_change
from explain_check.rules.registry import find_rule

PLACE = Place(quote="", location=Location(section="", page=None, start=0, end=0))
QUIET = {"derandomize": True, "deadline": None, "suppress_health_check": list(HealthCheck)}


def round_off(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def print_number(value: Decimal, decimals: int, unit: str) -> Printed:
    shown = round_off(value, decimals)
    return Printed(figure=Figure(value=shown, unit=unit, text=str(shown), decimals=decimals), place=PLACE)


def make_change(unit: str, current: Printed, amount: Printed, rate: Printed, direction: Direction) -> ChangeClaim:
    return ChangeClaim(
        id="c01",
        subject="基本支出",
        account="",
        scope="",
        unit=unit,
        current=current,
        current_in_statement=True,
        share=None,
        base=Base(text="上年预算", year=2023, kind=BaseKind.BUDGET),
        base_printed=True,
        direction=direction,
        amount=amount,
        rate=rate,
        stated_prior=None,
        words=(),
        reason=Reason(text="", connector="", place=None),
        place=PLACE,
    )


def make_share(part: Printed, share: Printed, whole: Printed) -> ShareClaim:
    return ShareClaim(id="s1", subject="", scope="", part=part, share=share, whole=whole, whole_subject="", list_id="", place=PLACE)


def is_error(code: str, verdict: Verdict) -> bool:
    rule = find_rule(code)
    return verdict.outcome is Outcome.FAIL and (verdict.severity or rule.severity) is Severity.ERROR


@st.composite
def honest_changes(draw: st.DrawFn) -> ChangeClaim:
    """A change as an honest issuer prints it, by one of the two origins, its rate from true or from printed figures."""
    unit = draw(st.sampled_from(["万元", "元"]))
    decimals = draw(st.integers(0, 2))
    prior, current = (
        draw(st.decimals("0.01", draw(st.sampled_from(["2", "100", "500000"])), places=draw(st.integers(2, 6)))) for _ in "pc"
    )
    shown_prior, shown_current = round_off(prior, decimals), round_off(current, decimals)
    subtracts = draw(st.booleans())
    change, finer = (shown_current - shown_prior, decimals) if subtracts else (current - prior, draw(st.integers(decimals, 2)))
    amount = print_number(abs(change), finer, unit)
    assume(shown_current > 0 and amount.figure.value > 0)
    by_printed = draw(st.booleans())
    base = (shown_prior if subtracts else shown_current - round_off(change, finer)) if by_printed else prior
    assume(base > 0)
    rate = (abs(change) if subtracts or not by_printed else amount.figure.value) / base * 100
    printed_rate = print_number(rate, draw(st.integers(0, 2)), "%")
    direction = Direction.INCREASE if change > 0 else Direction.DECREASE
    return make_change(unit, print_number(current, decimals, unit), amount, printed_rate, direction)


@settings(max_examples=20000, **QUIET)
@given(honest_changes(), st.decimals("0.01", "100000", places=4), st.decimals("0", "1", places=6), st.integers(0, 2))
def test_an_honest_rounding_is_never_an_error(claim: ChangeClaim, whole: Decimal, portion: Decimal, decimals: int) -> None:
    case = ChangeCase(claim=claim, recomputed=recompute_change(claim), year=2024)
    for code in ("EC101", "EC104", "EC105"):
        assert not is_error(code, find_rule(code).judge(case)), code
    part = round_off(whole * portion, 4)
    share = make_share(
        *(print_number(value, decimals, unit) for value, unit in ((part, "万元"), (part / whole * 100, "%"), (whole, "万元")))
    )
    assume(share.whole is not None and share.whole.figure.value > 0 and (decimals > 0 or share.part.figure.value > 0))
    assert not is_error("EC106", find_rule("EC106").judge(share))


@settings(max_examples=3000, **QUIET)
@given(honest_changes(), st.decimals("0.01", "900", places=2))
def test_a_slip_outside_the_interval_is_always_an_error(claim: ChangeClaim, wrong: Decimal) -> None:
    rate = print_number(wrong, 2, "%")
    slipped = replace(claim, rate=rate)
    assume(not could_be_true(claim.current.figure, claim.amount.figure, rate.figure, claim.direction))
    found = recompute_change(slipped)
    assume(found.prior != 0)
    verdict = find_rule("EC101").judge(ChangeCase(claim=slipped, recomputed=found, year=2024))
    assert is_error("EC101", verdict)
    assert found.verdict is ClaimVerdict.INCONSISTENT


@settings(max_examples=3000, **QUIET)
@given(st.decimals("1", "1000", places=2), st.decimals("0.01", "900", places=2))
def test_a_rise_larger_than_the_amount_is_always_an_error(current: Decimal, beyond: Decimal) -> None:
    assume(beyond > Decimal("0.02"))
    amount, rate = print_number(current + beyond, 2, "万元"), print_number(Decimal(10), 2, "%")
    claim = make_change("万元", print_number(current, 2, "万元"), amount, rate, Direction.INCREASE)
    case = ChangeCase(claim=claim, recomputed=recompute_change(claim), year=2024)
    assert is_error("EC104", find_rule("EC104").judge(case))


@settings(max_examples=3000, **QUIET)
@given(st.decimals("1", "1000", places=2), st.decimals("1", "1000", places=2), st.decimals("0.1", "5", places=2))
def test_a_share_outside_the_interval_is_always_an_error(part: Decimal, rest: Decimal, off: Decimal) -> None:
    whole = part + rest
    margin = (part / whole + 1) / whole
    assume(off > margin + Decimal("0.02"))
    share = make_share(print_number(part, 2, "万元"), print_number(part / whole * 100 + off, 2, "%"), print_number(whole, 2, "万元"))
    assert is_error("EC106", find_rule("EC106").judge(share))
