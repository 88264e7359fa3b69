"""Reading a single figure: a whole string, or a table cell without unit."""

from __future__ import annotations

import re

from explain_check.model.figure import PERCENT, Figure
from explain_check.numerals.digits import read_number
from explain_check.numerals.mentions import make_figure, read_mentions
from explain_check.numerals.units import Unit

# 约3万元, 不低于95% : what may stand before the figure without being part of it
_BOUND_WORDS = re.compile(r"(?:不[得]?[超高低多少大小][过于]?|至[少多]|超过|大?约|近|[≤≥<>]=?)?\s*")
_BOUND_TAILS = ("", "左右", "以内", "之内", "以下", "以上")
# -1,234.50 / １２．５％
_CELL = re.compile(r"(?P<minus>[-－−]?)(?P<number>[0-9０-９](?:[0-9０-９.．,，\s]*[0-9０-９])?)\s*(?P<percent>[%％]?)")


def read_figure(text: str) -> Figure | None:
    """Return the figure that the whole string is, its unit included (``约3.5万元``), or None."""
    stripped = text.strip()
    mentions = list(read_mentions(stripped))
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    whole = _BOUND_WORDS.fullmatch(stripped, 0, mention.start) and stripped[mention.end :] in _BOUND_TAILS
    return mention.figure if whole else None


def read_cell(text: str, unit: str) -> Figure | None:
    """Return the number of a table cell in the table's unit, or None where the cell is blank, a dash or words.

    A cell that prints a unit of its own (12.5%, 3万元) keeps it. Brackets, which may mean a minus, give None.
    """
    match = _CELL.fullmatch(text.strip())
    if not match:
        return read_figure(text)
    digits = read_number(match["number"])
    if digits is None:
        return None
    name = PERCENT if match["percent"] else unit
    return make_figure(f"-{digits}" if match["minus"] else digits, Unit(name), text.strip())
