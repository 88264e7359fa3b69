"""原因对象不符: the reason speaks of another item.

What it checks

A reason that names another well-known item than the one it stands for (公务接待费 explained by 公务用车运行维护费), and no word of its
own: as a rule copied from another line. Totals, whose parts a reason may name, are not judged.

Why it matters

A reason copied from another line leaves the change unexplained. 预算法 (2018) 第九十二条 holds liable who does not publish
**and explain** (read). 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for the reasons
of increases and decreases of 三公经费 (both seen as quoted in official notices only).

Fires

A vehicle's reason stands by the receptions.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是公务用车运行维护费减少。

Passes

The reason speaks of its own item.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是接待批次减少。

Undecided

A total is explained by its part.

    > “三公”经费预算8.00万元，比上年预算减少1.00万元，下降11.11%，主要原因是公务用车运行维护费减少。
"""

from __future__ import annotations

from explain_check.model.finding import Severity, Verdict
from explain_check.rules.explanation.explained import EXPLAINED, Explained, claim_of, judge_flag
from explain_check.rules.registry import rule


@rule(code="EC406", name="wrong-subject", label="原因对象不符", severity=Severity.WARNING, applies_to=EXPLAINED)
def wrong_subject(case: Explained) -> Verdict:
    """Fail where the reason carries the flag."""
    name = claim_of(case).account or claim_of(case).subject
    return judge_flag(case, "wrong_subject", f"原因说的是别的项目，不是{name}", "The reason speaks of another item")
