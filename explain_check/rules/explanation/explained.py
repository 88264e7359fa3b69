"""What the rules on reasons share: the claims that may carry one."""

from __future__ import annotations

from typing import cast

from explain_check.model.case import ChangeCase
from explain_check.model.claim import ChangeClaim, ExecutionClaim
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict

Explained = ChangeCase | ExecutionClaim
#: The type that the rules apply to: a union is asked with issubclass like a class.
EXPLAINED = cast(type[Explained], Explained)


def claim_of(case: Explained) -> ChangeClaim | ExecutionClaim:
    """Return the claim of a case."""
    return case.claim if isinstance(case, ChangeCase) else case


def judge_flag(case: Explained, flag: str, message: str, english: str, severity: Severity | None = None) -> Verdict:
    """Fail where a claim's reason carries the flag, at the reason where one is printed."""
    claim = claim_of(case)
    if flag not in claim.reason.flags:
        return PASSED
    place = claim.reason.place or claim.place
    shown = "".join(claim.reason.text.split()) or None
    return Verdict(outcome=Outcome.FAIL, stated=shown, message=message, message_en=english, severity=severity, place=place)
