"""单位成本与数量之积不等于项目金额: the one price of a form times its quantity is not the project's amount.

What it checks

Where the only cost indicator of a project is a price (人员工资平均成本 =1.02万元/月) and the form says exactly for how many people or
things (发放人数 =9人), the product is held against the project's amount, with the interval that rounding leaves to the price. A price
of a month is paid twelve times. As the project may pay for other things too, it is a warning.

Why it matters

The year's targets are held against the year's money: a price or number from another year makes them worthless. The finding rests
on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园安保 |
    > | 项目资金（万元） | 年度资金总额： | 50.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 聘用保安人数 | =8人 |
    > | 成本指标 | 经济成本指标 | 保安人员工资 | =3500元/人/月 |

Passes

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园安保 |
    > | 项目资金（万元） | 年度资金总额： | 33.60 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 聘用保安人数 | =8人 |
    > | 成本指标 | 经济成本指标 | 保安人员工资 | =3500元/人/月 |

Undecided

A ceiling and a least number.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园安保 |
    > | 项目资金（万元） | 年度资金总额： | 50.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 聘用保安人数 | ≥8人 |
    > | 成本指标 | 经济成本指标 | 保安人员工资 | ≤3500元/人/月 |
"""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.cost import CostCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC332", name="cost-times-quantity", label="单位成本与数量之积不等于项目金额", severity=Severity.WARNING, applies_to=CostCase)
def cost_times_quantity(case: CostCase) -> Verdict:
    """Hold the one price times its quantity against the project's amount."""
    cost = case.costs[0]
    if len(case.costs) > 1 or not case.is_whole or not cost.quantities:
        return undecided(Obstacle.NOT_CONCERNED)
    if case.interval.overlaps(case.money):
        return PASSED
    if not cost.is_exact or case.interval.overlaps(case.money_with_carried):
        return undecided(Obstacle.NOT_EXACT)
    figure = case.amount.printed.figure
    result = plain((case.value / figure.factor_to("元")).normalize())
    return Verdict(
        outcome=Outcome.FAIL,
        stated=figure.text,
        computed=result,
        message=f"“{case.form.name}”按成本指标测算：{cost.formula} = {result}{figure.unit}，项目金额为 {figure.text}{figure.unit}",
        message_en=f"By its cost indicator {case.form.name} costs {result}, the project has {figure.text}",
        evidence=tuple(each.place for each in (cost.indicator, *cost.quantities)),
    )
