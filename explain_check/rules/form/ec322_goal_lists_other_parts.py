"""目标所列与指标所列不同: a text lists some of the things that the indicators count, or a total that is not their sum.

What it checks

Indicators named alike but for one word (租赁电信电路, 租赁联通电路, 租赁广电电路) count the parts of one thing. Where a text about
the project lists at least two of them with their numbers, it should name the others too; where it states one number for all, the
indicators should add up to it.

Why it matters

Goals are to be specific and measurable, and indicators are what measures them; performance goals are published with the budget:
财预〔2021〕29号 asks units to publish them (seen as quoted in official notices only).

Fires

A part that the text leaves out.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁费 |
    > | 年度目标 | 租用电信公司9条、联通公司两条电路，保障网络运行。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 租赁电信电路 | 9条 |
    > | | | 租赁联通电路 | 2条 |
    > | | | 租赁广电电路 | 3条 |

A total that is not the sum.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 公厕保洁 |
    > | 年度目标 | 实现公厕保洁座数大于21座。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 城东公厕保洁数量 | ≥7座 |
    > | | | 城西公厕保洁数量 | ≥11座 |
    > | | | 城北公厕保洁数量 | ≥2座 |

Passes

All are listed.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 网络租赁费 |
    > | 年度目标 | 租用电信公司9条、联通公司两条、广电公司3条电路，保障网络运行。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 租赁电信电路 | 9条 |
    > | | | 租赁联通电路 | 2条 |
    > | | | 租赁广电电路 | 3条 |

Undecided

The total is a rough figure.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 公厕保洁 |
    > | 年度目标 | 实现公厕保洁约21座。 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 数量指标 | 城东公厕保洁数量 | ≥7座 |
    > | | | 城西公厕保洁数量 | ≥11座 |
    > | | | 城北公厕保洁数量 | ≥2座 |
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.figure import Bound
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.goal import SistersCase
from explain_check.rules.registry import rule


@rule(code="EC322", name="goal-lists-other-parts", label="目标所列与指标所列不同", severity=Severity.WARNING, applies_to=SistersCase)
def goal_lists_other_parts(case: SistersCase) -> Verdict:
    """Hold the parts that a text lists, or its total, against the indicators of these parts."""
    evidence = tuple(sister.place for sister in case.sisters)
    if case.missing:
        names = "、".join(indicator.place.quote for indicator in case.missing)
        return Verdict(
            outcome=Outcome.FAIL,
            message=f"文字列出了同类的其他各项，没有列指标中的“{names}”",
            message_en=f"The text lists the other parts but not {names}",
            evidence=evidence,
        )
    if case.total is None:
        return PASSED
    if case.total.figure.bound is Bound.ABOUT:
        return undecided(Obstacle.NOT_EXACT)
    added = sum((sister.target.figure.value for sister in case.sisters if sister.target is not None), start=Decimal(0))
    if added == case.total.figure.value:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(case.total.figure.value),
        computed=str(added),
        message=f"文字为“{case.total.place.quote}”，各项指标合计为 {added}{case.total.figure.unit}",
        message_en=f"The text says {case.total.place.quote}, the indicators add up to {added}",
        evidence=evidence,
    )
