"""Drafts become claims, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from explain_check.extract.drafts import ChangeDraft, ExecutionDraft, Level, Reading
from explain_check.extract.family_sums import find_family_sums
from explain_check.extract.misdated_priors import misdated_prior, other_prior
from explain_check.extract.share_wholes import id_of, whole_of_share
from explain_check.extract.subjects import are_opposite
from explain_check.model.claim import ChangeClaim, Claim, Direction, ExecutionClaim, LevelClaim, Printed, ShareClaim
from explain_check.model.quantity import Closure, CountClaim, ProductClaim, SumClaim
from explain_check.model.text import Place
from explain_check.structure.fold import fold_text

_Draft = ChangeDraft | ExecutionDraft | Level | CountClaim | SumClaim | ProductClaim


def finish_claims(reading: Reading) -> tuple[Claim, ...]:
    """Return the claims of a document, numbered c001, c002 … in the order of the text."""
    changes = [change for change in reading.changes if change.amount or change.rate or change.words or change.is_equal or change.is_unsaid]
    for change in changes:
        change.level = change.level or _later_level(change, reading)
        _choose_level(change)
        change.stated_prior = change.stated_prior or _prior_behind(change, reading)
        if change.stated_prior is None and (prior := misdated_prior(change, reading)):
            change.stated_prior, change.prior_year = prior.printed, prior.year
        elif meant := other_prior(change, reading):
            change.stated_prior = meant.printed
    complete = [x for x in reading.executions if x.actual is not None and (x.budget or x.rate or x.difference)]
    numbered: list[tuple[int, int, _Draft]] = [(_start(x), 0, x) for x in changes]
    numbered.extend((_start(x), 1, x) for x in complete)
    numbered.extend((_start(x), 2, x) for x in reading.levels)
    numbered.extend((x.place.location.start, 3, x) for x in (*_family_sums(reading), *reading.quantities))
    numbered.sort(key=lambda item: item[:2])
    claims: list[Claim] = []
    for _, _, draft in numbered:
        claims.extend(_claims_of(draft, reading, len(claims) + 1))
    return tuple(claims)


def _family_sums(reading: Reading) -> list[SumClaim]:
    """Return the sums of known families, and drop from the others those of the same wholes that say no more."""
    families = {_spot(claim): claim for claim in find_family_sums(reading.levels)}
    for claim in [claim for claim in reading.quantities if isinstance(claim, SumClaim) and _spot(claim) in families]:
        if claim.closure is Closure.COMPLETE and families[_spot(claim)].closure is Closure.OPEN:
            del families[_spot(claim)]
        else:
            reading.quantities.remove(claim)
    return list(families.values())


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
    same = (
        level
        for level in reading.levels
        if level.section is draft.section and level.sentence == draft.sentence and level is not draft.level
    )
    return next((level.printed for level in same if level.year == draft.base.year and level.account == draft.account), None)


def _claims_of(draft: _Draft, reading: Reading, number: int) -> list[Claim]:
    """Return the claims of one draft: a level with a share gives two."""
    if isinstance(draft, CountClaim | SumClaim | ProductClaim):
        return [replace(draft, id=f"c{number:03d}")]
    if isinstance(draft, ChangeDraft):
        return [_change(draft, f"c{number:03d}")]
    if isinstance(draft, ExecutionDraft):
        return [_execution(draft, f"c{number:03d}")]
    claims: list[Claim] = [_level(draft, f"c{number:03d}")]
    if draft.share is not None:
        claims.append(_share(draft, draft.share, f"c{number + 1:03d}", reading))
    return claims


def _choose_level(draft: ChangeDraft) -> None:
    """Bind a change after a list to the whole where the list is complete, or where only the whole fits the printed rate."""
    whole = draft.alternative
    if whole is None or draft.level is None:
        return
    if draft.amount and draft.rate:
        rises = _rises(draft)
        fits_part, fits_whole = _fits(draft, draft.level, rises), _fits(draft, whole, rises)
        take = (fits_whole and not fits_part) or (draft.alternative_is_whole and fits_whole == fits_part)
        take = take or (not fits_part and draft.amount.figure.value_in("元") > draft.level.printed.figure.value_in("元") and _rises(draft))
    else:
        take = draft.alternative_is_whole
    if take:
        draft.level, draft.subject, draft.account = whole, whole.subject, whole.account
        draft.start = min(draft.start, whole.start)


def _rises(draft: ChangeDraft) -> bool:
    return not draft.words or draft.words[0].direction is Direction.INCREASE


def _fits(draft: ChangeDraft, level: Level, rises: bool) -> bool:
    """Whether amount and rate of a rise or a fall fit a current amount, to the last printed place of the rate."""
    assert draft.amount is not None
    assert draft.rate is not None
    amount, rate = draft.amount.figure.value_in("元"), draft.rate.figure
    prior = level.printed.figure.value_in("元") - (amount if rises else -amount)
    return not (amount or rate.value) or (prior > 0 and abs(amount / prior * 100 - rate.value) <= Decimal(1).scaleb(-rate.decimals))


def _direction(draft: ChangeDraft) -> Direction:
    """Return the first word's direction, or the one that fits the figures where words contradict each other (减增加21.90万元).

    A printed change of zero is none, whatever its word.
    """
    figures = [x.figure.value for x in (draft.amount, draft.rate) if x is not None]
    if draft.is_equal or (figures and not figures[0]):
        return Direction.UNCHANGED
    if draft.is_unsaid and draft.level and draft.stated_prior:
        rises = draft.level.printed.figure.value_in("元") > draft.stated_prior.figure.value_in("元")
        return Direction.INCREASE if rises else Direction.DECREASE
    first = draft.words[0].direction if draft.words else Direction.INCREASE
    if len({word.direction for word in draft.words}) > 1 and draft.level and draft.amount and draft.rate:
        fitting = [rises for rises in (True, False) if _fits(draft, draft.level, rises)]
        if len(fitting) == 1:
            return Direction.INCREASE if fitting[0] else Direction.DECREASE
    return first


def _change(draft: ChangeDraft, claim_id: str) -> ChangeClaim:
    level = draft.level
    in_statement = (
        level is not None and level.section is draft.section and level.sentence >= draft.sentence - 1 and level.start >= draft.start
    )
    unit = level.printed.figure.unit if level else draft.amount.figure.unit if draft.amount else "万元"
    return ChangeClaim(
        id=claim_id,
        subject=_subject(draft),
        account=draft.account,
        scope=draft.scope,
        unit=unit,
        current=level.printed if level else None,
        current_in_statement=in_statement,
        share=level.share if level and in_statement and (level.sentence == draft.sentence or not draft.is_named) else None,
        base=draft.base,
        base_printed=draft.base_printed,
        direction=_direction(draft),
        amount=draft.amount,
        rate=draft.rate,
        stated_prior=draft.stated_prior,
        words=tuple(draft.words),
        reason=draft.reason,
        place=draft.section.place(draft.start, draft.end),
        current_year=level.year if level else None,
        prior_year=draft.prior_year,
        denied_by=draft.denied_by,
    )


def _subject(draft: ChangeDraft) -> str:
    """Return a statement's subject; of 收、支各增加 it is the total whose amount stands before."""
    name = draft.subject.replace("收、支", "收支")
    if name != "收支":
        return "收支总计" if draft.account == "收支总计" and name.startswith("收支") and name[-2:] in ("总计", "合计") else name
    return draft.level.subject.replace("收、支", "收支") if draft.level and "收支总" in draft.level.account else "收支总计"


