"""The amounts that a reason names, beside the change that they explain."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.arithmetic import Amount
from explain_check.model.claim import ChangeClaim, ExecutionClaim, ReasonItem
from explain_check.model.printed import Printed
from explain_check.model.text import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """An amount that a reason names, signed by its direction, in the unit of the change; None where no direction is named.

    ``block`` is the name of a block of spending that the entry moves as a whole (基本支出), ``within`` the block in which it is
    held by its nature (住房公积金 in 基本支出); both empty where the words say neither.
    """

    item: ReasonItem
    amount: Amount | None
    block: str
    within: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCase:
    """A change with the amounts that its reason names, at least one; ``change`` is signed, None where it is not printed.

    ``is_listed`` says that each point of a list carries its amount, or that the parts named are all that there can be.
    ``rest_of`` are other changes of the document of which one is just what the amounts leave open.
    """

    claim: ChangeClaim | ExecutionClaim
    change: Amount | None
    entries: tuple[LedgerEntry, ...]
    is_listed: bool
    rest_of: tuple[ChangeClaim, ...]

    @property
    def amounts(self) -> tuple[Amount, ...] | None:
        """The signed amounts, None where one has no direction or is only rough."""
        known = tuple(entry.amount for entry in self.entries if entry.amount is not None)
        return known if len(known) == len(self.entries) else None

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The change."""
        return (self.claim.amount,) if isinstance(self.claim, ChangeClaim) and self.claim.amount else ()
