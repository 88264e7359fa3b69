"""上年数与上年公开数不符: the earlier amount that a statement gives or implies is not what last year's disclosure printed.

What it checks

The implied or printed earlier amount, as an interval, against the amount that last year's disclosure prints for the same account,
the same money (一般公共预算, 政府性基金 …) and the same basis: a budget with the budget, final accounts with final accounts, never
with an execution figure. It is an error where at least three other statements agree with last year's disclosure and at least
four times as many agree as differ; where most differ, the two disclosures probably speak of different things, and it is only
worth a look. In a budget, a statement that says no basis (比上年) is asked only beside others of its kind that agree; in final
accounts it can only mean those of last year.

Why it matters

The change that is explained is then not the change that the public can see. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). A budget adjusted during the year is an
honest cause, but then the text has to say so. 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

Last year's text stands above the line.

    > 某市某中心2023年部门预算
    > 机关运行经费预算285.56万元。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比2023年预算增加41.44万元，增长16.03%，主要原因是人员增加。

Final accounts that say no basis (a warning).

    > 某市某中心2023年度部门决算
    > 机关运行经费支出决算285.56万元。
    > ----
    > 某市某中心2024年度部门决算
    > 机关运行经费支出决算300.00万元，比2023年度增加41.44万元，增长16.03%，主要原因是人员增加。

Passes

    > 某市某中心2023年部门预算
    > 机关运行经费预算258.56万元。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比2023年预算增加41.44万元，增长16.03%，主要原因是人员增加。

Printed in 元 last year, in 万元 now.

    > 某市某中心2023年部门预算
    > 机关运行经费预算2585643元。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比2023年预算增加41.44万元，增长16.03%，主要原因是人员增加。

Undecided

An execution figure is not what last year's budget held.

    > 某市某中心2023年部门预算
    > 机关运行经费预算285.56万元。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比2023年预算执行数增加41.44万元，增长16.03%，主要原因是人员增加。

A basis is not said.

    > 某市某中心2023年部门预算
    > 机关运行经费预算285.56万元。
    > ----
    > 某市某中心2024年部门预算
    > 机关运行经费预算300.00万元，比上年增加41.44万元，增长16.03%，主要原因是人员增加。
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import plain, sign_of
from explain_check.model.claim import BaseKind
from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.recomputation import ClaimVerdict
from explain_check.model.slips import LABELS, TURNED_DIRECTION, slip_to
from explain_check.model.years import PriorCase
from explain_check.rules.registry import rule

_ENOUGH = 3
_TIMES = 4


@rule(code="EC502", name="prior-differs", label="上年数与上年公开数不符", severity=Severity.ERROR, applies_to=PriorCase)
def prior_differs(case: PriorCase) -> Verdict:
    """Hold the earlier amount against last year's disclosure."""
    obstacle = _obstacle(case)
    if obstacle is not None:
        return undecided(obstacle)
    if case.agrees:
        return PASSED
    if len(case.amounts) > 1:
        return undecided(Obstacle.SEVERAL_AMOUNTS)
    if _may_mean_execution(case) and not _is_usual(case):
        return undecided(Obstacle.BASIS_UNSAID)
    return _fail(case)


def _obstacle(case: PriorCase) -> Obstacle | None:
    """Return why nothing can be compared, None where something can."""
    statement = case.statement
    if statement.base is None:
        return Obstacle.NO_YEAR
    if statement.base.basis in (BaseKind.EXECUTION, BaseKind.UNSPECIFIED):
        return Obstacle.OTHER_BASIS
    if statement.prior is None or statement.prior.high < 0:
        return Obstacle.NO_AMOUNT
    return None if case.printed else Obstacle.NOT_PRINTED_LAST_YEAR


def _may_mean_execution(case: PriorCase) -> bool:
    """Whether 比上年 in a budget may mean what was executed; final accounts can only mean final accounts."""
    base = case.statement.base
    return not case.statement.says_basis and (base is None or base.basis is not BaseKind.FINAL_ACCOUNTS)


def _is_usual(case: PriorCase) -> bool:
    """Whether the document's other statements agree with last year's disclosure."""
    return case.agreeing >= _ENOUGH and case.agreeing >= _TIMES * case.differing


def _fail(case: PriorCase) -> Verdict:
    """Return the failure with both amounts, at the unit in which people read them."""
    fact, implied = case.printed[0], case.statement.implied
    printed, computed = _ten_thousands(fact.figure.value), _ten_thousands(implied) if implied is not None else "?"
    remark = "" if case.differing <= case.agreeing else "；两份文件多处不符，口径可能不同"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=computed,
        computed=printed,
        message=f"上年数与上年公开数不符：由本文得上年为 {computed} 万元，上年公开文件（{case.last}）印为 {printed} 万元{remark}",
        message_en=f"The earlier amount is {computed} 万元 by this text, last year's disclosure ({case.last}) prints {printed} 万元",
        diagnosis=_diagnosis(case),
        evidence=(replace(fact.place, document=case.last),),
        severity=_severity(case),
    )


def _severity(case: PriorCase) -> Severity:
    """Return how certain it is that both speak of one amount."""
    if case.differing > case.agreeing and case.differing > 1:
        return Severity.INFO
    statement = case.statement
    is_certain = statement.says_basis and statement.is_firm and statement.verdict is not ClaimVerdict.INCONSISTENT and _is_usual(case)
    return Severity.ERROR if is_certain else Severity.WARNING


def _ten_thousands(yuan: Decimal) -> str:
    """Return an amount of 元 in 万元, two decimals at least."""
    value = (yuan / 10_000).normalize()
    return plain(value if -int(value.as_tuple().exponent) > 2 else value.quantize(Decimal("0.01")))


def _diagnosis(case: PriorCase) -> Diagnosis | None:
    """Return the slip after which this text and last year's disclosure agree: in the direction, the amount, the change, or last year."""
    statement, last = case.statement, case.amounts[0]
    if statement.current is None or statement.implied is None:
        return None
    sign, delta = sign_of(statement.direction), statement.delta or Decimal(0)
    if sign and last.contains(statement.current + sign * delta):
        return Diagnosis(kind=TURNED_DIRECTION, message=LABELS[TURNED_DIRECTION])
    moved = Interval(low=sign * delta, high=sign * delta)
    changes = Interval(low=abs(statement.current) - last.high, high=abs(statement.current) - last.low)
    fields = (
        ("本年数", statement.current, last + moved),
        ("增减额", delta, changes if sign > 0 else Interval(low=-changes.high, high=-changes.low)),
    )
    for name, printed, right in (*fields, ("上年数", statement.implied, last)):
        found = slip_to((printed / 10_000).normalize(), right.scale(Decimal("0.0001"))) if printed > 0 else None
        if found is not None:
            kind, value = found
            message = f"{name} {_ten_thousands(printed)} 或为 {plain(value)}：{LABELS[kind]}"
            return Diagnosis(kind=kind, message=message, correction=value)
    return None
