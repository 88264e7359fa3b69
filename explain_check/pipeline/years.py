"""Check a disclosure against the same body's earlier ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim
from explain_check.model.finding import Coverage, Obstacle, Outcome
from explain_check.model.years import PriorCase, YearRecord
from explain_check.pipeline.judgement import Judgement
from explain_check.pipeline.judging import findings_of, in_order, judge_cases
from explain_check.pipeline.recognised import mark_recognised
from explain_check.pipeline.year_cases import year_cases
from explain_check.pipeline.year_record import year_record


def check_years(checked: CheckedDocument, earlier: Sequence[YearRecord], units: Sequence[YearRecord] = ()) -> CheckedDocument:
    """Return the document with what the rules on years find beside the same body's earlier disclosures, and all its units'.

    Nothing changes where none of them is last year's and no units are given. Amounts that were held against last year's count as checked.
    """
    judgements = tuple(judge_cases(year_cases(year_record(checked), earlier, units)))
    findings = in_order((*checked.findings, *mark_recognised(findings_of(judgements), checked.document.source)))
    return replace(checked, findings=findings, coverage=_covered(checked, judgements))


def judge_years(this: YearRecord, earlier: Sequence[YearRecord], units: Sequence[YearRecord] = ()) -> tuple[Judgement, ...]:
    """Return what the rules on years say of a disclosure that is known by its record only."""
    return tuple(judge_cases(year_cases(this, earlier, units)))


def _covered(checked: CheckedDocument, judgements: Sequence[Judgement]) -> Coverage:
    """Return the coverage with the figures that were held against last year's, and the new obstacles."""
    coverage = checked.coverage
    held = set(_held(checked, judgements))
    unchecked = tuple(figure for figure in coverage.unchecked if (figure.place.location.start, figure.place.location.end) not in held)
    obstacles = Counter(dict(coverage.undecided))
    obstacles.update(
        judgement.verdict.obstacle.value
        for judgement in judgements
        if judgement.verdict.obstacle not in (None, Obstacle.NOT_CONCERNED) and isinstance(judgement.case, PriorCase)
        if judgement.verdict.obstacle is not None
    )
    checked_count = coverage.checked + len(coverage.unchecked) - len(unchecked)
    return replace(coverage, checked=checked_count, unchecked=unchecked, undecided=tuple(sorted(obstacles.items())))


def _held(checked: CheckedDocument, judgements: Sequence[Judgement]) -> Iterator[tuple[int, int]]:
    """Yield the places of the amounts and changes that a decided comparison with last year used."""
    decided = {
        judgement.case.statement.claim
        for judgement in judgements
        if isinstance(judgement.case, PriorCase) and judgement.verdict.outcome is not Outcome.UNDECIDED
    }
    for claim in checked.claims:
        if isinstance(claim, ChangeClaim) and claim.id in decided:
            for printed in (claim.current, claim.amount, claim.stated_prior):
                if printed is not None:
                    yield printed.place.location.start, printed.place.location.end
