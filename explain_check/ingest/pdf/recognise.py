"""Read a picture of a page with an OCR library that brings its models along (the extra ``ocr``)."""

from __future__ import annotations

import importlib.util
import os
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from explain_check.ingest.child import allow_reserves
from explain_check.ingest.pdf.marks import Glyph, PageMarks, Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[Any]

#: Pixels a point: 150 dots an inch are enough for the small type of tables.
SCALE = 150 / 72
#: A line that the library is less sure of is left out.
_LEAST_SURE = 0.75
#: Rules are dark runs at least this long, in points.
_SHORTEST_RULE = 18
_BASELINE, _TYPE = 0.22, 0.8

Box = list[list[float]]


def can_recognise() -> bool:
    """Whether the library and the runtime of its models are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


class Recogniser:
    """Holds the library's models, loaded once for all pages of a file."""

    def __init__(self) -> None:
        """Load the models; ImportError where a library that the library needs is missing."""
        allow_reserves()
        # The runtime of the models would note each run in a file of its own and report it to its maker.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        from rapidocr import RapidOCR

        self._engine: Any = RapidOCR(params={"Global.log_level": "critical"})

    def read(self, picture: Pixels, number: int) -> PageMarks:
        """Return the marks of a page; ``picture`` holds its pixels, rows of grey or of blue, green and red; SCALE pixels a point."""
        height = picture.shape[0] / SCALE
        found = self._engine(picture)
        lines = () if found.txts is None else zip(found.boxes.tolist(), found.txts, found.scores, strict=True)
        glyphs = tuple(glyph for box, text, sure in lines if sure >= _LEAST_SURE for glyph in _glyphs(box, text, height))
        horizontal, vertical = _rules(picture, height)
        return PageMarks(
            number=number,
            width=picture.shape[1] / SCALE,
            height=height,
            glyphs=glyphs,
            horizontal=horizontal,
            vertical=vertical,
            is_recognised=True,
        )


def _glyphs(box: Box, text: str, height: float) -> Iterator[Glyph]:
    """Yield the characters of a line side by side; the library tells the line's box only."""
    left, right = min(x for x, _ in box) / SCALE, max(x for x, _ in box) / SCALE
    bottom, top = height - max(y for _, y in box) / SCALE, height - min(y for _, y in box) / SCALE
    widths = [2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text]
    step = (right - left) / max(sum(widths), 1)
    size = (top - bottom) * _TYPE
    x, y = left, bottom + _BASELINE * (top - bottom)
    for char, width in zip(text, widths, strict=True):
        if not char.isspace():
            middle = x + width * step / 2
            half = min(width * step, width * size / 2) / 2
            yield Glyph(middle - half, middle + half, y, char)
        x += width * step


def _rules(picture: Pixels, height: float) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the long dark runs of a page as rules."""
    import cv2

    grey = picture if picture.ndim == 2 else cv2.cvtColor(picture[:, :, :3], cv2.COLOR_BGR2GRAY)
    dark = cv2.adaptiveThreshold(255 - grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 15, -8)
    length = int(_SHORTEST_RULE * SCALE)
    flat = _boxes(dark, (length, 1))
    upright = _boxes(dark, (1, length))
    horizontal = tuple(Rule(height - (y + h / 2) / SCALE, x / SCALE, (x + w) / SCALE) for x, y, w, h in flat)
    vertical = tuple(Rule((x + w / 2) / SCALE, height - (y + h) / SCALE, height - y / SCALE) for x, y, w, h in upright)
    return horizontal, vertical


def _boxes(dark: Pixels, run: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, top, width and height of the runs that keep a length."""
    import cv2

    kept = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, run))
    _, _, stats, _ = cv2.connectedComponentsWithStats(kept)
    yield from ((int(x), int(y), int(w), int(h)) for x, y, w, h, _ in stats[1:])
