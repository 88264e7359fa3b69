"""汇总数与本级、所属单位之和不符: a department's amount is not the sum of what its units publish.

What it checks

Where a department names the units that its budget covers, and the disclosures of all of them (its own office included) are at
hand, the amounts of 基本支出, 项目支出, 一般公共预算支出, 机关运行经费 and 三公经费 with its items are added up, as intervals,
and held against the department's. Totals of income and expenditure are left out: money that units pay each other is counted
once in them.

Why it matters

Two published figures that cannot both be true. The finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号,
第三、四条; seen as quoted in official notices only). 预算法实施条例 第六条 asks for the disclosure of subordinate units, too (quoted).

Fires

The units' texts of the same year stand above the line.

    > 某市教育局（本级）2024年单位预算
    > “三公”经费预算10.00万元。
    > ----
    > 某市第一中学2024年单位预算
    > “三公”经费预算5.00万元。
    > ----
    > 某市教育局2024年部门预算
    > “三公”经费预算17.00万元。

Passes

    > 某市教育局（本级）2024年单位预算
    > “三公”经费预算10.00万元。
    > ----
    > 某市第一中学2024年单位预算
    > “三公”经费预算5.00万元。
    > ----
    > 某市教育局2024年部门预算
    > “三公”经费预算15.00万元。

Undecided

A unit prints no such amount.

    > 某市教育局（本级）2024年单位预算
    > “三公”经费预算10.00万元。
    > ----
    > 某市第一中学2024年单位预算
    > 项目支出5.00万元。
    > ----
    > 某市教育局2024年部门预算
    > “三公”经费预算17.00万元。
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import plain
from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.years import UnitsCase
from explain_check.rules.registry import rule


@rule(code="EC505", name="units-differ", label="汇总数与所属单位之和不符", severity=Severity.WARNING, applies_to=UnitsCase)
def units_differ(case: UnitsCase) -> Verdict:
    """Hold the sum of the units against the whole."""
    if any(part.fact is None for part in case.parts):
        return undecided(Obstacle.NO_AMOUNT)
    facts = [(part, part.fact) for part in case.parts if part.fact is not None]
    intervals = [fact.figure.interval for _, fact in facts]
    total = Interval(low=sum((i.low for i in intervals), Decimal(0)), high=sum((i.high for i in intervals), Decimal(0)))
    if total.overlaps(case.whole.figure.interval):
        return PASSED
    values = [_ten_thousands(fact.figure.value) for _, fact in facts]
    result = _ten_thousands(sum((fact.figure.value for _, fact in facts), Decimal(0)))
    whole = _ten_thousands(case.whole.figure.value)
    named = "、".join(f"{part.unit} {value}" for (part, _), value in zip(facts, values, strict=True))
    return Verdict(
        outcome=Outcome.FAIL,
        stated=whole,
        computed=result,
        message=f"{case.whole.key.account}：所属单位公开数之和为 {result} 万元（{named}），汇总数为 {whole} 万元",
        message_en=f"{case.whole.key.account}: the units' disclosures make {result} 万元 ({named}), the department prints {whole} 万元",
        evidence=tuple(replace(fact.place, document=part.document) for part, fact in facts),
    )


def _ten_thousands(yuan: Decimal) -> str:
    return plain((yuan / 10_000).quantize(Decimal("0.01")))
