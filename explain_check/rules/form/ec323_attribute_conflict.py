"""项目属性与说明矛盾: a form's attribute says that the project ends, its text that it recurs, or the reverse.

What it checks

项目属性 (一次性, 经常性, 延续, 新增; of boxes the ticked one) is held against sentences of the form's texts that say of the project
itself what kind it is: 此项目为经常性项目, 本项目属于一次性项目. 经常性 and 延续 go together, as do 新增 and 一次性 or 经常性.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

A one-off project that recurs.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 视频会议系统租赁 |
    > | 项目属性 | 一次性项目（1年结束） |
    > | 项目概况 | 租赁视频会议系统，此项目为经常性项目，需每年支付。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

Both say the same.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁 |
    > | 项目属性 | 经常性项目 |
    > | 项目概况 | 此项目为经常性项目，每年需支付16.90万元。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

No box is ticked.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁 |
    > | 项目属性 | 新增项目□ 延续项目□ |
    > | 项目概况 | 此项目为经常性项目。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import AttributeCase, Lasting
from explain_check.rules.registry import rule

_AGAINST = {
    frozenset((Lasting.ONCE, Lasting.RECURRING)),
    frozenset((Lasting.ONCE, Lasting.CONTINUED)),
    frozenset((Lasting.NEW, Lasting.CONTINUED)),
}


@rule(code="EC323", name="attribute-conflict", label="项目属性与说明矛盾", severity=Severity.ERROR, applies_to=AttributeCase)
def attribute_conflict(case: AttributeCase) -> Verdict:
    """Hold the printed attribute against what a sentence says of the project."""
    if frozenset((case.printed, case.said)) not in _AGAINST:
        return PASSED
    printed = case.attribute.passage
    place = printed.place(0, len(printed.text))
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.place.quote,
        computed=place.quote,
        message=f"“{case.form.name}”的项目属性为“{place.quote}”，文字却写“{case.place.quote}”",
        message_en=f"The attribute is {place.quote}, the text says {case.place.quote}",
        evidence=(place,),
    )
