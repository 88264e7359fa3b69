"""Projects with their amount and its use: 预算安排规模：63.55万元 … 资金分配情况：物业费40.44万元，税费23.11万元。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from explain_check.extract.items import MONEY, Item, Listing, Use
from explain_check.extract.lists import Reading, additive, collapsed, is_plain, sum_claim
from explain_check.lexicon import phrases
from explain_check.model.quantity import Closure, SumClaim

#: What may stand behind the last part of a list: nothing but the end of its sentence.
LIST_END = re.compile(r"(?:\([^()]*\))?[。;,.]*(?=¶|$)")


Allocation = tuple[Item, tuple[Item, ...]]


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    """Return what begins a paragraph that prints the amount of a project, or its use."""
    words = "|".join(f"(?P<{sense}>{'|'.join(map(re.escape, phrases('list_labels', sense)))})" for sense in ("whole", "parts"))
    return re.compile(rf"(?:¶|^)(?:\d{{1,2}}[、.]|\([一二三四五六七八九十\d]{{1,3}}\))?(?:{words})[:,为]?")


@lru_cache(maxsize=1)
def _wholes() -> re.Pattern[str]:
    """Return the words for the amount of a project alone: a text without them is passed over ten times as fast."""
    return re.compile("|".join(map(re.escape, phrases("list_labels", "whole"))))


def find_allocations(listing: Listing, allocations: Sequence[Allocation]) -> Iterator[SumClaim]:
    """Yield each project's amount with the parts that the paragraph on its use lists."""
    for whole, listed in allocations:
        money = tuple(item for item in listed if item.dimension == MONEY and not item.depth)
        parts = additive(money)
        totals = [item for item in money if item.is_total and not item.label]
        if totals:
            parts = (totals[-1],)
        if not parts or (len(parts) == 1 and not totals):
            continue
        end = parts[-1].mention.end
        is_whole = len(parts) == len(money) and is_plain(listing.text, parts) and LIST_END.match(listing.text, end) is not None
        closure = Closure.COMPLETE if totals else Closure.LIKELY if is_whole else Closure.OPEN
        reading = Reading(whole=whole, natural=parts, others=tuple(collapsed(parts)), closure=closure)
        claim = sum_claim(reading, listing, whole.start, end)
        if claim is not None and (claim.closure is not Closure.OPEN or claim.fits):
            yield claim


def read_allocations(listing: Listing) -> Iterator[Allocation]:
    """Yield the amount of each project with the figures of the paragraph on its use."""
    text, head = listing.text, None
    if not _wholes().search(text):
        return
    for label in _labels().finditer(text):
        if label.lastgroup == "whole":
            head = label.end()
        elif head is not None:
            line_end, end = text.find("¶", head), text.find("¶", label.end())
            amount = next((item for item in listing.items if head <= item.mention.start < line_end), None)
            if amount is not None and amount.dimension == MONEY and amount.use is not Use.OTHER:
                yield amount, tuple(item for item in listing.items if label.end() <= item.mention.start < end)
            head = None
