"""Lines that fit a terminal: a Chinese character is two cells wide, and no line begins with a closing mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

CLOSING = "，。；：、！？）》」』】〕”’,.;:!?)]}%％…"
#: A figure or Latin word is one token, every Chinese character its own: 占｜68.32%｜，
TOKEN = re.compile(r"[!-~]+|\s+|.", re.DOTALL)


def is_control(char: str) -> bool:
    """Whether a character could steer a terminal instead of standing in it."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")


def plain(text: str) -> str:
    """Return the text on one line, without control characters."""
    return re.sub(r"\s+", " ", "".join(char for char in text if char.isspace() or not is_control(char))).strip()


def cells(text: str) -> int:
    """Return the width of a text in terminal cells; characters of ambiguous width count as wide."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text; two cells are kept free for a closing mark."""
    room = max(width - 2, 10)
    lines = [""]
    for token in _tokens(plain(text), room):
        limit = room + 2 if token in CLOSING else room
        if lines[-1] and cells(lines[-1]) + cells(token) > limit:
            lines.append("")
        lines[-1] += token if lines[-1] else token.lstrip()
    return [line.rstrip() for line in lines]


def _tokens(text: str, room: int) -> Iterator[str]:
    """Yield what may not be broken; a word longer than a line is cut."""
    for found in TOKEN.finditer(text):
        token = found.group()
        for start in range(0, len(token), room):
            yield token[start : start + room]


def shorten(text: str, width: int) -> str:
    """Return a text of at most so many cells, its middle left out where it is longer."""
    text = plain(text)
    if cells(text) <= width:
        return text
    half = (width - 2) // 2
    return f"{_head(text, half)}…{_head(text[::-1], half)[::-1]}"


def _head(text: str, width: int) -> str:
    """Return the longest beginning of at most so many cells."""
    used = 0
    for index, char in enumerate(text):
        used += cells(char)
        if used > width:
            return text[:index]
    return text
