"""Sums and products in the texts of performance forms (项目概况, 测算依据), and such texts against the project's amount."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.extract.allocations import LIST_END
from explain_check.extract.clauses import join_passages, split_clauses
from explain_check.extract.compositions import find_compositions
from explain_check.extract.items import MONEY, Item, Listing, Use, read_listing
from explain_check.extract.lists import additive, is_plain
from explain_check.model.form import Entry, Field, Form, Fund
from explain_check.model.quantity import Closure, Part, ProductClaim, SumClaim

_FIELDS = frozenset({Field.DESCRIPTION, Field.GOAL, Field.LONG_GOAL, Field.TASK, Field.NEED, Field.PLAN, Field.ALLOCATION})
#: A text with less than this is made up of nothing: two figures, or a formula.
_COMPOSED = re.compile(r"\d[^\d。]{1,4}.*\d(?:万?元|平方米|人|个)|=")
#: Without one of these nothing is; it tells in a tenth of the time.
_COUNTED = re.compile(r"[\d=](?:(?<==)|万?元|平方米|人|个)")
_FEWEST = 2


def find_form_compositions(forms: Sequence[Form], entity: str) -> Iterator[SumClaim | ProductClaim]:
    """Yield the sums and products of the forms' texts, each wording once."""
    seen: set[str] = set()
    for form in forms:
        for entry in form.entries if form.table else ():
            text = entry.passage.text
            if entry.field not in _FIELDS or text in seen or not _COUNTED.search(text) or not _COMPOSED.search(text):
                continue
            seen.add(text)
            passage = join_passages((entry.passage,))
            if passage is not None:
                listing = read_listing(passage, split_clauses(passage.text), entity, form.caption)
                budget = _budget(form)
                yield from find_compositions(listing, budget)
                yield from _of_budget(listing, entry, budget)


def _budget(form: Form) -> Part | None:
    """Return this year's amount of a project, else its whole amount; None where neither is printed."""
    amounts = [amount for fund in (Fund.YEAR, Fund.TOTAL) for amount in form.amounts_of(fund) if amount.printed.figure.value]
    return Part(subject=amounts[0].label, printed=amounts[0].printed, place=amounts[0].place) if amounts else None


def _of_budget(listing: Listing, entry: Entry, budget: Part | None) -> Iterator[SumClaim]:
    """Yield the project's amount with the parts that a text lists, where no total stands in the text itself.

    A text on the use of the money should list all of it; in any other one only parts that make the amount are taken for such.
    """
    money = [item for item in listing.items if item.dimension == MONEY and not item.depth]
    if budget is None or any(item.is_total and not item.label for item in money):
        return
    parts = _firsts(money) or additive(money)
    if len(parts) < _FEWEST:
        return
    is_whole = (
        len(parts) == len(money) and is_plain(listing.text, parts) and LIST_END.match(listing.text, parts[-1].mention.end) is not None
    )
    claim = SumClaim(
        id="",
        scope=listing.scope,
        whole=budget,
        parts=tuple(listing.part(item) for item in parts),
        closure=Closure.LIKELY if is_whole and entry.field is Field.ALLOCATION else Closure.OPEN,
        place=listing.passage.place(parts[0].start, parts[-1].mention.end),
    )
    if claim.fits or claim.closure is not Closure.OPEN:
        yield claim


def _firsts(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the first amounts of the items of the one numbered list, empty where there is none or an item has no amount."""
    numbered = [item for item in items if item.numbering and item.is_first]
    is_one_list = len({item.numbering for item in numbered}) == 1 and all(item.use is Use.PART or item.is_total for item in numbered)
    is_whole = [item.number for item in numbered] == list(range(1, len(numbered) + 1))
    return tuple(numbered) if is_one_list and is_whole else ()
