"""原因所列金额与增减额不符: the amounts that the reason names do not make the change.

What it checks

Amounts in a reason (一是…增加20.00万元；二是…减少5.00万元) are added up with their directions, as intervals, against the change that they
explain. Where each point of a list carries its amount, or 基本支出 and 项目支出 are both named, the sum must be the change; what the
change of another fund or part in the same document accounts for is explained too. A list of 主要原因 may leave out small causes: where
it falls short and no single slip explains it, it is only worth a look. Amounts that all point the other way,
or that make the change in the other direction, contradict the change.

Why it matters

A reason whose amounts contradict the change explains nothing. The finding rests on 内容准确 and 真实 (地方预决算公开操作规程,
财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 财预〔2021〕29号 asks units for changes and their reasons (seen
as quoted in official notices only).

Fires

The points make 47.00, not 42.00.

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加42.00万元，增长8.79%，主要原因：一是招录人员，基本支出增加22.00万元；
    > 二是新增档案整理项目，项目支出增加25.00万元。

What is named fell, the whole rose.

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加42.00万元，增长8.79%，主要是项目支出减少24.00万元。

The amounts make the change, but the other way.

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加42.00万元，增长8.79%，主要是项目支出减少64.00万元，人员经费增加22.00万元。

Passes

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加42.00万元，增长8.79%，主要原因：一是招录人员，基本支出增加22.00万元；
    > 二是新增档案整理项目，项目支出增加20.00万元。

The rest is what moved here from another fund.

    > 某市某中心2024年部门预算
    > 2024年一般公共预算520.00万元，比2023年增加49.00万元，增长10.40%，主要原因：一是招录人员增加22.00万元；二是新增项目增加20.00万元；
    > 三是网络维护项目由政府性基金预算调整为一般公共预算。政府性基金预算0万元，比2023年减少7.00万元，下降100.00%。

Undecided

One cause carries no amount.

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加42.00万元，增长8.79%，主要原因：一是招录人员，基本支出增加22.00万元；二是项目增加。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from explain_check.model.arithmetic import Amount, plain, total_of, turn
from explain_check.model.claim import ChangeClaim
from explain_check.model.figure import Interval
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.ledger import LedgerCase, LedgerEntry
from explain_check.model.slips import LABELS, TURNED_DIRECTION, slip_to
from explain_check.rules.registry import rule

#: What grows where spending falls.
_LEFT = re.compile(r"结转|结余|差额|节约|节支")


@rule(code="EC408", name="reason-amounts", label="原因所列金额与增减额不符", severity=Severity.WARNING, applies_to=LedgerCase)
def reason_amounts(case: LedgerCase) -> Verdict:
    """Hold the amounts of a reason against the change."""
    amounts = case.amounts
    if case.change is None or amounts is None:
        return undecided(Obstacle.NO_AMOUNT)
    if case.rest_of or any(total_of(kept).overlaps(case.change.interval) for kept in _readings(case.entries)):
        return PASSED
    if _is_offset(case, case.change, amounts):
        return undecided(Obstacle.NO_WHOLE)
    is_against = all(amount.value * case.change.value < 0 for amount in amounts)
    if not case.is_listed and not (is_against and _says_nothing_else(case)) and not _is_turned(case, case.change, amounts):
        return undecided(Obstacle.NO_WHOLE)
    return _fail(case, case.change, amounts, is_against)


def _readings(entries: Sequence[LedgerEntry]) -> Iterator[list[Amount]]:
    """Yield the amounts that may be meant as apart: all; those before 其中; the first of each point; those that no block holds."""
    blocks = {entry.block for entry in entries}
    first = {entry.item.point: entry for entry in reversed(entries)}
    kept = (
        entries,
        [entry for entry in entries if "其中" not in entry.item.text],
        [entry for entry in entries if first[entry.item.point] is entry],
        [entry for entry in entries if not (entry.within and entry.within in blocks)],
    )
    yield from ([entry.amount for entry in found if entry.amount is not None] for found in kept)


def _is_offset(case: LedgerCase, change: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether amounts beyond the change are followed by what moved the other way, by how much is not said: …；同时压减了综合业务经费."""
    total = sum((amount.value for amount in amounts), Decimal(0))
    return case.claim.reason.is_offset and total * change.value > 0 and abs(total) > abs(change.value)


