"""项目资金合计与来源不符: the funds of a form do not make up its amount.

What it checks

The funds printed as parts of an amount (财政拨款, 其他资金, 中央财政资金 …) must add up to it, all of them or 财政拨款 and 其他资金
alone, as the others may be parts of 财政拨款. More than the whole from just these two is an error; otherwise a warning, as a fund
may bear a name that is not known.

Why it matters

Performance goals are published with the budget: 财预〔2021〕29号 asks units to publish them; what is published must be true and
accurate: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (both seen as quoted in official notices only).

Fires

Two funds.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 防汛物资储备 |
    > | 项目资金（万元） | 年度预算总额 | 46.00 | 其中：财政拨款 | 40.00 | 其他资金 | 8.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Passes

They add up.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 防汛物资储备 |
    > | 项目资金（万元） | 年度预算总额 | 46.00 | 其中：财政拨款 | 40.00 | 其他资金 | 6.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |

Undecided

One fund alone.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 防汛物资储备 |
    > | 项目资金（万元） | 年度预算总额 | 46.00 | 其中：财政拨款 | 40.00 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 专项业务 | 有效开展 |
"""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.model.form import FormAmount, Fund
from explain_check.model.goal import FundsCase
from explain_check.rules.registry import rule

_SOURCES = (Fund.FISCAL, Fund.OTHER)


@rule(code="EC326", name="funds-do-not-add-up", label="项目资金合计与来源不符", severity=Severity.WARNING, applies_to=FundsCase)
def funds_do_not_add_up(case: FundsCase) -> Verdict:
    """Add the funds up and hold the sum against the whole."""
    sources = [part for part in case.parts if part.fund in _SOURCES]
    whole = case.whole.printed.figure.interval_in("元")
    if any(parts and _sum(parts).overlaps(whole) for parts in (case.parts, sources)):
        return PASSED
    shown = " + ".join(part.printed.figure.text for part in case.parts)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.whole.printed.figure.text,
        computed=shown,
        message=f"“{case.form.name}”的资金来源 {shown} 不等于 {case.whole.label.rstrip('：:')} {case.whole.printed.figure.text}",
        message_en=f"The funds {shown} do not make up {case.whole.printed.figure.text}",
        evidence=tuple(part.place for part in case.parts),
        severity=Severity.ERROR if _is_certain(case, whole) else Severity.WARNING,
    )


def _is_certain(case: FundsCase, whole: Interval) -> bool:
    """Whether 财政拨款 and 其他资金 alone are more than the whole."""
    return [part.fund for part in case.parts] == list(_SOURCES) and _sum(case.parts).low > whole.high


def _sum(parts: Sequence[FormAmount]) -> Interval:
    """Return the amounts that the parts may have together, in 元."""
    total = parts[0].printed.figure.interval_in("元")
    for part in parts[1:]:
        total = total + part.printed.figure.interval_in("元")
    return total
