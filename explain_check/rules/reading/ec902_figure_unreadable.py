"""数字无法识读: a figure cannot be read with certainty.

What it checks

Separators in the wrong place, two points in one number, figures run together: such a figure is shown and not guessed at.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, not of the disclosure.

Fires

Two points in one number: 151.37.2万元.

Passes

A figure.

    > 住房公积金支出预算151.37万元。

Undecided

No figure at all.

    > 住房公积金支出预算与2023年预算持平。
"""

from __future__ import annotations

from explain_check.model.case import ReadingCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC902", name="figure-unreadable", label="数字无法识读", severity=Severity.INFO, applies_to=ReadingCase)
def figure_unreadable(case: ReadingCase) -> Verdict:
    """Report a figure that could not be read."""
    if case.kind != "figure":
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(outcome=Outcome.FAIL, message=f"数字无法识读：{case.detail}", message_en=f"A figure cannot be read: {case.detail}")
