"""原因笼统: the reason names nothing concrete.

What it checks

Only words that fit every change: 工作需要, 实际情况, 项目调整, 支出结构调整. A vague word beside a concrete cause is not reported.

Why it matters

A reason that fits every change explains none. 预算法 (2018) 第九十二条 holds liable who does not publish **and explain**
(read). 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for the reasons of increases and
decreases of 三公经费 (both seen as quoted in official notices only).

Fires

工作需要 alone.

    > 项目支出30.00万元，比上年预算增加10.00万元，增长50.00%，主要原因是工作需要。

Passes

A concrete cause beside it.

    > 项目支出30.00万元，比上年预算增加10.00万元，增长50.00%，主要原因是根据工作需要新增水质监测项目。

Undecided

No reason at all is another rule's.

    > 项目支出30.00万元，比上年预算增加10.00万元，增长50.00%。
"""

from __future__ import annotations

from explain_check.model.finding import Severity, Verdict
from explain_check.rules.explanation.explained import EXPLAINED, Explained, judge_flag
from explain_check.rules.registry import rule


@rule(code="EC404", name="vague-reason", label="原因笼统", severity=Severity.INFO, applies_to=EXPLAINED)
def vague_reason(case: Explained) -> Verdict:
    """Fail where the reason carries the flag."""
    return judge_flag(case, "vague", "原因笼统，没有具体内容", "The reason names nothing concrete")
