"""原因与人员数不符: the reason says that people became more or fewer, the document counts the other way.

What it checks

A reason that says how the number of serving or retired people moved (退休人员增加), beside the movement that the document prints for
them (退休26人，减少1人). Joining and leaving alone (招录3人) is not judged: it says nothing of the number.

Why it matters

A reason that the document's own numbers contradict explains nothing. The finding rests on 内容真实 (地方预决算公开操作规程,
财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第九十二条 holds liable who does not publish **and
explain** (read).

Fires

    > 某市某中心2024年部门预算
    > 单位在职60人，增加0人；退休26人，减少1人。
    > 对个人和家庭的补助12.00万元，比2023年增加2.00万元，增长20.00%，主要原因是退休职工人数增加。

Passes

    > 某市某中心2024年部门预算
    > 单位在职60人，增加0人；退休26人，增加1人。
    > 对个人和家庭的补助12.00万元，比2023年增加2.00万元，增长20.00%，主要原因是退休职工人数增加。

Undecided

No movement is printed.

    > 某市某中心2024年部门预算
    > 单位在职60人；退休26人。
    > 对个人和家庭的补助12.00万元，比2023年增加2.00万元，增长20.00%，主要原因是退休职工人数增加。
"""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.beside import HeadcountCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC410", name="headcount-contradicted", label="原因与人员数不符", severity=Severity.WARNING, applies_to=HeadcountCase)
def headcount_contradicted(case: HeadcountCase) -> Verdict:
    """Hold what a reason says of people against the movements printed."""
    printed = {count.direction for count in case.counts}
    if not printed:
        return undecided(Obstacle.NO_AMOUNT)
    if case.direction in printed:
        return PASSED
    if len(printed) > 1:
        return undecided(Obstacle.SEVERAL_AMOUNTS)
    count = case.counts[0]
    number = plain(count.amount.figure.value) if count.amount else ""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.words,
        computed=count.place.quote,
        message=f"原因称“{case.words}”，文中人员情况却是“{count.place.quote}”",
        message_en=f"The reason says that people moved ({case.words}), the document counts otherwise: {count.subject} {number}",
        evidence=tuple(count.place for count in case.counts),
        place=case.claim.reason.place,
    )
