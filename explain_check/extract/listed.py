"""A figure in its list: what it may be there."""

from __future__ import annotations

from enum import Enum, auto

from explain_check.model.figure import Mention
from explain_check.model.value import value

MONEY = "元"


class Use(Enum):
    """What a figure may be in a list: a part; a total that closes it, by a word of summing or of need; a price; nothing of it."""

    PART = auto()
    TOTAL = auto()
    NEED = auto()
    RATE = auto()
    FACTOR = auto()
    OTHER = auto()


@value
class Item:
    """A figure in its list. ``label`` are the words before it from ``start`` on, for a total those that name what is summed.

    ``sentence`` and ``paragraph`` are counted; a ``segment`` ends at a semicolon, too. ``depth`` counts the brackets it stands in,
    ``bracket`` is where the innermost begins. ``number`` is the place of its numbered item in the list ``numbering`` (0 outside
    lists), ``is_first`` that no other figure of its kind stands in the item before. ``price`` is what an amount is counted per.
    """

    mention: Mention
    dimension: str
    use: Use
    label: str
    start: int
    depth: int
    bracket: int
    sentence: int
    segment: int
    paragraph: int
    numbering: int
    number: int
    is_first: bool
    price: frozenset[str] = frozenset()

    @property
    def is_total(self) -> bool:
        """Whether it closes a list."""
        return self.use in (Use.TOTAL, Use.NEED)
