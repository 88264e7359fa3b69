"""重复表述不一: the same statement is made twice with different figures.

What it checks

Two statements about the same account, scope and base must print the same amounts and rates: amounts with as many decimals the same
digits (one unit of the last place apart is a warning), others as far as their decimals go. So must statements on two names of all the
money (收支总计, 财政拨款) with one amount of this year, whose changes one slip or the direction alone sets apart (a warning); income and
spending only where a third statement sides with one of them and no rates are printed. Where the amounts of this year differ, too, the
statements may mean different scopes, and the rule does not decide.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

The same amount of this year, another change.

    > 机关运行经费支出预算285.56万元，比2023年预算增加12.46万元，增长4.56%，主要原因是人员增加。
    > 机关运行经费支出预算285.56万元，比2023年预算增加12.64万元，增长4.56%，主要原因是人员增加。

All the money, told three times.

    > 某市某局2024年部门预算
    > 财政拨款收入4748.35万元，比2023年预算减少19.97万元，主要原因是项目减少。
    > 财政拨款支出预算4748.35万元，比2023年预算减少19.79万元，主要原因是项目减少。
    > 一般公共预算拨款支出预算4748.35万元，比2023年预算减少19.79万元，主要原因是项目减少。

Passes

The same figures.

    > 机关运行经费支出预算285.56万元，比2023年预算增加12.46万元，增长4.56%，主要原因是人员增加。
    > 机关运行经费支出预算285.56万元，比2023年预算增加12.46万元，增长4.56%，主要原因是人员增加。

Undecided

Nothing is printed that could differ.

    > 机关运行经费支出预算285.56万元，比2023年预算有所增加。
    > 机关运行经费支出预算285.56万元，比2023年预算增加12.46万元，增长4.56%，主要原因是人员增加。
"""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.model.arithmetic import amount_of, are_exact, plain, rate_of
from explain_check.model.claim import ChangeClaim, Direction, Printed
from explain_check.model.figure import PERCENT
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.repeat import RepeatCase
from explain_check.rules.registry import rule


@rule(code="EC108", name="repeated-statement", label="重复表述不一", severity=Severity.ERROR, applies_to=RepeatCase)
def repeated_statement(case: RepeatCase) -> Verdict:
    """Hold two statements of the same fact against each other."""
    first, second = case.first, case.second
    one, other = first.base, second.base
    if (one.year, one.kind, one.is_adjusted) != (other.year, other.kind, other.is_adjusted):
        return undecided(Obstacle.NOT_CONCERNED)
    compared = {label: _is_same(*pair, first.unit) for label, pair in _pairs(first, second).items()}
    same = {label: found for label, found in compared.items() if found is not None}
    if "本年数" not in same or len(same) < 2:
        return undecided(Obstacle.NO_AMOUNT if "本年数" in same else Obstacle.NO_CURRENT)
    differing = [label for label, is_same in same.items() if not is_same]
    if _is_turned(first, second) and not {"本年数", "增减额"} & set(differing):
        return _verdict(case, "增减方向", Severity.ERROR if first.account == second.account else Severity.WARNING)
    if not differing:
        return PASSED
    if "本年数" not in differing:
        return _verdict(case, differing[0], _severity(first, second, differing))
    is_single = len(differing) == 1 and len(same) == 3 and _moves(first)
    return _verdict(case, "本年数", Severity.WARNING) if is_single else undecided(Obstacle.NOT_CONCERNED)


def _pairs(first: ChangeClaim, second: ChangeClaim) -> dict[str, tuple[Printed | None, Printed | None]]:
    return {"本年数": (first.current, second.current), "增减额": (first.amount, second.amount), "增减率": (first.rate, second.rate)}


def _are_near(first: Printed | None, second: Printed | None, unit: str) -> bool:
    """Whether two figures touch: one may have been added up, the other rounded."""
    if first is None or second is None:
        return False
    return amount_of(first.figure, unit).interval.overlaps(amount_of(second.figure, unit).interval)


def _is_same(first: Printed | None, second: Printed | None, unit: str) -> bool | None:
    """Whether two figures may stand for one value, None where one is missing or only rough; a rate may have been worked out two ways."""
    if first is None or second is None or not are_exact(first, second):
        return None
    if first.figure.unit == PERCENT or second.figure.unit == PERCENT:
        return rate_of(first.figure).interval.overlaps(rate_of(second.figure).interval)
    return amount_of(first.figure, unit).may_be(amount_of(second.figure, unit))


def _is_turned(first: ChangeClaim, second: ChangeClaim) -> bool:
    """Whether one rises and the other falls."""
    return {first.direction, second.direction} == {Direction.INCREASE, Direction.DECREASE}


def _moves(claim: ChangeClaim) -> bool:
    """Whether a change that is not zero is printed."""
    return claim.amount is not None and claim.amount.figure.value != 0


def _severity(first: ChangeClaim, second: ChangeClaim, differing: Sequence[str]) -> Severity:
    """Return how certain it is that both speak of one fact: not where an amount is zero or taken over, or differs in its last place."""
    if "增减额" in differing and _are_near(first.amount, second.amount, first.unit):
        return Severity.WARNING
    is_firm = first.current_in_statement and second.current_in_statement and first.base_printed and second.base_printed
    is_zero = first.current is None or not first.current.figure.value
    is_one = first.account == second.account
    return Severity.ERROR if is_firm and is_one and not is_zero else Severity.WARNING


def _verdict(case: RepeatCase, label: str, severity: Severity) -> Verdict:
    """Return the failure at the later statement."""
    field = {"本年数": "current", "增减额": "amount", "增减率": "rate"}.get(label)
    shown = [_shown(claim, field) for claim in (case.first, case.second)]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=shown[1],
        computed=shown[0],
        message=f"同一事项前后表述不一：{label}前为 {shown[0]}，后为 {shown[1]}",
        message_en=f"The same statement is made twice with different figures: {shown[0]}, then {shown[1]}",
        evidence=(case.first.place,),
        severity=severity,
        place=case.second.place,
    )


def _shown(claim: ChangeClaim, field: str | None) -> str:
    """Return the figure or the words meant."""
    printed: Printed | None = getattr(claim, field) if field else None
    return plain(printed.figure.value) if printed is not None else "、".join(word.text for word in claim.words)
