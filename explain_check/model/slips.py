"""The slips by which a right figure becomes a wrong one, and the search for the one that explains a contradiction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile

from explain_check.model.arithmetic import HUNDRED, Amount, Movement, movement_of, plain, round_half_up, rounds_to
from explain_check.model.claim import ChangeClaim
from explain_check.model.figure import Interval
from explain_check.model.finding import Diagnosis

WRONG_DENOMINATOR = "wrong_denominator"
SWAPPED_DIGITS = "swapped_digits"
WRONG_DIGIT = "wrong_digit"
LOST_DIGIT = "lost_digit"
MOVED_POINT = "moved_point"
TURNED_DIRECTION = "turned_direction"
WRONG_UNIT = "wrong_unit"
STALE_YEAR = "stale_year"
NEIGHBOURING_ROW = "neighbouring_row"
REPEATED_TOTAL = "repeated_total"

LABELS = {
    WRONG_DENOMINATOR: "以本年数而非上年数为分母",
    SWAPPED_DIGITS: "相邻两位数字颠倒",
    WRONG_DIGIT: "一位数字有误",
    LOST_DIGIT: "漏写一位数字",
    MOVED_POINT: "小数点错位",
    TURNED_DIRECTION: "增减方向写反",
    WRONG_UNIT: "计量单位有误",
    STALE_YEAR: "沿用了以前年度的数字",
    NEIGHBOURING_ROW: "误用了相邻行的数字",
    REPEATED_TOTAL: "误填了合计数",
}
#: Said of a printed rate that is the exact one without its last digits: no slip of a figure.
CUT_OFF = "；像是截去了尾数，没有四舍五入"
_DIGITS = "0123456789"
#: Decimals of most amounts and rates.
_USUAL = 2
_UNIT_FACTORS = (Decimal(10_000), Decimal("0.0001"))


def corrections(text: str) -> Iterator[tuple[str, Decimal]]:
    """Yield the numbers that one slip may have turned into ``text`` (digits and a point), with the slip's name.

    A number is not more finely printed than others of its document: 4.35 is no 4.395 with a digit lost.
    """
    printed = len(text.partition(".")[2])
    finest = _USUAL if printed <= _USUAL else printed + 1
    for kind, made in _spellings(text):
        whole, _, rest = made.partition(".")
        if (
            made != text
            and whole
            and not made.endswith(".")
            and len(rest.rstrip("0")) <= finest
            and (whole == "0" or not whole.startswith("0"))
        ):
            yield kind, Decimal(made)


def _spellings(text: str) -> Iterator[tuple[str, str]]:
    """Yield every one-slip neighbour of a number's text."""
    places = [i for i, char in enumerate(text) if char.isdigit()]
    for a, b in pairwise(places):
        yield SWAPPED_DIGITS, text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :]
    for i in places:
        yield from ((WRONG_DIGIT, text[:i] + digit + text[i + 1 :]) for digit in _DIGITS if digit != text[i])
    yield from ((MOVED_POINT, made) for made in _moved_points(text))
    for i in range(len(text) + 1):
        yield from ((LOST_DIGIT, text[:i] + digit + text[i:]) for digit in _DIGITS)


def _moved_points(text: str) -> Iterator[str]:
    """Yield the number with its point up to three places away."""
    whole, _, rest = text.partition(".")
    digits = whole + rest
    for at in range(max(0, len(whole) - 3), min(len(digits), len(whole) + 3) + 1):
        head = (digits[:at] or "0").lstrip("0") or "0"
        yield head + ("." + digits[at:] if at < len(digits) else "")


def slip_to(printed: Decimal, right: Interval) -> tuple[str, Decimal] | None:
    """Return the first slip that leads from a number inside ``right`` to the printed one, and that number."""
    for factor in _UNIT_FACTORS:
        # 5.43万元 stands for no 5.43元: nobody prints less than the last place of a table
        is_seen = abs(printed * factor) >= Decimal(1).scaleb(min(int(printed.as_tuple().exponent), 0))
        if printed and is_seen and right.contains(printed * factor):
            return WRONG_UNIT, printed * factor
    text = plain(abs(printed))
    if _differs_widely(text, right):
        return None
    return next(((kind, value) for kind, value in corrections(text) if right.contains(value)), None)


