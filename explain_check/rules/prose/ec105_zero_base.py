"""基数为零: a rate is printed over a base of zero.

What it checks

Over a base of zero there is no rate: none, — or 不可比 is right. 100% is a widespread habit and only remarked; any other rate
that no base near zero explains is wrong.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).
To leave the rate out is usual practice; no source prescribes it.

Fires

A rate that cannot be.

    > 其他收入193.15万元，比上年预算增加193.15万元，增长35.00%，主要原因是新增项目。

100% (a remark).

    > 其他收入193.15万元，比上年预算增加193.15万元，增长100.00%，主要原因是新增项目。

Passes

No rate.

    > 其他收入193.15万元，比上年预算增加193.15万元，主要原因是新增项目。

Nothing before, nothing now.

    > 其他收入0.00万元，比上年预算增加0.00万元，增长0.00%。

Undecided

The earlier amount cannot be told.

    > 其他收入193.15万元，比上年预算增长35.00%，主要原因是新增项目。
"""

from __future__ import annotations

from explain_check.model.arithmetic import HUNDRED, is_possible, plain
from explain_check.model.case import ChangeCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC105", name="zero-base", label="基数为零", severity=Severity.ERROR, applies_to=ChangeCase)
def zero_base(case: ChangeCase) -> Verdict:
    """Fail where a rate is printed over nothing."""
    movement = case.recomputed.movement
    if movement is None:
        return undecided(Obstacle.NO_CURRENT)
    if movement.prior is None:
        return undecided(Obstacle.NO_AMOUNT)
    if movement.prior != 0 or movement.rate is None:
        return PASSED
    rate = movement.rate.value
    if not rate and not movement.change:
        return PASSED
    if rate in (0, HUNDRED):
        return _verdict(plain(rate), "习惯写法，无计算意义", Severity.INFO)
    if movement.change and is_possible(movement):
        return undecided(Obstacle.ZERO_BASE)
    return _verdict(plain(rate), "此数无从得出", Severity.ERROR)


def _verdict(stated: str, remark: str, severity: Severity) -> Verdict:
    """Return the failure."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        message=f"上年数为 0，变动率无从计算，文中为 {stated}%：{remark}",
        message_en=f"The base is zero, so there is no rate; printed {stated}%",
        severity=severity,
    )
