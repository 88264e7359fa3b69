"""项目个数与清单不一致: the prose counts the projects otherwise than the list whose amount it states.

What it checks

A number of projects with their amount (项目共5个，涉及预算资金127万元) is held against the lists of the document: rows of the tables of
projects, performance forms, described projects. A list that makes the same amount must hold as many projects. The number of secret
projects is held against the projects that are named as undisclosed, those of this year or all.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

One more than the table lists.

    > 石塘区教育局2024年部门预算
    > 2024年项目支出表
    > 单位：万元
    > | 项目名称 | 合计 | 一般公共预算 |
    > | 校舍维修 | 26.80 | 26.80 |
    > | 教师研修 | 24.00 | 24.00 |
    > | 合计 | 50.80 | 50.80 |
    > 第三部分 情况说明
    > （一）预算绩效情况
    > 2024年实行绩效目标管理的项目共3个，涉及预算资金50.80万元。

Passes

As many as the table lists.

    > 石塘区教育局2024年部门预算
    > 2024年项目支出表
    > 单位：万元
    > | 项目名称 | 合计 | 一般公共预算 |
    > | 校舍维修 | 26.80 | 26.80 |
    > | 教师研修 | 24.00 | 24.00 |
    > | 合计 | 50.80 | 50.80 |
    > 第三部分 情况说明
    > （一）预算绩效情况
    > 2024年实行绩效目标管理的项目共2个，涉及预算资金50.80万元。

Undecided

No list makes the amount.

    > 石塘区教育局2024年部门预算
    > 2024年项目支出表
    > 单位：万元
    > | 项目名称 | 合计 | 一般公共预算 |
    > | 校舍维修 | 26.80 | 26.80 |
    > | 教师研修 | 24.00 | 24.00 |
    > | 合计 | 50.80 | 50.80 |
    > 第三部分 情况说明
    > （一）预算绩效情况
    > 2024年实行绩效目标管理的项目共3个，涉及预算资金24.00万元。
"""

from __future__ import annotations

from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.goal import CountedCase
from explain_check.rules.registry import rule


@rule(code="EC329", name="project-count-differs", label="项目个数与清单不一致", severity=Severity.WARNING, applies_to=CountedCase)
def project_count_differs(case: CountedCase) -> Verdict:
    """Hold a number of projects against the lists that make its amount."""
    current, money = case.claim.current, case.claim.money
    amount = money.figure.interval_in("元") if money is not None and money.figure.is_money else None
    meant = [listed for listed in case.lists if listed.total is None or (amount is not None and listed.total.overlaps(amount))]
    if current is None or not meant:
        return undecided(Obstacle.NO_LINK)
    if any(listed.count == current.figure.value for listed in meant):
        return PASSED
    shown = "、".join(f"{listed.name} {listed.count} 个" for listed in meant)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=current.figure.text,
        computed=str(meant[0].count),
        message=f"文字为“{case.place.quote}”，同一金额的清单为：{shown}",
        message_en=f"The text counts {current.figure.text}; the lists hold {shown}",
    )
