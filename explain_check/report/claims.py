"""Claims in the form of the contract, each with the fields of its kind."""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim, Claim, ExecutionClaim, LevelClaim, Printed, Reason, ShareClaim, TableCell
from explain_check.model.execution import execution_verdict
from explain_check.model.quantity import Closure, CountClaim, Part, ProductClaim, SumClaim
from explain_check.model.recomputation import ClaimVerdict
from explain_check.model.text import Place
from explain_check.report.amounts import amount, printed, prior, recomputed_rate, unsigned

Fields = dict[str, object]


def place_of(place: Place) -> Fields:
    """Return a quote and where it stands; ``document`` names another document than the one checked."""
    where = place.location
    fields: Fields = {
        "quote": place.quote,
        "location": {"section": where.section, "page": where.page, "start": where.start, "end": where.end},
    }
    return fields | {"document": place.document} if place.document else fields


def claim_of(claim: Claim, checked: CheckedDocument) -> Fields:
    """Return a claim with the fields of its kind."""
    match claim:
        case ChangeClaim():
            return _change(claim, checked)
        case LevelClaim():
            return _level(claim, checked)
        case ShareClaim():
            return _share(claim)
        case ExecutionClaim():
            return _execution(claim, checked)
        case CountClaim():
            return _count(claim)
        case SumClaim():
            return _sum(claim)
        case ProductClaim():
            return _product(claim)


def _change(claim: ChangeClaim, checked: CheckedDocument) -> Fields:
    recomputed = checked.recomputed.get(claim.id)
    return {
        "id": claim.id,
        "kind": "change",
        **place_of(claim.place),
        "subject": claim.subject,
        "account": claim.account,
        "scope": claim.scope,
        "unit": claim.unit,
        "current": printed(claim.current, claim.unit),
        "delta": unsigned(claim.amount, claim.unit),
        "direction": claim.direction.value,
        "rate": unsigned(claim.rate, "%"),
        "share": printed(claim.share, "%"),
        "base": claim.base.text,
        "base_year": claim.base.year,
        "base_kind": claim.base.kind.value,
        "prior": prior(claim, recomputed),
        "rate_recomputed": recomputed_rate(claim, recomputed),
        "verdict": verdict_of(claim, checked),
        "cells": _cells(claim, checked),
        "reason": _reason(claim.reason, claim.unit),
    }


def verdict_of(claim: ChangeClaim | ExecutionClaim, checked: CheckedDocument) -> str:
    """Return the verdict of a claim; what was not recomputed is not checkable."""
    if isinstance(claim, ExecutionClaim):
        return execution_verdict(claim).value
    recomputed = checked.recomputed.get(claim.id)
    return (recomputed.verdict if recomputed else ClaimVerdict.NOT_CHECKABLE).value


def _level(claim: LevelClaim, checked: CheckedDocument) -> Fields:
    fields: Fields = {
        "id": claim.id,
        "kind": "level",
        **place_of(claim.place),
        "subject": claim.subject,
        "account": claim.account,
        "scope": claim.scope,
        "unit": claim.unit,
        "year": claim.year,
        "current": printed(claim.current, claim.unit),
    }
    if claim.share is not None:
        fields |= {"share": printed(claim.share, "%")}
    if claim.whole is not None:
        fields |= {"whole": printed(claim.whole, claim.unit), "whole_subject": claim.whole_subject}
    return fields | {"cells": _cells(claim, checked)}


def _share(claim: ShareClaim) -> Fields:
    unit = claim.part.figure.unit
    fields: Fields = {
        "id": claim.id,
        "kind": "share",
        **place_of(claim.place),
        "subject": claim.subject,
        "scope": claim.scope,
        "unit": unit,
        "current": printed(claim.part, unit),
        "share": printed(claim.share, "%"),
        "list": claim.list_id,
    }
    if claim.whole is not None:
        fields |= {"whole": printed(claim.whole, unit), "whole_subject": claim.whole_subject}
    return fields


