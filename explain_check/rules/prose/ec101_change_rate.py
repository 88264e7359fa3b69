"""变动率不符: the printed rate does not follow from the printed amounts.

What it checks

增长率 = 增减额 ÷ 上年数，上年数 = 本年数 − 增减额. Every printed figure stands for the values that round to it, and the change may
have been rounded from the true one or subtracted from the printed amounts. The rule fails where no such values give the
printed rate. It warns where rounding alone could explain the rate but 增减额 ÷ 本年数 gives it exactly, where the rates of other amounts
as finely printed (eight at least, but for one in eight) follow from them exactly, and where the rate was cut off, not rounded (8.15% for
8.158%).

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

No values that round to the printed ones give the rate.

    > 某市某中心2024年部门预算
    > 基本支出3,048.31万元，比上年预算增加100.93万元，增长4.32%，主要原因是人员调标增资。

    > 某市某中心2024年部门预算
    > 公务接待费。2023年当年预算执行数为667.32万元，2024年预算安排635.10万元，比2023年预算执行数减少8.43%。

Rounding could explain it, the wrong denominator explains it exactly (a warning).

    > 公务接待费0.2万元，比上年预算增加0.1万元，增长50.00%，主要原因是来访增加。

Passes

The rate follows.

    > 某市某中心2024年部门预算
    > 基本支出3,048.31万元，比上年预算增加100.93万元，增长3.42%，主要原因是人员调标增资。

The rate follows from amounts before they were rounded.

    > 会议费0.3万元，比上年预算增加0.1万元，增长40.00%，主要原因是会议增加。

Undecided

No rate is printed.

    > 基本支出3,048.31万元，比上年预算增加100.93万元，主要原因是人员调标增资。

The base is zero.

    > 其他收入193.15万元，比上年预算增加193.15万元，增长100.00%，主要原因是新增项目。
"""

from __future__ import annotations

from dataclasses import replace

from explain_check.model.arithmetic import Movement, are_exact, is_cut_off, is_possible, plain, round_half_up, rounds_to
from explain_check.model.case import ChangeCase
from explain_check.model.claim import ChangeClaim
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import CUT_OFF, diagnose_rate, has_wrong_denominator
from explain_check.rules.registry import rule


@rule(code="EC101", name="change-rate", label="变动率不符", severity=Severity.ERROR, applies_to=ChangeCase)
def change_rate(case: ChangeCase) -> Verdict:
    """Hold the printed rate against the rates that the printed amounts allow."""
    movement = case.recomputed.movement
    obstacle = _obstacle(case.claim, movement)
    if movement is None or obstacle is not None:
        return undecided(obstacle or Obstacle.NO_CURRENT)
    if is_possible(movement):
        if case.beside:
            return _beside(case, _verdict(case.claim, movement, Severity.ERROR))
        if case.usual:
            return _unusual(case, _verdict(case.claim, movement, Severity.WARNING))
        return _verdict(case.claim, movement, Severity.WARNING) if has_wrong_denominator(movement) else PASSED
    if movement.rate and movement.exact_rate is not None and rounds_to(movement.exact_rate, movement.rate):
        return PASSED
    return _verdict(case.claim, movement, Severity.ERROR)


def _beside(case: ChangeCase, verdict: Verdict) -> Verdict:
    """Return the failure of a rate that could be true alone, but not together with the statements on its whole and the other parts."""
    names = "、".join(claim.subject for claim in case.beside)
    return replace(
        verdict,
        message=f"{verdict.message}；单独看可由舍入解释，但与 {names} 的增减不能同时成立",
        message_en=f"{verdict.message_en}; possible alone by rounding, impossible together with the other statements",
        evidence=(*verdict.evidence, *(claim.place for claim in case.beside)),
        severity=Severity.WARNING if _is_cut(case.recomputed.movement) else Severity.ERROR,
    )


def _unusual(case: ChangeCase, verdict: Verdict) -> Verdict:
    """Return the failure of a rate that rounding could explain, in a document whose other rates follow from what it prints."""
    return replace(
        verdict,
        message=f"{verdict.message}；可由舍入解释，但文中同样写法的 {case.usual} 处都与印出的金额恰好相符",
        message_en=f"{verdict.message_en}; possible by rounding, but {case.usual} rates of amounts so printed follow exactly",
    )


def _is_cut(movement: Movement | None) -> bool:
    """Whether the printed rate is the exact one without its last digits."""
    if movement is None or movement.rate is None or movement.exact_rate is None:
        return False
    return is_cut_off(movement.exact_rate, movement.rate)


def _obstacle(claim: ChangeClaim, movement: Movement | None) -> Obstacle | None:
    """Return what keeps the rule from deciding."""
    if claim.rate is None:
        return Obstacle.NO_RATE
    if movement is None:
        return Obstacle.NO_CURRENT
    if movement.rate is None or movement.current.value < 0 or _is_right_turned(claim, movement):
        return Obstacle.NOT_CONCERNED
    if movement.prior is None:
        return Obstacle.NO_AMOUNT
    if movement.prior == 0:
        return Obstacle.ZERO_BASE
    return None if are_exact(claim.current, claim.amount, claim.rate, claim.stated_prior) else Obstacle.NOT_EXACT


def _is_right_turned(claim: ChangeClaim, movement: Movement) -> bool:
    """Whether the words contradict each other (减增加21.90万元) and the other direction is right: that is another rule's matter."""
    if not claim.is_contradictory or not movement.sign:
        return False
    return is_possible(replace(movement, sign=-movement.sign))


def _verdict(claim: ChangeClaim, movement: Movement, severity: Severity) -> Verdict:
    """Return the failure with its formula; a current amount taken over from elsewhere makes it a warning unless a slip explains it."""
    diagnosis = diagnose_rate(claim)
    if not claim.current_in_statement and diagnosis is None:
        severity = Severity.WARNING
    cut = _is_cut(movement)
    stated = plain(movement.rate.value) if movement.rate else ""
    formula, computed = _formula(movement)
    verdict = Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"{'增长率与增加额' if movement.sign >= 0 else '下降率与减少额'}不符：{formula}，文中为 {stated}%{CUT_OFF if cut else ''}",
        message_en=f"The rate does not follow from the amounts: {formula}, printed {stated}%",
        diagnosis=None if cut else diagnosis,
        severity=Severity.WARNING if cut else severity,
    )
    shown_elsewhere = claim.current is not None and not claim.current_in_statement
    return replace(verdict, evidence=(claim.current.place,)) if claim.current and shown_elsewhere else verdict


def _formula(movement: Movement) -> tuple[str, str | None]:
    """Return the formula with its numbers, and its result."""
    current, exact = plain(movement.current.value), movement.exact_rate
    computed = None if exact is None else plain(round_half_up(exact, max(movement.rate.decimals if movement.rate else 2, 0)))
    result = f" = {computed}%" if computed is not None else "，上年数为负"
    if movement.stated_prior is not None:
        prior = plain(movement.stated_prior.value)
        change = f"({prior} − {current})" if movement.sign < 0 else f"({current} − {prior})"
        return f"{change} ÷ {prior}{result}", computed
    if movement.amount is None:
        return "持平，变动率应为 0", "0"
    amount = plain(movement.amount.value)
    return f"{amount} ÷ ({current} {'−' if movement.sign > 0 else '+'} {amount}){result}", computed
