"""Rules that cross make a grid; places without a rule between them are one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explain_check.ingest.pdf.marks import Box, Rule

#: In points: pieces of one rule differ by less; the rules of a double one, or of neighbouring boxes, are nearer than this; so thick
#: a double one can be; ends that miss each other by less meet.
_SAME, _NEAR, _THICK, _MEET = 0.3, 2.6, 5.0, 3.5
#: A border stands where rules cover this share of it, or so many points: in unruled rows a merged cell may interrupt it.
_COVERED, _LONG = 0.6, 24.0
_LEAST_SIDE = 4.0


Group = tuple[list[Rule], list[Rule]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A cell: row and column of its upper left corner, counted from 0, and how many of each it takes."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Lines of a table: ``xs`` from left to right, ``ys`` from top to bottom, and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]

    @property
    def box(self) -> Box:
        """The space that it takes."""
        return Box(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])

    def box_of(self, slot: Slot) -> Box:
        """Return the space of a cell."""
        return Box(self.xs[slot.column], self.ys[slot.row + slot.rows], self.xs[slot.column + slot.columns], self.ys[slot.row])

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of a point, None outside of the grid."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda line: -line) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return row, column
        return None


def join_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules drawn in pieces as one each."""
    joined: list[Rule] = []
    for level in _levels(rules, _SAME, _SAME):
        at = sum(rule.at for rule in level) / len(level)
        runs: list[tuple[float, float]] = []
        for rule in sorted(level, key=lambda rule: rule.start):
            if runs and rule.start <= runs[-1][1] + _MEET:
                runs[-1] = (runs[-1][0], max(runs[-1][1], rule.end))
            else:
                runs.append((rule.start, rule.end))
        joined += [Rule(at, start, end) for start, end in runs]
    return joined


def _levels(rules: Iterable[Rule], near: float, thick: float) -> list[list[Rule]]:
    """Return the rules by the line that they lie on: neighbours are ``near``, all within ``thick``."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][-1].at < near and rule.at - levels[-1][0].at < thick:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return levels


def find_grids(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[Grid]:
    """Return the grids that joined rules make, from the top of the page to its bottom."""
    grids = [_grid(rows, columns) for rows, columns in _connected(horizontal, vertical)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: (-grid.ys[0], grid.xs[0]))


def _connected(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[Group]:
    """Return the groups of rules that cross or touch each other."""
    group = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, row in enumerate(horizontal):
        for j, column in enumerate(vertical, len(horizontal)):
            if (
                row.start - _MEET <= column.at <= row.end + _MEET
                and column.start - _MEET <= row.at <= column.end + _MEET
                and root(i) != root(j)
            ):
                group[root(j)] = root(i)
    groups: dict[int, Group] = {}
    for i, row in enumerate(horizontal):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(vertical, len(horizontal)):
        groups.setdefault(root(j), ([], []))[1].append(column)
    return _with_strays([found for found in groups.values() if found[0] and found[1]], groups.values())


def _with_strays(crossing: list[Group], groups: Iterable[Group]) -> list[Group]:
    """Return the groups that cross, each with the rules inside of it that meet no other: between columns of unruled rows."""
    boxes = [_box_of(group) for group in crossing]
    for horizontal, vertical in groups:
        if horizontal and vertical:
            continue
        for rule in horizontal:
            for box, group in zip(boxes, crossing, strict=True):
                if box.bottom < rule.at < box.top and box.left - _MEET < rule.start and rule.end < box.right + _MEET:
                    group[0].append(rule)
        for rule in vertical:
            for box, group in zip(boxes, crossing, strict=True):
                if box.left < rule.at < box.right and box.bottom - _MEET < rule.start and rule.end < box.top + _MEET:
                    group[1].append(rule)
    return crossing


def _box_of(group: Group) -> Box:
    """Return the space that crossing rules take."""
    horizontal, vertical = group
    return Box(
        min(*(rule.start for rule in horizontal), *(rule.at for rule in vertical)),
        min(*(rule.at for rule in horizontal), *(rule.start for rule in vertical)),
        max(*(rule.end for rule in horizontal), *(rule.at for rule in vertical)),
        max(*(rule.at for rule in horizontal), *(rule.end for rule in vertical)),
    )


def _grid(rows: Sequence[Rule], columns: Sequence[Rule]) -> Grid | None:
    """Return the grid of connected rules, None where they enclose less than two cells; sides that are not drawn are added."""
    ys = _lines(rows, min(rule.start for rule in columns), max(rule.end for rule in columns))
    xs = _lines(columns, min(rule.start for rule in rows), max(rule.end for rule in rows))
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < 5:
        return None
    ys.reverse()
    slots = _slots(_has_border(xs, [at for at, _ in ys]), _has_border(ys, [at for at, _ in xs]))
    return Grid(xs=tuple(at for at, _ in xs), ys=tuple(at for at, _ in ys), slots=slots) if len(slots) > 1 else None


def _lines(rules: Sequence[Rule], low: float, high: float) -> list[tuple[float, list[Rule]]]:
    """Return the places of the lines in order with the rules on each, and both ends that rules of the other direction reach."""
    found = [(sum(rule.at for rule in level) / len(level), level) for level in _levels(rules, _NEAR, _THICK)]
    if found[0][0] - low > _LEAST_SIDE:
        found.insert(0, (low, []))
    if high - found[-1][0] > _LEAST_SIDE:
        found.append((high, []))
    return found


def _has_border(lines: Sequence[tuple[float, list[Rule]]], steps: Sequence[float]) -> list[list[bool]]:
    """Return for each line whether its rules cover its part between each two steps."""
    return [[_is_covered(rules, min(a, b), max(a, b)) for a, b in pairwise(steps)] for _, rules in lines]


def _is_covered(rules: Sequence[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(end, rule.end) - max(start, rule.start)) for rule in rules)
    return covered >= min(_COVERED * (end - start), _LONG)


def _slots(left_of: Sequence[Sequence[bool]], above: Sequence[Sequence[bool]]) -> tuple[Slot, ...]:
    """Return the cells; ``left_of[x][row]`` and ``above[y][column]`` tell where a border stands."""
    rows, columns = len(above) - 1, len(left_of) - 1
    taken = [[False] * columns for _ in range(rows)]
    slots: list[Slot] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            wide = 1
            while column + wide < columns and not left_of[column + wide][row] and not taken[row][column + wide]:
                wide += 1
            high = 1
            while row + high < rows and _goes_down(left_of, above, row + high, column, wide):
                high += 1
            for y in range(row, row + high):
                taken[y][column : column + wide] = [True] * wide
            slots.append(Slot(row=row, column=column, rows=high, columns=wide))
    return tuple(slots)


def _goes_down(left_of: Sequence[Sequence[bool]], above: Sequence[Sequence[bool]], row: int, column: int, wide: int) -> bool:
    """Whether a cell goes on in the row below: no border above it or inside, and a border at each side as before."""
    inside = any(left_of[x][row] for x in range(column + 1, column + wide))
    return not inside and not any(above[row][x] for x in range(column, column + wide))
