"""预算完成率不符: the completion rate or the comparison does not follow from budget and actual.

What it checks

完成率 = 决算数 ÷ 预算数, each figure standing for the values that round to it; 决算数大于预算数 only where it is; 较年初预算数减少
10.93万元，下降14.09% only where the amounts differ by as much, and that is so much of the budget. A rate over a budget of zero is usually
named after the wrong budget (完成年初预算 for 完成全年预算) and is a warning, as is a rate that was cut off, not rounded.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

The rate does not follow.

    > 年初预算为77.59万元，支出决算为20.04万元，完成年初预算的28.53%。决算数小于预算数的主要原因：按实际支出。

The comparison does not.

    > 年初预算为511.66万元，支出决算为457.86万元。决算数大于预算数的主要原因：按实际支出。

The difference does not: by 55.93 more than the budget is not 100% of it.

    > 支出决算为1,705.93万元，完成年初预算的100%，决算数大于预算数55.93万元，主要原因：工资调标。

Nor does its rate, 10.93 of 77.59 is 14.09%; nor may the rate rise where the amount falls.

    > 支出决算为66.66万元，较年初预算数减少10.93万元，下降19.04%，主要原因：按实际支出。

Nor does a rate that both amounts imply.

    > 支出决算190.00万元，比年初预算的650.00万元下降50.77%，主要原因：按实际支出。

Passes

Both follow.

    > 年初预算为77.59万元，支出决算为20.04万元，完成年初预算的25.83%。决算数小于预算数的主要原因：按实际支出。

Undecided

No budget before it, no rate.

    > 年初预算为0万元，支出决算为2,349.56万元。决算数大于预算数的主要原因：项目年初不做预算。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import HUNDRED, Amount, amount_of, are_exact, is_cut_off, plain, quotients, rate_of, round_half_up
from explain_check.model.claim import ExecutionClaim, Printed
from explain_check.model.execution import budget_of, difference_fits, difference_rate_fits
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import CUT_OFF, LABELS, WRONG_UNIT
from explain_check.model.text import Place
from explain_check.rules.registry import rule

_WAN = Decimal(10000)
_COMPARISONS = {"greater": "大于", "less": "小于", "equal": "等于"}
_ROUGH = ("基本", "大致")
_OTHER_BUDGETS = ("全年预算", "调整预算", "调整后")


@rule(code="EC109", name="execution-rate", label="预算完成率不符", severity=Severity.ERROR, applies_to=ExecutionClaim)
def execution_rate(claim: ExecutionClaim) -> Verdict:
    """Hold rate and comparison against budget and actual."""
    budget = budget_of(claim)
    if claim.actual is None or budget is None:
        return undecided(Obstacle.NO_CURRENT if claim.actual is None else Obstacle.NO_AMOUNT)
    if not are_exact(*claim.figures):
        return undecided(Obstacle.NOT_EXACT)
    actual = amount_of(claim.actual.figure, claim.unit)
    if claim.difference is not None and not difference_fits(claim, actual, budget):
        return _fail_difference(claim, actual, budget)
    if claim.is_turned or not difference_rate_fits(claim, actual, budget):
        return _fail_difference_rate(claim, actual, budget)
    if claim.rate is not None:
        verdict = _judge_rate(claim, claim.rate, budget, actual)
        if verdict.outcome is not Outcome.PASS:
            return verdict
    if claim.comparison in _COMPARISONS:
        return _judge_comparison(claim, budget, actual)
    is_held = any(printed is not None for printed in (claim.rate, claim.difference, claim.difference_rate))
    return PASSED if is_held else undecided(Obstacle.NO_RATE)


def _judge_rate(claim: ExecutionClaim, printed: Printed, budget: Amount, actual: Amount) -> Verdict:
    """Hold the rate against actual ÷ budget."""
    rate = rate_of(printed.figure)
    if budget.value == 0:
        if rate.value in (0, HUNDRED):
            return PASSED
        return _fail(
            plain(rate.value), None, f"{claim.budget_kind or '预算'}为 0，完成率无从计算，文中为 {plain(rate.value)}%", Severity.WARNING
        )
    possible = quotients(actual.interval, budget.interval)
    if possible is None or possible.overlaps(rate.interval):
        return PASSED
    computed = plain(round_half_up(actual.value / budget.value * HUNDRED, rate.decimals))
    formula = f"{plain(actual.value)} ÷ {plain(budget.value)} = {computed}%"
    cut = is_cut_off(actual.value / budget.value * HUNDRED, rate)
    message = f"完成率与金额不符：{formula}，文中为 {plain(rate.value)}%{CUT_OFF if cut else ''}"
    severity = Severity.WARNING if cut else _severity(claim)
    found = replace(_fail(plain(rate.value), computed, message, severity), evidence=tuple(_places(claim)))
    return replace(found, diagnosis=_wrong_unit(rate, budget, actual))


def _wrong_unit(rate: Amount, budget: Amount, actual: Amount) -> Diagnosis | None:
    """Return that one of both amounts bears 万元 for 元, or 元 for 万元, where the rate is right then; which one nothing tells."""
    for factor in (_WAN, 1 / _WAN):
        possible = quotients(actual.interval.scale(factor), budget.interval)
        if possible is not None and possible.overlaps(rate.interval):
            return Diagnosis(kind=WRONG_UNIT, message=f"预算数与决算数之一的单位疑有误（元与万元）：{LABELS[WRONG_UNIT]}")
    return None


def _places(claim: ExecutionClaim) -> Iterator[Place]:
    """Yield where a figure stands that the statement does not print itself: the budget in the table of 三公经费."""
    own = claim.place.location
    for printed in claim.figures:
        if not own.start <= printed.place.location.start < own.end:
            yield printed.place


def _fail_difference(claim: ExecutionClaim, actual: Amount, budget: Amount) -> Verdict:
    """Return the failure of a printed difference between budget and actual."""
    stated = plain(claim.difference.figure.value) if claim.difference else ""
    computed = plain(actual.value - budget.value)
    message = f"决算数与预算数之差不符：{plain(actual.value)} − {plain(budget.value)} = {computed}，文中为 {stated}"
    return _fail(stated, computed, message, _severity(claim))


def _fail_difference_rate(claim: ExecutionClaim, actual: Amount, budget: Amount) -> Verdict:
    """Return the failure of the rate by which an actual is said to differ from its budget."""
    assert claim.difference_rate is not None
    rate = rate_of(claim.difference_rate.figure)
    low, high = sorted((actual, budget), key=lambda amount: amount.value)
    gap, shown = high.value - low.value, f"({plain(high.value)} − {plain(low.value)})"
    if claim.difference is not None:
        gap = amount_of(claim.difference.figure, claim.unit).value
        shown = plain(gap)
    if claim.is_turned:
        ways = ("减少", "增加") if claim.comparison == "less" else ("增加", "减少")
        return _fail(ways[1], ways[0], f"与预算相比，金额{ways[0]} {shown}，差异率却说{ways[1]}", _severity(claim))
    exact = gap / budget.value * HUNDRED
    cut = is_cut_off(exact, rate)
    computed, stated = plain(round_half_up(exact, rate.decimals)), plain(rate.value)
    formula = f"{shown} ÷ {plain(budget.value)} = {computed}%"
    message = f"与预算的差异率不符：{formula}，文中为 {stated}%{CUT_OFF if cut else ''}"
    return _fail(stated, computed, message, Severity.WARNING if cut else _severity(claim))


def _judge_comparison(claim: ExecutionClaim, budget: Amount, actual: Amount) -> Verdict:
    """Hold 大于, 小于 or 等于 against the amounts."""
    difference = actual.value - budget.value
    true = "greater" if difference > 0 else "less" if difference < 0 else "equal"
    if true == claim.comparison or any(word in claim.place.quote for word in _ROUGH):
        return PASSED
    if actual.interval.overlaps(budget.interval):
        return undecided(Obstacle.NOT_EXACT)
    message = (
        f"决算数 {plain(actual.value)} {_COMPARISONS[true]}预算数 {plain(budget.value)}，文中称{_COMPARISONS[claim.comparison or true]}"
    )
    return _fail(_COMPARISONS[claim.comparison or true], _COMPARISONS[true], message, _severity(claim))


def _severity(claim: ExecutionClaim) -> Severity:
    """Return how certain it is which budget is meant: not where the text names a second one."""
    others = [word for word in _OTHER_BUDGETS if word in claim.place.quote and word[:2] != claim.budget_kind[:2]]
    return Severity.WARNING if others else Severity.ERROR


def _fail(stated: str, computed: str | None, message: str, severity: Severity) -> Verdict:
    """Return the failure."""
    english = f"Completion rate or comparison does not follow from budget and actual: printed {stated}, computed {computed}"
    return Verdict(outcome=Outcome.FAIL, stated=stated, computed=computed, message=message, message_en=english, severity=severity)
