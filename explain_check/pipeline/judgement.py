"""A rule's answer to a case."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.case import Case
from explain_check.model.finding import Outcome, Verdict
from explain_check.model.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A rule's verdict on a case."""

    case: Case
    rule: Rule
    verdict: Verdict

    @property
    def is_decided(self) -> bool:
        """Whether the rule could say pass or fail."""
        return self.verdict.outcome is not Outcome.UNDECIDED
