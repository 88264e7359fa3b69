"""A checked document in the form of the contract ``explain-check/1``: plain dicts, lists and texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explain_check import __version__
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim
from explain_check.model.document import Source
from explain_check.model.finding import Diagnosis, Finding, Severity, UncheckedFigure
from explain_check.model.recomputation import ClaimVerdict
from explain_check.model.table import Table
from explain_check.model.text import Place
from explain_check.report.claims import Fields, claim_of, place_of, verdict_of

SCHEMA = "explain-check/1"
UNREAD = "EC908"
"""The rule whose page speaks of documents that could not be read."""


def tool() -> Fields:
    """Return what wrote the report."""
    return {"name": "explain-check", "version": __version__}


def report_of(checked: CheckedDocument, source: str | None = None) -> Fields:
    """Return the report of a document; ``source`` is its name as it was asked for."""
    report: Fields = {
        "schema": SCHEMA,
        "tool": tool(),
        "document": _document(checked, source),
        "tables": [_table(table) for table in checked.document.tables],
        "claims": [_marked(claim_of(claim, checked), claim.place, checked) for claim in checked.claims],
        "findings": [_marked(_finding(finding), finding.place, checked) for finding in checked.findings],
        "unchecked": [_unchecked(figure) for figure in (*checked.coverage.unchecked, *checked.coverage.cells_unchecked)],
        "summary": summary_of(checked),
    }
    if checked.document.source.files:
        _name_files(report, checked.document.source)
    return report


def _name_files(value: object, source: Source) -> None:
    """Add to each location the file that it lies in."""
    if isinstance(value, list):
        for inner in value:
            _name_files(inner, source)
    elif isinstance(value, dict):
        start = value.get("start")
        file = source.file_at(start) if "section" in value and isinstance(start, int) else None
        if file is not None:
            value["file"] = file.name
        for inner in value.values():
            _name_files(inner, source)


def failure_of(source: str, message: str, rule: str = UNREAD) -> Fields:
    """Return what stands in the place of the report of a document that could not be read; ``rule`` names the page on it."""
    return {"schema": SCHEMA, "tool": tool(), "document": {"source": source}, "error": message, "rule": rule}


def _document(checked: CheckedDocument, source: str | None) -> Fields:
    document = checked.document
    files = [{"name": file.name, "sha256": file.sha256} for file in document.source.files]
    return {
        "source": source if source is not None else document.source.name,
        "sha256": document.source.sha256,
        "entity": document.entity,
        "year": document.year,
        "kind": document.kind,
        "unit": document.unit,
        "template": document.template,
        "notices": [notice.text for notice in document.source.notices],
        **({"files": files} if files else {}),
    }


def _table(table: Table) -> Fields:
    counts: Fields = {"rows": table.rows, "columns": table.columns}
    return {"id": table.id, "caption": table.caption, "kind": table.kind, "unit": table.unit, **counts}


def _marked(fields: Fields, place: Place, checked: CheckedDocument) -> Fields:
    """Return fields, those of what was read by optical character recognition with a mark."""
    return fields | {"ocr": True} if checked.document.source.is_recognised(place.location.start) else fields


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
    coverage = checked.coverage
    figures: Fields = {"figures": coverage.figures, "figures_checked": coverage.checked}
    cells: Fields = {"cells": coverage.cells, "cells_checked": coverage.cells_checked}
    return {
        "claims": len(changes),
        **_counted((verdict_of(claim, checked) for claim in changes), (verdict.value for verdict in ClaimVerdict)),
        **figures,
        **cells,
        "findings": _counted((finding.severity.value for finding in checked.findings), (level.value for level in Severity)),
    }


def _counted(values: Iterable[str], names: Iterable[str]) -> Fields:
    """Return how often each name occurs, those that never do too."""
    counts = Counter(values)
    return {name: counts[name] for name in names}
