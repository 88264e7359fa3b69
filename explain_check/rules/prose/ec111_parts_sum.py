"""部分之和与总额不符: the parts that 其中 names do not make the whole.

What it checks

Parts of one family (基本支出 and 项目支出; 人员经费 and 公用经费; 货物, 工程, 服务; the items of 三公经费) are added up as intervals
and held against the whole. A part larger than the whole fails too. Where a member of the family is not named, it is a warning.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某中心2024年部门预算
    > 2024年支出合计503.70万元，其中：基本支出200.50万元，占39.80%；项目支出330.20万元，占65.55%。

Passes

    > 某市某中心2024年部门预算
    > 2024年支出合计503.70万元，其中：基本支出200.50万元，占39.81%；项目支出303.20万元，占60.19%。

Undecided

Not every member of the family is named, and the parts stay below the whole.

    > 某市某中心2024年部门预算
    > 2024年政府采购预算90.00万元，其中：政府采购货物预算9.00万元、政府采购服务预算60.00万元。

A figure is only rough.

    > 某市某中心2024年部门预算
    > 2024年支出合计约503.70万元，其中：基本支出200.50万元；项目支出330.20万元。
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import amount_of, are_exact, plain
from explain_check.model.case import SumCase
from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import LABELS, slip_to
from explain_check.rules.registry import rule


@rule(code="EC111", name="parts-sum", label="部分之和与总额不符", severity=Severity.ERROR, applies_to=SumCase)
def parts_sum(case: SumCase) -> Verdict:
    """Hold the sum of the parts against the whole."""
    if not are_exact(case.whole, *(part.current for part in case.parts)):
        return undecided(Obstacle.NOT_EXACT)
    unit = case.whole.figure.unit
    whole = amount_of(case.whole.figure, unit)
    amounts = [amount_of(part.current.figure, unit) for part in case.parts]
    total = Interval(low=sum((a.interval.low for a in amounts), Decimal(0)), high=sum((a.interval.high for a in amounts), Decimal(0)))
    if total.overlaps(whole.interval):
        return PASSED
    if not case.is_complete and total.high < whole.interval.low:
        return undecided(Obstacle.NO_WHOLE)
    shown = " + ".join(plain(a.value) for a in amounts)
    result = plain(sum((a.value for a in amounts), Decimal(0)))
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(whole.value),
        computed=result,
        message=f"部分之和与总额不符：{shown} = {result}，总额为 {plain(whole.value)}",
        message_en=f"The parts make {result}, the whole is {plain(whole.value)}",
        diagnosis=_diagnosis(whole.value, total),
        evidence=tuple(part.place for part in case.parts),
        severity=Severity.ERROR if case.is_complete else Severity.WARNING,
    )


def _diagnosis(whole: Decimal, total: Interval) -> Diagnosis | None:
    """Return the slip in the whole that explains the difference."""
    found = slip_to(whole, total)
    if found is None:
        return None
    kind, value = found
    return Diagnosis(kind=kind, message=f"{plain(whole)} 或为 {plain(value)}：{LABELS[kind]}", correction=value)
