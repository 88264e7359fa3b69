"""The result of checking one document."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.claim import Claim
from explain_check.model.document import Document
from explain_check.model.finding import Coverage, Finding
from explain_check.model.link import Link
from explain_check.model.recomputation import Recomputation


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDocument:
    """A document with all that was found in it; ``links`` and ``recomputed`` are keyed by claim id."""

    document: Document
    claims: tuple[Claim, ...]
    links: dict[str, Link]
    recomputed: dict[str, Recomputation]
    findings: tuple[Finding, ...]
    coverage: Coverage
