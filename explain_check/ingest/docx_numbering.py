"""Lists of a Word file (numbering.xml): which number stands before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from explain_check.ingest.docx_numerals import write_number
from explain_check.ingest.xml import Element, attribute, child, children, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of a list: ``text`` is the pattern (（%1）), ``gap`` what stands between number and paragraph."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    gap: str = " "
    is_legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list that paragraphs name by its id: lists with the same ``counter`` count on together."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document in reading order."""

    def __init__(self, root: Element | None) -> None:
        """Read numbering.xml; None where the document has none."""
        self._lists = _read_lists(root)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, number_id: str, style: str) -> int:
        """Return the level that a list reserves for a paragraph style, 0 where it has none."""
        found = self._lists.get(number_id)
        return next((depth for depth, level in found.levels.items() if level.style == style), 0) if found else 0

    def advance(self, number_id: str, depth: int) -> str:
        """Count a paragraph and return the number before it, with the blank after it; empty for bullets."""
        found = self._lists.get(number_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.counter, {})
        self._count(found, counts, number_id, depth)
        if level.form == "bullet":
            return ""
        printed = _PLACE.sub(lambda match: self._write(found, counts, level, int(match[1]) - 1), level.text)
        return printed + level.gap if printed else ""

    def _count(self, found: List, counts: dict[int, int], number_id: str, depth: int) -> None:
        for deeper in [other for other in counts if other > depth and _restarts(found.levels.get(other), depth)]:
            del counts[deeper]
        for upper in range(depth):
            if upper not in counts and upper in found.levels:
                counts[upper] = found.starts.get(upper, found.levels[upper].start)
        begins = depth in found.starts and (number_id, depth) not in self._begun
        self._begun.add((number_id, depth))
        start = found.starts.get(depth, found.levels[depth].start)
        counts[depth] = start if begins or depth not in counts else counts[depth] + 1

    @staticmethod
    def _write(found: List, counts: Mapping[int, int], level: Level, depth: int) -> str:
        other = found.levels.get(depth)
        if other is None or depth not in counts:
            return ""
        return write_number(counts[depth], "decimal" if level.is_legal and other.form != "none" else other.form)


def _restarts(level: Level | None, depth: int) -> bool:
    """Whether a deeper level begins anew after a paragraph of a level (w:lvlRestart: 0 never, n only after level n)."""
    return level is None or level.restart is None or (level.restart > 0 and depth < level.restart)


def _read_lists(root: Element | None) -> dict[str, List]:
    """Return the lists by their ids."""
    abstract = {attribute(found, "abstractNumId") or "": found for found in children(root, "abstractNum")}
    by_style = {style: found for found in abstract.values() if (style := value(found, "styleLink"))}
    lists: dict[str, List] = {}
    for number in children(root, "num"):
        counter = value(number, "abstractNumId") or ""
        base = abstract.get(counter)
        base = by_style.get(value(base, "numStyleLink") or "", base)
        levels = {depth: level for found in children(base, "lvl") for depth, level in [_read_level(found)]}
        starts: dict[int, int] = {}
        for override in children(number, "lvlOverride"):
            depth = _whole(attribute(override, "ilvl"), 0)
            if (start := value(override, "startOverride")) is not None:
                starts[depth] = _whole(start, 1)
            if (own := child(override, "lvl")) is not None:
                levels[depth] = _read_level(own)[1]
        lists[attribute(number, "numId") or ""] = List(counter=counter, levels=levels, starts=starts)
    return lists


def _read_level(found: Element) -> tuple[int, Level]:
    restart = value(found, "lvlRestart")
    level = Level(
        form=value(found, "numFmt") or "decimal",
        text=value(found, "lvlText") or "",
        start=_whole(value(found, "start"), 0),
        gap="" if value(found, "suff") == "nothing" else " ",
        is_legal=is_on(child(found, "isLgl")),
        restart=None if restart is None else _whole(restart, 0),
        style=value(found, "pStyle") or "",
    )
    return min(_whole(attribute(found, "ilvl"), 0), _LEVELS), level


def is_on(switch: Element | None) -> bool:
    """Whether a switch (w:vanish, w:isLgl) is there and not turned off."""
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off", "none")


def _whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 6 else default
