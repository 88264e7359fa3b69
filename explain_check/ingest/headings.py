"""Heading levels from styles and tags, which authors also give to prose."""

from __future__ import annotations

import re

_ENDS_SENTENCE = re.compile(r"[。！？!?；;]\s*$")
_LONGEST = 80


def heading_level(text: str, level: int) -> int:
    """Return the level of a paragraph that is styled as a heading, 0 where it reads like prose."""
    if not level or len(text) > _LONGEST or _ENDS_SENTENCE.search(text):
        return 0
    return level
