"""Name the figure that is probably wrong where several rules meet: the one in most contradictions and in fewest agreements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import plain, round_half_up
from explain_check.model.case import ChangeCase
from explain_check.model.claim import Printed
from explain_check.model.figure import PERCENT, Figure, Interval
from explain_check.model.finding import Diagnosis, Outcome
from explain_check.model.link import Link
from explain_check.model.slips import LABELS, REPEATED_TOTAL, TURNED_DIRECTION, WRONG_DENOMINATOR, slip_to
from explain_check.model.three_public import ITEMS, VEHICLE_PARTS, WHOLE
from explain_check.pipeline.judgement import Judgement
from explain_check.reconcile.implied import implied_values

Spot = tuple[int, int]
#: These say what is wrong by the words or the formula, not by a figure.
_KEPT = frozenset({TURNED_DIRECTION, WRONG_DENOMINATOR})
#: A cell that holds the amount vouches for it more than a formula that many figures share.
_FIRM = 2
#: What copies the change of 三公经费.
_PARTS = frozenset({*ITEMS, *VEHICLE_PARTS})
#: Decimals of amounts in prose.
_USUAL = 2


def name_suspects(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements, those that failed with the diagnosis of the figure that explains them together."""
    wrong = [judgement for judgement in judgements if judgement.verdict.outcome is Outcome.FAIL and judgement.holds_figures]
    failed = [judgement for judgement in wrong if judgement.case.figures and not _is_vouched_for(judgement)]
    if not failed:
        return tuple(judgements)
    arithmetic = [judgement for judgement in judgements if judgement.holds_figures and judgement.case.figures]
    broken = {id(judgement.case): judgement.case for judgement in failed}
    kept = {id(judgement.case): judgement.case for judgement in arithmetic if id(judgement.case) not in broken}
    against = Counter(_spot(printed) for case in broken.values() for printed in case.figures)
    in_favour = Counter(_spot(printed) for case in kept.values() for printed in case.figures * (_FIRM if len(case.figures) == 1 else 1))
    sound = [judgement.case for judgement in arithmetic if isinstance(judgement.case, ChangeCase) and id(judgement.case) not in broken]
    named: dict[int, Judgement] = {}
    for judgement in failed:
        suspect = _suspect(judgement, against, in_favour)
        found = _diagnose_copied(judgement, sound) or (_diagnose(suspect, failed) if suspect is not None else None)
        if found is not None and _is_better(judgement, found):
            named[id(judgement)] = replace(judgement, verdict=replace(judgement.verdict, diagnosis=found))
    return tuple(named.get(id(judgement), judgement) for judgement in judgements)


def _is_vouched_for(judgement: Judgement) -> bool:
    """Whether other tables hold the amount that one table contradicts: it is no suspect."""
    return isinstance(judgement.case, Link) and bool(judgement.case.elsewhere)


def _spot(printed: Printed) -> Spot:
    return printed.place.location.start, printed.place.location.end


def _suspect(judgement: Judgement, against: Counter[Spot], in_favour: Counter[Spot]) -> Printed | None:
    """Return the figure that stands out, None where two do alike."""
    figures = {_spot(printed): printed for printed in judgement.case.figures if printed.figure.value}
    ranked = sorted(figures, key=lambda spot: (-against[spot], in_favour[spot], spot))
    if not ranked:
        return None
    first = ranked[0]
    tied = [spot for spot in ranked if (against[spot], in_favour[spot]) == (against[first], in_favour[first])]
    return figures[first] if len(tied) == 1 else None


def _is_better(judgement: Judgement, diagnosis: Diagnosis) -> bool:
    """Whether a diagnosis by all rules says more than the rule's own one."""
    own = judgement.verdict.diagnosis
    return own is None or (own.kind not in _KEPT and own.correction != diagnosis.correction)


def _diagnose_copied(judgement: Judgement, sound: Sequence[ChangeCase]) -> Diagnosis | None:
    """Return that change and rate of an item of 三公经费 are those of the whole, whose figures agree: 减少3.59万元，下降15.31% of both."""
    claim = judgement.case.claim if isinstance(judgement.case, ChangeCase) else None
    if claim is None or claim.account not in _PARTS or claim.amount is None or claim.rate is None or not claim.rate.figure.value:
        return None
    own = claim.direction, claim.amount.figure, claim.rate.figure
    for whole in (case.claim for case in sound if case.claim.account == WHOLE):
        if (whole.direction, whole.amount and whole.amount.figure, whole.rate and whole.rate.figure) == own:
            shown = f"{plain(claim.amount.figure.value)}、{plain(claim.rate.figure.value)}%"
            return Diagnosis(kind=REPEATED_TOTAL, message=f"{shown} 与“{WHOLE}”的完全相同，疑为照抄")
    return None


def _diagnose(suspect: Printed, failed: Sequence[Judgement]) -> Diagnosis | None:
    """Return what a figure must be by all contradictions that it stands in, with the slip that explains it."""
    right: Interval | None = None
    spot = _spot(suspect)
    for judgement in failed:
        printed = next((figure for figure in judgement.case.figures if _spot(figure) == spot), None)
        found = implied_values(judgement.case, printed) if printed is not None else None
        if found is not None:
            right = found if right is None else Interval(low=max(right.low, found.low), high=min(right.high, found.high))
    if right is None or right.low > right.high:
        return None
    value = suspect.figure.value
    slip = slip_to(value, right) if right.high > 0 else None
    ulp = suspect.figure.half * 2
    if slip is None and (not ulp or right.high - right.low > 2 * ulp):
        return None
    kind, correction = slip if slip is not None else ("other", _middle(right, suspect.figure))
    why = f"：{LABELS[kind]}" if kind in LABELS else ""
    return Diagnosis(kind=kind, message=f"{plain(value)} 疑为 {plain(correction)}{why}", correction=correction)


def _middle(right: Interval, printed: Figure) -> Decimal:
    """Return the middle of an interval: a rate as finely as it is printed (71.73% should read 71.65%).

    An amount at the decimals to which the interval is known, those of the prose at the most: 2961.68 where the wrong figure reads
    0.3, 350.35 where it reads 352.67 and the cell 3,503,499元; 328662 where 328661 was cut off.
    """
    coarse = round_half_up((right.low + right.high) / 2, printed.decimals)
    if abs(coarse - printed.value) <= 2 * printed.half:
        return coarse
    decimals, finest = printed.decimals, 0 if printed.unit == PERCENT else _USUAL
    while right.high - right.low < Decimal(1).scaleb(-decimals) and decimals < finest:
        decimals += 1
    return round_half_up((right.low + right.high) / 2, decimals)
