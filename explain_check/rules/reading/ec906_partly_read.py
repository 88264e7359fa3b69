"""文件未读全: a part of the file was not read.

What it checks

Characters that a conversion has lost, pictures with text, files embedded in the document, sheets without stored results,
files of a folder or archive that cannot be read: what they hold was held against nothing.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, not of the disclosure.

Fires

A character that a conversion has lost.

    > 住房公积金支出预算151.37万元，主要用于缴纳住房公积�。

Passes

A text that was read to its end.

    > 住房公积金支出预算151.37万元。

Undecided

Any text that was read.

    > 住房公积金支出预算151.37万元，与2023年预算持平。
"""

from __future__ import annotations

from explain_check.model.case import ReadingCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC906", name="partly-read", label="文件未读全", severity=Severity.INFO, applies_to=ReadingCase)
def partly_read(case: ReadingCase) -> Verdict:
    """Report a part of a file that was not read."""
    if case.kind != "part":
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(outcome=Outcome.FAIL, message=case.detail, message_en=case.english)
