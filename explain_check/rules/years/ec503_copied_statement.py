"""整句沿用上年: a statement repeats last year's change, figures and reason alike.

What it checks

The same account, the same change (of three digits at least), the same rate and, where a reason is given, the same reason
as in last year's disclosure. That an amount moves by the very same sum two years running is rare; that the sentence was
not brought up to date is not.

Why it matters

A sentence left over from last year explains nothing of this year. 预算法 (2018) 第九十二条 holds liable who does not publish **and
explain** (read); 财预〔2021〕29号 asks units for changes and their reasons (seen as quoted in official notices only).

Fires

    > 某市某中心2023年部门预算
    > 机关运行经费预算300.00万元，比2022年预算增加41.44万元，增长16.03%，主要原因是新录用人员增加。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比2023年预算增加41.44万元，增长16.03%，主要原因是新录用人员增加。

Passes

    > 某市某中心2023年部门预算
    > 机关运行经费预算258.56万元，比2022年预算增加20.00万元，增长8.38%，主要原因是新录用人员增加较多。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比2023年预算增加41.44万元，增长16.03%，主要原因是新录用人员增加较多。

Undecided

Nothing moved, so that last year's sentence may well be this year's.

    > 某市某中心2023年部门预算
    > 公务接待费预算3.00万元，与2022年预算持平，主要原因是接待任务与上年基本一致。
    > ----
    > 某市某中心2024年部门预算
    > 公务接待费预算3.00万元，与2023年预算持平，主要原因是接待任务与上年基本一致。
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.years import RepeatedStatementCase
from explain_check.rules.registry import rule


@rule(code="EC503", name="copied-statement", label="整句沿用上年", severity=Severity.WARNING, applies_to=RepeatedStatementCase)
def copied_statement(case: RepeatedStatementCase) -> Verdict:
    """Hold a statement's change and reason against last year's."""
    this, last = case.statement, case.earlier
    if not this.delta or not last.delta:
        return undecided(Obstacle.NO_AMOUNT)
    if not case.is_copy:
        return PASSED
    change = plain((this.delta / 10_000).quantize(Decimal("0.01")))
    return Verdict(
        outcome=Outcome.FAIL,
        stated=change,
        computed=None,
        message=f"增减额、增减率和原因与上年公开文件（{case.last}）完全相同（{change} 万元），疑为整句沿用上年、未更新",
        message_en=f"Change, rate and reason are those of last year's disclosure ({case.last}): probably not brought up to date",
        evidence=(replace(last.place, document=case.last),),
    )
