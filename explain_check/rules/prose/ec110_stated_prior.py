"""上年数不符: the printed base amount does not fit this year's amount and the change.

What it checks

Where the text prints the base amount itself (较上年的22.91万元增加25万元), it must be 本年数 − 增加额 within rounding, and lie
on the side that the direction says. 上年无此项收入 is a base amount of nothing.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

The base does not fit.

    > 某市某中心2024年部门预算
    > 公务接待费。2023年当年预算执行数为22.19万元，2024年预算安排47.91万元，比2023年预算执行数增加25.00万元。

There was none last year.

    > 某市某中心2024年部门预算
    > 其他收入9.85万元，上年无此项收入，同比增加9.82万元，主要原因是接受捐赠。

Passes

It fits.

    > 某市某中心2024年部门预算
    > 公务接待费。2023年当年预算执行数为22.91万元，2024年预算安排47.91万元，比2023年预算执行数增加25.00万元。

Undecided

No base amount is printed.

    > “三公”经费预算47.91万元，比2023年预算增加25.00万元，主要原因是购置车辆。
"""

from __future__ import annotations

from explain_check.model.arithmetic import Movement, are_exact, hardly_moved, plain, prior_agrees
from explain_check.model.case import ChangeCase
from explain_check.model.claim import ChangeClaim
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC110", name="stated-prior", label="上年数不符", severity=Severity.ERROR, applies_to=ChangeCase)
def stated_prior(case: ChangeCase) -> Verdict:
    """Hold the printed base amount against this year's amount and the change."""
    movement = case.recomputed.movement
    if movement is None:
        return undecided(Obstacle.NO_CURRENT)
    if movement.stated_prior is None:
        return undecided(Obstacle.NO_AMOUNT)
    if not are_exact(case.claim.current, case.claim.amount, case.claim.stated_prior):
        return undecided(Obstacle.NOT_EXACT)
    return PASSED if prior_agrees(movement) else _fail(case.claim, movement)


def _fail(claim: ChangeClaim, movement: Movement) -> Verdict:
    """Return the failure with its formula."""
    current = plain(movement.current.value)
    stated = plain(movement.stated_prior.value) if movement.stated_prior else ""
    if movement.sign and movement.amount is not None:
        computed: str | None = plain(movement.current.value - movement.sign * movement.amount.value)
        formula = f"{current} {'−' if movement.sign > 0 else '+'} {plain(movement.amount.value)} = {computed}"
    else:
        computed = current if not movement.sign else None
        formula = f"本年数为 {current}，文中称{'、'.join(word.text for word in claim.words)}"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"上年数与本年数、增减额不符：{formula}，文中上年数为 {stated}",
        message_en=f"The printed base does not fit: {formula}, printed {stated}",
        evidence=() if claim.stated_prior is None else (claim.stated_prior.place,),
        severity=Severity.WARNING if hardly_moved(claim) or not claim.current_in_statement else Severity.ERROR,
    )
