"""What an indicator's value asks for: 不低于95%, ≤0.6667万元/人/月, ≥1289.48平方米."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.model.figure import Figure
from explain_check.model.form import Sign, Target
from explain_check.numerals import read_cell, read_mentions
from explain_check.structure.fold import squeezed

_SIGNS = {
    Sign.LEAST: ("≥", ">=", "≧", "=>", "大于等于", "大于或等于", "不低于", "不少于", "不小于", "至少", "达到"),
    Sign.MOST: ("≤", "<=", "≦", "=<", "小于等于", "小于或等于", "不超过", "不高于", "不大于", "不多于", "至多", "控制在"),
    Sign.MORE: (">", "大于", "高于", "多于", "超过"),
    Sign.LESS: ("<", "小于", "低于", "少于"),
    Sign.EXACT: ("=", "等于"),
}
_BY_WORD = {word: sign for sign, words in _SIGNS.items() for word in words}
_SIGN = re.compile("|".join(re.escape(word) for word in sorted(_BY_WORD, key=len, reverse=True)))
_AFTER = {"及以上": Sign.LEAST, "以上": Sign.LEAST, "以内": Sign.MOST, "以下": Sign.MOST, "之内": Sign.MOST, "内": Sign.MOST}
#: /人/月 | 每人
_PER = re.compile(r"/(?P<unit>每?[\u4e00-\u9fff]{1,4})")
#: $\geq 90\%$ : what a reader of pictures makes of ≥90%
_MARKUP = (("\\geq", "≥"), ("\\leq", "≤"), ("\\ge", "≥"), ("\\le", "≤"), ("\\%", "%"), ("$", ""))
_LONGEST = 24
_REST = re.compile(r"(?:[(][^()]*[)])?[。;]?$")
#: 3年 | 85箱 | 0起 : a unit that no list of counting words holds
_COUNTED = re.compile(r"(?P<number>\d[\d,.]*)(?P<unit>[\u4e00-\u9fff]{1,3})(?=$|[/(。;])")


@lru_cache(maxsize=4096)
def read_target(text: str, sign: str = "", unit: str = "") -> Target | None:
    """Return what a value asks for, None where it is no single figure; ``sign`` and ``unit`` are columns of their own."""
    words = _plain(text)
    if not words or len(words) > _LONGEST:
        return None
    found = _SIGN.match(words)
    printed = _BY_WORD[found.group()] if found else _sign_of(sign)
    words = words[found.end() :] if found else words
    return _read(words, printed) or (_read(words + _plain(unit), printed) if unit else None)


def _plain(text: str) -> str:
    if "\\" in text or "$" in text:
        for mark, sense in _MARKUP:
            text = text.replace(mark, sense)
    return squeezed(text)


def _sign_of(text: str) -> Sign:
    """Return the sign that a column of signs prints; 定性 and the like are none."""
    found = _SIGN.match(_plain(text))
    return _BY_WORD[found.group()] if found else Sign.NONE


def _read(words: str, sign: Sign) -> Target | None:
    mention = next(read_mentions(words), None)
    figure, end = (mention.figure, mention.end) if mention and not mention.start else _count(words)
    if figure is None:
        return None
    rest = words[end:]
    after = next((word for word in _AFTER if rest.startswith(word)), "")
    rest = rest[len(after) :]
    per = frozenset(found["unit"].removeprefix("每") for found in _PER.finditer(rest))
    if not _REST.match(_PER.sub("", rest)):
        return None
    return Target(sign=_AFTER[after] if after and sign is Sign.NONE else sign, figure=figure, per=per)


def _count(words: str) -> tuple[Figure | None, int]:
    """Return the figure and its end where a number stands before any other counting word."""
    found = _COUNTED.match(words)
    if found is None:
        return None, 0
    unit = next((found["unit"][: -len(word)] for word in _AFTER if found["unit"].endswith(word)), found["unit"])
    return (read_cell(found["number"], unit), found.end("number") + len(unit)) if unit else (None, 0)
