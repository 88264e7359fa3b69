"""Base amounts that the change itself tells: of several of one year, or one that bears another year than the base."""

from __future__ import annotations

from decimal import Decimal

from explain_check.extract.drafts import ChangeDraft, Level, Reading
from explain_check.extract.levels import is_of_kind
from explain_check.model.claim import BaseKind, Direction

#: Changes with fewer digits fit by chance: 10万元
_FEWEST_DIGITS = 3


def misdated_prior(draft: ChangeDraft, reading: Reading) -> Level | None:
    """Return the only amount of another year in a statement's sentence, where the printed change is just what lies between the two.

    2025年预算执行数40.20万元，2026年预算安排44.16万元，比2024年预算执行数增加9.85%.
    """
    level = draft.level
    if level is None or draft.is_equal or level.year not in (None, reading.year):
        return None
    beside = [x for x in reading.levels if x.section is draft.section and x.sentence == draft.sentence and x.account == level.account]
    dated = [x for x in beside if x.year not in (None, reading.year, draft.base.year)]
    if len(dated) != 1 or not is_of_kind(dated[0], draft.base.kind) or any(x.year == draft.base.year for x in beside):
        return None
    return dated[0] if dated[0].start < draft.end and _lies_between(draft, level, dated[0]) else None


def other_prior(draft: ChangeDraft, reading: Reading) -> Level | None:
    """Return the other amount of the base's year that the change is from, where the base does not say which is meant.

    2025年预算执行数为40.00万元，2025年年初预算38.00万元，2026年预算50.30万元，比上年增加25.75%.
    """
    level, stated = draft.level, draft.stated_prior
    if level is None or stated is None or draft.is_equal or draft.base.kind is not BaseKind.UNSPECIFIED:
        return None
    beside = [x for x in reading.levels if x.section is draft.section and x.sentence == draft.sentence and x.account == level.account]
    dated = [x for x in beside if x.year == draft.base.year and x is not level]
    if any(x.printed is stated and _lies_between(draft, level, x) for x in dated):
        return None
    fitting = [x for x in dated if x.printed is not stated and _lies_between(draft, level, x)]
    return fitting[0] if len(fitting) == 1 else None


def _lies_between(draft: ChangeDraft, level: Level, prior: Level) -> bool:
    """Whether a printed change, to its last place, is what lies between two amounts, and is no round one."""
    base = prior.printed.figure.value_in("元")
    rise = level.printed.figure.value_in("元") - base
    if not rise or base <= 0 or any((word.direction is Direction.INCREASE) is (rise < 0) for word in draft.words):
        return False
    if draft.amount is not None and draft.amount.figure.value_in("元") != abs(rise):
        return False
    if draft.rate is None:
        return draft.amount is not None and len(draft.amount.figure.value.as_tuple().digits) >= _FEWEST_DIGITS
    rate = draft.rate.figure
    return rate.decimals > 0 and abs(abs(rise) / base * 100 - rate.value) <= Decimal(1).scaleb(-rate.decimals) / 2
