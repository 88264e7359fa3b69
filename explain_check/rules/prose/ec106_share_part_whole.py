"""占比不符: the printed share does not follow from part and whole.

What it checks

占比 = 部分 ÷ 总额, each figure standing for the values that round to it; 总额 is what the words name (占政府采购支出总额的6.7%), else the
head of the list. A total of the body that no sentence prints is taken from the tables where they print one amount for it.
It only warns where the share was cut off, not rounded (4.04% for 4.045%).

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

The share does not follow.

    > 本年支出合计2,940.05万元，其中：基本支出2,106.66万元，占71.73%；项目支出833.39万元，占28.35%。

So it is in a list of what the amount is used for.

    > 支出2,940.05万元，主要用于以下方面：一般公共服务支出（类）2,106.66万元，占71.73%；住房保障支出（类）833.39万元，占28.35%。

The total stands in a table alone.

    > 某市某园2024年度部门决算
    > 2024年度一般公共预算财政拨款支出684.66万元，占本年支出合计的60.83%。
    > 收入支出决算总表
    > 单位：万元
    > | 项目 | 决算数 | 项目 | 决算数 |
    > | 一、一般公共预算财政拨款收入 | 684.66 | 一、教育支出 | 800.00 |
    > | 二、事业收入 | 162.42 | 二、住房保障支出 | 47.08 |
    > | 本年收入合计 | 847.08 | 本年支出合计 | 847.08 |

Passes

It follows.

    > 本年支出合计2,940.05万元，其中：基本支出2,106.66万元，占71.65%；项目支出833.39万元，占28.35%。

Undecided

The whole is not named.

    > 基本支出2,106.66万元，占71.65%。
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import HUNDRED, amount_of, are_exact, is_cut_off, plain, quotients, rate_of, round_half_up
from explain_check.model.claim import ShareClaim
from explain_check.model.figure import PERCENT, Interval
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import CUT_OFF, LABELS, slip_to
from explain_check.rules.registry import rule


@rule(code="EC106", name="share-part-whole", label="占比不符", severity=Severity.ERROR, applies_to=ShareClaim)
def share_part_whole(claim: ShareClaim) -> Verdict:
    """Hold the share against part ÷ whole."""
    if claim.whole is None:
        return undecided(Obstacle.NO_WHOLE)
    if not are_exact(claim.part, claim.share, claim.whole):
        return undecided(Obstacle.NOT_EXACT)
    unit = claim.whole.figure.unit
    part, whole, share = amount_of(claim.part.figure, unit), amount_of(claim.whole.figure, unit), rate_of(claim.share.figure)
    if claim.share.figure.unit != PERCENT or part.value < 0 or whole.value < 0:
        return undecided(Obstacle.NOT_CONCERNED)
    if whole.value == 0:
        return undecided(Obstacle.ZERO_BASE)
    possible = quotients(part.interval, whole.interval)
    if possible is None or possible.overlaps(share.interval):
        return PASSED
    exact = part.value / whole.value * HUNDRED
    computed, stated = plain(round_half_up(exact, max(share.decimals, 0))), plain(share.value)
    formula = f"{plain(part.value)} ÷ {plain(whole.value)} = {computed}%"
    cut = is_cut_off(exact, share)
    right = Interval(low=possible.low, high=possible.high if possible.high is not None else possible.low)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"占比与金额不符：{formula}，文中为 {stated}%{CUT_OFF if cut else ''}",
        message_en=f"The share does not follow from part and whole: {formula}, printed {stated}%",
        diagnosis=None if cut else _diagnosis(claim, _around(exact, share.decimals, right)),
        severity=Severity.WARNING if cut else None,
        evidence=(claim.part.place, claim.whole.place),
    )


def _around(exact: Decimal, decimals: int, possible: Interval) -> Interval:
    """Return the printed forms that the share may have."""
    rounded = round_half_up(exact, max(decimals, 0))
    return Interval(low=min(rounded, possible.low), high=max(rounded, possible.high))


def _diagnosis(claim: ShareClaim, right: Interval) -> Diagnosis | None:
    """Return the slip in the share that explains the contradiction."""
    found = slip_to(claim.share.figure.value, right)
    if found is None:
        return None
    kind, value = found
    message = f"占比 {plain(claim.share.figure.value)}% 疑为 {plain(value)}%：{LABELS[kind]}"
    return Diagnosis(kind=kind, message=message, correction=value)
