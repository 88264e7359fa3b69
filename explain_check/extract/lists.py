"""Which figures of a list make its whole: all readings that the text allows are tried before one is called wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

import regex

from explain_check.extract.items import Item, Listing, Use
from explain_check.model.figure import Figure
from explain_check.model.quantity import Closure, SumClaim

Parts = tuple[Item, ...]
#: What makes a list no plain one: parts of parts, parts without amounts, a rest that is not told.
_NOT_PLAIN = re.compile(r"其中|等(?!级|次|候|保|待|于|离)|包括|另|除|扣除|剔除|不含|含(?!量|税)|若干|余下|统筹|剩余部分|每年|逐年|年均")
_NOTES = re.compile(r"\([^()]*\)")
#: What may stand between two parts: marks, notes in brackets, and words with a figure of their own (门卫6人，).
_GAP = regex.compile(r"(?:\([^()]*\)|[,;、和与及]|以及|[^,;、。:!?¶()\d]*\d[^,;、。:!?¶()]*+)*+")
_MOST_LEFT_OUT = 2
_MOST_EXTRAS = 6
MOST_LISTED = 60
"""A paragraph that lost its line ends has hundreds of figures; no list has more than these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole with its parts as the text most naturally reads, the other readings that it allows, and how sure the natural one is.

    ``wholes`` are other figures that the list may make.
    """

    whole: Item
    natural: Parts
    others: tuple[Parts, ...]
    closure: Closure
    wholes: tuple[Item, ...] = ()


def collapsed(items: Sequence[Item]) -> Iterator[Parts]:
    """Yield the list with each named total in the place of the items that it sums up: those that make it, else all before it."""
    found: list[Item] = []
    for item in items:
        if item.is_total:
            scale = _Scale(item)
            begin = next((i for i in range(len(found) - 1) if scale.is_made_of(found[i:])), None)
            if begin is not None:
                del found[begin:]
        found.append(item)
    yield tuple(found)


def suffixes(items: Sequence[Item]) -> Iterator[Parts]:
    """Yield the ends of a list, longest first, at least two items long."""
    return (tuple(items[i:]) for i in range(1, len(items) - 1))


def prefixes(items: Sequence[Item]) -> Iterator[Parts]:
    """Yield the beginnings of a list, longest first, at least two items long."""
    return (tuple(items[:i]) for i in range(len(items) - 1, 1, -1))


def without_few(items: Sequence[Item]) -> Iterator[Parts]:
    """Yield the list without one or two of its items, where three remain or two of three."""
    for few in range(1, min(_MOST_LEFT_OUT, len(items) - 2) + 1):
        yield from combinations(items, len(items) - few)


def is_plain(text: str, items: Sequence[Item]) -> bool:
    """Whether a list names one amount after the other, nothing between them that has none."""
    if _NOT_PLAIN.search(_NOTES.sub("", text[items[0].start : items[-1].mention.end])):
        return False
    return all(_GAP.fullmatch(text, one.mention.end, max(one.mention.end, other.start)) for one, other in pairwise(items))


def with_extras(firsts: Parts, items: Sequence[Item]) -> Iterator[Parts]:
    """Yield the first amounts of numbered items together with some of the further amounts inside them."""
    extras = [item for item in items if item not in firsts][:_MOST_EXTRAS]
    for few in range(1, len(extras) + 1):
        yield from (firsts + chosen for chosen in combinations(extras, few))


def sum_claim(reading: Reading, listing: Listing, start: int, end: int) -> SumClaim | None:
    """Return the claim by the first reading whose parts can make the whole, else by the natural one.

    None where an open list exceeds its whole: then it lists something else, or one thing twice.
    """
    natural = _claim(reading.whole, reading.natural, reading.closure, listing, start, end)
    if natural.fits:
        return natural
    for whole in (reading.whole, *reading.wholes):
        scale = _Scale(whole)
        for parts in (reading.natural, *reading.others):
            if len(parts) > 1 and scale.is_made_of(parts):
                return _claim(whole, parts, Closure.OPEN, listing, min(start, whole.start), end)
    is_beyond = natural.interval.low > natural.whole.printed.figure.interval.high
    return None if reading.closure is Closure.OPEN and is_beyond else natural


def _claim(whole: Item, parts: Parts, closure: Closure, listing: Listing, start: int, end: int) -> SumClaim:
    return SumClaim(
        id="",
        scope=listing.scope,
        whole=listing.part(whole),
        parts=tuple(listing.part(part) for part in parts),
        closure=closure,
        place=listing.passage.place(start, end),
    )


class _Scale:
    """Holds lists against a whole, to the last printed place; each figure is brought to its unit once."""

    def __init__(self, whole: Item) -> None:
        """Take the whole."""
        self._figure = whole.mention.figure
        self._sizes: dict[int, tuple[Decimal, Decimal]] = {}

    def is_made_of(self, parts: Sequence[Item]) -> bool:
        """Whether parts can make the whole."""
        sizes = [self._sizes.get(id(part)) or self._size(part) for part in parts]
        slack = _half(self._figure) + sum(half for _, half in sizes)
        return abs(sum(value for value, _ in sizes) - self._figure.value) <= slack

    def _size(self, part: Item) -> tuple[Decimal, Decimal]:
        """Return a part's value and the half of its last printed place in the unit of the whole."""
        figure = part.mention.figure
        factor = figure.factor_to(self._figure.unit) if figure.is_money and self._figure.is_money else Decimal(1)
        size = self._sizes[id(part)] = (figure.value * factor, _half(figure) * factor)
        return size


def _half(figure: Figure) -> Decimal:
    return (figure.values.high - figure.values.low) / 2


def additive(items: Sequence[Item]) -> Parts:
    """Return the parts and the named totals of a list, without prices, factors and asides."""
    return tuple(item for item in items if item.use is Use.PART or (item.is_total and item.label))
