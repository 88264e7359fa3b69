"""文字所述项目金额与表内金额不一致: a form's text states another amount for the project than its fields.

What it checks

An amount that a text gives for the whole project of this year (此项目所需资金约35.9万元, 预算数为5万元, 每年需支付91000元) must be one
of the form's amounts. Amounts of earlier years and of several years are passed over.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

An older estimate.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园监控改造 |
    > | 项目资金（万元） | 年度资金总额： | 35.70 |
    > | 项目概况 | 更换摄像头。此项目所需资金约35.9万元。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

The same amount.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园监控改造 |
    > | 项目资金（万元） | 年度资金总额： | 35.70 |
    > | 项目概况 | 更换摄像头。此项目所需资金35.7万元。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

The form prints no amount.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校园监控改造 |
    > | 项目概况 | 更换摄像头。此项目所需资金约35.9万元。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.link.units import same_figure
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import StatedAmountCase
from explain_check.rules.registry import rule


@rule(code="EC325", name="stated-amount-differs", label="文字所述项目金额不一致", severity=Severity.WARNING, applies_to=StatedAmountCase)
def stated_amount_differs(case: StatedAmountCase) -> Verdict:
    """Look for the stated amount among the form's amounts."""
    figure = case.quantity.figure
    if any(same_figure(figure, amount.printed.figure) for amount in case.amounts):
        return PASSED
    shown = "、".join(f"{amount.label.rstrip('：:')}{amount.printed.figure.text}" for amount in case.amounts)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=figure.text,
        computed=case.amounts[0].printed.figure.text,
        message=f"“{case.form.name}”的文字写“{case.place.quote}”，表内为 {shown}",
        message_en=f"The text says {case.place.quote}, the form has {shown}",
        evidence=tuple(amount.place for amount in case.amounts[:2]),
    )
