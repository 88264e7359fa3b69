"""What stands on a page: glyphs, rules, pictures; in points, y upwards, turned so that the text runs to the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """A printed character (no blank) from ``left`` to ``right`` on its baseline ``y``.

    A named tuple, not a dataclass: a page has thousands and they are made, sorted and compared all the time.
    """

    left: float
    right: float
    y: float
    char: str

    @property
    def em(self) -> float:
        """The size of the type, by the width of the character: a Chinese one is square, others take about half of that."""
        width = self.right - self.left
        return width if self.char >= "\u2e80" else 2 * width


class Rule(NamedTuple):
    """A straight line at ``at`` (y of a horizontal rule, x of a vertical one) from ``start`` to ``end`` in the other direction."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """All marks of a page (number counted from 1) that tell how to read it.

    ``is_picture`` says that it shows something but has no text that could be read; ``is_recognised`` that its text is an
    invisible layer below a picture: somebody's program has read the picture.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    is_picture: bool = False
    is_recognised: bool = False
