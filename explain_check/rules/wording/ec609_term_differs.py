"""同一项目用语不一致: a set term differs within one form.

What it checks

四险一金 and 五险一金 (and their like) name different sets of contributions; in one project only one of them can be meant.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

Two terms.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 聘用人员经费 |
    > | 保障措施 | 明确工资发放标准和四险一金缴纳方式。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 时效指标 | 五险一金缴纳及时性 | 及时 |

Passes

One term.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 聘用人员经费 |
    > | 保障措施 | 明确工资发放标准和五险一金缴纳方式。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 时效指标 | 五险一金缴纳及时性 | 及时 |

Undecided

Different projects.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 聘用人员经费 |
    > | 保障措施 | 四险一金按时缴纳。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 劳务派遣经费 |
    > | 保障措施 | 五险一金按时缴纳。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.goal import TermCase
from explain_check.rules.registry import rule


@rule(code="EC609", name="term-differs", label="同一项目用语不一致", severity=Severity.WARNING, applies_to=TermCase)
def term_differs(case: TermCase) -> Verdict:
    """Fail where a form uses two terms of one family."""
    if len(case.terms) < 2:
        return PASSED
    shown = "、".join(f"“{term}”（{len(places)} 处）" for term, places in case.terms)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.terms[0][0],
        computed=case.terms[-1][0],
        message=f"“{case.form.name}”内用语不一致：{shown}",
        message_en=f"Terms differ within the form: {shown}",
        evidence=tuple(places[0] for _, places in case.terms[1:]),
    )
