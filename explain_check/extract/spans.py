"""Totals of several years with the years that their parts name: 2021年30万元，2022年-2023年60万元，三年合计90万元."""

from __future__ import annotations

import re
from dataclasses import replace

from explain_check.extract.items import Item, Listing
from explain_check.model.quantity import SumClaim

_SPAN = re.compile(r"(?P<number>[两二三四五六七八九十]|\d{1,2})年(?:合计|共计|总计|累计|总共|共)[^,。;\d]{0,8}$")
_YEARS = re.compile(r"(?P<first>20\d\d)年?(?:[-~至到—–－](?P<last>20\d\d))?年")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_LONGEST = 10


def with_years(claim: SumClaim, listing: Listing, total: Item) -> SumClaim:
    """Return a sum with the years of its parts where its total is one of several years and each part names its own."""
    span = _SPAN.search(listing.text, max(0, total.mention.start - 24), total.mention.start)
    starts = {part.printed.place.location.start for part in claim.parts}
    parts = [item for item in listing.items if listing.passage.offsets[item.mention.start] in starts]
    years = [_years_of(listing.text, item) for item in parts]
    if span is None or not all(years):
        return claim
    number = _NUMBERS.get(span["number"]) or int(span["number"])
    return replace(claim, span=number, years=frozenset().union(*years))


def _years_of(text: str, item: Item) -> frozenset[int]:
    """Return the years last named before a figure in its sentence, empty where there are none."""
    begin = max(text.rfind("。", 0, item.mention.start), text.rfind("¶", 0, item.mention.start)) + 1
    found = list(_YEARS.finditer(text, begin, item.mention.start))[-1:]
    if not found:
        return frozenset()
    first, last = int(found[0]["first"]), int(found[0]["last"] or found[0]["first"])
    return frozenset(range(first, last + 1)) if first <= last < first + _LONGEST else frozenset()
