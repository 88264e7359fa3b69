"""没有文字层: pages are pictures, or were read by optical character recognition.

What it checks

A PDF that was scanned, or whose text was turned into outlines, shows figures and holds none. Such pages are counted; where the
whole document is of that kind the finding is a warning, and nothing in it was held against anything. With the extra
`explain-check[ocr]` the pages are read, and every finding that rests on them says so and is a warning at most.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, not of the disclosure.

Fires

No text brings this about: it takes a PDF.

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

_KINDS = ("scan", "picture", "ocr")


@rule(code="EC905", name="no-text-layer", label="没有文字层", severity=Severity.INFO, applies_to=ReadingCase)
def no_text_layer(case: ReadingCase) -> Verdict:
    """Report pages without text."""
    if case.kind not in _KINDS:
        return undecided(Obstacle.NOT_CONCERNED)
    severity = Severity.WARNING if case.kind == "scan" else Severity.INFO
    return Verdict(outcome=Outcome.FAIL, message=case.detail, message_en=case.english, severity=severity)
