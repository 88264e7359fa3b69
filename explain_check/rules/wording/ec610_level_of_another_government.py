"""名词解释沿用其他层级模板: the glossary defines a term for another level of government.

What it checks

A definition that speaks of 省直部门, 省级财政 or 市级预算主管部门 is held against the level that the body's name shows. Courts,
procuratorates and others that a higher level pays are passed over; a township may be paid by its county.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

A provincial template in a city.

    > 石塘市住房保障中心2024年部门预算
    > 第三部分 预算情况说明
    > 一、收入预算100.00万元。
    > 第四部分 名词解释
    > 一、“三公”经费：指省直部门用财政拨款安排的因公出国（境）费用。

Passes

The body's own level.

    > 石塘市住房保障中心2024年部门预算
    > 第三部分 预算情况说明
    > 一、收入预算100.00万元。
    > 第四部分 名词解释
    > 一、“三公”经费：指市直部门用财政拨款安排的因公出国（境）费用。

Undecided

The body's name shows no level.

    > 住房保障服务中心2024年部门预算
    > 第三部分 预算情况说明
    > 一、收入预算100.00万元。
    > 第四部分 名词解释
    > 一、“三公”经费：指省直部门用财政拨款安排的因公出国（境）费用。
"""

from __future__ import annotations

from explain_check.link.bodies import is_level_above
from explain_check.model.body import LevelCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule

_COPIED = ("省", "市")


@rule(
    code="EC610",
    name="level-of-another-government",
    label="名词解释沿用其他层级模板",
    severity=Severity.WARNING,
    applies_to=LevelCase,
)
def level_of_another_government(case: LevelCase) -> Verdict:
    """Fail where a definition speaks of a province or city above the body's level."""
    if case.said not in _COPIED or not is_level_above(case.said, case.level):
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.words,
        message=f"名词解释写“{case.words.lstrip('指是由:纳入')}”，“{case.body}”不是{case.said}级部门，疑为沿用{case.said}级模板",
        message_en=f"The glossary speaks of another level of government ({case.words}) than that of {case.body}",
    )
