"""Find the rows of the word lists in a reason: the longest match wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from explain_check.reasons.rows import Row, reason_rows
from explain_check.structure.fold import fold_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Squeezed:
    """A reason folded and without white space, with the position of each character in the printed text."""

    text: str
    printed: str
    places: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """Return the printed words of a stretch."""
        return self.printed[self.places[start] : self.places[end - 1] + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A row found from ``start`` to ``end`` of the squeezed text."""

    row: Row
    start: int
    end: int


def squeeze_reason(printed: str) -> Squeezed:
    """Return a reason ready for matching."""
    folded = fold_text(printed)
    places = tuple(i for i, char in enumerate(folded) if not char.isspace())
    return Squeezed(text="".join(folded[i] for i in places), printed=printed, places=places)


def find_matches(text: str) -> list[Match]:
    """Return the rows found in a squeezed text, in order; a longer match covers every one that it overlaps."""
    found = [*_phrases_in(text), *_patterns_in(text)]
    found.sort(key=lambda match: (match.start - match.end, match.start, match.row.kind == "pattern"))
    taken = bytearray(len(text))
    kept: list[Match] = []
    for match in found:
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted((match for match in kept if match.row.kind != "not"), key=lambda match: match.start)


@cache
def _by_head() -> dict[str, tuple[Row, ...]]:
    """Return the phrases by their first two characters, longest first: faster than one alternation of them all."""
    heads: defaultdict[str, list[Row]] = defaultdict(list)
    for row in reason_rows():
        if row.kind != "pattern":
            heads[row.phrase[:2]].append(row)
    return {head: tuple(sorted(rows, key=lambda row: -len(row.phrase))) for head, rows in heads.items()}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Row], ...]:
    """Return the compiled patterns."""
    return tuple((re.compile(row.phrase), row) for row in reason_rows() if row.kind == "pattern")


def _phrases_in(text: str) -> Iterator[Match]:
    """Yield the longest phrase at each position."""
    heads = _by_head()
    for start in range(len(text) - 1):
        for row in heads.get(text[start : start + 2], ()):
            if text.startswith(row.phrase, start):
                yield Match(row=row, start=start, end=start + len(row.phrase))
                break


def _patterns_in(text: str) -> Iterator[Match]:
    """Yield what the patterns find."""
    for pattern, row in _patterns():
        for found in pattern.finditer(text):
            yield Match(row=row, start=found.start(), end=found.end())
