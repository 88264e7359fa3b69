"""Fold characters one for one, so that every position leads back to the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_VARIANTS = {ord("﹪"): "%", ord("﹣"): "-", ord("\u3000"): " ", ord("\u00a0"): " ", ord("｡"): "。"}
_TABLE = {**_FULL_WIDTH, **_VARIANTS}
_FOLDED = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")
_SPACE = re.compile(r"\s")
_NUMERIC = frozenset("0123456789.,%")
_RUN = re.compile(r"\S+")


def fold_text(text: str) -> str:
    """Return the text with full-width digits, letters and punctuation in their ASCII form; the length is kept.

    ``（境）`` becomes ``(境)``, ``，`` becomes ``,``; 。 and 、 stay.
    """
    return text.translate(_TABLE) if _FOLDED.search(text) else text


def squeeze(text: str, offsets: Sequence[int]) -> tuple[str, str, Sequence[int]]:
    r"""Return the folded text without white space, the same unfolded, and the offsets that remain.

    Between two digits the white space stays as one blank, or as one ``\n`` where a line ended there.
    """
    if not _SPACE.search(text):
        return fold_text(text), text, offsets
    folded: list[str] = []
    printed: list[str] = []
    places: list[int] = []
    last = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if folded and folded[-1][-1] in _NUMERIC and fold_text(text[start]) in _NUMERIC:
            folded.append("\n" if "\n" in text[last:start] else " ")
            printed.append(folded[-1])
            places.append(offsets[last])
        folded.append(fold_text(run.group()))
        printed.append(run.group())
        places.extend(offsets[start:end])
        last = end
    return "".join(folded), "".join(printed), tuple(places)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return a heading or label folded and without any white space."""
    return "".join(fold_text(text).split())
