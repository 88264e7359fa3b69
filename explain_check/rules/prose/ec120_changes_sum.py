"""各部分增减额与总增减额不符: the changes of the parts do not make the change of the whole.

What it checks

Where a whole and all its parts tell how they moved (三公经费 and its items; 基本支出 and 项目支出; a list that makes its whole,
be it announced or only told one after the other behind it; the funds on one side and the uses on the other), the signed changes
are added up as intervals. It is an error where the parts are all that the whole can have (三公经费, 基本支出 and 项目支出) and
rounding cannot explain it; a warning where it could only by printing 7万元 for 7.34万元 in a text that prints two decimals
elsewhere, or where a single slip explains the difference, and undecided elsewhere: a part that stood in last year's budget only
is named by nobody.

Why it matters

A change that its own parts contradict explains nothing. The finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号,
第三、四条; seen as quoted in official notices only).

Fires

    > 某市某中心2024年部门预算
    > 2024年“三公”经费预算为7.00万元，比2023年减少2.00万元。其中：因公出国（境）费0万元，与2023年预算持平；
    > 公务用车购置及运行维护费4.00万元，与2023年预算持平；公务接待费3.00万元，比2023年减少3.00万元。

Passes

    > 某市某中心2024年部门预算
    > 2024年“三公”经费预算为7.00万元，比2023年减少2.00万元。其中：因公出国（境）费0万元，与2023年预算持平；
    > 公务用车购置及运行维护费4.00万元，与2023年预算持平；公务接待费3.00万元，比2023年减少2.00万元。

Undecided

The reception does not say how it moved.

    > 某市某中心2024年部门预算
    > 2024年“三公”经费预算为7.00万元，比2023年减少2.00万元。其中：因公出国（境）费0万元，与2023年预算持平；
    > 公务用车购置及运行维护费4.00万元，与2023年预算持平；公务接待费3.00万元。
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import HUNDRED, amount_of, are_exact, movement_of, plain, rounds_to, sign_of
from explain_check.model.case import ChangeSumCase
from explain_check.model.claim import ChangeClaim, Direction, Printed
from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import LABELS, TURNED_DIRECTION, slip_to
from explain_check.rules.registry import rule

_UNIT = "元"


@rule(code="EC120", name="changes-sum", label="各部分增减额与总增减额不符", severity=Severity.ERROR, applies_to=ChangeSumCase)
def changes_sum(case: ChangeSumCase) -> Verdict:
    """Hold the sum of the parts' changes against the change of the whole."""
    claims = (*case.whole, *case.parts)
    if any(claim.amount is None and claim.direction is not Direction.UNCHANGED for claim in claims):
        return undecided(Obstacle.NO_AMOUNT)
    if not are_exact(*(printed for claim in claims for printed in (claim.current, claim.amount))):
        return undecided(Obstacle.NOT_EXACT)
    whole, parts = _moved(case.whole, case.decimals), _moved(case.parts, case.decimals)
    if whole.overlaps(parts):
        return PASSED
    suspect, diagnosis = _suspect(case, whole - parts)
    if not case.is_closed and (suspect is None or (not case.is_announced and _is_confirmed(suspect))):
        return undecided(Obstacle.NO_WHOLE)
    is_certain = case.is_closed and not _moved(case.whole, 0).overlaps(_moved(case.parts, 0))
    return _verdict(case, suspect, diagnosis, Severity.ERROR if is_certain else Severity.WARNING)


def _change(claim: ChangeClaim, decimals: int) -> Interval:
    """Return the signed change in 元, known to at least so many decimals; the issuer rounded it, or took two rounded amounts apart."""
    half = _half(claim.current, decimals)
    if claim.amount is None:
        return Interval(low=-2 * half, high=2 * half)
    value = sign_of(claim.direction) * abs(claim.amount.figure.value_in(_UNIT))
    slack = max(_half(claim.amount, decimals), 2 * half)
    return Interval(low=value - slack, high=value + slack)


def _half(printed: Printed | None, decimals: int) -> Decimal:
    """Return half of the last place in 元: of the printed one, or of the one at which amounts are usually printed (7万元 for 7.00万元)."""
    if printed is None:
        return Decimal(0)
    figure = replace(printed.figure, decimals=max(printed.figure.decimals, decimals))
    return figure.half * figure.factor_to(_UNIT)


