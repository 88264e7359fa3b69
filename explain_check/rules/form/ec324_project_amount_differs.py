"""项目金额不一致: a project has another amount in its form or description than in the table of projects.

What it checks

A project is found again by its name, which may differ by the year in front, marks, a final 项目 or one word. One of its amounts (this
year's, the whole, the fiscal part) must stand in its rows of the table of projects, alone or with what is carried over. It is an error
where the names are the same and there is one such project with one row; otherwise a warning.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

The digits are turned.

    > 2024年项目支出表
    > 单位：万元
    > | 项目名称 | 合计 | 一般公共预算 |
    > | 囚车更新购置 | 26.80 | 26.80 |
    > | 人民陪审员补助 | 24.00 | 24.00 |
    > | 合计 | 50.80 | 50.80 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 囚车更新购置 |
    > | 项目资金（万元） | 年度资金总额： | 28.60 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

The same in 元.

    > 2024年项目支出表
    > 单位：万元
    > | 项目名称 | 合计 | 一般公共预算 |
    > | 囚车更新购置 | 26.80 | 26.80 |
    > | 人民陪审员补助 | 24.00 | 24.00 |
    > | 合计 | 50.80 | 50.80 |
    > 项目支出绩效目标表
    > 单位：元
    > | 项目名称 | 囚车更新购置 |
    > | 项目资金（元） | 年度资金总额： | 268,000 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

The table does not hold the project.

    > 2024年项目支出表
    > 单位：万元
    > | 项目名称 | 合计 | 一般公共预算 |
    > | 囚车更新购置 | 26.80 | 26.80 |
    > | 人民陪审员补助 | 24.00 | 24.00 |
    > | 合计 | 50.80 | 50.80 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 法庭修缮 |
    > | 项目资金（万元） | 年度资金总额： | 28.60 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.link.units import same_figure
from explain_check.model.figure import Figure, Interval
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import ProjectAmountCase
from explain_check.rules.registry import rule


@rule(code="EC324", name="project-amount-differs", label="项目金额不一致", severity=Severity.WARNING, applies_to=ProjectAmountCase)
def project_amount_differs(case: ProjectAmountCase) -> Verdict:
    """Look for one of the project's amounts in its rows."""
    figures = [amount.printed.figure for amount in case.amounts]
    rows = [row.cell.figure for row in case.rows if row.cell.figure is not None]
    carried = [row.cell.figure for row in case.carried if row.cell.figure is not None]
    if any(same_figure(figure, row) or _is_sum(figure, row, carried) for figure in figures for row in rows):
        return PASSED
    first, row = case.amounts[0], case.rows[0]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=first.printed.figure.text,
        computed=row.cell.text,
        message=f"“{case.form.name}”此处为 {first.printed.figure.text}（{first.label}），项目表为 {row.cell.text}{row.unit}",
        message_en=f"The project's amount is {first.printed.figure.text} here and {row.cell.text} in the table of projects",
        evidence=(row.place,),
        severity=Severity.ERROR if case.is_exact else Severity.WARNING,
    )


def _is_sum(figure: Figure, row: Figure, carried: list[Figure]) -> bool:
    """Whether an amount is the row's and what is carried over, together."""
    whole: Interval = figure.interval_in("元")
    return any((row.interval_in("元") + other.interval_in("元")).overlaps(whole) for other in carried)
