"""How much of a sentence is shown around a slip."""

from __future__ import annotations

import regex

_REACH = 40
#: The end of a statement; a comma that parts clauses, not digits.
_STOP = regex.compile(r"[。;；!?¶]")
_COMMA = regex.compile(r"(?<!\d)[,，]|[,，](?!\d)")


def excerpt_start(text: str, at: int) -> int:
    """Return where the statement around a slip at ``at`` begins: never inside a figure, and not far before.

    Of a longer statement the clauses that are whole within the reach are taken.
    """
    low = max(0, at - _REACH)
    stops = [found.end() for found in _STOP.finditer(text, low, at)]
    if stops or not low:
        return stops[-1] if stops else 0
    return next((found.end() for found in _COMMA.finditer(text, low, at)), at)
