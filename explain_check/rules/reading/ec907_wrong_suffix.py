"""后缀与内容不符: the suffix of the file's name is not that of its content.

What it checks

A web page saved as .doc, a Word file named .pdf: the content decides how the file is read.

Why it matters

Others may not be able to open such a file. No law is concerned; the finding speaks of the file, not of the disclosure.

Fires

No text brings this about: the file's name does.

Passes

A text file with the suffix .txt.

    > 住房公积金支出预算151.37万元。

Undecided

Any text that was read.

    > 住房公积金支出预算151.37万元，与2023年预算持平。
"""

from __future__ import annotations

from explain_check.model.case import ReadingCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC907", name="wrong-suffix", label="后缀与内容不符", severity=Severity.INFO, applies_to=ReadingCase)
def wrong_suffix(case: ReadingCase) -> Verdict:
    """Report a file whose suffix is not that of its content."""
    if case.kind != "suffix":
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(outcome=Outcome.FAIL, message=case.detail, message_en=case.english)
