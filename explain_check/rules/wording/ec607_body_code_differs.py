"""单位代码不一致: one body bears different codes in one document.

What it checks

The codes printed before a body's name in the performance forms (255-石塘区教育局) must be one code; a longer code that begins with
the shorter one belongs to a unit below it.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

Two codes.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁 |
    > | 主管部门及代码 | 255-石塘区教育局 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校舍维修 |
    > | 主管部门及代码 | 256-石塘区教育局 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

One code.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁 |
    > | 主管部门及代码 | 255-石塘区教育局 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校舍维修 |
    > | 主管部门及代码 | 255-石塘区教育局 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

A code for a unit.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁 |
    > | 主管部门及代码 | 255-石塘区教育局 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 校舍维修 |
    > | 主管部门及代码 | 255001-石塘区教育局 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from explain_check.model.body import CodeCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule


@rule(code="EC607", name="body-code-differs", label="单位代码不一致", severity=Severity.WARNING, applies_to=CodeCase)
def body_code_differs(case: CodeCase) -> Verdict:
    """Fail where a body has more than one code."""
    if len(case.codes) < 2:
        return PASSED
    shown = "、".join(f"{code}（{len(places)} 处）" for code, places in case.codes)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.codes[-1][0],
        computed=case.codes[0][0],
        message=f"“{case.body}”的代码不一致：{shown}",
        message_en=f"{case.body} bears the codes {shown}",
        evidence=tuple(places[0] for _, places in case.codes),
    )
