"""用途与科目不符: the money of one item (项) is said to be for another item.

What it checks

Where most uses of a list of items (某支出（类）某款（款）某项（项）…主要用于某项) are nothing but the items' own names, each use is held
against its item. It is wrong where it names another item of the list, or another one of the same division (款).

Why it matters

预算法 第四十六条 (quoted) wants expenditure shown down to 项 by function: with the use of another item nobody knows what the money is for.
The finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 某街道2024年部门预算
    > 1、“一般公共服务支出（类）统计信息事务（款）专项普查活动（项）”科目20.00万元，主要用于统计信息事务统计抽样调查。
    > 2、“一般公共服务支出（类）组织事务（款）一般行政管理事务（项）”科目30.00万元，主要用于组织事务一般行政管理事务。
    > 3、“科学技术支出（类）科学技术普及（款）科普活动（项）”科目10.00万元，主要用于科普活动。
    > 4、“文化旅游体育与传媒支出（类）体育（款）群众体育（项）”科目15.00万元，主要用于群众体育。

    > 某街道2024年部门预算
    > 1、“卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）”科目20.00万元，主要用于行政单位医疗。
    > 2、“卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）”科目30.00万元，主要用于行政单位医疗。
    > 3、“科学技术支出（类）科学技术普及（款）科普活动（项）”科目10.00万元，主要用于科普活动。
    > 4、“文化旅游体育与传媒支出（类）体育（款）群众体育（项）”科目15.00万元，主要用于群众体育。

Passes

    > 某街道2024年部门预算
    > 1、“一般公共服务支出（类）统计信息事务（款）专项普查活动（项）”科目20.00万元，主要用于统计信息事务专项普查活动。
    > 2、“一般公共服务支出（类）组织事务（款）一般行政管理事务（项）”科目30.00万元，主要用于组织事务一般行政管理事务。
    > 3、“科学技术支出（类）科学技术普及（款）科普活动（项）”科目10.00万元，主要用于科普活动。
    > 4、“文化旅游体育与传媒支出（类）体育（款）群众体育（项）”科目15.00万元，主要用于群众体育。

Undecided

The use says more than a name, or says less than one item.

    > 某街道2024年部门预算
    > 1、“城乡社区支出（类）城乡社区管理事务（款）城管执法（项）”科目20.00万元，主要用于城乡社区管理事务支出。
    > 2、“一般公共服务支出（类）组织事务（款）一般行政管理事务（项）”科目30.00万元，主要用于组织事务一般行政管理事务。
    > 3、“科学技术支出（类）科学技术普及（款）科普活动（项）”科目10.00万元，主要用于科普活动。
    > 4、“文化旅游体育与传媒支出（类）体育（款）群众体育（项）”科目15.00万元，主要用于群众体育。
"""

from __future__ import annotations

import re

from explain_check.model.case import UseCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

#: Behind the name of a division these name no item of it: 统计信息事务方面的支出
_NO_ITEM = re.compile(r"(?:等?(?:方面|工作|项目|各项|相关|日常)?的?(?:支出|经费|费用|资金|开支|工作|项目)?)?$")


@rule(code="EC616", name="use-of-another-item", label="用途与科目不符", severity=Severity.WARNING, applies_to=UseCase)
def use_of_another_item(case: UseCase) -> Verdict:
    """Hold the name that a use repeats against the name of its item."""
    if case.item in case.use or case.use in case.item or case.use in case.division:
        return PASSED
    rest = case.use[len(case.division) :] if case.use.startswith(case.division) else ""
    is_told_so = case.item.startswith("其他") or any(rest[i : i + 2] in case.item for i in range(len(rest) - 1))
    is_sister = bool(rest) and not is_told_so and not _NO_ITEM.match(rest)
    if not case.other and not is_sister:
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.use,
        computed=case.division + case.item,
        message=f"用途与科目不符：“{case.item}”的用途写作“{case.use}”，说的是别的科目",
        message_en=f"The use of {case.item} reads {case.use}, which names another item",
    )
