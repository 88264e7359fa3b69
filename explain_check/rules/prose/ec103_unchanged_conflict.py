"""持平矛盾: no change is said, and a change is printed.

What it checks

持平, 一致, 相同 beside a change that is not zero; a direction beside 持平; and, as a remark, the reason for a rise or fall
that did not happen (减少0万元，下降0%。下降的原因是…).

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

A change beside 持平.

    > 培训费5.00万元，与上年预算持平，增加1.00万元，增长25.00%。

A reason for a fall of zero (a remark).

    > 公务接待费0.50万元，比上年预算减少0.00万元，下降0.00%，下降的原因是厉行节约。

Passes

No change, and a reason for that.

    > 公务接待费0.50万元，与上年预算持平，主要原因是公务接待费保持不变。

A change.

    > 公务接待费0.50万元，比上年预算增加0.10万元，增长25.00%，主要原因是来访增加。

Undecided

基本持平 allows a small change.

    > 公务接待费0.50万元，与上年预算基本持平，增加0.01万元，增长2.04%。
"""

from __future__ import annotations

import re

from explain_check.model.arithmetic import plain
from explain_check.model.case import ChangeCase
from explain_check.model.claim import ChangeClaim, Direction
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.wording import says_roughly_equal
from explain_check.rules.registry import rule

# 下降的原因是 … ; 主要原因是人员减少
_EXPLAINED = re.compile(r"(?:增加|增长|上升|减少|下降|降低)较?多?的?(?:主要)?原因")
# 与上年预算持平，增加1.00万元
_STILL_AND_MOVED = re.compile(r"(持平|一致|相同|无变化|无增减)[，,（(]?(?:增加|增长|上升|减少|下降|降低)了?(?P<change>[\d,.]*[1-9][\d,.]*)")
_MOVED = re.compile(r"增加|增长|上升|减少|下降|降低")
_MOVED_AT_END = re.compile(r"(?:增加|增长|上升|减少|下降|降低)[。；;，,]*$")


@rule(code="EC103", name="unchanged-conflict", label="持平矛盾", severity=Severity.ERROR, applies_to=ChangeCase)
def unchanged_conflict(case: ChangeCase) -> Verdict:
    """Hold 持平 and a change of zero against what is printed beside them."""
    claim = case.claim
    still = next((word for word in claim.words if word.direction is Direction.UNCHANGED), None)
    if still is not None and says_roughly_equal(claim.place.quote):
        return undecided(Obstacle.NOT_CONCERNED)
    change = _printed_change(claim)
    beside = _STILL_AND_MOVED.search("".join(claim.place.quote.split()))
    if still is None and beside is not None and not says_roughly_equal(claim.place.quote):
        change = beside["change"].replace(",", "")
        return _fail(change, f"文中称“{beside[1]}”，又写变动 {change}", Severity.ERROR)
    if still is not None and change is not None:
        return _fail(change, f"文中称“{still.text}”，又写变动 {change}", Severity.ERROR)
    moved = next((word for word in claim.words if word.direction is not Direction.UNCHANGED), None)
    if still is not None and moved is not None and claim.amount is None and claim.rate is None:
        return _fail(moved.text, f"文中称“{still.text}”，又称“{moved.text}”", Severity.WARNING)
    if claim.amount is not None and not claim.amount.figure.value and claim.rate is not None and claim.rate.figure.value:
        rate = plain(claim.rate.figure.value)
        return _fail(rate, f"增减额为 {claim.amount.figure.text}，变动率却为 {rate}%", Severity.WARNING)
    if claim.direction is Direction.UNCHANGED and _explains_a_move(claim):
        shown = claim.reason.connector + claim.reason.text
        return _fail("0", f"没有增减，却说明了增减的原因：{shown}", Severity.INFO)
    return PASSED


def _printed_change(claim: ChangeClaim) -> str | None:
    """Return the amount or rate of change that is not zero, as text."""
    for printed in (claim.amount, claim.rate):
        if printed is not None and printed.figure.value:
            return plain(printed.figure.value)
    return None


def _explains_a_move(claim: ChangeClaim) -> bool:
    """Whether the reason is one for a rise or a fall."""
    is_said = _MOVED.search(claim.reason.connector) or _EXPLAINED.search(claim.place.quote)
    return bool(is_said or _MOVED_AT_END.search(claim.reason.text))


def _fail(stated: str, message: str, severity: Severity) -> Verdict:
    """Return the failure."""
    english = "No change is said, and something else is printed beside it: "
    return Verdict(outcome=Outcome.FAIL, stated=stated, computed="0", message=message, message_en=english + stated, severity=severity)
