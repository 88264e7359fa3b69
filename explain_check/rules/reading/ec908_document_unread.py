"""文件未能读取: a document could not be read at all.

What it checks

A file that is missing, empty, damaged, protected by a password, too large or too slow to read, of a format that is not
read, or no disclosure: its report is an object with `error` and this code, and the exit status is 2. The others are checked
all the same.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the report speaks of
this program's reading, not of the disclosure.

Fires

No text that can be read brings this about.

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


@rule(code="EC908", name="document-unread", label="文件未能读取", severity=Severity.INFO, applies_to=ReadingCase)
def document_unread(case: ReadingCase) -> Verdict:
    """Report a document that could not be read."""
    if case.kind != "document":
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(outcome=Outcome.FAIL, message=case.detail, message_en=case.english)
