"""Prose becomes claims: one file a sentence form."""

from explain_check.extract.walk import extract_claims

__all__ = ["extract_claims"]
