"""Files become blocks; the only floor that knows file formats."""

from explain_check.ingest.read import read_source, readable_suffixes

__all__ = ["read_source", "readable_suffixes"]
