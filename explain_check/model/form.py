"""Performance forms (绩效目标表): whose money, how much, what it is to achieve, and the indicators that measure it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from explain_check.model.claim import Printed
from explain_check.model.figure import PERCENT, Figure
from explain_check.model.text import Passage, Place
from explain_check.model.value import value


class Field(StrEnum):
    """What an entry of a form says, by its label (see lexicons/form_fields.csv)."""

    PROJECT = "project"
    BODY = "body"
    ATTRIBUTE = "attribute"
    PERIOD = "period"
    START = "start"
    END = "end"
    GOAL = "goal"
    LONG_GOAL = "long_goal"
    TASK = "task"
    DESCRIPTION = "description"
    BASIS = "basis"
    NEED = "need"
    MEASURE = "measure"
    PLAN = "plan"
    ALLOCATION = "allocation"


class Fund(StrEnum):
    """What an amount of a form is: the whole over all years, this year's, a part of one, or last year's."""

    TOTAL = "total"
    YEAR = "year"
    FISCAL = "fiscal"
    OTHER = "other"
    PART = "part"
    LAST = "last"


class Sign(StrEnum):
    """How an indicator's value is to be met."""

    LEAST = "≥"
    MOST = "≤"
    MORE = ">"
    LESS = "<"
    EXACT = "="
    NONE = ""


@value
class Entry:
    """A labelled text of a form."""

    field: Field
    label: str
    passage: Passage


@value
class FormAmount:
    """An amount of a form; ``head`` is the place in ``Form.amounts`` of the amount that it is a part of, -1 for none.

    ``has_unit`` says that the form prints the unit; otherwise it is that of the table before.
    """

    fund: Fund
    label: str
    printed: Printed
    has_unit: bool
    head: int = -1

    @property
    def place(self) -> Place:
        """Label and amount as evidence."""
        return Place(quote=f"{' '.join(self.label.split())} {self.printed.place.quote}", location=self.printed.place.location)


@value
class Target:
    """An indicator's value read: 0.6667万元/人/月 with ``≤`` has the figure 0.6667万元 and is counted per 人 and 月."""

    sign: Sign
    figure: Figure
    per: frozenset[str]


@value
class Indicator:
    """An indicator: the levels above it (产出指标, 数量指标), its name and value, and the target where the value is a figure."""

    levels: tuple[str, ...]
    name: Passage
    value: Passage
    target: Target | None

    @property
    def place(self) -> Place:
        """Name and value as evidence."""
        name = self.name.place(0, len(self.name.text))
        value = self.value.place(0, len(self.value.text))
        return Place(quote=f"{name.quote} {self.value.printed.strip()}", location=value.location)


@value
class Form:
    """A performance form of one project, or of a whole body where ``name`` is empty; ``table`` is the id of its table.

    A project that the prose describes under a heading (（二）项目名称：办公楼物业费) is one, too, without ``table`` and indicators.
    """

    table: str
    caption: str
    name: str
    body: str
    entries: tuple[Entry, ...]
    amounts: tuple[FormAmount, ...]
    indicators: tuple[Indicator, ...]

    @property
    def units(self) -> frozenset[str]:
        """The units in which the indicators are counted, but for percentages."""
        return frozenset([indicator.target.figure.unit for indicator in self.indicators if indicator.target]) - {PERCENT}

    def texts(self, *fields: Field) -> Iterator[Entry]:
        """Yield the entries of some fields."""
        return (entry for entry in self.entries if entry.field in fields)

    def amounts_of(self, *funds: Fund) -> Iterator[FormAmount]:
        """Yield the amounts of some kinds."""
        return (amount for amount in self.amounts if amount.fund in funds)
