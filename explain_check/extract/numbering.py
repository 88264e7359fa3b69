"""How the items of a list begin: 一是, 1、, (2), ③, 第三, 其二."""

from __future__ import annotations

import re
from unicodedata import numeric

from explain_check.structure.outline import ARABIC_NUMBER

_STYLES = (
    re.compile(r"^(?P<number>[一二三四五六七八九十])是"),
    re.compile(rf"^(?={ARABIC_NUMBER}|\d{{1,2}}\)(?!\d))(?P<number>\d{{1,2}})"),
    re.compile(r"^\((?P<number>\d{1,2})\)"),
    re.compile(r"^\((?P<number>[一二三四五六七八九十])\)"),
    re.compile(r"^(?P<number>[①-⑳])"),
    re.compile(r"^第(?P<number>[一二三四五六七八九十]),?"),
    re.compile(r"^其(?P<number>[一二三四五])"),
)


def item_number(text: str) -> tuple[int, int]:
    """Return the style and number with which an item of a list begins, 0 and 0 for none."""
    for place, style in enumerate(_STYLES, 1):
        if match := style.match(text):
            number = match["number"]
            return place, int(number) if number.isdecimal() else int(numeric(number))
    return 0, 0
