"""A rule's answer to a case."""

from __future__ import annotations

from functools import cache

from explain_check.model.case import Case
from explain_check.model.finding import Outcome, Verdict
from explain_check.model.rule import Rule
from explain_check.model.value import value

#: Arithmetic of the prose, and prose against tables.
_FAMILIES = ("EC1", "EC2")
#: Rules of those families that read words or counts beside a figure: 3个项目，涉及金额40万元 says of the amount only that it is not zero.
_ON_WORDS = frozenset({"EC102", "EC103", "EC105", "EC114", "EC115", "EC116"})


@value
class Judgement:
    """A rule's verdict on a case."""

    case: Case
    rule: Rule
    verdict: Verdict

    @property
    def holds_figures(self) -> bool:
        """Whether the rule held the figures of its case against each other and could decide: words alone are no arithmetic."""
        return self.verdict.outcome is not Outcome.UNDECIDED and _holds_figures(self.rule.code)


@cache
def _holds_figures(code: str) -> bool:
    return code.startswith(_FAMILIES) and code not in _ON_WORDS
