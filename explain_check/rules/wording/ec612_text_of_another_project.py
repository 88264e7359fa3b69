"""项目文字误用其他项目内容: a form's text names another project of the document as its purpose.

What it checks

Phrases such as 为了完成…的项目 and …项目主要用于 in a form's texts are held against the form's own project and the other projects of
the document. Names may differ by a word; only a name that is like another project's and unlike the form's own is reported.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

Copied from another form.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络维护费及软件升级费 |
    > | 保障措施 | 为了完成学校报告厅、图书室整修及设备采购的项目，成立领导小组。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 基建专项-报告厅、图书室整修及设备采购 |
    > | 保障措施 | 做好施工管理。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

The form's own project.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络维护费及软件升级费 |
    > | 保障措施 | 为了完成网络维护及软件升级项目，成立领导小组。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 基建专项-报告厅、图书室整修及设备采购 |
    > | 保障措施 | 做好施工管理。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

A project that the document does not hold.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络维护费及软件升级费 |
    > | 保障措施 | 为了完成全市智慧教育云平台项目，成立领导小组。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 基建专项-报告厅、图书室整修及设备采购 |
    > | 保障措施 | 做好施工管理。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import NamedCase
from explain_check.rules.registry import rule

#: a shorter name may be a common word
_LONG = 8


@rule(code="EC612", name="text-of-another-project", label="项目文字误用其他项目内容", severity=Severity.ERROR, applies_to=NamedCase)
def text_of_another_project(case: NamedCase) -> Verdict:
    """Fail where another project of the document is named as the purpose."""
    if not case.other:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.named,
        computed=case.form.name,
        message=f"“{case.form.name}”的文字写“{case.place.quote}”，这是另一项目“{case.other}”的内容",
        message_en=f"The text of {case.form.name} names another project, {case.other}",
        severity=Severity.ERROR if len(case.named) >= _LONG else Severity.WARNING,
    )
