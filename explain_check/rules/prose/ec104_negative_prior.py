"""上年数为负: the change is larger than the amount it led to.

What it checks

上年数 = 本年数 − 增加额 must not be negative beyond what rounding explains; a fall must not exceed 100%.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

The rise is larger than the amount.

    > 会议费3.00万元，比上年预算增加13.00万元，主要原因是会议增加。

No amount can fall by more than itself.

    > 会议费较上年预算减少35.00万元，下降1000.00%，主要原因是会议减少。

Passes

The rise is the whole amount.

    > 会议费3.00万元，比上年预算增加3.00万元，主要原因是新增会议。

A fall.

    > 会议费3.00万元，比上年预算减少13.00万元，下降81.25%，主要原因是会议减少。

Undecided

Neither change nor base is printed.

    > 会议费3.00万元，比上年预算有所增加，主要原因是会议增加。
"""

from __future__ import annotations

import re

from explain_check.model.arithmetic import HUNDRED, are_exact, plain
from explain_check.model.case import ChangeCase
from explain_check.model.claim import ChangeClaim, Direction
from explain_check.model.figure import PERCENT
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

#: What may turn negative.
_BALANCE = re.compile(r"结[余转]|差额|利润|盈余|收益|赤字|净")


@rule(code="EC104", name="negative-prior", label="上年数为负", severity=Severity.ERROR, applies_to=ChangeCase)
def negative_prior(case: ChangeCase) -> Verdict:
    """Fail where the earlier amount must have been negative."""
    claim, interval, movement = case.claim, case.recomputed.prior_interval, case.recomputed.movement
    if movement is None:
        return _fall_beyond_all(claim)
    if interval is None:
        return undecided(Obstacle.NO_AMOUNT)
    if movement.current.value < 0 or claim.stated_prior is not None:
        return undecided(Obstacle.NOT_CONCERNED)
    if not are_exact(claim.current, claim.amount, claim.rate):
        return undecided(Obstacle.NOT_EXACT)
    if interval.high >= 0:
        return PASSED
    current = plain(movement.current.value)
    computed = None if case.recomputed.prior is None else plain(case.recomputed.prior)
    by_amount = f"{current} − {plain(movement.amount.value)} = {computed}" if movement.amount else "下降超过 100%"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(movement.amount.value) if movement.amount else None,
        computed=computed,
        message=f"增加额大于本年数，推得上年数为负：{by_amount}",
        message_en=f"The change implies a negative earlier amount: {by_amount}",
        severity=Severity.ERROR if claim.current_in_statement else Severity.WARNING,
        evidence=() if claim.current is None or claim.current_in_statement else (claim.current.place,),
    )


def _fall_beyond_all(claim: ChangeClaim) -> Verdict:
    """Hold a fall of an amount that is not printed against 100%; a balance may turn negative."""
    rate = claim.rate.figure if claim.rate is not None and claim.rate.figure.unit == PERCENT else None
    if claim.direction is not Direction.DECREASE or claim.is_contradictory or rate is None or _BALANCE.search(claim.subject):
        return undecided(Obstacle.NO_CURRENT)
    if not are_exact(claim.rate):
        return undecided(Obstacle.NOT_EXACT)
    if rate.interval.low <= HUNDRED:
        return undecided(Obstacle.NO_CURRENT)
    stated = plain(rate.value)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        message=f"下降不可能超过 100%：文中为 {stated}%",
        message_en=f"Nothing falls by more than 100%: printed {stated}%",
    )
