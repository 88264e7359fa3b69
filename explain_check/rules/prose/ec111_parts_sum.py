"""部分之和与总额不符: the listed parts do not make the whole.

What it checks

The parts of a whole are added up as intervals and held against it, where the text says that they are all: a total closes the list
(合计, 共计), the list ends with the rest (其他…), the parts are a known family (基本支出 and 项目支出; 货物, 工程, 服务; 地上,
地下) or a thing and its contrary (计容, 不计容), or their shares make 100% and they exceed the whole. Amounts, areas and numbers
of people or things are added alike. Every reading of the list that the text allows is tried first. Where the list only looks
complete, it is a warning.

Why it matters

Two printed figures that cannot both be true make the explanation worthless. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for
publication with explanation (read).

Fires

    > 某市某中心2024年部门预算
    > 2024年支出合计503.70万元，其中：基本支出200.50万元，占39.80%；项目支出330.20万元，占65.55%。

Shares that leave nothing out, and none of which tells of the slip.

    > 某市某林场2024年部门预算
    > 2024年支出预算2000.00万元，其中：基本支出1000.04万元，占50.00%；项目支出900.00万元，占45.00%；事业单位经营支出100.00万元，占5.00%。

A part that is more than its whole (a warning).

    > 某市某中心2024年部门预算
    > 公务用车购置及运行费3.2万元，其中：公务用车运行维护费3.6万元，主要用于公务用车的日常维护。

A numbered list with its total.

    > 某市某小学2024年部门预算
    > 1、图书购置费52000元。2、实验耗材18600元。3、教师培训费31500元。4、该项目为经常性项目，每年需支付112100元。

An area whose parts are all named.

    > 某市某医院2024年部门预算
    > 业务用房建筑面积21650平方米，其中地上建筑面积为17240平方米，地下建筑面积为4140平方米。

People.

    > 某市某法院2024年部门预算
    > 实有人员86人，其中：法官41人，法官助理22人，其他人员25人。

Passes

    > 某市某中心2024年部门预算
    > 2024年支出合计503.70万元，其中：基本支出200.50万元，占39.81%；项目支出303.20万元，占60.19%。

    > 某市某小学2024年部门预算
    > 1、图书购置费52000元。2、实验耗材18600元。3、教师培训费31500元。4、该项目为经常性项目，每年需支付102100元。

    > 某市某医院2024年部门预算
    > 保洁人员工资9.36万元，门卫工资22.68万元，人员工资合计32.04万元；税费4.20万元；合计36.24万元。

Undecided

Not every member of the family is named, and the parts stay below the whole.

    > 某市某中心2024年部门预算
    > 2024年政府采购预算90.00万元，其中：政府采购货物预算9.00万元、政府采购服务预算60.00万元。

A figure is only rough.

    > 某市某中心2024年部门预算
    > 2024年支出合计约503.70万元，其中：基本支出200.50万元；项目支出330.20万元。

The list leaves parts out.

    > 某市某小学2024年部门预算
    > 图书购置费5.20万元、实验耗材1.86万元等，合计11.21万元。
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import are_exact, plain
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.quantity import Closure, Part, SumClaim
from explain_check.model.slips import LABELS, LOST_DIGIT, MOVED_POINT, SWAPPED_DIGITS, WRONG_DIGIT, WRONG_UNIT, slip_to
from explain_check.rules.registry import rule

_PLAINEST = (WRONG_UNIT, SWAPPED_DIGITS, MOVED_POINT, LOST_DIGIT, WRONG_DIGIT)


@rule(code="EC111", name="parts-sum", label="部分之和与总额不符", severity=Severity.ERROR, applies_to=SumClaim)
def parts_sum(claim: SumClaim) -> Verdict:
    """Hold the sum of the parts against the whole."""
    if not are_exact(*claim.figures):
        return undecided(Obstacle.NOT_EXACT)
    if claim.fits:
        return PASSED
    whole = claim.whole.printed.figure
    if claim.closure is Closure.OPEN and claim.interval.high < whole.interval.low:
        return undecided(Obstacle.NO_WHOLE)
    shown = " + ".join(f"{plain(part.printed.figure.value)}{_unit(part.printed.figure.unit, whole.unit)}" for part in claim.parts)
    result = plain(claim.total)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(whole.value),
        computed=result,
        message=f"部分之和与总额不符：{shown} = {result}，总额为 {plain(whole.value)}"
        if len(claim.parts) > 1
        else f"其中一项 {shown} 大于总额 {plain(whole.value)}",
        message_en=f"The parts make {result}, the whole is {plain(whole.value)}",
        diagnosis=_diagnosis(claim),
        evidence=tuple(part.place for part in claim.parts),
        severity=Severity.ERROR if claim.closure is Closure.COMPLETE else Severity.WARNING,
    )


def _unit(unit: str, known: str) -> str:
    """Return a part's unit where it differs from that of the whole."""
    return "" if unit in (known, "") else unit


def _diagnosis(claim: SumClaim) -> Diagnosis | None:
    """Return the slip that explains the difference: of whole and parts the one whose slip is the plainest, none where two do alike."""
    found: list[tuple[int, int, str, Decimal, Part]] = []
    for at, part in enumerate((claim.whole, *claim.parts)):
        right = claim.implied(part.printed)
        slip = slip_to(part.printed.figure.value, right) if right.high > 0 else None
        if slip is not None:
            found.append((_PLAINEST.index(slip[0]), at, *slip, part))
    ranked = sorted(found)[:2]
    if not ranked or (len(ranked) == 2 and ranked[0][0] == ranked[1][0] and ranked[0][1]):
        return None
    _, at, kind, value, part = ranked[0]
    message = f"{plain(part.printed.figure.value)} {'疑为' if at else '或为'} {plain(value)}：{LABELS[kind]}"
    return Diagnosis(kind=kind, message=message, correction=value)
