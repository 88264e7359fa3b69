"""占比合计不为百分之百: the shares of a complete list do not add up to 100%.

What it checks

The shares of all parts of a whole allow 100% within their rounding. A list whose amounts do not make up the whole is
not judged to be complete: then the finding is a warning.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

They do not add up.

    > 本年支出合计1,000.00万元，其中：基本支出600.00万元，占60.00%；项目支出400.00万元，占41.00%。

Passes

They add up within rounding.

    > 本年支出合计3.00万元，其中：基本支出1.00万元，占33.33%；项目支出2.00万元，占66.67%。

Undecided

One part of a list only.

    > 本年支出合计1,000.00万元，其中：基本支出600.00万元，占60.00%。
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import HUNDRED, amount_of, are_exact, plain, rate_of, total_of
from explain_check.model.case import ShareList
from explain_check.model.claim import ShareClaim
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC107", name="shares-sum", label="占比合计不为百分之百", severity=Severity.ERROR, applies_to=ShareList)
def shares_sum(case: ShareList) -> Verdict:
    """Add up the shares of a list."""
    if not are_exact(*(share.share for share in case.shares)):
        return undecided(Obstacle.NOT_EXACT)
    total = total_of(rate_of(share.share.figure) for share in case.shares)
    if total.contains(HUNDRED) or (not case.is_complete and total.low <= HUNDRED):
        return PASSED if case.is_complete else undecided(Obstacle.NO_WHOLE)
    makes_whole = _makes_whole(case.shares)
    if makes_whole is False and total.low > HUNDRED:
        return undecided(Obstacle.NOT_CONCERNED)
    values = [share.share.figure.value for share in case.shares]
    formula = " + ".join(plain(value) for value in values)
    computed = plain(sum(values, Decimal(0)))
    return Verdict(
        outcome=Outcome.FAIL,
        stated=computed,
        computed="100",
        message=f"占比合计应为 100%：{formula} = {computed}%",
        message_en=f"The shares do not add up to 100%: {formula} = {computed}%",
        evidence=tuple(share.share.place for share in case.shares),
        severity=Severity.ERROR if makes_whole and case.is_complete else Severity.WARNING,
    )


def _makes_whole(shares: tuple[ShareClaim, ...]) -> bool | None:
    """Whether the parts make up the whole, None where it is not named."""
    whole = next((share.whole for share in shares if share.whole is not None), None)
    if whole is None:
        return None
    unit = whole.figure.unit
    return total_of(amount_of(share.part.figure, unit) for share in shares).overlaps(whole.figure.interval)
