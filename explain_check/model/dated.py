"""What a text dates: plans, deadlines and occasions with their year."""

from __future__ import annotations

from enum import StrEnum

from explain_check.model.placed import PlacedCase
from explain_check.model.value import value


class Dating(StrEnum):
    """What a year is said of: a plan, a deadline to meet, a schedule, something hoped for, an occasion, a goal."""

    PLAN = "plan"
    DEADLINE = "deadline"
    SCHEDULE = "schedule"
    HOPE = "hope"
    OCCASION = "occasion"
    GOAL = "goal"


@value
class DatedCase(PlacedCase):
    """A dated statement about this year's work: 2023年计划采购2台, 早于2023年10月20日.

    ``dated`` is the latest year of the statement, ``year`` the budget's. ``is_firm`` says that it stands where only this year's work
    belongs (goal, plan, indicator); ``started`` is the year in which the project began, where its form prints it.
    """

    dating: Dating
    dated: int
    year: int | None
    is_firm: bool
    started: int | None