def _execution(draft: ExecutionDraft, claim_id: str) -> ExecutionClaim:
    unit = next((level.printed.figure.unit for level in (draft.actual, draft.budget) if level is not None), "万元")
    return ExecutionClaim(
        id=claim_id,
        subject=draft.subject,
        account=draft.account,
        unit=unit,
        budget=draft.budget.printed if draft.budget else None,
        budget_kind=draft.budget_kind or "预算",
        actual=draft.actual.printed if draft.actual else None,
        rate=draft.rate,
        comparison=draft.comparison,
        difference=draft.difference,
        difference_rate=draft.difference_rate,
        is_turned=draft.is_turned,
        reason=draft.reason,
        place=draft.section.place(draft.start, draft.end),
    )


def _level(level: Level, claim_id: str) -> LevelClaim:
    return LevelClaim(
        id=claim_id,
        subject=level.subject or fold_text(level.section.section),
        account=level.account,
        scope=level.scope,
        unit=level.printed.figure.unit,
        current=level.printed,
        share=level.share,
        whole=level.part_of.printed if level.part_of else None,
        whole_subject=level.part_of.subject if level.part_of else "",
        year=level.year,
        basis=level.role,
        is_named=level.is_own,
        place=_level_place(level),
    )


def _share(level: Level, share: Printed, claim_id: str, reading: Reading) -> ShareClaim:
    whole = whole_of_share(level, share, reading)
    return ShareClaim(
        id=claim_id,
        subject=level.subject,
        scope=level.scope,
        part=level.printed,
        share=share,
        whole=whole.printed if whole else None,
        whole_subject=whole.subject if whole else level.share_of,
        list_id=f"{level.scope}/{id_of(whole, reading)}",
        place=_level_place(level),
    )


def _level_place(level: Level) -> Place:
    return level.section.place(level.start, level.end)
