"""Amounts computed in words: 8人，每人每月5000元，共48万元; 6000元包年120000条，超出部分按0.05元/条计费，全年2100000条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from explain_check.extract.allocations import Allocation
from explain_check.extract.items import MONEY, Item, Listing, Use
from explain_check.extract.prices import per_unit
from explain_check.model.quantity import Closure, Part, ProductClaim, Term

_BEYOND = re.compile(r"超出|超过|超额")
#: 6000元包年120000条: an amount that covers a number of pieces
_FLAT = re.compile(r"包(?:年|月|干|含)?$")
#: 9月到岗, 下半年: a price of a month is not paid twelve times
_PART_OF_YEAR = re.compile(r"\d月|月份|半年|季度|学期|[自从].{0,8}起|到岗|新增|不足")
#: Signed products of figures.
Terms = Sequence[tuple[int, Sequence[Item]]]
_MONTH, _YEAR = "月", "年"
#: Time is multiplied with a price only where the price names it, or leaves it out.
_TIMES = frozenset({"月", "天", "小时", "季度"})
_MONTHS = 12


def find_products(listing: Listing, allocations: Sequence[Allocation], budget: Part | None) -> Iterator[ProductClaim]:
    """Yield the amounts that a price and numbers of one sentence or list item make.

    Where the sentence has no amount, it is that of the project whose use the paragraph is about, else ``budget``.
    """
    if not any(item.price and item.use is Use.RATE for item in listing.items):
        return
    budgets = {items[0].paragraph: listing.part(amount) for amount, items in allocations if items}
    for _, group in groupby(listing.items, key=lambda item: (item.paragraph, item.sentence, item.numbering, item.number)):
        items = tuple(group)
        tariff = _tariff(listing, items)
        if tariff is not None:
            yield tariff
            continue
        for _, part in groupby(items, key=lambda item: item.segment):
            claim = _product(listing, tuple(part), budgets, budget)
            if claim is not None:
                yield claim


def _only_price(items: Sequence[Item]) -> Item | None:
    """Return the price among some figures, None where there is none or several."""
    prices = [item for item in items if item.use is Use.RATE and item.price]
    return prices[0] if len(prices) == 1 else None


def _product(listing: Listing, items: Sequence[Item], budgets: Mapping[int, Part], budget: Part | None) -> ProductClaim | None:
    """Return the claim of the one price times what it is counted per, None where a number is missing or there are two."""
    price = _only_price(items)
    if price is None:
        return None
    counts = [item for item in items if item.dimension != MONEY and item.use is Use.PART]
    factors: list[Item] = []
    months = 1
    for unit in sorted(price.price - {_YEAR}):
        found = [count for count in counts if per_unit(count.dimension) == unit]
        if len(found) == 1:
            factors.append(found[0])
        elif not found and unit == _MONTH:
            months = _MONTHS
        else:
            return None
    left = {per_unit(count.dimension) for count in counts} - price.price
    amounts = [item for item in items if item.dimension == MONEY and (item.use is Use.PART or item.is_total)]
    terms = [(1, [price, *factors])]
    if not factors or left & _TIMES:
        return None
    if not amounts:
        own = budgets.get(price.paragraph)
        whole, closure = (own, Closure.LIKELY) if own is not None else (budget, Closure.OPEN)
        return _claim(listing, terms, months, whole, closure) if whole is not None else None
    result = _result(listing, amounts, terms, months)
    if result is None:
        return None
    is_part_year = months > 1 and _PART_OF_YEAR.search(listing.text, items[0].start, result.start)
    is_total = result.is_total and len(amounts) == 1 and not is_part_year
    is_printed = months == 1 and not left
    closure = Closure.OPEN if not is_total else Closure.COMPLETE if is_printed else Closure.LIKELY
    return _claim(listing, terms, months, result, closure)


def _result(listing: Listing, amounts: Sequence[Item], terms: Terms, months: int) -> Item | None:
    """Return the one amount beside a price, of several the one that the product makes."""
    if len(amounts) == 1:
        return amounts[0]
    fitting = [item for item in amounts if _claim(listing, terms, months, item, Closure.OPEN).fits]
    return fitting[0] if fitting else None


def _tariff(listing: Listing, items: Sequence[Item]) -> ProductClaim | None:
    """Return the claim of a flat fee for so many pieces and a price for those beyond, None where the text has no such form."""
    text, price = listing.text, _only_price(items)
    if price is None:
        return None
    if len(price.price) != 1 or not _BEYOND.search(text, items[0].start, price.mention.start):
        return None
    unit = next(iter(price.price))
    counts = [item for item in items if item.dimension != MONEY and per_unit(item.dimension) == unit]
    flats = [
        (fee, count)
        for fee in items
        for count in counts
        if fee.dimension == MONEY and fee.mention.end < count.mention.start and _FLAT.fullmatch(text, fee.mention.end, count.mention.start)
    ]
    if len(flats) != 1 or len(counts) != 2:
        return None
    fee, free = flats[0]
    used = next(count for count in counts if count is not free)
    amounts = [item for item in items if item.dimension == MONEY and item not in (fee, price) and item.depth == price.depth]
    if len(amounts) != 1 or amounts[0].use is Use.OTHER:
        return None
    terms = [(1, [fee]), (1, [used, price]), (-1, [free, price])]
    return _claim(listing, terms, 1, amounts[0], Closure.COMPLETE, is_tariff=True)


def _claim(listing: Listing, terms: Terms, months: int, result: Item | Part, closure: Closure, *, is_tariff: bool = False) -> ProductClaim:
    used = [*(item for _, items in terms for item in items), *((result,) if isinstance(result, Item) else ())]
    return ProductClaim(
        id="",
        scope=listing.scope,
        terms=tuple(Term(sign=sign, factors=tuple(listing.part(item).printed for item in items)) for sign, items in terms),
        months=months,
        result=listing.part(result) if isinstance(result, Item) else result,
        closure=closure,
        is_tariff=is_tariff,
        place=listing.passage.place(min(item.start for item in used), max(item.mention.end for item in used)),
    )
