"""表述不完整: a statement of change lacks what would make it one.

What it checks

A direction without an amount, a change without any amount of this year near it: the statement is listed and not checked.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, not of the disclosure.

Fires

No short example brings this about with certainty.

Passes

A whole statement.

    > 住房公积金支出预算151.37万元，比2023年预算增加3.00万元，增长2.02%，主要原因是基数调整。

Undecided

No statement of change.

    > 住房公积金支出预算151.37万元。
"""

from __future__ import annotations

from explain_check.model.case import ReadingCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC904", name="claim-incomplete", label="表述不完整", severity=Severity.INFO, applies_to=ReadingCase)
def claim_incomplete(case: ReadingCase) -> Verdict:
    """Report a statement that lacks a part."""
    if case.kind != "claim":
        return undecided(Obstacle.NOT_CONCERNED)
    english = f"A statement is incomplete and was not checked: {case.detail}"
    return Verdict(outcome=Outcome.FAIL, message=f"表述不完整，未能核对：{case.detail}", message_en=english)
