"""Text without mark-up, with the source offset of each character."""

from __future__ import annotations

import re

from explain_check.model.document import Piece

EMPTY = Piece("", ())
_BLANKS = " \t\r\n\f\v\u3000\u00a0\u200b\ufeff"
#: <b>第一部分</b> and <p style="…"> go; <=0.6667万元 and <3次 stay.
_TAG = re.compile(
    r"</?(?:b|i|u|s|sup|sub|br|p|strong|em|span|font|ol|ul|li|div|center)(?:\s+[A-Za-z-]+\s*=[^<>]*)?\s*/?>|&nbsp;|\*\*", re.IGNORECASE
)


def has_markup(text: str) -> bool:
    """Whether there may be mark-up to take out."""
    return "<" in text or "**" in text or "&nbsp;" in text


def cut_piece(part: str, start: int) -> Piece:
    """Return a part of the text that begins at ``start`` without outer blanks and mark-up."""
    return _unmarked(part, start) if has_markup(part) and part.strip(" *") else cut_plain(part, start)


def cut_plain(part: str, start: int) -> Piece:
    """Return a part of the text that holds no mark-up without outer blanks."""
    trimmed = part.strip(_BLANKS)
    if not trimmed:
        return EMPTY
    if trimmed is not part:
        start += part.index(trimmed[0])
    return Piece(trimmed, range(start, start + len(trimmed)))


def strip_markup(part: str) -> str:
    """Return a part of the text without outer blanks and mark-up."""
    return _TAG.sub("", part).strip(_BLANKS) if part.strip(" *") else part


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
    return Piece(trimmed, tuple(offsets[left : left + len(trimmed)])) if trimmed else EMPTY
