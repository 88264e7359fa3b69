"""新增项目未列入项目表: the reason names a new project with its amount, and the tables of projects hold neither.

What it checks

A project that a reason calls new and gives an amount (新增智慧校园项目50.00万元), beside a table of several projects. A name that shares
half of its words with a row's, or a row with the amount, is enough. Where some projects are kept secret nothing is said.

Why it matters

The table of projects is published to be complete: 预算法实施条例 第六条 (seen as quoted in official notices only); a project that
explains the budget and is not in it is missing there or was not approved.

Fires

    > 某市某中学2024年部门预算
    > 项目支出90.00万元，比2023年增加52.00万元，增长136.84%，主要原因：一是新增智慧校园建设项目50.00万元；二是食堂改造增加2.00万元。
    > 项目支出预算表
    > 单位：万元
    > | 项目名称 | 金额 |
    > | 食堂改造 | 60.00 |
    > | 校园保安 | 30.00 |
    > | 合计 | 90.00 |

Passes

    > 某市某中学2024年部门预算
    > 项目支出90.00万元，比2023年增加52.00万元，增长136.84%，主要原因：一是新增智慧校园建设项目50.00万元；二是食堂改造增加2.00万元。
    > 项目支出预算表
    > 单位：万元
    > | 项目名称 | 金额 |
    > | 智慧校园 | 50.00 |
    > | 食堂改造 | 40.00 |
    > | 合计 | 90.00 |

Undecided

There is no table of projects.

    > 某市某中学2024年部门预算
    > 项目支出90.00万元，比2023年增加52.00万元，增长136.84%，主要原因：一是新增智慧校园建设项目50.00万元；二是食堂改造增加2.00万元。
"""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.beside import NewProjectCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC412", name="new-project-unlisted", label="新增项目未列入项目表", severity=Severity.WARNING, applies_to=NewProjectCase)
def new_project_unlisted(case: NewProjectCase) -> Verdict:
    """Look for a new project in the tables of projects."""
    if not case.has_table:
        return undecided(Obstacle.NO_TABLE)
    if case.is_listed:
        return PASSED
    if case.has_secret:
        return undecided(Obstacle.NO_LINK)
    amount = f"{plain(case.item.amount.value)}{case.item.amount.unit}"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=amount,
        message=f"原因称新增“{case.name}”{amount}，各项目表中没有这个项目，也没有这个金额",
        message_en=f"The reason names a new project ({case.name}, {amount}) that no table of projects holds",
        place=case.item.place,
    )
