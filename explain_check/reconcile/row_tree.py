"""The rows of a column as a tree: by their paths, by their codes, or as accounts under their economic class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from explain_check.model.table import Cell
from explain_check.structure.cells import TOTAL

_TAIL_TOTAL = re.compile(r"(?:合计|总计|共计|小计)")
_CLASSES = frozenset(
    {
        "工资福利支出",
        "商品和服务支出",
        "对个人和家庭的补助",
        "对个人和家庭补助",
        "债务利息及费用支出",
        "资本性支出",
        "对企业补助",
        "其他支出",
    }
)


@dataclass(slots=True)
class Entry:
    """An amount of a column with what it stands under."""

    place: int
    path: tuple[str, ...]
    code: str
    is_total: bool
    children: list[Entry] = field(default_factory=list)


def read_row_path(path: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return a row path without blanks, and whether its last label is that of a total."""
    labels = tuple(["".join(label.split()) for label in path])
    return labels, bool(labels and (TOTAL.match(labels[-1]) or _TAIL_TOTAL.match(labels[-1])))


def entry_of(cell: Cell, place: int, paths: Mapping[tuple[str, ...], tuple[tuple[str, ...], bool]]) -> Entry:
    """Return an amount as an entry; ``paths`` holds each row path as it was read."""
    path, names_total = paths[cell.row_path]
    return Entry(place=place, path=path, code=cell.code, is_total=not path or (not cell.code and names_total))


def row_tree(entries: Sequence[Entry]) -> list[Entry]:
    """Return the outermost entries, each with what stands below it."""
    top: list[Entry] = []
    opened: list[Entry] = []
    plain = _is_plain(entries)
    for entry in entries:
        while opened and not _is_above(opened[-1], entry, plain):
            opened.pop()
        (opened[-1].children if opened else top).append(entry)
        if not entry.is_total:
            opened.append(entry)
    return top


def _is_plain(entries: Sequence[Entry]) -> bool:
    """Whether a column without codes lists economic classes and their accounts at one level."""
    return all(not entry.code and len(entry.path) < 2 for entry in entries) and sum(_is_class(entry) for entry in entries) > 1


def _is_class(entry: Entry) -> bool:
    return bool(entry.path) and entry.path[-1] in _CLASSES


def _is_above(upper: Entry, lower: Entry, plain: bool) -> bool:
    """Whether an entry stands below an open one: by its path, by its code, or as account under its economic class."""
    if lower.is_total and len(lower.path) < 2:
        return False
    if plain:
        return _is_class(upper) and not _is_class(lower)
    size = len(upper.path)
    if size and size < len(lower.path) and lower.path[:size] == upper.path:
        return True
    if len(upper.code) < len(lower.code) and upper.code:
        return lower.code.startswith(upper.code) and upper.path[:1] == lower.path[:1]
    return False
