"""Drafts become claims, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.extract.absent_priors import absent_prior
from explain_check.extract.claims import Draft, claims_of, dated, fits
from explain_check.extract.drafts import ChangeDraft, ExecutionDraft, Level, Reading
from explain_check.extract.family_sums import find_family_sums, find_parts_beyond
from explain_check.extract.misdated_priors import misdated_prior, other_prior
from explain_check.extract.subjects import are_opposite
from explain_check.model.claim import Claim, Direction, Printed
from explain_check.model.quantity import Closure, SumClaim


def finish_claims(readings: Sequence[Reading], year: int | None) -> tuple[Claim, ...]:
    """Return the claims of a document of ``year``, numbered c001, c002 … in the order of the text; each year's part has its reading."""
    drafts = [(start, kind, draft, reading) for reading in readings for start, kind, draft in _drafts(reading)]
    drafts.sort(key=lambda item: item[:2])
    claims: list[Claim] = []
    for _, _, draft, reading in drafts:
        made = claims_of(draft, reading, len(claims) + 1)
        claims.extend(made if reading.year == year else (dated(claim, reading.year) for claim in made))
    return tuple(claims)


def _drafts(reading: Reading) -> list[tuple[int, int, Draft]]:
    """Return what was read, each with its place and its kind among those of one place."""
    changes = [change for change in reading.changes if change.amount or change.rate or change.words or change.is_equal or change.is_unsaid]
    for change in changes:
        change.level = change.level or _later_level(change, reading)
        _choose_level(change)
        change.stated_prior = change.stated_prior or _prior_behind(change, reading) or absent_prior(change)
        if change.stated_prior is None and (prior := misdated_prior(change, reading)):
            change.stated_prior, change.prior_year = prior.printed, prior.year
        elif meant := other_prior(change, reading):
            change.stated_prior = meant.printed
    complete = [x for x in reading.executions if x.actual is not None and (x.budget or x.rate or x.difference)]
    numbered: list[tuple[int, int, Draft]] = [(_start(x), 0, x) for x in changes]
    numbered.extend((_start(x), 1, x) for x in complete)
    numbered.extend((_start(x), 2, x) for x in reading.levels)
    numbered.extend((x.place.location.start, 3, x) for x in (*_family_sums(reading), *reading.quantities))
    return numbered


def _family_sums(reading: Reading) -> list[SumClaim]:
    """Return the sums of known families, and drop from the others those of the same wholes that say no more."""
    families = {_spot(claim): claim for claim in find_family_sums(reading.levels)}
    for claim in [claim for claim in reading.quantities if isinstance(claim, SumClaim) and _spot(claim) in families]:
        if claim.closure is Closure.COMPLETE and families[_spot(claim)].closure is Closure.OPEN:
            del families[_spot(claim)]
        else:
            reading.quantities.remove(claim)
    known = {*families, *(_spot(claim) for claim in reading.quantities if isinstance(claim, SumClaim))}
    beyond = [claim for claim in find_parts_beyond(reading.levels) if _spot(claim) not in known]
    return [*families.values(), *beyond]


def _spot(claim: SumClaim) -> tuple[int, int]:
    return claim.whole.printed.place.location.start, claim.whole.printed.place.location.end


def _later_level(draft: ChangeDraft, reading: Reading) -> Level | None:
    """Return the first later amount of the same account in the section, where none stands before the change."""
    place = _start(draft)
    near = (level for level in reading.levels if _is_beside(level, draft, reading) and _start(level) > place)
    near = (level for level in near if level.role != "budget" or not reading.is_final_accounts)
    later = (level for level in near if not are_opposite(level.subject, draft.subject))
    return next((level for level in later if draft.account and level.account == draft.account and level.year in (None, reading.year)), None)


def _is_beside(level: Level, draft: ChangeDraft, reading: Reading) -> bool:
    """Whether an amount stands in a statement's section, or in a sister of it: (一)总体情况 tells how what (二)具体情况 lists has moved."""
    family = reading.families.get(draft.scope)
    return level.section is draft.section or (family is not None and reading.families.get(level.scope) == family)


def _start(draft: ChangeDraft | ExecutionDraft | Level) -> int:
    return draft.section.offsets[min(draft.start, len(draft.section.offsets) - 1)]


def _prior_behind(draft: ChangeDraft, reading: Reading) -> Printed | None:
    """Return last year's amount that the sentence prints behind a change: 比上年增长2.70%(上年预算为1,388.90万元)."""
    if draft.base.year is None:
        return None
    same = (
        level
        for level in reading.levels
        if level.section is draft.section and level.sentence == draft.sentence and level is not draft.level
    )
    return next((level.printed for level in same if level.year == draft.base.year and level.account == draft.account), None)


def _choose_level(draft: ChangeDraft) -> None:
    """Bind a change after a list to the whole where the list is complete, or where only the whole fits the printed rate."""
    whole = draft.alternative
    if whole is None or draft.level is None:
        return
    if draft.amount and draft.rate:
        rises = _rises(draft)
        fits_part, fits_whole = fits(draft, draft.level, rises), fits(draft, whole, rises)
        take = (fits_whole and not fits_part) or (draft.alternative_is_whole and fits_whole == fits_part)
        take = take or (not fits_part and draft.amount.figure.value_in("元") > draft.level.printed.figure.value_in("元") and _rises(draft))
    else:
        take = draft.alternative_is_whole
    if take:
        draft.level, draft.subject, draft.account = whole, whole.subject, whole.account
        draft.start = min(draft.start, whole.start)


def _rises(draft: ChangeDraft) -> bool:
    return not draft.words or draft.words[0].direction is Direction.INCREASE
