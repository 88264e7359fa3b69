"""What a text dates: plans, deadlines and occasions with their year."""

from __future__ import annotations

from enum import StrEnum

from explain_check.model.goal import FormCase
from explain_check.model.placed import PlacedCase
from explain_check.model.text import Place
from explain_check.model.value import value


class Dating(StrEnum):
    """What a year is said of: a plan, a deadline, a schedule, a hope, an occasion, a goal, money allotted, things counted."""

    PLAN = "plan"
    DEADLINE = "deadline"
    SCHEDULE = "schedule"
    HOPE = "hope"
    OCCASION = "occasion"
    GOAL = "goal"
    ALLOTMENT = "allotment"
    HOLDING = "holding"


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


#: Year and month; 0 where no month is printed.
Month = tuple[int, int]


@value
class PeriodCase(FormCase):
    """From when to when a project is said to last, beside the dates of its form, which stand at ``dates``."""

    said: tuple[Month, Month]
    printed: tuple[Month, Month]
    dates: tuple[Place, ...]
