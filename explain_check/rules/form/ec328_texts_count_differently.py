"""两处文字数量不一致: a project's description and its performance form count the same things differently.

What it checks

The description of a project in the prose (（一）项目名称：…) and the texts of its performance form are held against each other: what
both count by the same name and unit must be the same number. It is an error where two or more counts differ and both speak of the
same amount of money; otherwise a warning.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

Two counts.

    > 第三部分 预算说明
    > （一）项目名称：办公楼物业服务
    > 预算安排规模：63.55万元
    > 资金分配情况：保洁人员3人，门卫6人，材料31.51万元。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 办公楼物业服务 |
    > | 项目资金（万元） | 年度资金总额： | 63.55 |
    > | 年度目标 | 保洁人员4人，门卫8人。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

The same counts.

    > 第三部分 预算说明
    > （一）项目名称：办公楼物业服务
    > 预算安排规模：63.55万元
    > 资金分配情况：保洁人员4人，门卫8人，材料31.51万元。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 办公楼物业服务 |
    > | 项目资金（万元） | 年度资金总额： | 63.55 |
    > | 年度目标 | 保洁人员四名，门卫8名。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

The form counts other things.

    > 第三部分 预算说明
    > （一）项目名称：办公楼物业服务
    > 预算安排规模：63.55万元
    > 资金分配情况：保洁人员3人，门卫6人，材料31.51万元。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 办公楼物业服务 |
    > | 项目资金（万元） | 年度资金总额： | 63.55 |
    > | 年度目标 | 保安12人。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.link.units import same_figure
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import CountsCase
from explain_check.rules.registry import rule


@rule(code="EC328", name="texts-count-differently", label="两处文字数量不一致", severity=Severity.WARNING, applies_to=CountsCase)
def texts_count_differently(case: CountsCase) -> Verdict:
    """Hold what two texts on one project count against each other."""
    differing = [(one, other) for one, other in case.pairs if not same_figure(one.figure, other.figure)]
    if not differing:
        return PASSED
    shown = "；".join(f"“{one.place.quote}”与“{other.place.quote}”" for one, other in differing)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=differing[0][1].figure.text,
        computed=differing[0][0].figure.text,
        message=f"“{case.form.name}”两处文字数量不一致：{shown}",
        message_en=f"Two texts on the project differ: {shown}",
        evidence=tuple(one.place for one, _ in differing),
        severity=Severity.ERROR if len(differing) > 1 and case.is_one_amount else Severity.WARNING,
    )
