"""Fold characters one for one, so that every position leads back to the source."""

from __future__ import annotations

import re

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_VARIANTS = {ord("﹪"): "%", ord("﹣"): "-", ord("—"): "—", ord("〇"): "〇", ord("\u3000"): " ", ord("\u00a0"): " ", ord("｡"): "。"}
_TABLE = {**_FULL_WIDTH, **_VARIANTS}
_RUN = re.compile(r"\S+")


def fold_text(text: str) -> str:
    """Return the text with full-width digits, letters and punctuation in their ASCII form; the length is kept.

    ``（境）`` becomes ``(境)``, ``，`` becomes ``,``; 。 and 、 stay.
    """
    return text.translate(_TABLE)


def squeeze(text: str, offsets: tuple[int, ...]) -> tuple[str, str, tuple[int, ...]]:
    r"""Return the folded text without white space, the same unfolded, and the offsets that remain.

    Between two digits the white space stays as one blank, or as one ``\n`` where a line ended there.
    """
    folded: list[str] = []
    printed: list[str] = []
    places: list[int] = []
    last = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if folded and _is_digit(folded[-1][-1]) and _is_digit(text[start]):
            folded.append("\n" if "\n" in text[last:start] else " ")
            printed.append(folded[-1])
            places.append(offsets[last])
        folded.append(fold_text(run.group()))
        printed.append(run.group())
        places.extend(offsets[start:end])
        last = end
    return "".join(folded), "".join(printed), tuple(places)


def squeezed(text: str) -> str:
    """Return a heading or label folded and without any white space."""
    return "".join(fold_text(text).split())


def _is_digit(char: str) -> bool:
    return fold_text(char) in "0123456789.,%"
