"""合计年数与所列年份不符: a total of so many years is the sum of amounts for another number of years.

What it checks

三年合计 asks for three years: where the listed amounts make the total, the years that they name are counted. One year too many
or too few means that a year or an amount is wrong. As either may be, it is a warning.

Why it matters

The plan of a project over several years cannot be followed when its years are wrong. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某小学2024年部门预算
    > 2023年校舍维修30万元。2024年-2026年校舍维修60万元。三年合计90万元。

Passes

    > 某市某小学2024年部门预算
    > 2023年校舍维修30万元。2024年-2025年校舍维修60万元。三年合计90万元。

Undecided

The years of an amount are not named.

    > 某市某小学2024年部门预算
    > 2023年校舍维修30万元。以后各年校舍维修60万元。三年合计90万元。
"""

from __future__ import annotations

from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.quantity import SumClaim
from explain_check.rules.registry import rule


@rule(code="EC116", name="years-counted", label="合计年数与所列年份不符", severity=Severity.WARNING, applies_to=SumClaim)
def years_counted(claim: SumClaim) -> Verdict:
    """Count the years that a total's parts name."""
    if claim.span is None or not claim.years:
        return undecided(Obstacle.NOT_CONCERNED)
    if not claim.fits:
        return undecided(Obstacle.NO_WHOLE)
    if len(claim.years) == claim.span:
        return PASSED
    listed = "、".join(f"{year}" for year in sorted(claim.years))
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(claim.span),
        computed=str(len(claim.years)),
        message=f"文中称 {claim.span} 年合计，所列金额却涉及 {listed} 共 {len(claim.years)} 年：年份或金额有误",
        message_en=f"A total of {claim.span} years, but its amounts are for {len(claim.years)}: {listed}",
        evidence=tuple(part.place for part in claim.parts),
    )
