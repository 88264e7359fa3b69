"""原因雷同: one sentence explains several items.

What it checks

The same sentence of at least 12 characters as the reason of different items at different places of the document. Reasons that may
well be shared (未安排, 与上年一致, the unit's kind) and totals of the same money are left out.

Why it matters

A sentence that explains everything may be copied; worth a look. 预算法 (2018) 第九十二条 holds liable who does not publish
**and explain** (read). 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for the reasons
of increases and decreases of 三公经费 (both seen as quoted in official notices only).

Fires

One sentence, two items.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是认真落实中央八项规定精神，压缩开支。
    > 公务用车运行维护费预算4.00万元，比上年预算减少1.00万元，下降20.00%，主要原因是认真落实中央八项规定精神，压缩开支。

Passes

Each has its own.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是认真落实中央八项规定精神，压缩开支。
    > 公务用车运行维护费预算4.00万元，比上年预算减少1.00万元，下降20.00%，主要原因是报废两辆使用年限已满的公务用车。

Undecided

A sentence too short to be copied.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是厉行节约。
    > 公务用车运行维护费预算4.00万元，比上年预算减少1.00万元，下降20.00%，主要原因是厉行节约。
"""

from __future__ import annotations

from explain_check.model.finding import Severity, Verdict
from explain_check.rules.explanation.explained import EXPLAINED, Explained, judge_flag
from explain_check.rules.registry import rule


@rule(code="EC407", name="boilerplate-reason", label="原因雷同", severity=Severity.INFO, applies_to=EXPLAINED)
def boilerplate_reason(case: Explained) -> Verdict:
    """Fail where the reason carries the flag."""
    return judge_flag(case, "boilerplate", "同一句话也用来解释别的项目", "The same sentence explains other items")
