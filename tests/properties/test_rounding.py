"""An honest rounding is never an error; a slip outside the interval always is."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from explain_check.model.case import ChangeCase
from explain_check.model.claim import Base, BaseKind, ChangeClaim, Direction, Printed, Reason, ShareClaim
from explain_check.model.figure import Figure
from explain_check.model.finding import Outcome, Severity, Verdict
from explain_check.model.recomputation import ClaimVerdict
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


def print_change(number: int) -> ChangeClaim | None:
    """Return a change as an honest issuer prints it: two origins of the change, the rate from true or printed figures."""
    rest, switches = divmod(number, 1080)
    first, second = divmod(rest, 10**11)
    decimals, rate_decimals, places, scale = switches % 3, switches // 3 % 3, 2 + switches // 9 % 5, switches // 45 % 3
    subtracts, by_printed, unit = switches // 135 % 2, switches // 270 % 2, ("万元", "元")[switches // 540 % 2]
    limit = 10 ** (places + (0, 2, 5)[scale])
    prior, current = (Decimal(1 + digits % limit).scaleb(-places) for digits in (first, second))
    shown_prior, shown_current = round_off(prior, decimals), round_off(current, decimals)
    change, finer = (shown_current - shown_prior, decimals) if subtracts else (current - prior, max(decimals, rate_decimals))
    amount = print_number(abs(change), finer, unit)
    base = (shown_prior if subtracts else shown_current - round_off(change, finer)) if by_printed else prior
    if shown_current <= 0 or not amount.figure.value or base <= 0:
        return None
    rate = (amount.figure.value if by_printed else abs(change)) / base * 100
    direction = Direction.INCREASE if change > 0 else Direction.DECREASE
    return make_change(unit, print_number(current, decimals, unit), amount, print_number(rate, rate_decimals, "%"), direction)


NUMBERS = st.integers(0, 1080 * 10**22)


@settings(max_examples=20000, **QUIET)
@given(NUMBERS)
def test_an_honest_rounding_is_never_an_error(number: int) -> None:
    claim = print_change(number)
    assume(claim is not None)
    case = ChangeCase(claim=claim, recomputed=recompute_change(claim), year=2024)
    for code in ("EC101", "EC104", "EC105"):
        assert not is_error(code, find_rule(code).judge(case)), code


@settings(max_examples=5000, **QUIET)
@given(st.tuples(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 8)))
def test_an_honest_share_is_never_an_error(numbers: tuple[int, ...]) -> None:
    whole, part = Decimal(numbers[0]).scaleb(-4), Decimal(numbers[1] % (numbers[0] + 1)).scaleb(-4)
    decimals, share_decimals = numbers[2] % 3, numbers[2] // 3
    share = make_share(
        print_number(part, decimals, "万元"),
        print_number(part / whole * 100, share_decimals, "%"),
        print_number(whole, decimals, "万元"),
    )
    assume(share.whole.figure.value > 0 and (decimals > 0 or share.part.figure.value > 0))
    assert not is_error("EC106", find_rule("EC106").judge(share))


@settings(max_examples=1500, **QUIET)
@given(NUMBERS, st.integers(1, 90000))
def test_a_slip_outside_the_interval_is_always_an_error(number: int, wrong: int) -> None:
    claim = print_change(number)
    assume(claim is not None)
    rate = print_number(Decimal(wrong).scaleb(-2), 2, "%")
    slipped = replace(claim, rate=rate)
    assume(not could_be_true(claim.current.figure, claim.amount.figure, rate.figure, claim.direction))
    found = recompute_change(slipped)
    assume(found.prior != 0)
    verdict = find_rule("EC101").judge(ChangeCase(claim=slipped, recomputed=found, year=2024))
    assert is_error("EC101", verdict)
    assert found.verdict is ClaimVerdict.INCONSISTENT


@settings(max_examples=1500, **QUIET)
@given(st.decimals("1", "1000", places=2), st.decimals("0.01", "900", places=2))
def test_a_rise_larger_than_the_amount_is_always_an_error(current: Decimal, beyond: Decimal) -> None:
    assume(beyond > Decimal("0.02"))
    amount, rate = print_number(current + beyond, 2, "万元"), print_number(Decimal(10), 2, "%")
    claim = make_change("万元", print_number(current, 2, "万元"), amount, rate, Direction.INCREASE)
    case = ChangeCase(claim=claim, recomputed=recompute_change(claim), year=2024)
    assert is_error("EC104", find_rule("EC104").judge(case))


@settings(max_examples=1500, **QUIET)
@given(st.decimals("1", "1000", places=2), st.decimals("1", "1000", places=2), st.decimals("0.1", "5", places=2))
def test_a_share_outside_the_interval_is_always_an_error(part: Decimal, rest: Decimal, off: Decimal) -> None:
    whole = part + rest
    margin = (part / whole + 1) / whole
    assume(off > margin + Decimal("0.02"))
    share = make_share(print_number(part, 2, "万元"), print_number(part / whole * 100 + off, 2, "%"), print_number(whole, 2, "万元"))
    assert is_error("EC106", find_rule("EC106").judge(share))
