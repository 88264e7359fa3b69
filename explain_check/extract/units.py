"""Figures printed without their unit: 增长13.95。 and 增加4.76，."""

from __future__ import annotations

from dataclasses import replace

from explain_check.extract.drafts import Level
from explain_check.extract.moves import Role
from explain_check.model.figure import PERCENT, Figure


def with_unit(figure: Figure, role: Role, level: Level | None) -> Figure:
    """Return a bare figure with the unit it must have by its part: per cent for a rate, the amount's unit for a change."""
    if figure.unit:
        return figure
    if role in (Role.RATE, Role.SHARE, Role.COMPLETION):
        return replace(figure, unit=PERCENT)
    return replace(figure, unit=level.printed.figure.unit if level and level.printed.figure.is_money else "万元")
