"""原因为空: the clause that should give the reason ends before it says one.

What it checks

主要原因是 followed at once by a full stop.

Why it matters

Changes are to be published with their reasons: 预算法 (2018) 第九十二条 holds liable who does not publish **and explain**
(read); 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for those of 三公经费 (both seen as
quoted in official notices only).

Fires

Nothing follows.

    > 公务用车购置及运行费9.98万元，与2023年预算数持平，主要原因是。

Passes

A reason follows.

    > 公务用车购置及运行费9.98万元，与2023年预算数持平，主要原因是车辆数量不变。

Undecided

A list follows in the next paragraph.

    > 公务用车购置及运行费9.98万元，比2023年预算增加1.00万元，增长11.14%，主要原因是：
    > 1、车辆老旧，维修费增加。
"""

from __future__ import annotations

import regex

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule

# 主要原因是。 ; 下降的原因：；
_EMPTY = regex.compile(r"(?:主要)?(?:变动|增减)?原因(?:主要)?(?:是|为|:|：)+[。；;]|主要是(?:由于|因为)?[。；;]")


@rule(code="EC401", name="empty-reason", label="原因为空", severity=Severity.WARNING, applies_to=WordingCase)
def empty_reason(case: WordingCase) -> Verdict:
    """Fail where a reason is announced and not given."""
    text = case.passage.text
    found = _EMPTY.search(text) if "原因" in text or "主要是" in text else None
    if found is None:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found.group(),
        message=f"“{found.group()}”之后没有写明原因",
        message_en="A reason is announced and none is given",
        place=case.passage.place(excerpt_start(case.passage.text, found.start()), found.end()),
    )
