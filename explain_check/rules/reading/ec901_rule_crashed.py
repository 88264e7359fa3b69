"""规则执行出错: a rule could not finish.

What it checks

A rule that raises an error leaves its place unchecked; the finding names rule and error, and the exit status is 2. Please
report it with the sentence concerned.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, not of the disclosure.

Fires

No text brings this about on purpose.

Passes

Any text.

    > 住房公积金支出预算151.37万元。

Undecided

Any text that was read.

    > 住房公积金支出预算151.37万元，与2023年预算持平。
"""

from __future__ import annotations

from explain_check.model.case import ReadingCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC901", name="rule-crashed", label="规则执行出错", severity=Severity.INFO, applies_to=ReadingCase)
def rule_crashed(case: ReadingCase) -> Verdict:
    """Report a rule that could not finish."""
    if case.kind != "rule":
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(outcome=Outcome.FAIL, message=f"规则执行出错：{case.detail}", message_en=f"A rule crashed: {case.detail}")
