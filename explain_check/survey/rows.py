"""A checked document as the rows of a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim, Claim, ExecutionClaim, LevelClaim, Reason, ShareClaim
from explain_check.model.finding import Finding, Severity
from explain_check.model.recomputation import ClaimVerdict
from explain_check.pipeline.year_record import is_comparable, is_firm, year_facts
from explain_check.survey.bodies import read_body
from explain_check.survey.facts import basis_of, fact_rows
from explain_check.survey.schema import TABLES
from explain_check.survey.units import named_units
from explain_check.survey.values import Row, Value, ends, in_yuan, percent, printed_yuan, yuan


def document_fields(checked: CheckedDocument) -> dict[str, Value]:
    """Return what a document says of itself and its counts: characters, figures, changes by verdict, findings by severity."""
    document = checked.document
    body = read_body(document.entity)
    changes = [claim.id for claim in checked.claims if isinstance(claim, ChangeClaim)]
    verdicts = Counter(_verdict(claim_id, checked) for claim_id in changes)
    severities = Counter(finding.severity for finding in checked.findings)
    return {
        "entity": document.entity,
        "body": body.name,
        "region": body.region,
        "level": body.level.value,
        "body_kind": body.kind,
        "part": body.part.value,
        "year": document.year,
        "kind": document.kind,
        "basis": basis_of(document.kind),
        "template": document.template,
        "chars": len(document.source.text),
        "tables": len(document.tables),
        "figures": checked.coverage.figures,
        "figures_checked": checked.coverage.checked,
        "claims": len(changes),
        **{verdict.value: verdicts[verdict] for verdict in ClaimVerdict},
        **{f"{severity.value}s": severities[severity] for severity in Severity},
    }


def claim_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each claim."""
    for claim in checked.claims:
        where = claim.place.location
        fields: dict[str, Value] = {
            "document_id": document_id,
            "claim_id": claim.id,
            "kind": type(claim).__name__.removesuffix("Claim").lower(),
            "subject": claim.subject,
            "account": getattr(claim, "account", ""),
            "scope": getattr(claim, "scope", ""),
            "section": where.section,
            "quote": claim.place.quote,
            "start": where.start,
            "end": where.end,
            **_figures(claim, checked),
        }
        yield tuple(map(fields.get, TABLES["claims"]))


def _figures(claim: Claim, checked: CheckedDocument) -> dict[str, Value]:
    """Return what is peculiar to a kind of claim; what is not said is not known."""
    match claim:
        case ChangeClaim():
            return _change(claim, checked)
        case LevelClaim():
            return {"current": printed_yuan(claim.current), "share": percent(claim.share)}
        case ShareClaim():
            return {"current": printed_yuan(claim.part), "share": percent(claim.share)}
        case ExecutionClaim():
            return {
                "current": printed_yuan(claim.actual),
                "rate": percent(claim.rate),
                "budget": printed_yuan(claim.budget),
                "budget_kind": claim.budget_kind,
                "verdict": _verdict(claim.id, checked),
            }
        case _:
            return {}


def _change(claim: ChangeClaim, checked: CheckedDocument) -> dict[str, Value]:
    recomputed = checked.recomputed.get(claim.id)
    low, high = ends(recomputed.prior_interval if recomputed else None, claim.unit)
    return {
        "current": printed_yuan(claim.current),
        "delta": (printed_yuan(claim.amount) or "").removeprefix("-") or None,
        "direction": claim.direction.value,
        "rate": percent(claim.rate),
        "share": percent(claim.share),
        "base_kind": claim.base.kind.value,
        "base_year": claim.base.year,
        "comparable": ("firm" if is_firm(claim) else "weak") if is_comparable(claim, checked.document.year) else "",
        "prior": in_yuan(recomputed.prior if recomputed else None, claim.unit),
        "prior_low": low,
        "prior_high": high,
        "verdict": _verdict(claim.id, checked),
    }


def _verdict(claim_id: str, checked: CheckedDocument) -> str:
    """Return the verdict of a claim; what was not recomputed is not checkable."""
    recomputed = checked.recomputed.get(claim_id)
    return (recomputed.verdict if recomputed else ClaimVerdict.NOT_CHECKABLE).value


def _reasons(checked: CheckedDocument) -> Iterator[tuple[str, Reason]]:
    """Yield the id of each claim that may state a reason, and what it states."""
    for claim in checked.claims:
        if isinstance(claim, ChangeClaim | ExecutionClaim):
            yield claim.id, claim.reason


def reason_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each reason that is stated, or flagged; the effect is the one that all its categories share."""
    for claim_id, reason in _reasons(checked):
        if reason.text or reason.connector or reason.flags:
            effects = {category.effect for category in reason.categories}
            effect = effects.pop() if len(effects) == 1 else ""
            yield document_id, claim_id, reason.text, reason.connector, ",".join(sorted(reason.flags)), effect


def category_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each category of each reason, in the order of mention."""
    for claim_id, reason in _reasons(checked):
        for position, category in enumerate(reason.categories):
            yield document_id, claim_id, position, category.id, category.quote, category.effect


def finding_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each finding, in the order of the document."""
    for ordinal, finding in enumerate(checked.findings):
        yield finding_row(document_id, ordinal, finding)


def finding_row(document_id: str, ordinal: int, finding: Finding) -> Row:
    """Return the row of a finding."""
    where, diagnosis = finding.place.location, finding.diagnosis
    return (
        document_id,
        ordinal,
        finding.rule,
        finding.severity.value,
        finding.claim or "",
        finding.place.quote,
        where.section,
        where.page,
        where.start,
        where.end,
        finding.stated or "",
        finding.computed or "",
        finding.message,
        finding.message_en,
        diagnosis.kind if diagnosis else "",
        diagnosis.message if diagnosis else "",
        finding.fingerprint,
    )


def coverage_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield how many figures were not checked and how many verdicts not reached, by obstacle."""
    figures = Counter(figure.reason for figure in checked.coverage.unchecked)
    measures: dict[str, Iterable[tuple[str, int]]] = {"figures": figures.items(), "verdicts": checked.coverage.undecided}
    for measure, counts in measures.items():
        for obstacle, count in sorted(counts):
            yield document_id, measure, obstacle, count


def year_fact_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each amount that another year's disclosure may be held against."""
    for ordinal, fact in enumerate(year_facts(checked)):
        key, where = fact.key, fact.place.location
        source = "table" if fact.is_cell else "prose"
        amount, decimals = yuan(fact.figure), fact.figure.decimals
        yield (document_id, ordinal, key.account, key.scope, key.basis.value, key.year, amount, decimals, source, where.start, where.end)


def unit_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each unit that a disclosure names as part of its budget."""
    for ordinal, name in enumerate(named_units(checked.document)):
        body = read_body(name)
        yield document_id, ordinal, name, body.name, body.part.value


#: The rows of each table that are told by one document, but ``documents``.
ROWS: dict[str, Callable[[str, CheckedDocument], Iterator[tuple[Value, ...]]]] = {
    "claims": claim_rows,
    "reasons": reason_rows,
    "reason_categories": category_rows,
    "findings": finding_rows,
    "facts": fact_rows,
    "coverage": coverage_rows,
    "year_facts": year_fact_rows,
    "units": unit_rows,
}
