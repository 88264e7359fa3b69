"""Balances along the rows of a table: 合计 = 基本支出 + 项目支出, 小计 = its columns, by the header's tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import Ledger

Path = tuple[str, ...]
_TOTAL = re.compile(r"^(?:.{0,12}(?:合计|总计|小计|共计|总额)|合计数)(?:数)?(?:[(（].{1,12}[)）])?$")
_AMONG = re.compile(r"^其中|^#")
#: Columns under this label alone are 合计, 基本支出 and 项目支出 whose own labels were lost.
_UNNAMED = "本年支出"
#: Columns that tell of another year or of the movement: no part of this year's total.
OTHER_YEAR = re.compile(r"增减|增长|比上年|比重|差额|上年(?:预算|决算|执行)数|变动")


def column_sums(ledger: Ledger, span: range) -> Iterator[Balance]:
    """Yield a balance for each row and each total column of a table."""
    rows: dict[int, dict[int, int]] = {}
    paths: dict[int, Path] = {}
    for i in span:
        cell = ledger.cells[i]
        rows.setdefault(cell.row, {})[cell.column] = i
        if cell.column not in paths:
            paths[cell.column] = tuple(_plain(label) for label in cell.column_path)
    schemas = [(total, parts) for side in _sides(paths) for total, parts in _schemas(side, paths, 0)]
    schemas = [(total, _with_among(total, parts, paths, rows, ledger)) for total, parts in schemas]
    for total, parts in schemas:
        for row in rows.values():
            members = tuple(row[column] for column in parts if column in row)
            if total in row and members:
                yield Balance(kind=BalanceKind.COLUMNS, total=row[total], parts=members)


def _with_among(
    total: int, parts: tuple[int, ...], paths: Mapping[int, Path], rows: Mapping[int, Mapping[int, int]], ledger: Ledger
) -> tuple[int, ...]:
    """Return the parts with a first one that 其中 announces, where more rows add up so: 合计, 其中：一般公共预算, 政府性基金, 其他.

    There 其中 stands for all the columns that follow.
    """
    first = min((column for column in paths if column > total), default=total)
    if first in parts or not any(_AMONG.match(label) for label in paths[first]) or first > min(parts):
        return parts
    more = (first, *parts)
    return more if _agreeing(total, more, rows, ledger) > _agreeing(total, parts, rows, ledger) else parts


def _agreeing(total: int, parts: Sequence[int], rows: Mapping[int, Mapping[int, int]], ledger: Ledger) -> int:
    """Return in how many rows parts of which more than one is not zero make the total."""
    found = [(row[total], [row[column] for column in parts if column in row]) for row in rows.values() if total in row]
    return sum(
        sum(ledger.values[i] != 0 for i in places) > 1 and sum(ledger.values[i] for i in places) == ledger.values[at]
        for at, places in found
    )


def _plain(label: str) -> str:
    return "".join(label.split())


def _sides(paths: dict[int, Path]) -> list[list[int]]:
    """Return the columns of each side of a table: those under 收入 and those under 支出 are apart."""
    columns = sorted(paths)
    heads = [paths[column][0] if paths[column] else "" for column in columns]
    if any(head.endswith("收入") for head in heads) and any(head.endswith("支出") for head in heads):
        wide = [(head, [c for _, c in group]) for head, group in groupby(zip(heads, columns, strict=True), key=lambda pair: pair[0])]
        if all(head.endswith(("收入", "支出")) for head, _ in wide) and len(wide) == 2:
            return [group for _, group in wide]
    return [columns]


def _schemas(columns: Sequence[int], paths: dict[int, Path], depth: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield total columns with their parts, for the columns under one label and for each group below it."""
    groups = [list(group) for _, group in groupby(columns, key=lambda column: paths[column][depth : depth + 1])]
    total = next((group[0] for group in groups if len(group) == 1 and _is_total(paths[group[0]], depth)), None)
    if total is not None:
        after = [group for group in groups if group[0] > total] or [group for group in groups if group[-1] < total]
        parts = [column for group in _up_to_next_total(after, paths, depth) for column in _part_columns(group, paths, depth)]
        if len(parts) > 0:
            yield total, tuple(parts)
    for group in groups:
        if len(group) > 1 and {paths[column][depth:] for column in group} == {(_UNNAMED,)}:
            yield group[0], tuple(group[1:])
        elif len(group) > 1 and len(paths[group[0]]) > depth:
            yield from _schemas(group, paths, depth + 1)


def _is_total(path: Path, depth: int) -> bool:
    """Whether a column is the total of its siblings: its label says so, or it has none at this depth."""
    return len(path) == depth or (len(path) == depth + 1 and bool(_TOTAL.match(path[depth])))


def _up_to_next_total(groups: Sequence[list[int]], paths: dict[int, Path], depth: int) -> Iterator[list[int]]:
    """Yield the groups of columns before the next total, without 其中 and columns of other years."""
    for group in groups:
        path = paths[group[0]]
        if len(group) == 1 and _is_total(path, depth):
            return
        label = path[depth] if len(path) > depth else ""
        if not _AMONG.match(label) and not OTHER_YEAR.search(label):
            yield group


def _part_columns(group: Sequence[int], paths: dict[int, Path], depth: int) -> list[int]:
    """Return the columns that stand for a group: its total, or all its leaves; columns of one name are leaves side by side."""
    if len(group) == 1 or not any(len(paths[column]) > depth + 1 for column in group):
        return list(group)
    inner = [list(part) for _, part in groupby(group, key=lambda column: paths[column][depth + 1 : depth + 2])]
    total = next((part[0] for part in inner if len(part) == 1 and _is_total(paths[part[0]], depth + 1)), None)
    if total is not None:
        return [total]
    kept = [part for part in inner if not any(_AMONG.match(label) for label in paths[part[0]][depth + 1 : depth + 2])]
    return [column for part in kept for column in _part_columns(part, paths, depth + 1)]
