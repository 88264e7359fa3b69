"""Writing a figure in its canonical form."""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.figure import PERCENTAGE_POINT, Bound, Figure
from explain_check.numerals.units import COUNT_WORDS

_BEFORE = {Bound.EXACT: "", Bound.ABOUT: "约", Bound.AT_MOST: "不超过", Bound.AT_LEAST: "不低于"}


def write_figure(figure: Figure) -> str:
    """Return the figure as ``1234.50万元``, ``-3.5%``, ``7.8个百分点`` or ``3万人``; :func:`read_figure` gives it back.

    Negative ``decimals`` are written with 万 or 亿 before the unit, which money in 亿元 (to 万亿元) and counts (to 亿)
    allow; ValueError for any other, and for a value with more places than ``decimals`` says.
    """
    places = _scale_places(figure)
    number = Decimal(figure.value).scaleb(-places)
    printed = f"{number:.{figure.decimals + places}f}"
    if Decimal(printed) != number:
        raise ValueError(f"{figure.value} has more than {figure.decimals} decimals")
    unit = f"个{PERCENTAGE_POINT}" if figure.unit == PERCENTAGE_POINT else figure.unit
    return f"{_BEFORE[figure.bound]}{printed}{ {0: '', 4: '万', 8: '亿'}[places] }{unit}"


def _scale_places(figure: Figure) -> int:
    """Return by how many places the value must be shifted so that no decimals are negative."""
    if figure.decimals >= 0:
        return 0
    if figure.decimals >= -4 and (figure.unit == "亿元" or figure.unit in COUNT_WORDS):
        return 4
    if figure.decimals >= -8 and figure.unit in COUNT_WORDS:
        return 8
    raise ValueError(f"{figure.decimals} decimals cannot be written in {figure.unit}")
