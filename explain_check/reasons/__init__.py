"""Stated reasons: what they say, and how well."""

from explain_check.reasons.classify import classify_reason
from explain_check.reasons.explain import explain_reasons
from explain_check.reasons.flags import flag_reason

__all__ = ["classify_reason", "explain_reasons", "flag_reason"]
