"""Fold characters one for one, so that every position leads back to the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from explain_check.model.document import Piece
from explain_check.model.text import Passage

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_VARIANTS = {"﹪": "%", "﹣": "-", "\u3000": " ", "\u00a0": " ", "｡": "。"}
_PLAIN = {**_FULL_WIDTH, **_VARIANTS}
_FOLDED = re.compile("[" + "".join(map(re.escape, _PLAIN)) + "]")
_NUMERIC = frozenset("0123456789.,%")
_PRINTED_OTHERWISE = re.compile(rf"[\s{_FOLDED.pattern[1:]}")
"""What a text that reads as it is printed has none of."""
_RUN = re.compile(r"\S+")


def fold_text(text: str) -> str:
    """Return the text with full-width digits, letters and punctuation in their ASCII form; the length is kept.

    ``（境）`` becomes ``(境)``, ``，`` becomes ``,``; 。 and 、 stay. A text holds few of them: to replace one after the other
    takes a fifth of the time of ``str.translate``, which looks up every character.
    """
    found = _FOLDED.search(text)
    while found:
        char = found.group()
        text = text.replace(char, _PLAIN[char])
        found = _FOLDED.search(text, found.end())
    return text


def read_passage(piece: Piece, section: str, page: int | None, turns: tuple[tuple[int, int], ...] = ()) -> Passage:
    r"""Return a text as it reads: folded, without white space, each character with its offset.

    Between two digits the white space stays as one blank, or as one ``\n`` where a line ended there.
    """
    text, printed, offsets = piece.text, piece.text, piece.offsets
    if _PRINTED_OTHERWISE.search(printed):
        text = fold_text(printed)
        if printed.split() != [printed]:
            text, printed, offsets = _squeeze(text, printed, offsets)
    return Passage(text, printed, offsets, section, page, turns)


def _squeeze(plain: str, text: str, offsets: Sequence[int]) -> tuple[str, str, Sequence[int]]:
    """Return the folded text ``plain`` without white space, the same unfolded, and the offsets that remain."""
    folded: list[str] = []
    printed: list[str] = []
    places: list[int] = []
    last = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        if folded and folded[-1][-1] in _NUMERIC and plain[start] in _NUMERIC:
            folded.append("\n" if "\n" in text[last:start] else " ")
            printed.append(folded[-1])
            places.append(offsets[last])
        folded.append(plain[start:end])
        printed.append(run.group())
        places.extend(offsets[start:end])
        last = end
    return "".join(folded), "".join(printed), tuple(places)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return a heading or label folded and without any white space."""
    return "".join(fold_text(text).split()) if _PRINTED_OTHERWISE.search(text) else text
