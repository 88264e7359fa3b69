"""所列占比合计不为百分之百: shares that are listed without their amounts nearly make 100%, but not quite.

What it checks

Three or more shares side by side with no amount between them (教育支出占81.17%；卫生健康支出占18.83%；…) whose sum is at most 5
percentage points from 100 are taken for the parts of one whole: they must allow 100% within their rounding. Which of them is
wrong cannot be told, and a part may have been left out on purpose: it is a warning. Rates of growth and of completion are no shares.

Why it matters

Figures that cannot all be true make a disclosure's structure unreliable. No law prescribes a way of rounding; the finding
rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

They make 100.20%.

    > 某市某局2025年部门预算
    > 按功能科目分，教育支出占81.17%；社会保障和就业支出占7.62%；卫生健康支出占1.87%；住房保障支出占3.97%；其他支出占5.57%。

The words of a chart.

    > 某市某局2024年度部门决算
    > （图1：收入决算结构图 一般公共预算财政拨款84.12%、政府性基金预算财政拨款16.36%、事业收入1.72%、其他收入0.50%）

Passes

They add up within rounding.

    > 某市某局2025年部门预算
    > 按功能科目分，教育支出占33.33%；社会保障和就业支出占33.33%；卫生健康支出占33.33%。

Undecided

Rates of growth.

    > 某市某局2025年部门预算
    > 教育支出增长50.00%、卫生健康支出增长30.00%、住房保障支出增长22.00%。

Some of the parts.

    > 某市某局2025年部门预算
    > 教育支出占31.17%；社会保障和就业支出占7.62%；卫生健康支出占1.87%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from explain_check.model.arithmetic import HUNDRED, ZERO, plain, rate_of, total_of
from explain_check.model.case import WordingCase
from explain_check.model.figure import PERCENT, Figure
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

_ONE = r"[\u4e00-\u9fff“”\"()]{2,24}?(?:占比?|比重|占总(?:收入|支出)的?)?(?:为|约)?\d{1,3}(?:\.\d+)?%"
#: …占81.17%;…占7.62%;…占1.87%
_LIST = re.compile(rf"{_ONE}(?:[、;,和]{_ONE}){{2,}}")
_SHARE = re.compile(r"(?P<name>[^\d、;,]{2,30})(?P<share>\d{1,3}(?:\.\d+)?)%")
#: 增长5.00% | 完成预算的98.00% | 满意度95%: of no whole
_NO_SHARE = re.compile(r"[增减升降长超]|完成|执行|率|满意|得分|比上|[较同]|达|进度|目标|指标")
_FARTHEST = 5


@rule(code="EC118", name="shares-listed", label="所列占比合计不为百分之百", severity=Severity.WARNING, applies_to=WordingCase)
def shares_listed(case: WordingCase) -> Verdict:
    """Add up the shares of each list without amounts."""
    text = case.passage.text
    if text.count("%") <= 2:
        return undecided(Obstacle.NOT_CONCERNED)
    seen = False
    for found, shares in _lists(text):
        values = [share.value for share in shares]
        total = sum(values, ZERO)
        if abs(total - HUNDRED) > _FARTHEST:
            continue
        seen = True
        if total_of(map(rate_of, shares)).contains(HUNDRED):
            continue
        computed = plain(total)
        return Verdict(
            outcome=Outcome.FAIL,
            stated=computed,
            computed="100",
            message=f"所列占比合计应为 100%：{' + '.join(plain(value) for value in values)} = {computed}%",
            message_en=f"The listed shares make {computed}%",
            place=case.passage.place(found.start(), found.end()),
        )
    return PASSED if seen else undecided(Obstacle.NO_WHOLE)


def _lists(text: str) -> Iterator[tuple[re.Match[str], list[Figure]]]:
    """Yield each list of shares."""
    for found in _LIST.finditer(text):
        listed = list(_SHARE.finditer(found.group()))
        if not any(_NO_SHARE.search(one["name"]) for one in listed):
            yield found, [_figure(one["share"]) for one in listed]


def _figure(share: str) -> Figure:
    """Return a printed share."""
    return Figure(value=Decimal(share), unit=PERCENT, text=f"{share}%", decimals=len(share.partition(".")[2]))
