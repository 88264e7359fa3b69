"""Check one document: read, structure, extract, link, recompute, judge."""

from __future__ import annotations

from pathlib import Path

from explain_check.extract import extract_claims
from explain_check.ingest import Bundle, document_suffixes, read_document
from explain_check.ingest.limits import LIMITS, Deadline, Limits, too_long
from explain_check.ingest.text_reader import read_bytes
from explain_check.link import link_claims
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim
from explain_check.model.document import Document, NoticeKind, Source
from explain_check.model.errors import UnreadableDocumentError
from explain_check.pipeline.blame import name_suspects
from explain_check.pipeline.cases import build_cases
from explain_check.pipeline.collector import collector_paused
from explain_check.pipeline.coverage import measure_coverage
from explain_check.pipeline.judging import findings_of, judge_cases
from explain_check.pipeline.recognised import mark_recognised
from explain_check.reasons import explain_reasons
from explain_check.reconcile.recompute import recompute_change
from explain_check.rules.registry import all_rules, find_rule
from explain_check.structure.described import read_described
from explain_check.structure.goals import read_forms
from explain_check.structure.metadata import is_of_two_years, looks_like_disclosure, read_entity, read_maker, read_year_and_kind
from explain_check.structure.outline import build_sections
from explain_check.structure.reporting_years import with_years
from explain_check.structure.tables import take_tables
from explain_check.templates import recognise_template

__all__ = ["all_rules", "check_document", "check_source", "check_text", "find_rule", "readable_suffixes", "structure_document"]


@collector_paused()
def check_document(document: str | Path | Bundle, limits: Limits = LIMITS) -> CheckedDocument:
    """Check a file, or files that make one document; UnreadableDocumentError says in one line what is wrong and the way out."""
    name = document.name if isinstance(document, Bundle) else document
    deadline = Deadline(str(name), limits)
    source = read_document(Path(document) if isinstance(document, str) else document, limits)
    is_scan = any(notice.kind is NoticeKind.SCAN for notice in source.notices)
    if not is_scan and not looks_like_disclosure(source.text):
        raise UnreadableDocumentError(
            f"{name}：不像预算或决算公开文件（没有找到金额和预算、支出等用语），请确认文件。",
            f"{name}: does not look like a budget disclosure (no amounts or budget words found); check the file.",
        )
    return check_source(source, limits, None if isinstance(document, Bundle) else deadline)


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of what can be checked, sorted."""
    return document_suffixes()


def check_text(text: str, name: str = "example.txt") -> CheckedDocument:
    """Check a text, or a fragment of one."""
    return check_source(read_bytes(text.encode("utf-8"), name))


def structure_document(source: Source) -> Document:
    """Return a document's sections, tables and forms, its body, year, kind and template."""
    tables, lines = take_tables(source)
    year, kind = read_year_and_kind(lines, tables)
    sections = with_years(build_sections(lines), year, is_of_two=is_of_two_years(lines))
    template = recognise_template([table.caption for table in tables])
    return Document(
        source=source,
        entity=read_entity(lines) or read_maker(source),
        year=year,
        kind=kind,
        unit="万元",
        template=template.id if template else "",
        sections=sections,
        tables=tables,
        forms=(*read_described(sections), *read_forms(source, tables)),
    )


@collector_paused()
def check_source(source: Source, limits: Limits = LIMITS, deadline: Deadline | None = None) -> CheckedDocument:
    """Check what was read; UnreadableDocumentError where it makes more statements than one body does, or takes too long.

    Of a file the time begins when it is read; each file of a bundle had its own.
    """
    deadline = deadline or Deadline(source.name, limits)
    document = structure_document(source)
    deadline.hold()
    found = extract_claims(document.sections, document.entity, document.year, document.kind, document.forms)
    if len(found) > limits.claims:
        raise too_long(deadline.name, f"{limits.claims:,} 条陈述", f"{limits.claims:,} statements")
    deadline.hold()
    claims = explain_reasons(found, document.sections, document.kind)
    recomputed = {claim.id: recompute_change(claim) for claim in claims if isinstance(claim, ChangeClaim)}
    links = link_claims(claims, document.tables, document.entity, document.year, document.kind)
    cases = deadline.over(build_cases(document, claims, recomputed, links))
    judgements = name_suspects(tuple(judge_cases(cases)))
    return CheckedDocument(
        document=document,
        claims=claims,
        links=links,
        recomputed=recomputed,
        findings=mark_recognised(findings_of(judgements), source),
        coverage=measure_coverage(claims, links, judgements),
    )
