"""项目起止时间不一致: a project's description and its form give different dates.

What it checks

The period of a project in the prose (五、实施周期 with the project named around it, 项目周期：…) is held against 计划开始日期 and
计划完成日期 of its form, by year and month. A period inside that of the form may be this year's part of the work: it is a remark.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

Another end.

    > 石塘县城市管理局2026年部门预算
    > 河道保洁经费情况说明
    > 一、项目概述
    > 河道保洁经费用于辖区水面保洁。
    > 二、实施周期
    > 2026年1月1日-2028年12月31日
    > 三、绩效目标
    > 见表。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 河道保洁经费 |
    > | 计划开始日期 | 2026-01-01 | 计划完成日期 | 2027-12-31 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 河道保洁 | 有效开展 |

A part of the form's period (a remark).

    > 石塘县城市管理局2026年部门预算
    > 河道保洁经费情况说明
    > 一、项目概述
    > 河道保洁经费用于辖区水面保洁。
    > 二、实施周期
    > 2026年1月1日-2026年12月31日
    > 三、绩效目标
    > 见表。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 河道保洁经费 |
    > | 计划开始日期 | 2024-01-01 | 计划完成日期 | 2026-12-31 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 河道保洁 | 有效开展 |

Passes

The same dates.

    > 石塘县城市管理局2026年部门预算
    > 河道保洁经费情况说明
    > 一、项目概述
    > 河道保洁经费用于辖区水面保洁。
    > 二、实施周期
    > 2026年1月至2027年12月
    > 三、绩效目标
    > 见表。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 河道保洁经费 |
    > | 计划开始日期 | 2026/1/1 | 计划完成日期 | 2027/12/31 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 河道保洁 | 有效开展 |

Undecided

Nothing says whose period it is.

    > 石塘县城市管理局2026年部门预算
    > 一、项目概述
    > 用于道路养护。
    > 二、实施周期
    > 2026年1月1日-2026年12月31日
    > 三、绩效目标
    > 见表。
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 河道保洁经费 |
    > | 计划开始日期 | 2024-01-01 | 计划完成日期 | 2026-12-31 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 河道保洁 | 有效开展 |
"""

from __future__ import annotations

from explain_check.model.dated import Month, PeriodCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule


@rule(code="EC333", name="period-differs", label="项目起止时间不一致", severity=Severity.WARNING, applies_to=PeriodCase)
def period_differs(case: PeriodCase) -> Verdict:
    """Hold the period that a text says against the dates of the form."""
    if all(_may_be_same(one, other) for one, other in zip(case.said, case.printed, strict=True)):
        return PASSED
    shown = "至".join(place.quote for place in case.dates)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.place.quote,
        computed=shown,
        message=f"“{case.form.name}”文字为“{case.place.quote}”，绩效目标表为 {shown}",
        message_en=f"The text says {case.place.quote}, the form {shown}",
        evidence=case.dates,
        severity=Severity.INFO if _is_part(case) else Severity.WARNING,
    )


def _may_be_same(one: Month, other: Month) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or 0 in (one[1], other[1]))


def _is_part(case: PeriodCase) -> bool:
    """Whether what is said lies within the dates of the form."""
    (first, last), (start, end) = case.said, case.printed
    return (
        start[0] <= first[0] <= last[0] <= end[0]
        and (_may_be_same(first, start) or start < first)
        and (_may_be_same(last, end) or last < end)
    )
