"""Files become blocks; the only floor that knows file formats."""

from explain_check.ingest.bundle import Bundle, document_suffixes, read_document
from explain_check.ingest.read import read_source, readable_suffixes

__all__ = ["Bundle", "document_suffixes", "read_document", "read_source", "readable_suffixes"]