def _says_nothing_else(case: LedgerCase) -> bool:
    """Whether one amount is the whole reason: 主要是项目支出减少24.00万元."""
    words, item = ("".join(text.split()) for text in (case.claim.reason.text, case.entries[0].item.text))
    return len(case.entries) == 1 and len(words) <= len(item) + 1 and "," not in words and "，" not in words


def _is_turned(case: LedgerCase, change: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether several amounts make the change in the other direction: 增加6.00万元，主要是…减少9.00万元，…增加3.00万元.

    Money that is left over grows where spending falls.
    """
    words = case.claim.subject + case.claim.reason.text
    return len(amounts) > 1 and change.value != 0 and total_of(amounts).overlaps(turn(change.interval)) and not _LEFT.search(words)


def _fail(case: LedgerCase, change: Amount, amounts: Sequence[Amount], is_against: bool) -> Verdict:
    """Return the verdict with the sum, and the slip that explains the difference."""
    total = sum((amount.value for amount in amounts), Decimal(0))
    shown = " + ".join(plain(amount.value) for amount in amounts).replace("+ -", "− ")
    diagnosis = _slip(case, change, amounts)
    falls_short = abs(total) < abs(change.value) and not is_against
    is_open = falls_short and diagnosis is None and "主要" in case.claim.reason.connector
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(change.value),
        computed=plain(total),
        message=f"原因所列金额与增减额不符：{shown} = {plain(total)}，增减额为 {plain(change.value)}",
        message_en=f"The amounts of the reason make {plain(total)}, the change is {plain(change.value)}",
        diagnosis=diagnosis,
        evidence=tuple(entry.item.place for entry in case.entries),
        severity=Severity.INFO if is_open else Severity.WARNING,
        place=case.claim.reason.place,
    )


def _slip(case: LedgerCase, change: Amount, amounts: Sequence[Amount]) -> Diagnosis | None:
    """Return the one slip, in the change or in an amount of the reason, after which all agree."""
    total = total_of(amounts)
    if isinstance(case.claim, ChangeClaim) and _is_turned(case, change, amounts):
        turned = f"增减额 {plain(abs(change.value))} 若方向相反则各数相符：{LABELS[TURNED_DIRECTION]}"
        return Diagnosis(kind=TURNED_DIRECTION, message=turned)
    if isinstance(case.claim, ChangeClaim) and (found := _repair(change, total)):
        return _diagnosis("增减额", change, found)
    for amount in amounts:
        needed = change.interval - (total - amount.interval)
        if needed.contains(-amount.value):
            return Diagnosis(kind=TURNED_DIRECTION, message=f"{plain(abs(amount.value))} 若方向相反则各数相符：{LABELS[TURNED_DIRECTION]}")
        if found := _repair(amount, needed):
            return _diagnosis("所列金额", amount, found)
    return None


def _repair(amount: Amount, needed: Interval) -> tuple[str, Decimal] | None:
    """Return the slip that leads from a needed amount of the same direction to the printed one."""
    right = needed if amount.value >= 0 else turn(needed)
    return slip_to(abs(amount.value), right) if right.high > 0 else None


def _diagnosis(label: str, amount: Amount, found: tuple[str, Decimal]) -> Diagnosis:
    """Return a slip as a diagnosis."""
    kind, value = found
    return Diagnosis(kind=kind, message=f"{label} {plain(abs(amount.value))} 疑为 {plain(value)}：{LABELS[kind]}", correction=value)
