"""Statements beside last year's disclosure: what the rules on years are asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from explain_check.link.matching import THREE_PUBLIC
from explain_check.model.years import (
    FactKey,
    PriorCase,
    RepeatedStatementCase,
    UnitAmount,
    UnitsCase,
    YearCase,
    YearFact,
    YearRecord,
    YearStatement,
    agrees_with,
)

#: What units' amounts add up to without counting money twice that they pay each other.
_ADDED_UP = (*sorted(THREE_PUBLIC), "基本支出", "项目支出", "一般公共预算支出", "机关运行经费")


def year_cases(this: YearRecord, earlier: Sequence[YearRecord], units: Sequence[YearRecord] = ()) -> Iterator[YearCase]:
    """Yield the cases of a disclosure beside the same body's earlier ones, in the order of the text.

    Only equal account, scope, basis and year are compared: a budget with the budget, never with what was executed. ``units`` are
    the same year's disclosures of all units that this one speaks for, its own office included; none where not all are at hand.
    """
    by_year = {record.year: record for record in earlier}
    yield from _units(this, units)
    last = by_year.get(this.year - 1) if this.year is not None else None
    if last is None:
        return
    yield from _prior_cases(this, last)
    yield from _repeated(this, by_year)


def _prior_cases(this: YearRecord, last: YearRecord) -> Iterator[PriorCase]:
    """Yield each statement that compares with last year, with the facts that it must agree with."""
    facts = _by_key(last.facts)
    asked = [statement for statement in this.statements if statement.base is None or statement.base.year == last.year]
    beside = [(statement, facts.get(statement.base, ()) if statement.base else ()) for statement in asked]
    told = {_said(statement, printed): agrees_with(statement, printed) for statement, printed in beside if statement.implied}
    for statement, printed in beside:
        own = _said(statement, printed)
        kin = [agrees for said, agrees in told.items() if said[0] is statement.says_basis and said != own]
        yield PriorCase(statement=statement, printed=printed, agreeing=kin.count(True), differing=kin.count(False), last=last.source)


def _said(statement: YearStatement, printed: Sequence[YearFact]) -> tuple[bool, Decimal | None, frozenset[Decimal]]:
    """Return what a statement says of last year: one slip in an amount that several accounts share (总计, 财政拨款) counts once."""
    return statement.says_basis, statement.implied, frozenset(fact.figure.value for fact in printed)


def _by_key(facts: Sequence[YearFact]) -> dict[FactKey, tuple[YearFact, ...]]:
    grouped: dict[FactKey, list[YearFact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.key].append(fact)
    return {key: tuple(listed) for key, listed in grouped.items()}


def _repeated(this: YearRecord, by_year: dict[int | None, YearRecord]) -> Iterator[RepeatedStatementCase]:
    """Yield each statement whose account had one last year too, beside it."""
    for statement in this.statements:
        if not statement.account or this.year is None:
            continue
        earlier = _alike(statement, by_year[this.year - 1])
        if earlier is not None:
            yield RepeatedStatementCase(
                statement=statement,
                earlier=earlier,
                years=_years_of(statement, by_year, this.year),
                last=by_year[this.year - 1].source,
            )


def _alike(statement: YearStatement, record: YearRecord) -> YearStatement | None:
    """Return the record's statement about the same account and scope, the one with the same reason first."""
    same = [other for other in record.statements if (other.account, other.scope) == (statement.account, statement.scope)]
    return next((other for other in same if other.reason == statement.reason), same[0] if same else None)


def _years_of(statement: YearStatement, by_year: dict[int | None, YearRecord], year: int) -> int:
    """Return for how many years in a row the same reason stands, this year included."""
    count = 1
    while (
        statement.reason
        and (record := by_year.get(year - count))
        and (found := _alike(statement, record))
        and found.reason == statement.reason
    ):
        count += 1
    return count


def _units(this: YearRecord, units: Sequence[YearRecord]) -> Iterator[UnitsCase]:
    """Yield each amount that units' amounts must add up to; one that is printed twice with different amounts is left out."""
    if len(units) < 2:
        return
    own = _by_key(this.facts)
    theirs = [(unit, _by_key(unit.facts)) for unit in units]
    for key, facts in own.items():
        if key.account in _ADDED_UP and key.year == this.year and (whole := _only(facts)) is not None:
            parts = [UnitAmount(unit=unit.entity, document=unit.source, fact=_only(found.get(key, ()))) for unit, found in theirs]
            yield UnitsCase(whole=whole, parts=tuple(parts))


def _only(facts: Sequence[YearFact]) -> YearFact | None:
    """Return the one amount that facts print, None where there is none or they differ."""
    values = {fact.figure.value for fact in facts}
    return facts[0] if len(values) == 1 else None
