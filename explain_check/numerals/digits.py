"""Numbers written in Arabic digits: separators, full-width digits, line breaks and lists joined by a comma."""

from __future__ import annotations

import re
from typing import NamedTuple

#: More digits than any amount has; also keeps all arithmetic exact.
MOST_DIGITS = 20

_FOLD = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"
_UNGROUPED = r"(?:0|[1-9][0-9]*)"
_WELL_FORMED = re.compile(rf"(?:{_GROUPED}|{_UNGROUPED})(?:\.[0-9]+)?")
_BLANKS_AT_COMMA = re.compile(r"[^\S\n]*,[^\S\n]*")
# 612. 80万元; 12. 80万元 may be the twelfth of a list
_BLANKS_AT_POINT = re.compile(r"(?<=\d{3})(?<!^(?:19|20)\d\d)[^\S\n]*\.[^\S\n]*")
# 4125.49,4143.91 : each with its decimals, or the comma might be a separator
_ELEMENT = re.compile(rf"(?:{_GROUPED}|{_UNGROUPED})\.[0-9]+")
_LIST = re.compile(rf"{_ELEMENT.pattern}(?:,{_ELEMENT.pattern})+")


class Part(NamedTuple):
    """One number of a text: its plain digits (``1234.50``), and its place."""

    digits: str
    start: int
    end: int


def read_plain(printed: str, start: int) -> list[Part]:
    """Return the one number of a run of digits with at most one point, or none where it is malformed (05.73)."""
    digits = _fold(printed)
    if (digits[0] == "0" and digits[1:2] not in ("", ".")) or len(digits) > MOST_DIGITS:
        return []
    return [Part(digits, start, start + len(printed))]


def read_blob(printed: str, start: int) -> list[Part]:
    """Return the numbers of a run of digits, commas, points and blanks; none where its meaning is in doubt.

    ``1,234.50`` is one, ``4125.49,4143.91`` two, ``12,34`` and ``1 234`` none.
    """
    folded = _fold(printed)
    if folded.count(".") > 1 and _LIST.fullmatch(folded):
        found = [Part(match[0].replace(",", ""), start + match.start(), start + match.end()) for match in _ELEMENT.finditer(folded)]
        return found if all(len(part.digits) <= MOST_DIGITS for part in found) else []
    digits = read_number(folded)
    return [Part(digits, start, start + len(printed))] if digits else []


def read_number(printed: str) -> str | None:
    """Return the plain digits of a single number with well-formed separators, or None."""
    number = _fold(printed)
    if not _WELL_FORMED.fullmatch(number):
        number = _without_blanks(number)
        if not _WELL_FORMED.fullmatch(number):
            return None
    digits = number.replace(",", "")
    return digits if len(digits) <= MOST_DIGITS else None


def _fold(printed: str) -> str:
    return printed if printed.isascii() else printed.translate(_FOLD)


def _without_blanks(printed: str) -> str:
    """Return a number without blanks at its separators and on one line; empty where its meaning is in doubt."""
    folded = _BLANKS_AT_POINT.sub(".", _BLANKS_AT_COMMA.sub(",", printed))
    return _join_lines(folded) or "" if "\n" in folded else folded


def _join_lines(printed: str) -> str | None:
    """Return a number broken over two lines (``4,40`` and ``5.73``), or None where both halves may be numbers of their own."""
    halves = [half.strip() for half in printed.split("\n")]
    if len(halves) != 2 or halves[0][-1] in ",." or all(_WELL_FORMED.fullmatch(half) for half in halves):
        return None
    return "".join(halves)
