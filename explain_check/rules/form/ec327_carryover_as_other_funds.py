"""财政拨款结转列为其他资金: a form calls other funds what the tables carry over from fiscal appropriation.

What it checks

An amount of 其他资金 in a performance form is looked for among what the tables carry over from 财政拨款, for the same project or for
the whole body. Other funds are 事业收入, 经营收入 and the like.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

The same amount for the same project.

    > 上年结转结余情况表
    > 单位：万元
    > | 项目名称 | 总计 | 财政拨款 |
    > | 背街小巷保洁外包 | 12.00 | 12.00 |
    > | 合计 | 12.00 | 12.00 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 背街小巷保洁外包 |
    > | 项目资金（万元） | 年度资金总额： | 158.00 |
    > | | 其中：财政拨款 | 146.00 |
    > | | 其他资金 | 12.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

Another amount.

    > 上年结转结余情况表
    > 单位：万元
    > | 项目名称 | 总计 | 财政拨款 |
    > | 背街小巷保洁外包 | 12.00 | 12.00 |
    > | 合计 | 12.00 | 12.00 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 背街小巷保洁外包 |
    > | 项目资金（万元） | 年度资金总额： | 166.00 |
    > | | 其中：财政拨款 | 146.00 |
    > | | 其他资金 | 20.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

No table of carry-over.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 背街小巷保洁外包 |
    > | 项目资金（万元） | 年度资金总额： | 158.00 |
    > | | 其中：财政拨款 | 146.00 |
    > | | 其他资金 | 12.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.goal import OtherFundsCase
from explain_check.rules.registry import rule


@rule(code="EC327", name="carryover-as-other-funds", label="财政拨款结转列为其他资金", severity=Severity.WARNING, applies_to=OtherFundsCase)
def carryover_as_other_funds(case: OtherFundsCase) -> Verdict:
    """Fail where the other funds are a fiscal carry-over of the tables."""
    if case.carried is None:
        return undecided(Obstacle.NO_LINK)
    amount = case.amount.printed.figure.text
    return Verdict(
        outcome=Outcome.FAIL,
        stated=amount,
        message=f"绩效目标表列其他资金 {amount}，“{case.carried.caption}”中同一金额为财政拨款结转",
        message_en=f"The form has {amount} of other funds; the tables carry it over from fiscal appropriation",
        evidence=(case.carried.place,),
    )
