"""Which patterns may be found in a text at all, by the words that they ask for: most need not even be compiled."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from operator import add

from explain_check.reasons.rows import Row, pattern_of, word_classes

Words = tuple[str, ...]
#: The pieces of a pattern: an escaped character, a set, a class of words, how often, a bracket or look-around, an end or dot, and a run
#: of characters; one that is said how often stands by itself.
_PIECE = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|\{[a-z]+\}|\{[\d,]+\}|\((?:\?(?:<?[=!]|.))?|[)|?*+.^$]|[^\\\[{()|?*+.^$]+(?![?*]|\{[\d,])|[^\\\[{()|?*+.^$]"
)
_MAY_LACK = ("?", "*", "{0", "{,")
_NO_WORDS = frozenset("\\[{?*+.^$")


class PatternIndex:
    """Rows of patterns by the first two characters of words that they ask for; a row is compiled when a text first holds one."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Choose for each row the words that fewest rows ask for; one that asks for no certain word is asked of every text."""
        self._rows = rows
        self._by_head: defaultdict[str, list[int]] = defaultdict(list)
        needed = [needed_words(row.phrase) for row in rows]
        common = Counter(word for asked in needed for words in asked for word in words)
        for number, asked in enumerate(needed):
            rarest = min(asked, key=lambda words: sum(common[word] for word in words), default=("",))
            for head in {word[:2] for word in rarest}:
                self._by_head[head].append(number)

    def worth_asking(self, text: str) -> Iterator[tuple[re.Pattern[str], Row]]:
        """Yield the rows that may be found in a text, in their order, each with its pattern."""
        heads = {"", *text, *map(add, text, text[1:])}
        numbers = {number for head in heads & self._by_head.keys() for number in self._by_head[head]}
        return ((pattern_of(self._rows[number]), self._rows[number]) for number in sorted(numbers))


def needed_words(pattern: str) -> list[Words]:
    """Return sets of words of each of which a text holds one where it holds a pattern; none where no word is certain."""
    ways = _read(iter(_PIECE.findall(pattern)))
    return [words for words in (ways[0] if len(ways) == 1 else [_of_all(ways)]) if words]


def _read(pieces: Iterator[str]) -> list[list[Words]]:
    """Return what each way of the pieces up to the closing bracket asks for, in their order; nothing where no word is certain."""
    ways: list[list[Words]] = [[()]]
    for piece in pieces:
        asked = ways[-1]
        if piece.startswith(_MAY_LACK):
            asked[-1] = ()
        elif piece == "|":
            ways.append([()])
        elif piece == ")":
            break
        elif piece[0] == "(":
            inner = _read(pieces)
            asked.append(_of_all(inner) if piece in ("(", "(?:") else ())
        elif piece[0] == "{" and piece[1].isalpha():
            asked.append(_class_words(piece[1:-1]))
        else:
            asked.append(() if piece[0] in _NO_WORDS else (piece,))
    return ways


def _of_all(ways: Sequence[Sequence[Words]]) -> Words:
    """Return words of which a text holds one whichever way it goes: of each way those that tell most, none where one has none."""
    best = [max(way, key=_telling) for way in ways]
    return tuple(word for words in best for word in words) if all(best) else ()


@cache
def _class_words(name: str) -> Words:
    return _of_all(_read(iter(_PIECE.findall(word_classes()[name]))))


def _telling(words: Words) -> tuple[int, int]:
    """Return how rare some words are: the longer the shortest of them, and the fewer, the rarer."""
    return min(map(len, words), default=0), -len(words)
