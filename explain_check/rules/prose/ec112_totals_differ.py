"""收支总计不等: the total of income and the total of expenditure differ.

What it checks

收入总计 and 支出总计, printed side by side, include what is carried over: they are equal by the form of the accounts.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某中心2024年部门预算
    > 2024年收入总计503.70万元，支出总计530.70万元，与2023年相比，收、支总计各增加3.70万元，增长0.74%，主要原因是人员增加。

Passes

    > 某市某中心2024年部门预算
    > 2024年收入总计503.70万元，支出总计503.70万元，与2023年相比，收、支总计各增加3.70万元，增长0.74%，主要原因是人员增加。

Undecided

A figure is only rough.

    > 某市某中心2024年部门预算
    > 2024年收入总计约503.70万元，支出总计530.70万元。
"""

from __future__ import annotations

from explain_check.model.arithmetic import amount_of, are_exact, plain
from explain_check.model.case import TotalsCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC112", name="totals-differ", label="收支总计不等", severity=Severity.ERROR, applies_to=TotalsCase)
def totals_differ(case: TotalsCase) -> Verdict:
    """Hold the total of income against that of expenditure."""
    if not are_exact(case.income.current, case.expenditure.current):
        return undecided(Obstacle.NOT_EXACT)
    unit = case.income.unit
    income, expenditure = amount_of(case.income.current.figure, unit), amount_of(case.expenditure.current.figure, unit)
    if income.value == expenditure.value or (income.decimals != expenditure.decimals and income.interval.overlaps(expenditure.interval)):
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(income.value),
        computed=plain(expenditure.value),
        message=f"收支总计不等：收入总计 {plain(income.value)}，支出总计 {plain(expenditure.value)}",
        message_en=f"Income totals {plain(income.value)}, expenditure {plain(expenditure.value)}",
        evidence=(case.expenditure.place,),
    )
