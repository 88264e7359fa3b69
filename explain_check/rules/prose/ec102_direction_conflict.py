"""增减方向矛盾: the words of movement contradict each other.

What it checks

A change rises or falls, not both: 增加…下降, 减少…增长, 同比增长下降, 减少 before a negative sign. Nor does the reason speak of the other
direction: 增加的主要原因 over a fall (a warning).

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

Amount and rate move in different directions.

    > 项目支出1,413.35万元，比上年预算减少21.25万元，增长1.48%，主要原因是项目压减。

Two words, one figure.

    > 培训费3.00万元，同比减少1.00万元，同比增长下降25.00%，主要原因是培训减少。

A fall with a minus sign: one of both is too much (a warning).

    > 公务接待费10.00万元，比上年预算减少-1.00万元，下降9.09%，主要原因是来访减少。

The reason is given for a rise (a warning).

    > 公务接待费10.00万元，比上年预算减少1.00万元，下降9.09%。公务接待费增加的主要原因是来访批次减少。

Passes

The direction of the other comparison.

    > 公务接待费支出决算10.00万元，比上年决算减少1.00万元，比预算增加0.50万元。比预算增加的主要原因是来访批次增加。

A rise with a minus sign is a fall.

    > 公务接待费10.00万元，比上年预算减少1.00万元，增长-9.09%，主要原因是来访减少。

One direction.

    > 项目支出1,413.35万元，比上年预算减少21.25万元，下降1.48%，主要原因是项目压减。

Undecided

No word of movement at all: another rule speaks of it.

    > 项目支出1,413.35万元，与上年预算持平。
"""

from __future__ import annotations

from explain_check.model.case import ChangeCase
from explain_check.model.claim import ChangeClaim, Direction, DirectionWord
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

#: How a second word is set off that the template offers: 下降（增长）, 增加/减少; not 减少45.00万元（增幅2.16%）
_ALTERNATIVES = (("(", ")"), ("（", "）"), ("/", ""), ("|", ""))


@rule(code="EC102", name="direction-conflict", label="增减方向矛盾", severity=Severity.ERROR, applies_to=ChangeCase)
def direction_conflict(case: ChangeCase) -> Verdict:
    """Hold the direction words against each other and against printed signs."""
    claim = case.claim
    if claim.denied_by is not None and len(said := {word.direction: word.text for word in claim.words}) == 1:
        return _denied(next(iter(said.values())), claim.denied_by)
    words = [word for word in claim.words if word.direction is not Direction.UNCHANGED]
    if not words or _is_left_in(claim, words):
        return undecided(Obstacle.NOT_CONCERNED)
    if len({word.direction for word in words}) > 1:
        return _verdict("、".join(word.text for word in words), _severity(claim))
    doubled = next((word for word in words if word.is_doubled), None)
    return PASSED if doubled is None else _verdict(f"{doubled.text}（负数）", Severity.WARNING)


def _is_left_in(claim: ChangeClaim, words: list[DirectionWord]) -> bool:
    """Whether a second word is the template's alternative, as in 下降（增长）."""
    return any(mark + word.text + end in claim.place.quote for word in words for mark, end in _ALTERNATIVES)


def _severity(claim: ChangeClaim) -> Severity:
    """Return how certain the contradiction is: beside a change of zero the word says little."""
    return Severity.WARNING if claim.amount is not None and claim.amount.figure.value == 0 else Severity.ERROR


def _denied(stated: str, by: DirectionWord) -> Verdict:
    """Return the failure of a reason that speaks of the other direction."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=by.text,
        computed=stated,
        message=f"增减方向矛盾：文中为“{stated}”，说明原因时却写作“{by.text}”",
        message_en=f"Stated as {stated}, but the reason is given for {by.text}",
        severity=Severity.WARNING,
        place=by.place,
    )


def _verdict(stated: str, severity: Severity) -> Verdict:
    """Return the failure."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        message=f"增减方向矛盾：文中为“{stated}”",
        message_en=f"The directions contradict each other: {stated}",
        severity=severity,
    )
