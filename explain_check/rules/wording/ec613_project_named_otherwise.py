"""项目名称与表内不一致: a form's text calls its own project by another name.

What it checks

The project that a form's text names as its subject or purpose is held against the form's own name: the same class with another matter
behind it (司法业务费-…), or the same name with another year.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

Another matter.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 司法业务费-法律咨询费及诉讼费 |
    > | 年度目标 | 我院的司法业务费-聘用律师及贷款诉讼费项目主要是用于委托业务费。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

The same name.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 司法业务费-法律咨询费及诉讼费 |
    > | 年度目标 | 司法业务费-法律咨询及诉讼费项目主要是用于委托业务费。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

No project is named.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 司法业务费-法律咨询费及诉讼费 |
    > | 年度目标 | 保障诉讼工作开展。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.link.projects import project_key
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import NamedCase
from explain_check.rules.registry import rule


@rule(code="EC613", name="project-named-otherwise", label="项目名称与表内不一致", severity=Severity.WARNING, applies_to=NamedCase)
def project_named_otherwise(case: NamedCase) -> Verdict:
    """Fail where the text names the form's own project otherwise."""
    if case.other or case.named == case.form.name:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.named,
        computed=case.form.name,
        message=f"表内项目名称为“{case.form.name}”，文字写作“{case.named}”",
        message_en=f"The form's project is {case.form.name}, its text calls it {case.named} ({project_key(case.named)})",
    )
