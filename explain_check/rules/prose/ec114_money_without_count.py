"""数量为零而有金额: nothing is counted, yet an amount belongs to it.

What it checks

A number of projects, vehicles or things with the amount that it carries (当年非财政拨款项目0个，涉及预算金额30.00万元). Of nothing
there is no amount.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某小学2024年部门预算
    > 2024年本单位实行绩效目标管理的项目0个，涉及预算金额45.60万元。

    > 某市某法院2024年部门预算
    > 其他车辆0辆，价值18.20万元。

Passes

    > 某市某小学2024年部门预算
    > 2024年本单位实行绩效目标管理的项目3个，涉及预算金额45.60万元；特定目标类项目0个，涉及金额0万元。

Undecided

The amount belongs to something else.

    > 某市某小学2024年部门预算
    > 2024年购置公务用车0辆，公务用车运行维护费2.00万元。
"""

from __future__ import annotations

from explain_check.model.arithmetic import are_exact, plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.quantity import CountClaim
from explain_check.rules.registry import rule


@rule(code="EC114", name="money-without-count", label="数量为零而有金额", severity=Severity.ERROR, applies_to=CountClaim)
def money_without_count(claim: CountClaim) -> Verdict:
    """Hold a number against the amount that it carries."""
    count, money = claim.current or claim.amount, claim.money
    if money is None or count is None:
        return undecided(Obstacle.NOT_CONCERNED)
    if not are_exact(count, money):
        return undecided(Obstacle.NOT_EXACT)
    if count.figure.value or not money.figure.value:
        return PASSED
    shown = f"{plain(money.figure.value)}{money.figure.unit}"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(money.figure.value),
        computed="0",
        message=f"“{claim.subject}”的数量为 0，却涉及金额 {shown}：数量或金额有误",
        message_en=f"{claim.subject}: none is counted, yet the amount is {shown}",
    )
