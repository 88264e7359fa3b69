"""购车与购置数量不符: money or a reason for buying vehicles, and none is bought.

What it checks

公务用车购置费 of more than zero, or a reason that speaks of a purchase, beside 购置公务用车0辆 of the same year.

Why it matters

The 2014 notice of 财政部 on local disclosure asks for 三公经费 by item with the reasons of changes, vehicles split into purchase and
running (seen as quoted in official notices only); a purchase without a vehicle is not true (内容真实: 财预〔2016〕143号, seen as quoted).

Fires

    > 某市某中心2024年部门预算
    > 公务用车购置费18.00万元，比2023年增加18.00万元，主要原因是更新公务用车。2024年购置公务用车0辆，公务用车保有量3辆。

Passes

    > 某市某中心2024年部门预算
    > 公务用车购置费18.00万元，比2023年增加18.00万元，主要原因是更新公务用车。2024年购置公务用车1辆，公务用车保有量3辆。

Undecided

How many are bought is not printed.

    > 某市某中心2024年部门预算
    > 公务用车购置费18.00万元，比2023年增加18.00万元，主要原因是更新公务用车。公务用车保有量3辆。
"""

from __future__ import annotations

from explain_check.model.beside import PurchaseCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

_BUYING = "公务用车购置费"


@rule(code="EC411", name="purchase-without-vehicle", label="购车与购置数量不符", severity=Severity.WARNING, applies_to=PurchaseCase)
def purchase_without_vehicle(case: PurchaseCase) -> Verdict:
    """Hold money and reason for a purchase against the number bought."""
    claim = case.claim
    costs = claim.account == _BUYING and claim.current is not None and claim.current.figure.value > 0
    if not costs and not case.words:
        return undecided(Obstacle.NOT_CONCERNED)
    numbers = [count.current.figure.value for count in case.counts if count.current is not None]
    if not numbers:
        return undecided(Obstacle.NO_AMOUNT)
    if any(numbers):
        return PASSED
    said = f"原因称“{case.words}”" if case.words else f"{claim.account}不为零"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=case.words or claim.account,
        computed="0",
        message=f"{said}，文中购置数量却为0：“{case.counts[0].place.quote}”",
        message_en="Vehicles are said or paid to be bought, and the number bought is 0",
        evidence=tuple(count.place for count in case.counts),
        place=claim.reason.place if case.words else claim.place,
    )
