"""Two texts on one project: do they count the same things alike?"""

from __future__ import annotations

from collections.abc import Iterator

from explain_check.extract.quantities import QuantityReader
from explain_check.link.nouns import bare_noun, noun_before
from explain_check.link.projects import Projects, may_be_of
from explain_check.link.units import is_same_unit, same_figure
from explain_check.model.figure import PERCENT, Bound
from explain_check.model.form import Entry, Field, Form, FormAmount, Fund
from explain_check.model.goal import CountsCase, Quantity

_TEXTS = (Field.GOAL, Field.DESCRIPTION, Field.ALLOCATION, Field.NEED)
_SHORTEST = 2


def count_cases(form: Form, projects: Projects, reader: QuantityReader) -> Iterator[CountsCase]:
    """Yield the things that a form's texts count and the project's description in the prose counts, too."""
    if not form.name or not form.table:
        return
    described_by = [other for other in projects.about(form) if not other.table and may_be_of(form, other.body)]
    own = _counts(form.texts(*_TEXTS), reader, form.units) if described_by else {}
    for other in described_by:
        if not own or (not other.body and _has_rival(form, projects.forms)):
            continue
        described = _counts(other.texts(*_TEXTS), reader, form.units)
        pairs = tuple((described[noun], own[noun]) for noun in own if noun in described and _comparable(described[noun], own[noun]))
        if pairs:
            is_one = any(same_figure(a.printed.figure, b.printed.figure) for a in _wholes(form) for b in _wholes(other))
            first = next((mine for theirs, mine in pairs if not same_figure(theirs.figure, mine.figure)), pairs[0][1])
            yield CountsCase(form=form, place=first.place, words=form.name, pairs=pairs, is_one_amount=is_one)


def _has_rival(form: Form, forms: tuple[Form, ...]) -> bool:
    return any(other is not form and other.table and other.name == form.name for other in forms)


def _wholes(form: Form) -> list[FormAmount]:
    return [amount for amount in form.amounts_of(Fund.YEAR, Fund.TOTAL) if amount.printed.figure.value]


def _counts(entries: Iterator[Entry], reader: QuantityReader, units: frozenset[str]) -> dict[str, Quantity]:
    """Return the exact counts of some texts by what they count; what is counted twice is left out."""
    found: dict[str, Quantity | None] = {}
    for entry in entries:
        for quantity in reader.read(entry.passage, units):
            noun = bare_noun(noun_before(quantity.before))
            if len(noun) >= _SHORTEST and _is_exact(quantity):
                known = found.get(noun, quantity)
                same = (
                    known is not None
                    and is_same_unit(known.figure.unit, quantity.figure.unit)
                    and same_figure(known.figure, quantity.figure)
                )
                found[noun] = known if same else None
    return {noun: quantity for noun, quantity in found.items() if quantity is not None}


def _is_exact(quantity: Quantity) -> bool:
    figure = quantity.figure
    return not figure.is_money and figure.unit != PERCENT and figure.bound is Bound.EXACT and not quantity.per and not quantity.is_elsewhen


def _comparable(one: Quantity, other: Quantity) -> bool:
    return is_same_unit(one.figure.unit, other.figure.unit)