def _differs_widely(printed: str, right: Interval) -> bool:
    """Whether two of the digits that all numbers of ``right`` begin with, zeros aside, are not printed: no one slip does that."""
    low, high = plain(right.low), plain(right.high)
    if right.low <= 0 or len(low.partition(".")[0]) != len(high.partition(".")[0]):
        return False
    same = takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))
    sure = Counter(digit for digit, _ in same if digit not in "0.")
    return (sure - Counter(printed)).total() > 1


def has_wrong_denominator(movement: Movement) -> bool:
    """Whether the change over this year's amount gives the printed rate exactly, and over the base does not."""
    change, exact, rate = movement.change, movement.exact_rate, movement.rate
    if not change or change < 0 or exact is None or rate is None or movement.current.value <= 0:
        return False
    return rounds_to(change / movement.current.value * HUNDRED, rate) and not rounds_to(exact, rate)


def diagnose_rate(claim: ChangeClaim) -> Diagnosis | None:
    """Return the slip that explains why rate and amounts of a change do not agree, None where no single one does."""
    movement = movement_of(claim)
    if movement is None or movement.rate is None or not movement.sign or not movement.rate.value:
        return None
    return _wrong_denominator(movement) or _turned(movement) or _wrong_figure(movement)


def diagnose_printed(stated: Decimal, computed: Decimal) -> Diagnosis | None:
    """Return the slip that turned the rate that follows from a row into the printed one, None where no single one did."""
    found = slip_to(abs(stated), Interval(low=abs(computed), high=abs(computed)))
    if found is None:
        return None
    kind, value = found
    return Diagnosis(
        kind=kind,
        message=f"{plain(stated)}% 疑为 {plain(value.copy_sign(computed))}%：{LABELS[kind]}",
        correction=value.copy_sign(computed),
    )


def _wrong_denominator(movement: Movement) -> Diagnosis | None:
    """Return the diagnosis of a rate taken of this year's amount."""
    rate, change, exact = movement.rate, movement.change, movement.exact_rate
    if rate is None or change is None or exact is None or not has_wrong_denominator(movement):
        return None
    message = f"{plain(rate.value)}% = {plain(change)} ÷ {plain(movement.current.value)}：{LABELS[WRONG_DENOMINATOR]}"
    return Diagnosis(kind=WRONG_DENOMINATOR, message=message, correction=round_half_up(exact, rate.decimals))


def _turned(movement: Movement) -> Diagnosis | None:
    """Return the diagnosis of 增加 written for 减少 or the reverse."""
    if not _agrees(replace(movement, sign=-movement.sign)):
        return None
    verb = "减少" if movement.sign > 0 else "增加"
    return Diagnosis(kind=TURNED_DIRECTION, message=f"若为{verb}则各数相符：{LABELS[TURNED_DIRECTION]}")


def _wrong_figure(movement: Movement) -> Diagnosis | None:
    """Return the diagnosis of one figure mistyped: the rate, the change, then the amounts; this year's, which tables hold, last."""
    fields: tuple[tuple[str, Amount | None, Callable[[Amount], Movement]], ...] = (
        ("增减率", movement.rate, lambda amount: replace(movement, rate=amount)),
        ("增减额", movement.amount, lambda amount: replace(movement, amount=amount)),
        ("上年数", movement.stated_prior, lambda amount: replace(movement, stated_prior=amount)),
        ("本年数", movement.current, lambda amount: replace(movement, current=amount)),
    )
    for label, amount, repaired in fields:
        found = _first_repair(amount, repaired) if amount is not None else None
        if found is not None:
            kind, value = found
            text = f"{label} {plain(amount.value) if amount else ''} 疑为 {plain(value)}：{LABELS[kind]}"
            return Diagnosis(kind=kind, message=text, correction=value)
    return None


def _first_repair(amount: Amount, repaired: Callable[[Amount], Movement]) -> tuple[str, Decimal] | None:
    """Return the first one-slip correction of a figure after which the printed figures agree."""
    for kind, value in corrections(plain(amount.value)):
        if value and _agrees(repaired(_as_amount(value))):
            return kind, value
    return None


def _as_amount(value: Decimal) -> Amount:
    """Return a number as if printed."""
    decimals = max(-int(value.as_tuple().exponent), 0)
    half = Decimal(5).scaleb(-decimals - 1)
    return Amount(value=value, interval=Interval(low=value - half, high=value + half), decimals=decimals)


def _agrees(movement: Movement) -> bool:
    """Whether the rate by the printed figures rounds to the printed rate."""
    exact, rate = movement.exact_rate, movement.rate
    return exact is not None and rate is not None and rounds_to(exact, rate)
