"""Styles of a Word file (styles.xml): what a paragraph or run takes over from its style and those below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explain_check.ingest.docx_numbering import is_on
from explain_check.ingest.xml import Element, attribute, child, children, value

_HEADING = re.compile(r"(?:heading|标题)\s*(?P<level>[1-6])$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:\d|heading|标题)", re.IGNORECASE)
_BODY_LEVEL = 9
"""The outline level that means text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says: ``level`` is the heading level, 0 for text; ``list`` the id and level of its numbering."""

    id: str = ""
    level: int = 0
    list: tuple[str, int | None] | None = None
    is_hidden: bool = False
    is_contents: bool = False


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Read styles.xml; None where the document has none."""
        self._found = {attribute(style, "styleId") or "": style for style in children(root, "style")}
        defaults = (style for style in self._found.values() if attribute(style, "default") in ("1", "true"))
        self._default = next((attribute(style, "styleId") for style in defaults if attribute(style, "type") == "paragraph"), None)
        self._read: dict[str, Style] = {}

    def paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph style, the default one where none is named."""
        return self._style(style_id or self._default or "")

    def hides(self, style_id: str | None) -> bool:
        """Whether a character style hides its text."""
        return bool(style_id) and self._style(style_id or "").is_hidden

    def _style(self, style_id: str) -> Style:
        if style_id not in self._read:
            chain = list(self._chain(style_id))
            self._read[style_id] = Style(
                id=style_id,
                level=next((level for style in chain if (level := _level(style)) is not None), 0),
                list=next((found for style in chain if (found := list_of(child(style, "pPr")))), None),
                is_hidden=any(is_on(child(style, "rPr", "vanish")) for style in chain[:1]),
                is_contents=any(_CONTENTS.match(value(style, "name") or "") for style in chain[:1]),
            )
        return self._read[style_id]

    def _chain(self, style_id: str) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        seen: set[str] = set()
        while style_id in self._found and style_id not in seen:
            seen.add(style_id)
            yield self._found[style_id]
            style_id = value(self._found[style_id], "basedOn") or ""


def _level(style: Element) -> int | None:
    """Return the heading level that a style states itself, None where it states none."""
    level = outline_level(child(style, "pPr"))
    if level is not None:
        return level
    match = _HEADING.match(value(style, "name") or "")
    return int(match["level"]) if match else None


def outline_level(properties: Element | None) -> int | None:
    """Return the heading level of paragraph properties (1 is outermost, 0 text), None where they state none."""
    printed = value(properties, "outlineLvl")
    if printed is None or not printed.isdigit():
        return None
    return int(printed) + 1 if int(printed) < _BODY_LEVEL else 0


def list_of(properties: Element | None) -> tuple[str, int | None] | None:
    """Return list id and level of paragraph properties; the id 0 takes a paragraph out of its style's list."""
    number_id = value(properties, "numPr", "numId")
    if number_id is None:
        return None
    depth = value(properties, "numPr", "ilvl")
    return number_id, int(depth) if depth is not None and depth.isdigit() else None
