"""Show what each stage saw, for a person who wants to know why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from explain_check.extract import extract_claims
from explain_check.extract.segment import cut_words
from explain_check.ingest import read_document
from explain_check.link import link_claims
from explain_check.model.claim import ChangeClaim
from explain_check.model.document import Document, Line
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim
from explain_check.numerals import read_mentions
from explain_check.pipeline.check import structure_document

STAGES = ("text", "sections", "figures", "tables", "forms", "claims", "links", "words")


def dump_stage(path: Path, stage: str) -> Iterator[str]:
    """Yield the lines of one stage of STAGES; KeyError for another name."""
    show = _SHOWS[stage]
    yield from show(structure_document(read_document(path)))


def _text(document: Document) -> Iterator[str]:
    for block in document.source.blocks:
        yield block.piece.text if isinstance(block, Line) else "\t".join(piece.text for piece in block.cells)


def _sections(document: Document) -> Iterator[str]:
    yield f"{document.entity or '?'} | {document.year or '?'} | {document.kind or '?'} | {document.template or '-'}"
    for section in document.sections:
        yield f"{'#' * max(1, section.level)} {section.heading}"
        yield from (f"    {passage.printed}" for passage in section.passages)


def _figures(document: Document) -> Iterator[str]:
    for section in document.sections:
        for passage in section.passages:
            for mention in read_mentions(passage.text, bare=False):
                figure = mention.figure
                yield f"{passage.offsets[mention.start]}\t{figure.text}\t{figure.value}\t{figure.unit}\t{figure.bound.value}"


def _tables(document: Document) -> Iterator[str]:
    for table in document.tables:
        yield f"{table.id}\t{table.caption}\t{table.kind or '-'}\t{table.unit}\t{table.rows}×{table.columns}\t{table.note}"
        for cell in table.cells:
            labels = f"{' > '.join(cell.row_path)}\t{' > '.join(cell.column_path)}"
            yield f"    {cell.code}\t{labels}\t{cell.figure.value if cell.figure else ''}"


def _forms(document: Document) -> Iterator[str]:
    for form in document.forms:
        yield f"{form.table}\t{form.name or '-'}\t{form.body or '-'}"
        yield from (f"    {entry.field.value}\t{entry.label}\t{entry.passage.text}" for entry in form.entries)
        for amount in form.amounts:
            yield f"    {amount.fund.value}\t{amount.label}\t{amount.printed.figure.value}{amount.printed.figure.unit}"
        yield from (f"    {' > '.join(one.levels)}\t{one.name.text}\t{one.value.text}" for one in form.indicators)


def _claims(document: Document) -> Iterator[str]:
    for claim in extract_claims(document.sections, document.entity, document.year, document.kind, document.forms):
        kind = type(claim).__name__.removesuffix("Claim").lower()
        line = f"{claim.id}\t{kind}\t{claim.subject}\t{claim.place.quote[:120]}"
        if isinstance(claim, ChangeClaim):
            shown = [x.figure.text if x else "-" for x in (claim.current, claim.amount, claim.rate, claim.share)]
            line += f"\n\t{claim.direction.value}\t{' | '.join(shown)}\t{claim.base.text} {claim.base.year}\t{claim.reason.text}"
        if isinstance(claim, CountClaim):
            counted = [x.figure.text if x else "-" for x in (claim.current, claim.amount, claim.money, claim.threshold)]
            line += f"\n\t{claim.direction.value if claim.direction else '-'}\t{' | '.join(counted)}\t{claim.sort}"
        if isinstance(claim, SumClaim | ProductClaim):
            line += f"\n\t{claim.closure.value}\t{_formula(claim)}"
        yield line


def _formula(claim: SumClaim | ProductClaim) -> str:
    """Return a sum or product as a formula with its result, and whether it holds."""
    if isinstance(claim, SumClaim):
        made, whole = " + ".join(part.printed.figure.text for part in claim.parts), claim.whole
    else:
        terms = [("-" if term.sign < 0 else "+", " × ".join(factor.figure.text for factor in term.factors)) for term in claim.terms]
        made, whole = " ".join(f"{sign} {factors}" for sign, factors in terms), claim.result
        made += f" × {claim.months}" if claim.months > 1 else ""
    return f"{made} {'=' if claim.fits else '≠'} {whole.printed.figure.text}"


def _links(document: Document) -> Iterator[str]:
    claims = extract_claims(document.sections, document.entity, document.year, document.kind)
    for claim_id, link in link_claims(claims, document.tables, document.entity, document.year, document.kind).items():
        yield f"{claim_id}\t{link.claim.subject}\t{link.claim.current.figure.text if link.claim.current else ''}\t{link.status.value}"
        for mark, cells in (("=", link.cells), ("≠", link.rivals)):
            for place in cells:
                yield f"    {mark} {place.caption}\t{' > '.join(place.cell.row_path)}\t{place.cell.column_label}\t{place.cell.text}"


def _words(document: Document) -> Iterator[str]:
    for section in document.sections:
        for passage in section.passages:
            yield " ".join(cut_words(passage.text))


_SHOWS: dict[str, Callable[[Document], Iterator[str]]] = {
    "text": _text,
    "sections": _sections,
    "figures": _figures,
    "tables": _tables,
    "forms": _forms,
    "claims": _claims,
    "links": _links,
    "words": _words,
}