def _moved(claims: Sequence[ChangeClaim], decimals: int) -> Interval:
    total = Interval(low=Decimal(0), high=Decimal(0))
    for claim in claims:
        total = total + _change(claim, decimals)
    return total


def _suspect(case: ChangeSumCase, missing: Interval) -> tuple[ChangeClaim | None, Diagnosis | None]:
    """Return the statement in which a single slip explains the difference, and the slip; those that their own rate confirms last."""
    for claim in sorted((*case.parts, *case.whole), key=_is_confirmed):
        if claim.amount is None:
            continue
        printed = sign_of(claim.direction) * abs(amount_of(claim.amount.figure, _UNIT).value)
        gap = missing if any(claim is part for part in case.parts) else Interval(low=-missing.high, high=-missing.low)
        right = Interval(low=printed + gap.low, high=printed + gap.high)
        diagnosis = _diagnosis(claim, printed, right)
        if diagnosis is not None:
            return claim, diagnosis
    return None, None


def _is_confirmed(claim: ChangeClaim) -> bool:
    """Whether the printed rate follows from the printed amounts."""
    movement = movement_of(claim)
    if movement is None or movement.rate is None or movement.exact_rate is None:
        return False
    return rounds_to(movement.exact_rate, movement.rate) and movement.rate.value != HUNDRED


def _diagnosis(claim: ChangeClaim, printed: Decimal, right: Interval) -> Diagnosis | None:
    """Return the turned direction or the slip in the amount that leads from the right change to the printed one."""
    assert claim.amount is not None
    shown = plain(claim.amount.figure.value)
    if printed and right.contains(-printed):
        verb = "减少" if printed > 0 else "增加"
        return Diagnosis(kind=TURNED_DIRECTION, message=f"{claim.subject} 若为{verb}则各数相符：{LABELS[TURNED_DIRECTION]}")
    if right.low * right.high <= 0 or (right.low > 0) != (printed > 0):
        return None
    factor = claim.amount.figure.factor_to(_UNIT)
    size = Interval(low=min(abs(right.low), abs(right.high)) / factor, high=max(abs(right.low), abs(right.high)) / factor)
    found = slip_to(abs(claim.amount.figure.value), size)
    if found is None:
        return None
    return Diagnosis(
        kind=found[0], message=f"{claim.subject} 的增减额 {shown} 疑为 {plain(found[1])}：{LABELS[found[0]]}", correction=found[1]
    )


def _verdict(case: ChangeSumCase, suspect: ChangeClaim | None, diagnosis: Diagnosis | None, severity: Severity) -> Verdict:
    """Return the failure with both sums, at the suspect's statement where there is one."""
    told = [" ".join(_signed(claim) for claim in claims).removeprefix("+ ") for claims in (case.whole, case.parts)]
    sums = [plain(sum((_value(claim) for claim in claims), Decimal(0))) for claims in (case.whole, case.parts)]
    message = f"各部分增减额之和与总增减额不符：{told[1]} = {sums[1]}，而 {'、'.join(c.subject for c in case.whole)} 为 {sums[0]}"
    named = suspect.amount if suspect is not None else case.whole[0].amount
    right = diagnosis.correction if diagnosis is not None else None
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(named.figure.value) if named is not None else sums[0],
        computed=plain(right) if right is not None else sums[1],
        message=message,
        message_en=f"The parts' changes make {sums[1]}, the whole's change is {sums[0]}",
        diagnosis=diagnosis,
        evidence=tuple(claim.place for claim in (*case.whole, *case.parts)),
        severity=severity,
        place=suspect.place if suspect is not None else None,
    )


def _value(claim: ChangeClaim) -> Decimal:
    return sign_of(claim.direction) * abs(amount_of(claim.amount.figure, claim.unit).value) if claim.amount is not None else Decimal(0)


def _signed(claim: ChangeClaim) -> str:
    value = _value(claim)
    return f"{'−' if value < 0 else '+'} {plain(abs(value))}"
