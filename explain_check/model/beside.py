"""What a reason says of people, vehicles and projects, beside what the document lists of them."""

from __future__ import annotations

from explain_check.model.case import WithoutFigures
from explain_check.model.claim import ChangeClaim, ExecutionClaim, ReasonItem
from explain_check.model.printed import Direction
from explain_check.model.quantity import CountClaim
from explain_check.model.text import Anchor
from explain_check.model.value import value


@value
class HeadcountCase(WithoutFigures):
    """A reason that says how a number of people moved (退休人员增加); ``counts`` are the movements that the document prints of them."""

    claim: ChangeClaim | ExecutionClaim
    words: str
    direction: Direction
    counts: tuple[CountClaim, ...]

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor


@value
class PurchaseCase(WithoutFigures):
    """The money for vehicles bought beside their number (购置公务用车0辆); ``words`` are a reason's on the purchase, empty without."""

    claim: ChangeClaim
    words: str
    counts: tuple[CountClaim, ...]

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor


@value
class NewProjectCase(WithoutFigures):
    """A project that a reason calls new, with its amount, beside the tables of projects.

    ``is_listed`` says that a row bears its name or its amount; ``has_table`` that there is a table with several projects,
    ``has_secret`` that some projects are kept from it.
    """

    claim: ChangeClaim | ExecutionClaim
    item: ReasonItem
    name: str
    has_table: bool
    has_secret: bool
    is_listed: bool

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor
