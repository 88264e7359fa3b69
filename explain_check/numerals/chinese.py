"""Numbers written in Chinese numerals: 三千五百, 壹万贰仟, 零点五."""

from __future__ import annotations

import re
from functools import lru_cache

#: Every numeral that may stand in a number, ordinary and capital (大写).
NUMERALS = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"

_ORDINARY = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰仟", "零二一二三四五六七八九十百千")
_DIGIT = {numeral: place for place, numeral in enumerate("零一二三四五六七八九")}
_PLACE = {"十": 10, "百": 100, "千": 1000}
_LONE_TEN = re.compile("(?<![一二三四五六七八九])十")
_GROUP = {"万": 10_000, "亿": 100_000_000}


@lru_cache(maxsize=1024)
def read_chinese(text: str) -> str | None:
    """Return the number in Arabic digits (``三点五`` gives ``3.5``), or None where it is not well formed.

    Only the full form counts: 一万二, 二三十, 百万 and 二〇二三 give None.
    """
    whole, point, fraction = text.translate(_ORDINARY).partition("点")
    scale = ""
    if point:
        fraction, scale = _split_scale(fraction)
        if not fraction or any(numeral not in _DIGIT for numeral in fraction):
            return None
    value = _read_whole(whole)
    if value is None:
        return None
    printed = "".join(str(_DIGIT[numeral]) for numeral in fraction)
    return _shift_point(str(value), printed, {"": 0, "万": 4, "亿": 8}[scale])


def _split_scale(fraction: str) -> tuple[str, str]:
    return (fraction[:-1], fraction[-1]) if fraction[-1:] in _GROUP else (fraction, "")


def _shift_point(whole: str, fraction: str, places: int) -> str:
    moved = fraction[:places].ljust(places, "0")
    rest = fraction[places:]
    number = (whole + moved).lstrip("0") or "0"
    return f"{number}.{rest}" if rest else number


def _read_whole(text: str) -> int | None:
    """Return the whole number if writing it out again gives the same numerals."""
    value = _sum_up(text)
    spelled = _spell_tens(text)
    return value if spelled == _write_whole(value) else None


def _spell_tens(text: str) -> str:
    """Return the text with 十二 spelled as 一十二."""
    return _LONE_TEN.sub("一十", text)


def _sum_up(text: str) -> int:
    total = group = digit = 0
    for numeral in _spell_tens(text):
        if numeral in _DIGIT:
            digit = _DIGIT[numeral]
        elif numeral in _PLACE:
            group, digit = group + digit * _PLACE[numeral], 0
        elif numeral == "亿":
            total, group, digit = (total + group + digit) * _GROUP["亿"], 0, 0
        else:
            total, group, digit = total + (group + digit) * _GROUP["万"], 0, 0
    return total + group + digit


def _write_whole(value: int) -> str:
    if value == 0:
        return "零"
    for word, size in (("亿", _GROUP["亿"]), ("万", _GROUP["万"])):
        if value >= size:
            rest = value % size
            gap = "零" if 0 < rest < size // 10 else ""
            return _write_whole(value // size) + word + gap + (_write_whole(rest) if rest else "")
    return _write_group(value)


def _write_group(value: int) -> str:
    written = ""
    for size, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            written += "零一二三四五六七八九"[digit] + word
        elif written and value and not written.endswith("零"):
            written += "零"
    return written
