"""When two figures are counted alike, and when they are the same."""

from __future__ import annotations

from explain_check.link.linking import is_same_amount
from explain_check.model.figure import MONEY_UNITS, Figure

#: Counting words for one thing: 16名 and 16人, 700家 and 700个.
_ALIKE = {"名": "人", "位": "人", "家": "个", "所": "个", "处": "个", "日": "天", "个月": "月", "部": "台", "场次": "场"}


def is_same_unit(one: str, other: str) -> bool:
    """Whether figures in two units can be compared."""
    if one in MONEY_UNITS or other in MONEY_UNITS:
        return one in MONEY_UNITS and other in MONEY_UNITS
    return _ALIKE.get(one, one) == _ALIKE.get(other, other)


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures in comparable units are the same, the coarser one being a rounding."""
    if one.is_money and other.is_money:
        return is_same_amount(one, other)
    return one.value == other.value
