"""Read PDF: text in reading order, tables with their cells, page numbers; scans with the extra ``ocr``."""

from __future__ import annotations

from explain_check.ingest.layout import SourceBuilder
from explain_check.ingest.limits import LIMITS, Limits
from explain_check.model.document import Source

SUFFIXES = (".pdf",)
IN_CHILD = True
"""The library is written in C++ and reads what anybody may have made."""


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a PDF's bytes; UnreadableDocumentError where it is encrypted, broken or takes too long."""
    from explain_check.ingest.pdf.aligned import align_page
    from explain_check.ingest.pdf.document import read_document
    from explain_check.ingest.pdf.flow import write_pages
    from explain_check.ingest.pdf.furniture import drop_furniture

    found = read_document(content, name, limits)
    builder = SourceBuilder()
    write_pages(builder, [align_page(page) for page in drop_furniture(found.pages)])
    return builder.build(content, name, found.notices, has_contents=False, recognised=found.recognised)
