"""Lists that a total closes: 印刷费3.20万元，会议费1.80万元，合计5.00万元; 1、…92800元。2、…17850元。…共计298000元。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.extract.items import Item, Listing, Use
from explain_check.extract.lists import (
    MOST_LISTED,
    Parts,
    Reading,
    additive,
    collapsed,
    is_plain,
    suffixes,
    sum_claim,
    with_extras,
    without_few,
)
from explain_check.extract.spans import with_years
from explain_check.model.quantity import Closure, SumClaim

#: Words before a numbered list, or behind it, by which it need not be whole: 主要包括
_SELECTED = re.compile(r"主要|包括|例如|比如|等[。;,]?$|另|其余|部分")
_LEAD = 30
_FEWEST_NUMBERED = 3


def find_closed_sums(listing: Listing) -> Iterator[SumClaim]:
    """Yield the sums of lists that end with a total which names nothing but the sum."""
    items = listing.items
    for at, total in enumerate(items):
        if total.is_total and not total.label:
            reading = _read(listing.text, items[:at], total)
            if reading is not None:
                claim = sum_claim(reading, listing, reading.natural[0].start, total.mention.end)
                if claim is not None and (claim.closure is not Closure.OPEN or claim.fits):
                    yield with_years(claim, listing, total)


def _read(text: str, before: Sequence[Item], total: Item) -> Reading | None:
    """Return how a total and the items before it may be read, None where there are not two items."""
    alike = [item for item in before if item.dimension == total.dimension and _is_beside(item, total)]
    paragraph = additive([item for item in alike if item.paragraph == total.paragraph])
    sentence = tuple(item for item in paragraph if item.sentence == total.sentence)
    numbered = _numbered(alike, total)
    natural = numbered or (sentence if len(sentence) > 1 else paragraph)
    if not 1 < len(natural) <= MOST_LISTED:
        return None
    paragraph = paragraph[-MOST_LISTED:]
    others: list[Parts] = [sentence, *collapsed(sentence), paragraph, *collapsed(paragraph), *suffixes(paragraph), *without_few(natural)]
    if numbered:
        listed = [item for item in alike if item.numbering == total.numbering and item.use is Use.PART]
        others.extend(with_extras(numbered, listed))
        return Reading(whole=total, natural=natural, others=tuple(others), closure=_closure_numbered(text, natural, total))
    return Reading(whole=total, natural=natural, others=tuple(others), closure=_closure(text, before, natural, total))


def _is_beside(item: Item, total: Item) -> bool:
    """Whether an item stands at the level of brackets of its total."""
    return item.depth == total.depth and (not total.depth or item.bracket == total.bracket)


def _numbered(items: Sequence[Item], total: Item) -> Parts:
    """Return the first amount of each item of the numbered list that the total closes, empty where one of them has none."""
    if not total.numbering or total.depth:
        return ()
    listed = [
        item
        for item in items
        if item.numbering == total.numbering and item.is_first and item.number != (total.number if total.is_first else 0)
    ]
    firsts = tuple(item for item in listed if item.use is Use.PART or item.is_total)
    wanted = total.number - 1 if total.is_first else total.number
    is_whole = [item.number for item in firsts] == list(range(1, wanted + 1))
    return firsts if is_whole and len(firsts) >= _FEWEST_NUMBERED else ()


def _closure_numbered(text: str, natural: Parts, total: Item) -> Closure:
    """Return how surely a numbered list is whole: its total is its last item or sums it up, and nothing calls it a selection."""
    lead = text[max(0, natural[0].start - _LEAD) : natural[0].start]
    is_own_item = total.is_first and total.number == len(natural) + 1
    if _SELECTED.search(lead) or _SELECTED.search(text, natural[-1].mention.end, total.start):
        return Closure.OPEN
    return Closure.COMPLETE if is_own_item or total.use is Use.TOTAL else Closure.LIKELY


def _closure(text: str, before: Sequence[Item], natural: Parts, total: Item) -> Closure:
    """Return how surely the natural list names all that the total sums up."""
    start = natural[0].start
    inside = [item for item in before if item.start >= start and item.dimension == total.dimension and item.depth == total.depth]
    is_alone = len(inside) == len(natural) and not any(item.is_total for item in natural)
    if total.use is not Use.TOTAL or not is_alone or not is_plain(text, (*natural, total)):
        return Closure.OPEN
    return Closure.COMPLETE if natural[0].sentence == total.sentence else Closure.LIKELY
