"""Records of years out of a store: the same as those of the checked documents, but for the places of facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from explain_check.model.claim import BaseKind, Direction
from explain_check.model.figure import Figure, Interval
from explain_check.model.recomputation import ClaimVerdict
from explain_check.model.text import Location, Place
from explain_check.model.years import FactKey, YearFact, YearRecord, YearStatement
from explain_check.pipeline.year_record import account_key, own_basis, scope_of
from explain_check.survey.store import Store

_CHOSEN = "SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS document_id) USING (document_id)"
_FACTS = f"""
SELECT document_id, account, scope, basis, year, amount, decimals, source, "start", "end"
FROM year_facts {_CHOSEN} ORDER BY document_id, ordinal
"""
_STATEMENTS = f"""
SELECT document_id, claim_id, subject, account, scope, section, quote, current, delta, direction, rate, base_kind, base_year, comparable,
       prior, prior_low, prior_high, verdict, "start", "end", coalesce(text, ''), coalesce(categories, '')
FROM (SELECT * FROM claims {_CHOSEN} WHERE kind = 'change')
LEFT JOIN reasons USING (document_id, claim_id)
LEFT JOIN (
  SELECT document_id, claim_id, string_agg(category, ',' ORDER BY position) AS categories FROM reason_categories {_CHOSEN} GROUP BY ALL
) USING (document_id, claim_id)
ORDER BY document_id, length(claim_id), claim_id
"""


def load_records(store: Store, ids: Sequence[str]) -> dict[str, YearRecord]:
    """Return the records of documents by their ids."""
    facts: dict[str, list[YearFact]] = defaultdict(list)
    for row in store.query(_FACTS, ids):
        facts[str(row[0])].append(_fact(row))
    documents = {str(row[0]): row for row in store.query(f"SELECT document_id, path, entity, year, kind FROM documents {_CHOSEN}", ids)}
    statements: dict[str, list[YearStatement]] = defaultdict(list)
    for row in store.query(_STATEMENTS, ids, ids):
        statements[str(row[0])].append(_statement(row, own_basis(str(documents[str(row[0])][4]))))
    return {
        name: YearRecord(
            source=str(path),
            entity=str(entity),
            year=_number(year),
            kind=str(kind),
            facts=tuple(facts[name]),
            statements=tuple(statements[name]),
        )
        for name, (_, path, entity, year, kind) in documents.items()
    }


def _fact(row: tuple[object, ...]) -> YearFact:
    _, account, scope, basis, year, amount, decimals, source, start, end = row
    key = FactKey(account=str(account), scope=str(scope), basis=BaseKind(str(basis)), year=int(str(year)))
    figure = Figure(value=Decimal(str(amount)), unit="元", text=str(amount), decimals=int(str(decimals)))
    return YearFact(key=key, figure=figure, is_cell=source == "table", place=_place("", "", start, end))


def _statement(row: tuple[object, ...], own: BaseKind) -> YearStatement:
    _, claim, subject, account, headings, section, quote, current, delta, direction, rate, base_kind, base_year, comparable, *rest = row
    prior, low, high, verdict, start, end, reason, categories = rest
    kind, year = BaseKind(str(base_kind)), _number(base_year)
    name = account_key(str(subject), str(account))
    scope = scope_of(name, str(subject), str(headings))
    is_said = kind is not BaseKind.UNSPECIFIED
    is_known = bool(comparable) and low is not None and high is not None
    return YearStatement(
        claim=str(claim),
        account=name,
        scope=scope,
        base=FactKey(account=name, scope=scope, basis=kind if is_said else own, year=year) if year is not None and name else None,
        says_basis=is_said,
        is_firm=comparable == "firm",
        direction=Direction(str(direction)),
        current=_amount(current),
        delta=_amount(delta),
        rate=_amount(rate),
        implied=_amount(prior) if comparable else None,
        prior=Interval(low=Decimal(str(low)), high=Decimal(str(high))) if is_known else None,
        verdict=ClaimVerdict(str(verdict)),
        reason="".join(str(reason).split()),
        categories=tuple(filter(None, str(categories).split(","))),
        place=_place(str(quote), str(section), start, end),
    )


def _amount(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _number(value: object) -> int | None:
    return None if value is None else int(str(value))


def _place(quote: str, section: str, start: object, end: object) -> Place:
    return Place(quote=quote, location=Location(section=section, page=None, start=int(str(start)), end=int(str(end))))
