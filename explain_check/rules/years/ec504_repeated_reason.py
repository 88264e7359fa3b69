"""原因逐年重复: the same sentence explains an account year after year.

What it checks

A reason of at least 12 characters that stood, word for word, beside the same account in last year's disclosure, and for how many
years. Reasons that may well stay (未安排, 与上年一致, the unit's kind) and statements copied with their figures (EC503) are left out.

Why it matters

A sentence that fits every year may be copied; worth a look. 预算法 (2018) 第九十二条 holds liable who does not publish **and
explain** (read); 财预〔2021〕29号 asks units for changes and their reasons (seen as quoted in official notices only).

Fires

    > 某市某中心2023年部门预算
    > 公务接待费预算4.00万元，比2022年预算减少1.00万元，下降20.00%，主要原因是认真落实中央八项规定精神，压缩开支。
    > ----
    > 某市某中心2024年部门预算
    > 公务接待费预算3.00万元，比2023年预算减少1.00万元，下降25.00%，主要原因是认真落实中央八项规定精神，压缩开支。

Passes

    > 某市某中心2023年部门预算
    > 公务接待费预算4.00万元，比2022年预算减少1.00万元，下降20.00%，主要原因是认真落实中央八项规定精神，压缩开支。
    > ----
    > 某市某中心2024年部门预算
    > 公务接待费预算3.00万元，比2023年预算减少1.00万元，下降25.00%，主要原因是外省同行来访批次减少两批。

Undecided

Nothing was arranged in either year.

    > 某市某中心2023年部门预算
    > 因公出国(境)费预算0.00万元，与2022年预算持平，主要原因是两年均未安排因公出国（境）任务。
    > ----
    > 某市某中心2024年部门预算
    > 因公出国(境)费预算0.00万元，与2023年预算持平，主要原因是两年均未安排因公出国（境）任务。
"""

from __future__ import annotations

from dataclasses import replace

from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.years import RepeatedStatementCase
from explain_check.rules.registry import rule

_SHORTEST = 12
_MAY_STAY = frozenset({"not_budgeted", "unchanged", "not_applicable", "continuing"})


@rule(code="EC504", name="repeated-reason", label="原因逐年重复", severity=Severity.INFO, applies_to=RepeatedStatementCase)
def repeated_reason(case: RepeatedStatementCase) -> Verdict:
    """Hold a reason against last year's."""
    reason, categories = case.statement.reason, frozenset(case.statement.categories)
    if len(reason) < _SHORTEST or (categories and categories <= _MAY_STAY):
        return undecided(Obstacle.NOT_CONCERNED)
    if case.years < 2 or case.is_copy:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=reason,
        message=f"同一句话连续 {case.years} 年用来解释这一事项（上年见 {case.last}）",
        message_en=f"The same sentence explains this item for {case.years} years running (last year: {case.last})",
        evidence=(replace(case.earlier.place, document=case.last),),
    )
