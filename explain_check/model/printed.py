"""A figure of the prose, and where amounts move."""

from __future__ import annotations

from enum import StrEnum

from explain_check.model.figure import Figure
from explain_check.model.text import Place
from explain_check.model.value import value


class Direction(StrEnum):
    """Where an amount moved."""

    INCREASE = "increase"
    DECREASE = "decrease"
    UNCHANGED = "unchanged"


@value
class Printed:
    """A figure of the prose and its place."""

    figure: Figure
    place: Place
