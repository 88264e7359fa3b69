"""原因循环: the reason only says again that the amount changed.

What it checks

A reason made of the item's own name and a direction (因项目支出减少，所以项目支出下降), with no cause behind it. One that names a part of
the item (基本支出增加) and leaves that part without a cause where it is stated itself is an info.

Why it matters

A reason that repeats the change explains nothing. 预算法 (2018) 第九十二条 holds liable who does not publish **and explain**
(read). 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for the reasons of increases and
decreases of 三公经费 (both seen as quoted in official notices only).

Fires

The item's name and its direction, no more.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是公务接待费减少。

Passes

A cause stands behind it.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是厉行节约，公务接待费减少。

The reason names a part, and the part's own statement has a cause.

    > “三公”经费预算5.00万元，比上年预算减少1.00万元，下降16.67%，主要原因是公务接待费减少。
    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是来访批次减少。

Undecided

Nothing changed, so nothing is explained.

    > 公务接待费预算3.00万元，与上年预算持平，主要原因是公务接待费保持不变。
"""

from __future__ import annotations

from explain_check.model.finding import Severity, Verdict
from explain_check.rules.explanation.explained import EXPLAINED, Explained, claim_of, judge_flag
from explain_check.rules.registry import rule


@rule(code="EC403", name="circular-reason", label="原因循环", severity=Severity.WARNING, applies_to=EXPLAINED)
def circular_reason(case: Explained) -> Verdict:
    """Fail where the reason carries the flag."""
    if claim_of(case).reason.names_part:
        told = "原因只指出增减的是哪一部分，没有说明为什么", "The reason only names the part that moved"
        return judge_flag(case, "circular", *told, Severity.INFO)
    return judge_flag(case, "circular", "原因只是重复增减变动本身，没有说明为什么", "The reason only repeats the change")
