"""成本指标超过项目金额: the cost indicators of a project come to more than the project has.

What it checks

The cost indicators (成本指标) of a performance form are added up: amounts, and prices times the quantities that the form asks for.
An indicator that only repeats the whole is left out. Where one cost that is to be met exactly is larger than the project's amount
by itself, it is an error. Where only the sum exceeds it, where the indicators are ceilings (≤), where money is carried over for the
project, or where the form does not print the unit, it is a warning.

Why it matters

The year's targets are held against the year's money: a ceiling taken over from the whole contract, or a unit mistaken, makes them
worthless. The finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official
notices only).

Fires

One part of the project costs more than the project has.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园监控改造 |
    > | 项目资金（万元） | 年度资金总额： | 30.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 成本指标 | 经济成本指标 | 摄像头采购控制数 | 346000元 |
    > | | | 存储设备采购控制数 | 50000元 |

Ceilings that the budget cannot reach.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 诉讼服务大厅改造 |
    > | 项目资金（万元） | 年度资金总额： | 9.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 成本指标 | 经济成本指标 | 导诉台采购 | ≤70160元 |
    > | | | 便民设施改造 | ≤59840元 |

Passes

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园监控改造 |
    > | 项目资金（万元） | 年度资金总额： | 39.60 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 成本指标 | 经济成本指标 | 摄像头采购控制数 | 346000元 |
    > | | | 存储设备采购控制数 | 50000元 |

Prices with their quantities.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 门诊设备购置 |
    > | 项目资金（万元） | 年度资金总额： | 5.10 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 监护仪数量 | ≥4台 |
    > | | | 输液泵数量 | ≥2台 |
    > | 成本指标 | 经济成本指标 | 监护仪单价 | ≤9000元 |
    > | | | 输液泵单价 | ≤7500元 |

Undecided

Not every cost is an indicator.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园监控改造 |
    > | 项目资金（万元） | 年度资金总额： | 60.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 成本指标 | 经济成本指标 | 摄像头采购控制数 | 346000元 |
    > | | | 存储设备采购控制数 | 50000元 |
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import plain
from explain_check.model.cost import CostCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC331", name="costs-exceed-amount", label="成本指标超过项目金额", severity=Severity.ERROR, applies_to=CostCase)
def costs_exceed_amount(case: CostCase) -> Verdict:
    """Hold the sum of the costs against the project's amount."""
    costs, money = case.interval, case.money
    if costs.overlaps(money):
        return PASSED
    if costs.high < money.low:
        return undecided(Obstacle.NO_WHOLE)
    unit = case.amount.printed.figure.unit
    stated, result = case.amount.printed.figure.text, plain((case.value / _factor(case)).normalize())
    shown = " + ".join(f"“{cost.indicator.name.printed}”{cost.formula}" for cost in case.costs)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=result,
        message=f"“{case.form.name}”的成本指标合计 {result}{unit}（{shown}），超过项目金额 {stated}{unit}{_carried(case)}",
        message_en=f"The cost indicators of {case.form.name} come to {result}, the project has {stated}",
        evidence=(*(cost.indicator.place for cost in case.costs), *(row.place for row in case.carried)),
        severity=Severity.ERROR if _is_certain(case) else Severity.WARNING,
    )


def _factor(case: CostCase) -> Decimal:
    return case.amount.printed.figure.factor_to("元")


def _is_certain(case: CostCase) -> bool:
    """Whether a single cost that is to be met exactly exceeds all the money that the project has."""
    most = case.money_with_carried.high
    return case.amount.has_unit and any(cost.is_exact and cost.interval.low > most for cost in case.costs)


def _carried(case: CostCase) -> str:
    """Return a note where the costs are the amount and what is carried over together."""
    is_both = bool(case.carried) and case.interval.overlaps(case.money_with_carried)
    return "，等于项目金额与结转资金之和：指标可能仍按整个项目填列" if is_both else ""
