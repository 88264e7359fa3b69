"""What a document says twice: cases of two statements on one thing."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.claim import ChangeClaim, ExecutionClaim, LevelClaim, Printed, printed_figures
from explain_check.model.text import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatCase:
    """The same statement made twice: same account, scope and base; ``first`` stands earlier in the text."""

    first: ChangeClaim
    second: ChangeClaim

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.second.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The figures of both statements."""
        return (*printed_figures(self.first), *printed_figures(self.second))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadAmountCase:
    """An item that names its amount at its head and again behind what it is for, as ``amount`` of ``claim``: both are one.

    教育支出10万元，主要用于…。年初预算为12万元，支出决算为10万元 | 2026年度预算10万元，主要用于…。2026年预算安排10万元，比2025年执行数增加…
    """

    head: LevelClaim
    claim: ExecutionClaim | ChangeClaim
    amount: Printed

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """Both amounts."""
        return self.head.current, self.amount
