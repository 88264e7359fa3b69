"""原因年份有误: the reason tells of last year why this year has nothing or less.

What it checks

A reason that begins with last year's number and a want (2025年无购置计划) tells why last year had nothing. For an amount that stays at zero
or falls it is last year's text; for one that rises it is right. Reasons that also name this year, or both, are passed over.

Why it matters

Changes are to be published with their reasons: 预算法 (2018) 第九十二条 holds liable who does not publish **and explain**
(read); 财预〔2021〕29号 asks units for changes and their reasons (seen as quoted in official notices only).

Fires

Nothing in either year.

    > 某市某中心2026年部门预算
    > 公务用车购置费0万元，与2025年预算持平，主要原因是2025年无购车计划。

Passes

This year's.

    > 某市某中心2026年部门预算
    > 公务用车购置费0万元，与2025年预算持平，主要原因是2026年无购车计划。

Last year's, of an amount that rises.

    > 某市某中心2026年部门预算
    > 公务用车购置费18.00万元，比2025年预算增加18.00万元，主要原因是2025年无购车计划。

Undecided

Both years.

    > 某市某中心2026年部门预算
    > 公务用车购置费0万元，与2025年预算持平，主要原因是2025年、2026年均无购车计划。
"""

from __future__ import annotations

import regex

from explain_check.model.case import ChangeCase
from explain_check.model.claim import Direction
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import LABELS, STALE_YEAR
from explain_check.rules.registry import rule

#: 2025年(度)本单位未安排; not 2025年未完成, 未使用, which moves money into the next year
_WANT = regex.compile(
    r"^(?P<year>20\d\d)年度?(?:本|我)?(?:部门|单位|局|委|院|校|中心)?(?:无|没有|未安排(?!完)|不安排|未编制|未计划|无需|未发生)"
)
#: what last year left over is this year's
_LEFT_OVER = regex.compile(r"结转|结余")
_MORE = regex.compile(r"20\d\d|本年|今年|当年|上年|去年|两年|均|都|[也仍]|继续|同样|[而但]")


@rule(code="EC506", name="reason-of-past-year", label="原因年份有误", severity=Severity.WARNING, applies_to=ChangeCase)
def reason_of_past_year(case: ChangeCase) -> Verdict:
    """Hold the year with which a reason begins against the disclosure's."""
    claim, year = case.claim, case.year
    words = "".join(claim.reason.text.split())
    found = _WANT.match(words)
    if year is None:
        return undecided(Obstacle.NO_YEAR)
    if found is None or _MORE.search(words, found.end("year")) or _LEFT_OVER.search(claim.subject + words):
        return undecided(Obstacle.NOT_CONCERNED)
    stays_at_nothing = claim.direction is Direction.UNCHANGED and claim.current is not None and not claim.current.figure.value
    if int(found["year"]) != year - 1 or not (stays_at_nothing or claim.direction is Direction.DECREASE):
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found["year"],
        computed=str(year),
        message=f"原因说的是 {found['year']} 年，本年为 {year} 年：“{claim.reason.text.strip()}”",
        message_en=f"The reason tells of {found['year']}, the disclosure of {year}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {year}：{LABELS[STALE_YEAR]}"),
    )
