"""Printed computations: 600个×595元/个=35.70万元; 宽带费12000+15000=27000元; 8人×5000元×12个月=48万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from explain_check.extract.items import MONEY, Item, Listing
from explain_check.model.claim import Printed
from explain_check.model.figure import Mention
from explain_check.model.quantity import Closure, Part, ProductClaim, SumClaim, Term
from explain_check.numerals import read_cell

#: From the last mark to the sign of equality: what is computed, then the computation.
_SIDE = re.compile(r"(?P<name>[^,。;:、!?¶=\d(]*)(?P<formula>(?:[^。;:、!?¶=,]|(?<=\d),(?=\d))*)=约?$")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?(?!\d*年)")
#: 1-12月, 3-5日: a span of time, nothing taken away
_DATED = re.compile(r"-\d+(?:个?月|日|号|年|周|期|季|楼|层|岁|级)")
_NOTE = re.compile(r"\([^()\d]*\)")
_SIGNS = {"+": 1, "-": -1}
_TIMES = "×xX*✕╳"
_REACH = 120
_MOST_TERMS = 12


class _NoFormulaError(Exception):
    """The text is no formula of + - × and brackets."""


def find_equations(listing: Listing) -> Iterator[SumClaim | ProductClaim]:
    """Yield the computations that a sign of equality joins with their result."""
    for item in listing.items:
        if "=" not in listing.text[max(0, item.mention.start - 2) : item.mention.start]:
            continue
        low = max(0, item.mention.start - _REACH)
        side = _SIDE.search(listing.text[low : item.mention.start])
        if side is not None and side["formula"]:
            try:
                yield _claim(listing, item, side["name"], low + side.start("formula"), low + side.end("formula"))
            except _NoFormulaError:
                continue


def _claim(listing: Listing, item: Item, name: str, start: int, end: int) -> SumClaim | ProductClaim:
    """Return the claim of the formula in ``text[start:end]`` with its result."""
    result = listing.part(item)
    result = Part(subject=name, printed=result.printed, place=result.place)
    terms = tuple(_with_units(term, result.printed) for term in _Formula(listing, start, end).terms())
    if len(terms) == 1 and len(terms[0].factors) == 1 and not (item.dimension == MONEY and terms[0].factors[0].figure.text[-1:] == "元"):
        raise _NoFormulaError
    place = listing.passage.place(start - len(name), item.mention.end)
    if all(len(term.factors) == 1 and term.sign > 0 for term in terms):
        parts = tuple(Part(subject="", printed=term.factors[0], place=term.factors[0].place) for term in terms)
        return SumClaim(id="", scope=listing.scope, whole=result, parts=parts, closure=Closure.COMPLETE, place=place)
    return ProductClaim(
        id="", scope=listing.scope, terms=terms, months=1, result=result, closure=Closure.COMPLETE, is_tariff=False, place=place
    )


def _with_units(term: Term, result: Printed) -> Term:
    """Return a term with the unit of the result for a bare summand, and 元 for a bare price, or the result's where that fits."""
    if not result.figure.is_money or any(factor.figure.is_money for factor in term.factors):
        return term
    at = next((i for i, factor in reversed(tuple(enumerate(term.factors))) if not factor.figure.unit), None)
    if at is None:
        raise _NoFormulaError
    unit = result.figure.unit if len(term.factors) == 1 else "元"
    priced = replace(term.factors[at], figure=replace(term.factors[at].figure, unit=unit))
    return replace(term, factors=(*term.factors[:at], priced, *term.factors[at + 1 :]))


class _Formula:
    """A formula read from left to right: numbers with or without units, + - × and brackets; other words are notes."""

    def __init__(self, listing: Listing, start: int, end: int) -> None:
        """Read ``text[start:end]``."""
        self._listing = listing
        self._at, self._end = start, end
        self._known: Mapping[int, Mention] = {item.mention.start: item.mention for item in listing.items}

    def terms(self) -> tuple[Term, ...]:
        """Return the formula as terms added up; _NoFormulaError where it is none."""
        found = self._sum()
        if self._peek() or not found or len(found) > _MOST_TERMS:
            raise _NoFormulaError
        return tuple(found)

    def _peek(self) -> str:
        """Return the next number's or sign's first character, past notes and units."""
        text = self._listing.text
        while self._at < self._end:
            char = text[self._at]
            note = _NOTE.match(text, self._at, self._end)
            if note:
                self._at = note.end()
            elif char.isdigit() or char in _TIMES or char in "+-()":
                return char
            elif self._at in self._known:
                return "1"
            else:
                self._at += 1
        return ""

    def _sum(self) -> list[Term]:
        found, sign = self._product(), 1
        while (char := self._peek()) in _SIGNS:
            if char == "-" and _DATED.match(self._listing.text, self._at):
                raise _NoFormulaError
            self._at += 1
            sign = _SIGNS[char]
            found += [replace(term, sign=term.sign * sign) for term in self._product()]
        return found

    def _product(self) -> list[Term]:
        found = self._atom()
        while self._peek() and self._peek() in _TIMES:
            self._at += 1
            found = [Term(factors=(*one.factors, *other.factors), sign=one.sign * other.sign) for other in self._atom() for one in found]
        return found

    def _atom(self) -> list[Term]:
        if self._peek() == "(":
            self._at += 1
            inside = self._sum()
            if self._peek() != ")":
                raise _NoFormulaError
            self._at += 1
            return inside
        return [Term(factors=(self._figure(),))]

    def _figure(self) -> Printed:
        """Return the next number; two numbers without a sign between them are no formula."""
        self._peek()
        mention, start = self._known.get(self._at), self._at
        if mention is not None and mention.end <= self._end:
            self._at = mention.end
            return Printed(figure=mention.figure, place=self._listing.passage.place(start, mention.end))
        number = _NUMBER.match(self._listing.text, start, self._end)
        figure = read_cell(number.group(), "") if number else None
        if number is None or figure is None:
            raise _NoFormulaError
        self._at = number.end()
        return Printed(figure=figure, place=self._listing.passage.place(start, number.end()))
