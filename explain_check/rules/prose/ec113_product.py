"""测算结果不符: the printed factors do not give the printed amount.

What it checks

An amount with the computation behind it is recomputed with the interval that rounding leaves to each price: printed formulas
(8人×5000元×12个月=48万元), prices with numbers in words (8人，每人每月5000元，发放12个月，共48万元), tariffs with a flat fee
(6000元包年120000条，超出部分按0.05元/条计费). A price of a month without a number of months is taken for a year, and then a
difference is only a warning; so it is where the price of a tariff would have to be a rounded one.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某小学2024年部门预算
    > 聘用保安6人，每人每月3200元，发放12个月，共计32.04万元。

    > 某市某医院2024年部门预算
    > 医用耗材600套×595元/套=53.70万元。

    > 某市某法院2024年部门预算
    > 短信服务费80000元；3000元包年60000条，超出部分按0.05元/条计费，全年约需发送短信1860000条。

Passes

    > 某市某小学2024年部门预算
    > 聘用保安6人，每人每月3200元，发放12个月，共计23.04万元。

    > 某市某医院2024年部门预算
    > 医用耗材600套×595元/套=35.70万元。

Undecided

The price is named, but not how often it is paid.

    > 某市某小学2024年部门预算
    > 聘用保安6人，每人每天120元，共计25.00万元。

The amount may hold more than the product.

    > 某市某小学2024年部门预算
    > 学生1200人，生均公用经费标准每人850元，安排公用经费支出160.00万元。
"""

from __future__ import annotations

from explain_check.model.arithmetic import are_exact, plain
from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.quantity import Closure, ProductClaim, Term
from explain_check.model.slips import LABELS, slip_to
from explain_check.rules.registry import rule


@rule(code="EC113", name="product", label="测算结果不符", severity=Severity.ERROR, applies_to=ProductClaim)
def product(claim: ProductClaim) -> Verdict:
    """Hold the product of the factors against the result."""
    if not are_exact(*claim.figures):
        return undecided(Obstacle.NOT_EXACT)
    stated = claim.result.printed.figure
    is_rounding = claim.fits
    if is_rounding and not (claim.is_tariff and not stated.interval.contains(claim.product)):
        return PASSED
    if claim.closure is Closure.OPEN:
        return undecided(Obstacle.NO_WHOLE)
    shown, result = _formula(claim), plain(claim.product.normalize())
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(stated.value),
        computed=result,
        message=f"测算结果不符：{shown} = {result}{stated.unit}，文中为 {plain(stated.value)}{stated.unit}",
        message_en=f"The factors give {result}, the text {plain(stated.value)}",
        diagnosis=_diagnosis(claim, Interval(low=claim.product, high=claim.product) if is_rounding else claim.interval),
        evidence=(claim.result.place, *(printed.place for printed in claim.figures[1:])),
        severity=Severity.ERROR if claim.closure is Closure.COMPLETE and not is_rounding else Severity.WARNING,
    )


def _formula(claim: ProductClaim) -> str:
    shown = "".join(f"{' - ' if term.sign < 0 else ' + '}{_factors(term)}" for term in claim.terms).removeprefix(" + ")
    return f"{shown} × {claim.months}" if claim.months > 1 else shown


def _factors(term: Term) -> str:
    return " × ".join(f"{plain(factor.figure.value)}{factor.figure.unit}" for factor in term.factors)


def _diagnosis(claim: ProductClaim, right: Interval) -> Diagnosis | None:
    """Return the slip in the result that explains the difference."""
    stated = claim.result.printed.figure.value
    found = slip_to(stated, right)
    if found is None:
        return None
    kind, value = found
    return Diagnosis(kind=kind, message=f"{plain(stated)} 或为 {plain(value)}：{LABELS[kind]}", correction=value)
