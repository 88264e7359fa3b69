"""A checked document in the form of the contract ``explain-check/1``: plain dicts, lists and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explain_check import __version__
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim, Claim, ClaimVerdict, ExecutionClaim, LevelClaim, Reason, ShareClaim, TableCell
from explain_check.model.figure import MONEY_UNITS
from explain_check.model.finding import Diagnosis, Finding, Severity, UncheckedFigure
from explain_check.model.table import Table
from explain_check.model.text import Place
from explain_check.report.amounts import amount, printed, prior, recomputed_rate, unsigned

SCHEMA = "explain-check/1"
Fields = dict[str, object]


def tool() -> Fields:
    """Return what wrote the report."""
    return {"name": "explain-check", "version": __version__}


def report_of(checked: CheckedDocument, source: str | None = None) -> Fields:
    """Return the report of a document; ``source`` is its name as it was asked for."""
    return {
        "schema": SCHEMA,
        "tool": tool(),
        "document": _document(checked, source),
        "tables": [_table(table) for table in checked.document.tables],
        "claims": [claim_of(claim, checked) for claim in checked.claims],
        "findings": [_finding(finding) for finding in checked.findings],
        "unchecked": [_unchecked(figure) for figure in checked.coverage.unchecked],
        "summary": summary_of(checked),
    }


def failure_of(source: str, message: str) -> Fields:
    """Return what stands in the place of the report of a document that could not be read."""
    return {"schema": SCHEMA, "tool": tool(), "document": {"source": source}, "error": message}


def _document(checked: CheckedDocument, source: str | None) -> Fields:
    document = checked.document
    return {
        "source": source if source is not None else document.source.name,
        "sha256": document.source.sha256,
        "entity": document.entity,
        "year": document.year,
        "kind": document.kind,
        "unit": document.unit,
        "template": document.template,
        "notices": list(document.source.notices),
    }


def _table(table: Table) -> Fields:
    counts: Fields = {"rows": table.rows, "columns": table.columns}
    return {"id": table.id, "caption": table.caption, "kind": table.kind, "unit": table.unit, **counts}


def place_of(place: Place) -> Fields:
    """Return a quote and where it stands."""
    where = place.location
    return {
        "quote": place.quote,
        "location": {"section": where.section, "page": where.page, "start": where.start, "end": where.end},
    }


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
        "verdict": _verdict(claim, checked),
        "cells": _cells(claim, checked),
        "reason": _reason(claim.reason, claim.unit),
    }


def _verdict(claim: ChangeClaim | ExecutionClaim, checked: CheckedDocument) -> str:
    """Return the verdict of a claim; what was not recomputed is not checkable."""
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
        "verdict": _verdict(claim, checked),
        "reason": _reason(claim.reason, claim.unit),
    }


def _cells(claim: LevelClaim | ChangeClaim, checked: CheckedDocument) -> list[Fields]:
    """Return the cells that hold the same figure."""
    link = checked.links.get(claim.id)
    return [cell_of(cell, claim.unit) for cell in link.cells] if link else []


def cell_of(found: TableCell, unit: str) -> Fields:
    """Return a cell with its printed labels and its value in ``unit``, which is empty for the table's own."""
    figure = found.cell.figure
    target = unit if figure and figure.is_money and unit in MONEY_UNITS else (figure.unit if figure else "")
    value = amount(figure, target) if figure else found.cell.text
    return {"table": found.table, "row": found.cell.row_label, "column": found.cell.column_label, "value": value}


def _reason(reason: Reason, unit: str) -> Fields:
    items = [
        {"text": item.text, "amount": amount(item.amount, unit), "direction": item.direction.value if item.direction else None}
        for item in reason.items
    ]
    categories = [{"id": category.id, "quote": category.quote, "effect": category.effect} for category in reason.categories]
    return {"text": reason.text, "categories": categories, "items": items, "flags": list(reason.flags)}


def _finding(finding: Finding) -> Fields:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "claim": finding.claim,
        **place_of(finding.place),
        "stated": finding.stated,
        "computed": finding.computed,
        "message": finding.message,
        "message_en": finding.message_en,
        "diagnosis": _diagnosis(finding.diagnosis),
        "evidence": [place_of(place) for place in finding.evidence],
        "fingerprint": finding.fingerprint,
    }


def _diagnosis(diagnosis: Diagnosis | None) -> Fields | None:
    if diagnosis is None:
        return None
    correction = None if diagnosis.correction is None else f"{diagnosis.correction:f}"
    return {"kind": diagnosis.kind, "message": diagnosis.message, "correction": correction}


def _unchecked(figure: UncheckedFigure) -> Fields:
    return {**place_of(figure.place), "reason": figure.reason}


def summary_of(checked: CheckedDocument) -> Fields:
    """Return the counts: change claims by verdict, figures, findings by severity."""
    changes = [claim for claim in checked.claims if isinstance(claim, ChangeClaim)]
    figures: Fields = {"figures": checked.coverage.figures, "figures_checked": checked.coverage.checked}
    return {
        "claims": len(changes),
        **_counted((_verdict(claim, checked) for claim in changes), (verdict.value for verdict in ClaimVerdict)),
        **figures,
        "findings": _counted((finding.severity.value for finding in checked.findings), (level.value for level in Severity)),
    }


def _counted(values: Iterable[str], names: Iterable[str]) -> Fields:
    """Return how often each name occurs, those that never do too."""
    counts = Counter(values)
    return {name: counts[name] for name in names}
