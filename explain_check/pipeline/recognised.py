"""Findings that rest on characters read by optical character recognition say so, and are not certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from explain_check.model.document import Source
from explain_check.model.finding import Finding, Severity

READING = "EC9"
"""The family of rules that speak of the reading, not of the disclosure."""


def mark_recognised(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """Return the findings, those that rest on recognised characters as warnings at most."""
    return tuple(_marked(finding) if _rests_on_recognised(finding, source) else finding for finding in findings)


def _rests_on_recognised(finding: Finding, source: Source) -> bool:
    if not source.recognised or finding.rule.startswith(READING):
        return False
    return any(source.is_recognised(place.location.start) for place in (finding.place, *finding.evidence))


def _marked(finding: Finding) -> Finding:
    return replace(
        finding,
        severity=Severity.WARNING if finding.severity is Severity.ERROR else finding.severity,
        message=f"{finding.message}（由OCR识别，请核对原件）",
        message_en=f"{finding.message_en} (read by OCR, compare with the original)",
    )
