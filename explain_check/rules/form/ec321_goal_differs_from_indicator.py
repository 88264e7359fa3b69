"""目标与指标不一致: a figure of the goal's text is not what the indicator for the same thing asks for.

What it checks

Each figure in the texts of a performance form (年度目标, 项目概况 …) is held against the indicator that counts the same thing, by
name and unit. An exact count beside an exact count (=10台) is an error where nothing speaks of parts or several years; rates, amounts
and thresholds are warnings, as goal and indicator may be meant for different parties.

Why it matters

Goals are to be specific and measurable, and indicators are what measures them; performance goals are published with the budget:
财预〔2021〕29号 asks units to publish them (seen as quoted in official notices only).

Fires

An exact count.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 急诊科设备购置 |
    > | 年度目标 | 为急诊科购置监护仪12台。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 购置监护仪数量 | =10台 |

A threshold (a warning).

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 诉讼服务中心运行 |
    > | 年度目标 | 提升庭审效率，当事人满意度不低于95%。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 满意度指标 | 服务对象满意度 | 当事人满意度 | ≥90% |

Passes

Text and indicator agree.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 急诊科设备购置 |
    > | 年度目标 | 为急诊科购置监护仪12台，患者满意度达到90%以上。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 购置监护仪数量 | =12台 |
    > | 满意度指标 | 服务对象满意度 | 患者满意度 | ≥90% |

Two counts side by side make what the indicator asks for.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 社区食堂建设 |
    > | 年度目标 | 新建1处、续建1处社区食堂。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 社区食堂数量 | =2处 |

Undecided

The text gives only a rough figure.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 信访接待 |
    > | 年度目标 | 接待群众来访约3000人次。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 接待群众来访 | ≥2800人次 |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.link.units import same_figure
from explain_check.model.figure import PERCENT, Bound
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.form import Sign, Target
from explain_check.model.goal import Closeness, GoalCase, Quantity
from explain_check.rules.registry import rule

_PARTLY = re.compile(r"其中|分批|分期|分年|[两三四五]年|20\d\d年?[-至到]|一期|二期|总计划|累计")
_TURNED = {Bound.AT_LEAST: (Sign.MOST, Sign.LESS), Bound.AT_MOST: (Sign.LEAST, Sign.MORE)}


@rule(code="EC321", name="goal-differs-from-indicator", label="目标与指标不一致", severity=Severity.WARNING, applies_to=GoalCase)
def goal_differs_from_indicator(case: GoalCase) -> Verdict:
    """Hold a figure of a text against the indicators of the same name; one that agrees is enough."""
    quantity = case.quantity
    targets = [indicator.target for indicator in case.indicators if indicator.target is not None]
    if quantity.figure.bound is Bound.ABOUT or not targets:
        return undecided(Obstacle.NOT_EXACT)
    if any(same_figure(quantity.figure, target.figure) and target.sign not in _TURNED.get(quantity.figure.bound, ()) for target in targets):
        return PASSED
    if _is_one_of(quantity, targets):
        return PASSED
    indicator = case.indicators[0]
    said, asked = quantity.place.quote, indicator.place.quote
    return Verdict(
        outcome=Outcome.FAIL,
        stated=quantity.figure.text,
        computed=indicator.value.printed,
        message=f"目标与指标不一致：文字为“{said}”，指标为“{asked}”",
        message_en=f"The text says {said}, the indicator asks for {asked}",
        evidence=(indicator.place,),
        severity=Severity.ERROR if _is_certain(quantity, targets[0], case.closeness) else Severity.WARNING,
    )


def _is_certain(quantity: Quantity, target: Target, closeness: Closeness) -> bool:
    """Whether both are exact counts of the thing that both name."""
    if _PARTLY.search(quantity.passage.text):
        return False
    is_count = not quantity.figure.is_money and quantity.figure.unit != PERCENT and not target.per
    return is_count and closeness is Closeness.NAME and target.sign is Sign.EXACT and quantity.figure.bound is Bound.EXACT


def _is_one_of(quantity: Quantity, targets: Sequence[Target]) -> bool:
    """Whether a count is one of several side by side that together are what an indicator asks for: 新建1处、续建1处社区食堂."""
    unit = re.escape(quantity.figure.unit)
    if not unit or quantity.figure.is_money or quantity.figure.unit == PERCENT:
        return False
    one = rf"[\u4e00-\u9fff]{{1,6}}\d+{unit}"
    runs = (run.group() for run in re.finditer(rf"{one}(?:[、,和及]{one})+", quantity.passage.text))
    listed = (re.findall(rf"(\d+){unit}", run) for run in runs if quantity.figure.text in run)
    totals = {sum(map(int, counts)) for counts in listed}
    return any(target.figure.unit == quantity.figure.unit and target.figure.value in totals for target in targets)
