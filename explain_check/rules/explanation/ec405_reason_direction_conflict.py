"""原因与增减方向矛盾: the reason pushes the amount the other way.

What it checks

Every stated cause raises an amount that fell, or lowers one that rose; or 未安排 stands beside an amount that rose. One cause that
may work either way, or a word on an earlier year, leaves it open.

Why it matters

Either the reason or the direction is wrong. 预算法 (2018) 第九十二条 holds liable who does not publish **and explain**
(read). 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for the reasons of increases and
decreases of 三公经费 (both seen as quoted in official notices only).

Fires

Thrift does not raise an amount.

    > 公务接待费预算3.00万元，比上年预算增加1.00万元，增长50.00%，主要原因是厉行节约，压缩开支。

Passes

It lowers one.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是厉行节约，压缩开支。

Undecided

The thrift was last year's.

    > 公务接待费预算3.00万元，比上年预算增加1.00万元，增长50.00%，主要原因是上年厉行节约，基数较低。
"""

from __future__ import annotations

from explain_check.model.finding import Severity, Verdict
from explain_check.rules.explanation.explained import EXPLAINED, Explained, judge_flag
from explain_check.rules.registry import rule


@rule(code="EC405", name="reason-direction-conflict", label="原因与增减方向矛盾", severity=Severity.WARNING, applies_to=EXPLAINED)
def reason_direction_conflict(case: Explained) -> Verdict:
    """Fail where the reason carries the flag."""
    return judge_flag(case, "direction_conflict", "所述原因与增减方向相反", "The stated cause pushes the other way")
