"""Ask the rules, and make findings of what they find wrong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from explain_check.model.case import Case, CellCase, WordingCase
from explain_check.model.finding import Finding, Outcome, Verdict
from explain_check.model.rule import Rule
from explain_check.pipeline.judgement import Judgement
from explain_check.rules.registry import judge_case
from explain_check.structure.fold import squeezed

#: Rules whose finding shows a whole sentence: where it is printed again nothing else is wrong.
_OF_SENTENCES = frozenset({"EC603"})


def judge_cases(cases: Iterable[Case]) -> Iterator[Judgement]:
    """Yield each rule's verdict on each case; words hold no figure, so only what is wrong with them is kept."""
    for case in cases:
        is_of_words = isinstance(case, (WordingCase, CellCase))
        for rule, verdict in judge_case(case):
            if not is_of_words or verdict.outcome is Outcome.FAIL:
                yield Judgement(case, rule, verdict)


def findings_of(judgements: Iterable[Judgement]) -> tuple[Finding, ...]:
    """Return a finding for each failed verdict, in the order of the text; the same words from the same place on are said once.

    A slip in a sentence that is printed again is one finding, with the other places as evidence.
    """
    found: dict[tuple[str, int, str], Finding] = {}
    worded: dict[tuple[str, str, str], tuple[str, int, str]] = {}
    for judgement in judgements:
        if judgement.verdict.outcome is Outcome.FAIL:
            finding = _finding(judgement.rule, judgement.verdict, judgement.case)
            key = (finding.rule, finding.place.location.start, finding.message)
            if key in found:
                continue
            first = key
            if finding.rule in _OF_SENTENCES:
                first = worded.setdefault((finding.rule, finding.message, squeezed(finding.place.quote)), key)
            found[first] = finding if first is key else replace(found[first], evidence=(*found[first].evidence, finding.place))
    return in_order(found.values())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the text."""
    return tuple(sorted(findings, key=lambda f: (f.place.location.start, f.rule, f.fingerprint)))


def _finding(rule: Rule, verdict: Verdict, case: Case) -> Finding:
    anchor = case.anchor
    place = verdict.place or anchor.place
    printed = json.dumps([rule.code, anchor.words, verdict.stated, verdict.computed], ensure_ascii=False)
    return Finding(
        rule=rule.code,
        severity=verdict.severity or rule.severity,
        claim=anchor.claim,
        place=place,
        stated=verdict.stated,
        computed=verdict.computed,
        message=verdict.message,
        message_en=verdict.message_en,
        diagnosis=verdict.diagnosis,
        evidence=verdict.evidence,
        fingerprint=hashlib.sha256(printed.encode()).hexdigest()[:16],
    )
