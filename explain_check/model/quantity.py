"""Statements about people and things, and how amounts are made up."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.printed import Direction, Printed
from explain_check.model.text import Anchor, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim:
    """A number of people or things (数量): 在职120人，减少2人; 当年财政拨款项目13个，涉及预算金额1,357.42万元.

    ``sort`` says what is counted (serving, retired, posts, vehicles, projects, secret_projects …: lexicons/counted.csv), empty
    where the list does not know it; ``unit`` is the counting word. ``current`` is None where only a movement is stated
    (新招录工作人员10名); ``amount`` is unsigned as printed, its ``direction`` None where nothing moves. ``money`` is the amount that
    the counted things carry, ``threshold`` the value that each of them reaches at least (单价50万元以上). Counts of one
    ``sentence`` share its number.
    """

    id: str
    subject: str
    sort: str
    scope: str
    unit: str
    current: Printed | None
    direction: Direction | None
    amount: Printed | None
    money: Printed | None
    threshold: Printed | None
    year: int | None
    sentence: int
    place: Place

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the claim is shown."""
        return Anchor(claim=self.id, place=self.place, words=self.subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The amount that the counted things carry."""
        return (self.money,) if self.money else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdCase:
    """Counts of the same things, of one value and more (50万元以上) and of a higher value and more (100万元以上), in one sentence."""

    lower: CountClaim
    higher: CountClaim

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.higher.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """None: both amounts only say which things are meant."""
        return ()
