"""What was read of a statement becomes a claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from explain_check.extract.drafts import ChangeDraft, ExecutionDraft, Level, Reading
from explain_check.extract.share_wholes import id_of, whole_of_share
from explain_check.model.claim import Base, ChangeClaim, Claim, Direction, ExecutionClaim, LevelClaim, Printed, ShareClaim
from explain_check.model.quantity import CountClaim, ProductClaim, SumClaim
from explain_check.model.text import Place
from explain_check.structure.fold import fold_text

Draft = ChangeDraft | ExecutionDraft | Level | CountClaim | SumClaim | ProductClaim


def claims_of(draft: Draft, reading: Reading, number: int) -> list[Claim]:
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


def dated(claim: Claim, year: int | None) -> Claim:
    """Return a claim that tells of the year of its part of the document."""
    if isinstance(claim, ShareClaim):
        return replace(claim, list_id=f"{year}/{claim.list_id}")
    return replace(claim, reporting_year=year) if isinstance(claim, ChangeClaim | ExecutionClaim | LevelClaim) else claim


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
        fitting = [rises for rises in (True, False) if fits(draft, draft.level, rises)]
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
        base=_base_of(draft.base, level if in_statement else None),
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


def _base_of(base: Base, level: Level | None) -> Base:
    """Return what is compared with: 上年 of an amount that bears last year's date is the year before (2024年发行8.95亿元，较上年减少…)."""
    is_relative = bool(base.text) and "20" not in base.text
    return replace(base, year=base.year - 1) if level and base.year is not None and is_relative and level.year == base.year else base


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


def fits(draft: ChangeDraft, level: Level, rises: bool) -> bool:
    """Whether amount and rate of a rise or a fall fit a current amount, to the last printed place of the rate."""
    assert draft.amount is not None
    assert draft.rate is not None
    amount, rate = draft.amount.figure.value_in("元"), draft.rate.figure
    prior = level.printed.figure.value_in("元") - (amount if rises else -amount)
    return not (amount or rate.value) or (prior > 0 and abs(amount / prior * 100 - rate.value) <= Decimal(1).scaleb(-rate.decimals))
