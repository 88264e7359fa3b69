"""Convex polygons with exact corners: the (earlier, current) amounts that a statement's printed figures leave open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

Point = tuple[Fraction, Fraction]
Polygon = tuple[Point, ...]
#: a·x + b·y ≥ c
HalfPlane = tuple[Fraction, Fraction, Fraction]


def rectangle(x: tuple[Fraction, Fraction], y: tuple[Fraction, Fraction]) -> Polygon:
    """Return the corners of a rectangle; it may be as flat as a point."""
    return ((x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1]))


def clip(polygon: Polygon, planes: Iterable[HalfPlane]) -> Polygon:
    """Return what of a polygon lies in all half planes, borders included; empty where nothing does."""
    for a, b, c in planes:
        values = [a * x + b * y - c for x, y in polygon]
        kept: list[Point] = []
        for i, point in enumerate(polygon):
            before, value = values[i - 1], values[i]
            if (before < 0 < value) or (value < 0 < before):
                kept.append(_between(polygon[i - 1], point, before / (before - value)))
            if value >= 0:
                kept.append(point)
        polygon = tuple(dict.fromkeys(kept))
        if not polygon:
            return ()
    return polygon


def _between(one: Point, other: Point, share: Fraction) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def add(one: Polygon, other: Polygon) -> Polygon:
    """Return the polygon of all sums of a point of each (the Minkowski sum)."""
    return _hull([(x + u, y + v) for x, y in one for u, v in other])


def sides(polygon: Polygon) -> list[HalfPlane]:
    """Return the half planes that a convex polygon is made of; a point or a segment is bounded by its box as well."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    one, zero = Fraction(1), Fraction(0)
    planes: list[HalfPlane] = [(one, zero, min(xs)), (-one, zero, -max(xs)), (zero, one, min(ys)), (zero, -one, -max(ys))]
    hull = _hull(polygon)
    for (x, y), (u, v) in zip(hull, (*hull[1:], *hull[:1]), strict=True):
        a, b = y - v, u - x
        planes.append((a, b, a * x + b * y))
    return planes


def _hull(points: Sequence[Point]) -> Polygon:
    """Return the convex hull, counter-clockwise."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)
    lower = _chain(ordered)
    upper = _chain(ordered[::-1])
    return tuple((*lower[:-1], *upper[:-1]))


def _chain(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> Fraction:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
