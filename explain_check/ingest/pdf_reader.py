"""Read PDF: text in reading order, tables with their cells, page numbers."""

from __future__ import annotations

from explain_check.ingest.layout import SourceBuilder
from explain_check.ingest.limits import LIMITS, Limits
from explain_check.model.document import Source

SUFFIXES = (".pdf",)
IN_CHILD = True
"""The library is written in C++ and reads what anybody may have made."""


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a PDF's bytes; UnreadableDocumentError where it is encrypted or broken."""
    from explain_check.ingest.pdf.flow import write_pages
    from explain_check.ingest.pdf.furniture import drop_furniture
    from explain_check.ingest.pdf.page import read_marks
    from explain_check.ingest.pdf.pdfium import open_pdf, read_page

    with open_pdf(content, name) as document:
        found = [read_page(document, index) for index in range(len(document))]
    pages = [read_marks(marks) for marks in found if marks is not None]
    builder = SourceBuilder()
    write_pages(builder, drop_furniture(pages))
    return builder.build(content, name)
