"""同一项目金额前后不一: an item's amount at its head is not the one that the same item states behind.

What it checks

In final accounts an item may open with its amount (教育支出16.24万元，主要用于…) and end with its budget and its actual
(年初预算为20万元，支出决算为16.24万元); in budgets with this year's budget (2026年度预算18万元，主要用于…) that a comparison names once
more (2026年预算安排18万元，比2025年执行数增加10.84%). Both must be one amount as far as their decimals go. Where they differ in the
last place only, it is a warning: one may have been added up, the other rounded.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

Two amounts; the rate of completion tells which of them is wrong.

    > 某市某街道2025年度部门决算
    > 公益性岗位补贴（项）357.14万元，主要用于就业援助。年初预算为374.82万元，支出决算为345.53万元，完成年初预算的95.28%。

The budget of an item, said twice.

    > 某市某街道2026年部门预算
    > 教育支出2026年度预算81万元，主要用于办学。2025年执行数为16.24万元，2026年预算安排18万元，比2025年执行数增加10.84%，主要原因是扩班。

They differ in the last place (a warning).

    > 某市某街道2025年度部门决算
    > 公益性岗位补贴（项）169.85万元，主要用于就业援助。年初预算为185.33万元，支出决算为169.86万元，主要原因是人员减少。

Passes

    > 某市某街道2025年度部门决算
    > 公益性岗位补贴（项）357.1万元，主要用于就业援助。年初预算为374.82万元，支出决算为357.14万元，完成年初预算的95.28%。

Undecided

Two things: one amount is many times the other.

    > 某市某街道2025年度部门决算
    > 公务接待费1.5万元。2025年预算数3786.71万元，决算数4610.19万元，完成预算的121.75%。

An amount is only rough.

    > 某市某街道2025年度部门决算
    > 公益性岗位补贴（项）约360万元，主要用于就业援助。年初预算为374.82万元，支出决算为357.14万元，完成年初预算的95.28%。
"""

from __future__ import annotations

from explain_check.model.arithmetic import Amount, amount_of, are_exact, is_cut_off, plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.repeat import HeadAmountCase
from explain_check.model.slips import slip_to
from explain_check.rules.registry import rule

#: How much more one amount of an item may be than the other.
_MOST = 2


@rule(code="EC119", name="head-amount", label="同一项目金额前后不一", severity=Severity.ERROR, applies_to=HeadAmountCase)
def head_amount(case: HeadAmountCase) -> Verdict:
    """Hold the amount at the head of an item against the one behind."""
    if not are_exact(*case.figures):
        return undecided(Obstacle.NOT_EXACT)
    unit = case.claim.unit
    head, again = (amount_of(printed.figure, unit) for printed in case.figures)
    if head.may_be(again):
        return PASSED
    if not _may_be_one(head, again):
        return undecided(Obstacle.NOT_CONCERNED)
    stated, computed = plain(again.value), plain(head.value)
    is_cut = is_cut_off(again.value, head) or is_cut_off(head.value, again)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"同一项目前后金额不一：前为 {computed}，后为 {stated}",
        message_en=f"One item, two amounts: {computed}, then {stated}",
        evidence=(case.head.current.place,),
        severity=Severity.WARNING if is_cut or head.interval.overlaps(again.interval) else Severity.ERROR,
    )


def _may_be_one(head: Amount, again: Amount) -> bool:
    """Whether two amounts are of one size, or one slip apart: 1.5万元 and 4610.19万元 are those of two things."""
    low, high = sorted((head.value, again.value))
    return high <= _MOST * low or slip_to(again.value, head.interval) is not None
