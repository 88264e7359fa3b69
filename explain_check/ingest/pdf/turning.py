"""Text that runs upwards or downwards on its page (landscape tables) is turned to run to the right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

#: Text that leans more than this from the four directions is a watermark.
_LEAN = math.radians(5)


def quarter_of(angle: float) -> int | None:
    """Return how many quarter turns counter-clockwise a text runs off, None where it leans; ``angle`` is clockwise, in radians."""
    quarter = round(angle / (math.pi / 2))
    return -quarter % 4 if abs(angle - quarter * math.pi / 2) < _LEAN else None


def main_quarter(counts: Mapping[int | None, int]) -> int:
    """Return the direction of most of the text; ``counts`` tells how many glyphs run in each."""
    return max((quarter for quarter in counts if quarter is not None), key=lambda quarter: (counts[quarter], -quarter), default=0)


@dataclass(frozen=True, slots=True)
class Turn:
    """Brings points and boxes of a page ``[0, width] × [0, height]`` with text of a direction to their upright place."""

    quarter: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarter % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point's upright place."""
        match self.quarter:
            case 0:
                return x - self.left, y - self.bottom
            case 1:
                return y - self.bottom, self.right - x
            case 2:
                return self.right - x, self.top - y
            case _:
                return self.top - y, x - self.left

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box's upright place."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
