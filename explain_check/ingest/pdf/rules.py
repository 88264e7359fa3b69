"""What is drawn on a page: straight lines (the rules of its tables), pictures, invisible text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from explain_check.ingest.pdf.marks import Rule
from explain_check.ingest.pdf.turning import Turn

#: A box thinner than this (in points) is a rule, whether it is drawn as a line, a filled box or a picture.
_THIN = 3.0
_LEVEL = 0.6
_DEEPEST = 8
#: A page with more than this is a drawing.
_MOST_SEGMENTS = 60_000
_SHORTEST = 1.5
#: A dotted line has so many dots at least, this far apart at most.
_DOTS, _DOT_GAP = 6, 4.0

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """What is drawn: thin boxes (left, bottom, right, top), dots, the area of pictures, numbers of other paths and of invisible texts."""

    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    pictured: float = 0.0
    paths: int = 0
    invisible: int = 0
    _left: int = _MOST_SEGMENTS

    def take_page(self, page: object) -> None:
        """Walk a page."""
        for index in range(raw.FPDFPage_CountObjects(page)):
            self._take(raw.FPDFPage_GetObject(page, index), _UNIT, 0)

    def rules(self, turn: Turn) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
        """Return the horizontal and the vertical rules, upright."""
        horizontal: list[Rule] = []
        vertical: list[Rule] = []
        for box in (*self.boxes, *_dotted(self.dots)):
            left, bottom, right, top = turn.box(*box)
            if right - left > top - bottom:
                horizontal.append(Rule((bottom + top) / 2, left, right))
            else:
                vertical.append(Rule((left + right) / 2, bottom, top))
        return tuple(horizontal), tuple(vertical)

    def _take(self, item: object, matrix: Matrix, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self.invisible += raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._take_path(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._take_picture(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix_of(item), matrix)
            for index in range(raw.FPDFFormObj_CountObjects(item)):
                self._take(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _take_picture(self, item: object, matrix: Matrix) -> None:
        box = _bounds(item, matrix)
        if box is not None:
            if min(box[2] - box[0], box[3] - box[1]) < _THIN:
                self._add(*box)
            else:
                self.pictured += (box[2] - box[0]) * (box[3] - box[1])

    def _take_path(self, item: object, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if not (fill.value or stroke.value):
            return
        box = _bounds(item, matrix)
        if box is None:
            return
        count = raw.FPDFPath_CountSegments(item)
        if min(box[2] - box[0], box[3] - box[1]) < _THIN and (count <= 5 or max(box[2] - box[0], box[3] - box[1]) < _THIN):
            self._add(*box)
            return
        self.paths += 1
        if count <= 2 or count > self._left:
            return
        self._left -= count
        outline = _times(_matrix_of(item), matrix)
        for points, is_closed in _outlines(item, count, outline):
            self._take_outline(points, is_closed, bool(stroke.value))

    def _take_outline(self, points: list[tuple[float, float]], is_closed: bool, is_stroked: bool) -> None:
        """Take a thin outline as one rule, the sides of a stroked one as a rule each."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) < _THIN:
            self._add(*box)
        elif is_stroked:
            ends = [*points[1:], points[0]] if is_closed else points[1:]
            for (x0, y0), (x1, y1) in zip(points, ends, strict=False):
                if min(abs(x0 - x1), abs(y0 - y1)) < _LEVEL:
                    self._add(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _add(self, left: float, bottom: float, right: float, top: float) -> None:
        if max(right - left, top - bottom) >= _SHORTEST:
            self.boxes.append((left, bottom, right, top))
        else:
            self.dots.append(((left + right) / 2, (bottom + top) / 2))


def _dotted(dots: list[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    """Yield the lines that dots make, at least so many of them on one level, each near the one before."""
    for turned in (False, True):
        levels: dict[int, list[tuple[float, float]]] = {}
        for x, y in dots:
            along, across = (y, x) if turned else (x, y)
            levels.setdefault(round(across * 2), []).append((along, across))
        for level in levels.values():
            level.sort()
            start = 0
            for end in range(1, len(level) + 1):
                if end == len(level) or level[end][0] - level[end - 1][0] > _DOT_GAP:
                    if end - start >= _DOTS:
                        (first, across), (last, _) = level[start], level[end - 1]
                        yield (across, first, across, last) if turned else (first, across, last, across)
                    start = end


def _outlines(item: object, count: int, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool]]:
    """Return the connected outlines of a path, each with whether it is closed; curves are left out."""
    found: list[tuple[list[tuple[float, float]], bool]] = []
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, at_x, at_y)
        point = _moved(x.value, y.value, matrix)
        if kind == raw.FPDF_SEGMENT_LINETO:
            points.append(point)
        else:
            if len(points) > 1:
                found.append((points, False))
            points = [point]
        if raw.FPDFPathSegment_GetClose(segment) and points:
            if len(points) > 1:
                found.append((points, True))
            points = []
    if len(points) > 1:
        found.append((points, False))
    return found


def _bounds(item: object, matrix: Matrix) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix is _UNIT:
        return left.value, bottom.value, right.value, top.value
    corners = [_moved(x.value, y.value, matrix) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix_of(item: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return _UNIT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that moves a point by ``inner``, then by ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