def _execution(claim: ExecutionClaim, checked: CheckedDocument) -> Fields:
    return {
        "id": claim.id,
        "kind": "execution",
        **place_of(claim.place),
        "subject": claim.subject,
        "account": claim.account,
        "unit": claim.unit,
        "budget": printed(claim.budget, claim.unit),
        "budget_kind": claim.budget_kind,
        "current": printed(claim.actual, claim.unit),
        "rate": unsigned(claim.rate, "%"),
        "comparison": claim.comparison,
        "difference": printed(claim.difference, claim.unit),
        "verdict": verdict_of(claim, checked),
        "reason": _reason(claim.reason, claim.unit),
    }


def _count(claim: CountClaim) -> Fields:
    fields: Fields = {
        "id": claim.id,
        "kind": "count",
        **place_of(claim.place),
        "subject": claim.subject,
        "sort": claim.sort,
        "scope": claim.scope,
        "unit": claim.unit,
        "year": claim.year,
        "current": printed(claim.current, claim.unit),
    }
    if claim.amount is not None and claim.direction is not None:
        fields |= {"delta": unsigned(claim.amount, claim.unit), "direction": claim.direction.value}
    if claim.money is not None:
        fields |= {"amount": printed(claim.money, claim.money.figure.unit), "amount_unit": claim.money.figure.unit}
    return fields


def _sum(claim: SumClaim) -> Fields:
    return {
        **_composed(claim, "sum"),
        "current": printed(claim.whole.printed, claim.unit),
        "parts": [_part(part, claim.unit) for part in claim.parts],
        "computed": plain(claim.total),
        "complete": claim.closure is Closure.COMPLETE,
        "verdict": _composed_verdict(claim),
    }


def _product(claim: ProductClaim) -> Fields:
    terms = [{"sign": term.sign, "factors": [_factor(factor) for factor in term.factors]} for term in claim.terms]
    return {
        **_composed(claim, "product"),
        "current": printed(claim.result.printed, claim.unit),
        "terms": terms,
        "months": claim.months,
        "computed": plain(claim.product),
        "complete": claim.closure is Closure.COMPLETE,
        "verdict": _composed_verdict(claim),
    }


def _composed(claim: SumClaim | ProductClaim, kind: str) -> Fields:
    return {"id": claim.id, "kind": kind, **place_of(claim.place), "subject": claim.subject, "scope": claim.scope, "unit": claim.unit}


def _composed_verdict(claim: SumClaim | ProductClaim) -> str:
    """Return whether the parts make the whole as printed, by rounding only, or not at all; open lists need not."""
    value = claim.total if isinstance(claim, SumClaim) else claim.product
    whole = claim.whole if isinstance(claim, SumClaim) else claim.result
    if claim.fits:
        return (ClaimVerdict.CONSISTENT if value == whole.printed.figure.value else ClaimVerdict.ROUNDING).value
    return (ClaimVerdict.NOT_CHECKABLE if claim.closure is Closure.OPEN else ClaimVerdict.INCONSISTENT).value


def _part(part: Part, unit: str) -> Fields:
    return {"subject": part.subject, "amount": printed(part.printed, unit)}


def _factor(factor: Printed) -> Fields:
    return {"value": amount(factor.figure, factor.figure.unit), "unit": factor.figure.unit}


def _cells(claim: LevelClaim | ChangeClaim, checked: CheckedDocument) -> list[Fields]:
    """Return the cells that hold the same figure."""
    link = checked.links.get(claim.id)
    return [_cell(cell, checked, claim.unit) for cell in link.cells] if link else []


def _cell(found: TableCell, checked: CheckedDocument, unit: str) -> Fields:
    """Return a cell with its printed labels and its value in ``unit``, which is empty for the table's own."""
    figure = found.cell.figure
    value = amount(figure, unit) if figure else found.cell.text
    row = found.cell.row_label or next((table.row_label_of(found.cell) for table in checked.document.tables if table.id == found.table), "")
    return {"table": found.table, "row": row, "column": found.cell.column_label, "value": value}


def _reason(reason: Reason, unit: str) -> Fields:
    items = [
        {"text": item.text, "amount": amount(item.amount, unit), "direction": item.direction.value if item.direction else None}
        for item in reason.items
    ]
    categories = [{"id": category.id, "quote": category.quote, "effect": category.effect} for category in reason.categories]
    return {"text": reason.text, "categories": categories, "items": items, "flags": list(reason.flags)}
