"""Headers without lines: which columns a label stands over is told by where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.ingest.pdf.lines import Segment
from explain_check.ingest.pdf.parts import PageCell
from explain_check.ingest.pdf.stacks import Entry
from explain_check.ingest.pdf.tables import join_lines

Interval = tuple[float, float]
#: Shares of the type's size: lines of one label are nearer than this; entries of one level, and labels over their columns,
#: are no further off.
_LINE, _LEVEL, _OFF = 1.55, 0.45, 1.5


def place_header(segments: Sequence[Segment], columns: Sequence[Interval]) -> list[PageCell]:
    """Return the cells of a header over columns that are known by the left and right ends of their texts."""
    levels = find_levels(segments)
    labels = list(columns)
    cells: list[PageCell] = []
    below: set[int] = set()
    for row in reversed(range(len(levels))):
        level = sorted(levels[row], key=lambda entry: _ends(entry))
        taken: set[int] = set()
        for entry, (first, last) in zip(level, _spans(level, columns, labels, below), strict=True):
            text = join_lines(entry, columns[last][1])
            cells.append(PageCell(row=row, column=first, columns=last - first + 1, text=text, is_full=False))
            taken.update(range(first, last + 1))
            if first == last:
                labels[first] = _ends(entry)
        below |= taken
    return cells


def find_levels(segments: Sequence[Segment]) -> list[list[Entry]]:
    """Return the labels of a header by row, from the top."""
    return _levels(_entries(segments))


def _entries(segments: Sequence[Segment]) -> list[Entry]:
    """Return labels of one or more lines: those that stand right below each other with one middle or one beginning."""
    entries: list[Entry] = []
    for row in _rows(segments):
        found = [next((entry for entry in entries if _goes_on(entry[-1], segment)), None) for segment in row]
        # 款 below 科目编码 is no second line of it where 类 and 项 stand beside it with nothing above them.
        is_level = 2 * found.count(None) > len(row)
        for segment, entry in zip(row, found, strict=True):
            if entry is None or is_level:
                entries.append([segment])
            else:
                entry.append(segment)
    return entries


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return the labels of one height together, from the top."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (-segment.y, segment.left)):
        if rows and rows[-1][0].y - segment.y < 0.3 * segment.em:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _goes_on(above: Segment, segment: Segment) -> bool:
    """Whether a label goes on in the line below: close to it, with one middle or one beginning."""
    is_near = 0.5 * segment.em < above.y - segment.y < _LINE * segment.em
    return is_near and (abs(above.middle - segment.middle) < 0.6 * segment.em or abs(above.left - segment.left) < 0.3 * segment.em)


def _ends(entry: Entry) -> Interval:
    return min(line.left for line in entry), max(line.right for line in entry)


def _levels(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries by row; those in the middle between two rows, and over columns of their own, belong to the upper one."""
    levels: list[list[Entry]] = []
    for entry in sorted(entries, key=lambda entry: -_middle(entry)):
        if levels and _middle(levels[-1][0]) - _middle(entry) < _LEVEL * entry[0].em:
            levels[-1].append(entry)
        else:
            levels.append([entry])
    at = 1
    while at < len(levels) - 1:
        if _is_between(*levels[at - 1 : at + 2]):
            levels[at - 1] += levels.pop(at)
        else:
            at += 1
    return levels


def _is_between(upper: Sequence[Entry], inner: Sequence[Entry], lower: Sequence[Entry]) -> bool:
    """Whether entries stand in the middle between two rows, with nothing of these above or below them."""
    top, middle, bottom = (_middle(level[0]) for level in (upper, inner, lower))
    if abs((top + bottom) / 2 - middle) > 0.2 * (top - bottom):
        return False
    return not any(_overlap(_ends(one), _ends(other)) for one in inner for other in (*upper, *lower))


def _overlap(one: Interval, other: Interval) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _middle(entry: Entry) -> float:
    return (entry[0].y + entry[-1].y) / 2


def _spans(level: Sequence[Entry], columns: Sequence[Interval], labels: Sequence[Interval], below: set[int]) -> list[tuple[int, int]]:
    """Return the first and last column of each label of a row; ``below`` are the columns that have one of ``labels`` further down."""
    own = [_crossed(_ends(entry), columns) for entry in level]
    spans: list[tuple[int, int]] = []
    for index, entry in enumerate(level):
        low = max((last for _, last in [*own[:index], *spans]), default=-1) + 1
        high = min((first for first, _ in own[index + 1 :]), default=len(columns)) - 1
        spans.append(_widen(entry, own[index], columns, labels, [c for c in below if low <= c <= high]))
    return spans


def _crossed(ends: Interval, columns: Sequence[Interval]) -> tuple[int, int]:
    """Return the first and last column that a label crosses."""
    crossed = [i for i, (left, right) in enumerate(columns) if min(right, ends[1]) - max(left, ends[0]) > 0]
    if not crossed:
        middle = sum(ends) / 2
        crossed = [min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))]
    return crossed[0], crossed[-1]


def _widen(
    entry: Entry, own: tuple[int, int], columns: Sequence[Interval], labels: Sequence[Interval], free: Sequence[int]
) -> tuple[int, int]:
    """Return the columns below a label: the most in whose middle it stands, or all to the right where it begins with the first."""
    first, last = own
    if not set(range(first, last + 1)) & set(free):
        return own
    low, high = first, last
    while low - 1 in free:
        low -= 1
    while high + 1 in free:
        high += 1
    left, right = _ends(entry)
    em = entry[0].em
    ranges = [(a, b) for a in range(low, first + 1) for b in range(last, high + 1)]
    middle = (left + right) / 2
    centred = [
        (a, b)
        for a, b in ranges
        if abs(_middle_of(labels[a], labels[b]) - middle) < _OFF * em or abs((columns[a][0] + columns[b][1]) / 2 - middle) < em
    ]
    widest = max(centred, key=lambda span: span[1] - span[0], default=own)
    if widest == own and abs(labels[first][0] - left) < em:
        return first, high
    return widest


def _middle_of(one: Interval, other: Interval) -> float:
    """Return the middle between the middles of two labels."""
    return (sum(one) + sum(other)) / 4
