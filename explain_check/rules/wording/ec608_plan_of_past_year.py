"""计划年份已过: a plan, deadline or schedule of this year's budget lies in an earlier year.

What it checks

What the texts of projects and performance forms plan with a year (2023年计划采购, 早于2023年10月20日, 争取到2022年底前建成, a schedule
whose steps are all dated in earlier years, 2022年是攻坚之年) is held against the year of the budget. What is told as done, titles of
laws, numbers of documents and periods of several years are passed over. Where only this year's work belongs (goal, plan, indicator)
a plan or deadline of an earlier year is an error unless the project began earlier; elsewhere it is a warning. Money that a section
allots to one earlier year alone (六、年度预算安排, 2025年本部门政府采购预算120万元) is one, too, in a budget, and so is
what was counted in a month two years back (截至2024年8月31日 in a budget of 2026).

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only). A plan for a year that is over is last year's text left standing.

Fires

A plan in a goal.

    > 石塘县第一中学2024年部门预算
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 设备购置 |
    > | 年度目标 | 我校2023年计划采购20台电脑，改善教学条件。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 采购电脑数量 | ≥20台 |

A deadline.

    > 石塘县第一中学2024年部门预算
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 设备购置 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 时效指标 | 项目招标完成 | 早于2023年10月20日 |

This year's money.

    > 石塘县文化馆2026年部门预算
    > 一、项目概述
    > 剧场修缮，总投资300万元。
    > 二、年度预算安排
    > 2025年安排修缮资金120万元。

    > 石塘县文化馆2026年部门预算
    > 三、政府采购情况
    > 2025年本单位政府采购预算120万元，其中：货物20万元、服务100万元。
    > 2026年本单位面向中小企业预留政府采购项目预算金额80万元。

Vehicles counted two years back.

    > 石塘县文化馆2026年部门预算
    > 四、国有资产占有使用情况
    > 截至2024年8月31日，本单位共有车辆2辆。

Passes

This year's.

    > 石塘县第一中学2024年部门预算
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 设备购置 |
    > | 年度目标 | 我校2024年计划采购20台电脑，改善教学条件。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 时效指标 | 项目招标完成 | 早于2024年10月20日 |

Money of several years, and last year's beside this year's.

    > 石塘县文化馆2026年部门预算
    > 一、年度预算安排
    > 2025年安排修缮资金120万元，2026年安排100万元。
    > 二、政府采购情况
    > 2025年本单位政府采购预算120万元，比上年增加10万元。
    > 2025年机关运行经费预算20万元。
    > 2026年机关运行经费预算22万元。
    > 三、国有资产占有使用情况
    > 截至2025年8月31日，本单位共有车辆2辆；截至2024年12月31日，资产总额300万元。

Undecided

The budget's year is not known.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 设备购置 |
    > | 年度目标 | 我校2023年计划采购20台电脑，改善教学条件。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 采购电脑数量 | ≥20台 |
"""

from __future__ import annotations

from explain_check.model.dated import DatedCase, Dating
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import LABELS, STALE_YEAR
from explain_check.rules.registry import rule

_WORDS = {
    Dating.PLAN: "计划",
    Dating.DEADLINE: "完成期限",
    Dating.SCHEDULE: "实施计划的各步",
    Dating.HOPE: "期限",
    Dating.OCCASION: "年份",
    Dating.GOAL: "目标",
    Dating.ALLOTMENT: "预算安排",
    Dating.HOLDING: "统计时点",
}


@rule(code="EC608", name="plan-of-past-year", label="计划年份已过", severity=Severity.WARNING, applies_to=DatedCase)
def plan_of_past_year(case: DatedCase) -> Verdict:
    """Hold the year of a plan against the budget's."""
    if case.year is None:
        return undecided(Obstacle.NO_YEAR)
    if case.dated >= case.year or _tells_when_it_was(case, case.year):
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(case.dated),
        computed=str(case.year),
        message=f"{_WORDS[case.dating]}在 {case.dated} 年，早于预算年度 {case.year} 年，疑为以前年度的文字未更新",
        message_en=f"Planned for {case.dated} in a budget of {case.year}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {case.year}：{LABELS[STALE_YEAR]}"),
        severity=Severity.ERROR if _is_certain(case, case.year) else Severity.WARNING,
    )


def _tells_when_it_was(case: DatedCase, year: int) -> bool:
    """Whether a bare date of a project that began earlier tells what was done: 硬件安装时间 2023年10月."""
    return case.dating is Dating.DEADLINE and not case.is_firm and case.started is not None and case.started < year


def _is_certain(case: DatedCase, year: int) -> bool:
    """Whether the statement can only be about this year's work."""
    if not case.is_firm or (case.started is not None and case.started < year):
        return False
    return case.dating in (Dating.PLAN, Dating.DEADLINE) or (case.dating is Dating.SCHEDULE and case.started == year)
