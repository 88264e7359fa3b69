"""What a text says in numbers beside its amounts: counts, and every form of sum and product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from explain_check.extract.allocations import find_allocations, read_allocations
from explain_check.extract.clauses import Clause
from explain_check.extract.closed_sums import find_closed_sums
from explain_check.extract.counts import find_counts
from explain_check.extract.equations import find_equations
from explain_check.extract.headed_sums import find_headed_sums
from explain_check.extract.items import Listing, read_listing
from explain_check.extract.products import find_products
from explain_check.model.quantity import CountClaim, Part, ProductClaim, SumClaim
from explain_check.model.text import Passage

#: 12000+15000=27000元 has one figure with its unit.
_FEWEST = 1


def find_quantities(passage: Passage, clauses: Sequence[Clause], entity: str, scope: str) -> Iterator[CountClaim | SumClaim | ProductClaim]:
    """Yield the counts of a text, then its sums and products, without ids."""
    yield from find_counts(passage, clauses, entity, scope)
    yield from find_compositions(read_listing(passage, clauses, entity, scope))


def find_compositions(listing: Listing, budget: Part | None = None) -> Iterator[SumClaim | ProductClaim]:
    """Yield the sums and products of a text, without ids; of one whole with the same parts the first one.

    ``budget`` is the amount of the project that the whole text is about.
    """
    seen: set[tuple[object, ...]] = set()
    if len(listing.items) < _FEWEST:
        return
    allocations = tuple(read_allocations(listing))
    found = (
        find_headed_sums(listing),
        find_closed_sums(listing),
        find_allocations(listing, allocations),
        find_equations(listing),
        find_products(listing, allocations, budget),
    )
    for claim in chain.from_iterable(found):
        places = tuple(printed.place.location for printed in claim.figures)
        if places not in seen:
            seen.add(places)
            yield claim
