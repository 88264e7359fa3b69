"""高价值设备多于低价值设备: more things above a high value than above a lower one.

What it checks

单位价值50万元以上的设备 include those of 100万元以上: of the same things the second number cannot be the larger one.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read). The statement of large equipment is part of 国有资产占有使用情况.

Fires

    > 某市某医院2024年部门预算
    > 截至2023年底，单位价值50万元以上的专用设备2台（套），单位价值100万元以上的专用设备5台（套）。

Passes

    > 某市某医院2024年部门预算
    > 截至2023年底，单位价值50万元以上的专用设备12台（套），单位价值100万元以上的专用设备5台（套）。

Undecided

The set wording speaks of two kinds of equipment.

    > 某市某医院2024年部门预算
    > 截至2023年底，单位价值50万元以上通用设备2台（套），单位价值100万元以上专用设备5台（套）。

One number counts what is there, the other what is to be bought.

    > 某市某医院2024年部门预算
    > 单位价值50万元以上的专用设备2台（套），计划购置单位价值100万元以上的专用设备5台（套）。
"""

from __future__ import annotations

import re

from explain_check.model.arithmetic import are_exact, plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.quantity import ThresholdCase
from explain_check.rules.registry import rule

_BUYS = re.compile(r"购置|采购|购买|新增|更新|报废|处置")


@rule(code="EC115", name="threshold-counts", label="高价值设备多于低价值设备", severity=Severity.ERROR, applies_to=ThresholdCase)
def threshold_counts(case: ThresholdCase) -> Verdict:
    """Hold the number above the higher value against the one above the lower value."""
    lower, higher = case.lower, case.higher
    if lower.subject != higher.subject or bool(_BUYS.search(lower.place.quote)) != bool(_BUYS.search(higher.place.quote)):
        return undecided(Obstacle.NOT_CONCERNED)
    assert lower.current is not None
    assert higher.current is not None
    if not are_exact(lower.current, higher.current):
        return undecided(Obstacle.NOT_EXACT)
    few, many = lower.current.figure.value, higher.current.figure.value
    if many <= few:
        return PASSED
    names = [claim.threshold.figure.text if claim.threshold else "" for claim in (lower, higher)]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(many),
        computed=plain(few),
        message=f"{names[1]}以上的{higher.subject}有 {plain(many)}{higher.unit}，{names[0]}以上的却只有 {plain(few)}{lower.unit}："
        "前者包含在后者之内，不可能更多",
        message_en=f"{plain(many)} above {names[1]}, but only {plain(few)} above {names[0]}: the former are among the latter",
        evidence=(lower.place,),
    )
