"""Text without mark-up, with the source offset of each character."""

from __future__ import annotations

import re

from explain_check.model.document import Piece

EMPTY = Piece(text="", offsets=())
_BLANKS = " \t\r\n\f\v\u3000\u00a0\u200b\ufeff"
#: <b>第一部分</b> and <p style="…"> go; <=0.6667万元 and <3次 stay.
_TAG = re.compile(
    r"</?(?:b|i|u|s|sup|sub|br|p|strong|em|span|font|ol|ul|li|div|center)(?:\s+[A-Za-z-]+\s*=[^<>]*)?\s*/?>|&nbsp;|\*\*", re.IGNORECASE
)


def has_markup(text: str) -> bool:
    """Whether there may be mark-up to take out."""
    return "<" in text or "**" in text or "&nbsp;" in text


def cut_piece(text: str, start: int, end: int, marked: bool, base: int = 0) -> Piece:
    """Return ``text[start:end]`` without outer blanks and, where ``marked``, without mark-up; ``text`` begins at offset ``base``."""
    part = text[start:end]
    if marked and ("<" in part or "*" in part or "&" in part) and part.strip(" *") and has_markup(part):
        return _unmarked(part, base + start)
    trimmed = part.strip(_BLANKS)
    if not trimmed:
        return EMPTY
    start += base
    if len(trimmed) < len(part):
        start += part.index(trimmed[0])
    return Piece(text=trimmed, offsets=tuple(range(start, start + len(trimmed))))


def _unmarked(part: str, start: int) -> Piece:
    """Return a piece of the characters outside of the tags."""
    chars: list[str] = []
    offsets: list[int] = []
    last = 0
    for tag in _TAG.finditer(part):
        chars.append(part[last : tag.start()])
        offsets.extend(range(start + last, start + tag.start()))
        last = tag.end()
    chars.append(part[last:])
    offsets.extend(range(start + last, start + len(part)))
    joined = "".join(chars)
    left = len(joined) - len(joined.lstrip(_BLANKS))
    trimmed = joined.strip(_BLANKS)
    return Piece(text=trimmed, offsets=tuple(offsets[left : left + len(trimmed)])) if trimmed else EMPTY
