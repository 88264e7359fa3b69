"""Put lost header cells back by arithmetic: of the ways to set labels over columns, the one under which the sums are right.

A table copied as text loses which cells were merged. Its labels still stand in their order: each label of the upper row heads one column,
or a run of labels of the lower row. 合计 and 小计 must hold the sum of what stands beside them, 增减额 a difference of two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from explain_check.numerals.cells import read_cell
from explain_check.structure.cells import is_figure
from explain_check.structure.header_words import NAMING, SIDES, SUM, names_rows
from explain_check.structure.roles import Column

Path = tuple[str, ...]
Rows = Sequence[Sequence[Decimal]]
_CHANGE = re.compile(r"^(?:增减|变动|增长)(?:额|数|金额)?$")
_APART = re.compile(r"其中|[比较与]|增减|%|％|率|占比|比重")
_AMOUNT = re.compile(r"[.,，]")
_FEWEST_ROWS, _MOST_LABELS = 2, 14
_HALF = Decimal("0.005")


def paths_by_sums(header: Sequence[Sequence[str]], columns: Sequence[Column], body: Sequence[Sequence[str]]) -> list[Path] | None:
    """Return the labels of each column from the outer to the inner one, None where the figures do not tell."""
    width = len(columns)
    first = _first_amount(columns)
    labels = [[text for text in row if text] for row in header]
    if first is None or not 1 <= len(labels) <= 2 or sum(map(len, labels)) > _MOST_LABELS:
        return None
    rows = _amounts(body, first, width)
    if len(rows) < _FEWEST_ROWS:
        return None
    found: dict[tuple[Path, ...], tuple[int, list[str]]] = {}
    for names, groups in _settings(labels, width - first):
        if len(names) <= first:
            found.setdefault(tuple(path for group in groups for path in group), (_score(groups, rows), names))
    ranked = sorted(found.items(), key=lambda item: -item[1][0])
    is_counted = len(labels) == 1 and len(ranked) == 1 and ranked[0][1][0] >= 0
    if not ranked or not (is_counted or ranked[0][1][0] > 0) or (len(ranked) > 1 and ranked[1][1][0] == ranked[0][1][0]):
        return None
    paths, (_, names) = ranked[0]
    spread = names[:1] * (first - len(names)) + names if names else [""] * first
    return [*((name,) if name else () for name in spread), *paths]


def are_doubtful(header: Sequence[Sequence[str]], paths: Sequence[Path], values: Sequence[int]) -> bool:
    """Whether labels were lost on the way to the columns with figures: two columns alike, one without any, a label over none."""
    held = [paths[column] for column in values]
    used = {label for path in held for label in path}
    lost = any(text and text not in used and not names_rows(text) for row in header for text in row)
    return lost or len(set(held)) < len(held) or any(not path or path[-1] in SIDES or NAMING.fullmatch(path[-1]) for path in held)


def _first_amount(columns: Sequence[Column]) -> int | None:
    """Return the first column from which on all hold amounts: codes have neither point nor comma."""
    first = None
    for number in range(len(columns) - 1, -1, -1):
        column = columns[number]
        if column.words or not (not column.texts or any(_AMOUNT.search(text) for text in column.texts)):
            break
        first = number if column.texts else first
    return first


def _amounts(body: Sequence[Sequence[str]], first: int, width: int) -> list[list[Decimal]]:
    """Return the amounts of the rows that have all their cells; an empty one is zero."""
    rows: list[list[Decimal]] = []
    for row in body:
        cells = row[first:width]
        if len(row) != width or any(text and not is_figure(text) for text in cells):
            continue
        figures = [read_cell(text, "万元") if text else None for text in cells]
        values = [figure.value if figure is not None else Decimal(0) for figure in figures]
        if sum(value != 0 for value in values) > 1:
            rows.append(values)
    return rows


def _settings(labels: Sequence[Sequence[str]], wanted: int) -> Iterator[tuple[list[str], list[list[Path]]]]:
    """Yield the names of the label columns and the groups of paths over the others, for each way to set the labels in their order."""
    top = labels[0]
    if len(labels) == 1:
        names, leaves = list(top[: len(top) - wanted]), top[len(top) - wanted :]
        if len(top) >= wanted and all(names_rows(name) for name in names):
            yield names, [[(leaf,)] for leaf in leaves]
        return
    lower = labels[1]
    above = next((i for i, text in enumerate(top) if not names_rows(text)), len(top))
    below = next((i for i, text in enumerate(lower) if not names_rows(text)), len(lower))
    heads, leaves, names = top[above:], lower[below:], list(lower[:below] or top[:above])
    parents = len(heads) + len(leaves) - wanted
    if not 0 < parents <= min(len(heads), len(leaves)) or len(set(names)) < len(names):
        return
    for chosen in combinations(range(len(heads)), parents):
        for cuts in combinations(range(1, len(leaves)), parents - 1):
            yield names, _groups(heads, leaves, chosen, (0, *cuts, len(leaves)))


def _groups(heads: Sequence[str], leaves: Sequence[str], chosen: Sequence[int], cuts: Sequence[int]) -> list[list[Path]]:
    groups: list[list[Path]] = []
    run = 0
    for number, head in enumerate(heads):
        if number in chosen:
            groups.append([(head, leaf) for leaf in leaves[cuts[run] : cuts[run + 1]]])
            run += 1
        else:
            groups.append([(head,)])
    return groups


def _score(groups: Sequence[Sequence[Path]], rows: Rows) -> int:
    """Return how many sums that the labels promise are right, less those that are wrong."""
    score, column = 0, 0
    totals: list[tuple[str, list[int]]] = []
    for group in groups:
        places = list(range(column, column + len(group)))
        column += len(group)
        parts = [place for place, path in zip(places, group, strict=True) if not SUM.match(path[-1]) and not _APART.search(path[-1])]
        sums = [place for place, path in zip(places, group, strict=True) if len(path) > 1 and SUM.match(path[-1])]
        if len(sums) == 1 and len(parts) > 1:
            score += 1 if _is_sum(rows, sums, parts) else -1
        totals.append((group[0][0], sums[:1] or parts or places))
    return score + _score_whole(totals, rows) + _score_changes(groups, totals, rows)


def _score_whole(totals: Sequence[tuple[str, list[int]]], rows: Rows) -> int:
    whole = [places for label, places in totals if SUM.match(label) and len(places) == 1]
    others = [place for label, places in totals if not SUM.match(label) and not _APART.search(label) for place in places]
    if len(whole) != 1 or len(others) < 2:
        return 0
    return 1 if _is_sum(rows, whole[0], others) else -1


def _score_changes(groups: Sequence[Sequence[Path]], totals: Sequence[tuple[str, list[int]]], rows: Rows) -> int:
    leaves = [path[-1] for group in groups for path in group]
    years = [places for label, places in totals if not _APART.search(label)]
    changes = [place for place, leaf in enumerate(leaves) if _CHANGE.match(leaf)]
    right = sum(any(_is_sum(rows, this, [*last, place]) for this in years for last in years if this is not last) for place in changes)
    apart = [bool(_APART.search(path[0])) for group in groups for path in group]
    astray = sum(not apart[place] for place in changes) if any(apart) else 0
    return 2 * right - len(changes) - astray


def _is_sum(rows: Rows, whole: Sequence[int], parts: Sequence[int]) -> bool:
    """Whether one side is the sum of the other in every row, to the rounding of the printed figures."""
    slack = _HALF * (len(whole) + len(parts))
    return all(abs(_total(row, whole) - _total(row, parts)) <= slack for row in rows)


def _total(row: Sequence[Decimal], places: Sequence[int]) -> Decimal:
    return sum((row[place] for place in places), Decimal(0))
