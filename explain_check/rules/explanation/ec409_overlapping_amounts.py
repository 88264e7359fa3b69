"""原因所列各项相互包含: an amount of the reason stands for a block of spending that holds another amount of it.

What it checks

A reason that adds up only if 基本支出 is read without a part that belongs to it: 一是住房公积金增加30.00万元；二是基本支出增加9.00万元
beside a change of 39.00万元. Which parts belong to it by the economic classification says `lexicons/contained.csv`.

Why it matters

The block rose by both amounts; the one printed is wrong by its own name. The finding rests on 内容准确 (地方预决算公开操作规程,
财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). What belongs to which block is the 支出经济分类科目 of 财政部.

Fires

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加39.00万元，增长8.11%，
    > 主要原因：一是住房公积金增加30.00万元；二是工资调标，基本支出增加9.00万元。

Passes

The block holds the part: 30.00 is the whole rise.

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加39.00万元，增长8.11%，
    > 主要原因：一是住房公积金等基本支出增加30.00万元；二是项目支出增加9.00万元。

Undecided

The amounts do not add up either way.

    > 某市某中心2024年部门预算
    > 2024年支出总计520.00万元，比2023年增加39.00万元，增长8.11%，
    > 主要原因：一是住房公积金增加3.00万元；二是项目增加；三是基本支出增加9.00万元。
"""

from __future__ import annotations

from explain_check.model.arithmetic import plain, total_of
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.ledger import LedgerCase
from explain_check.rules.registry import rule


@rule(code="EC409", name="overlapping-amounts", label="原因所列各项相互包含", severity=Severity.WARNING, applies_to=LedgerCase)
def overlapping_amounts(case: LedgerCase) -> Verdict:
    """Fail where a block and a part of it are added as if they were apart."""
    blocks = {entry.block: entry for entry in case.entries if entry.block}
    pairs = [(entry, blocks[entry.within]) for entry in case.entries if entry.within in blocks]
    if not pairs:
        return PASSED
    amounts = case.amounts
    if case.change is None or amounts is None:
        return undecided(Obstacle.NO_AMOUNT)
    if not case.rest_of and not total_of(amounts).overlaps(case.change.interval):
        return undecided(Obstacle.NO_WHOLE)
    part, block = pairs[0]
    name, own, held = block.block, block.amount, part.amount
    if own is None or held is None:
        return undecided(Obstacle.NO_AMOUNT)
    both = plain(held.value + own.value)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(own.value),
        computed=both,
        message=f"所列各项相互包含：{plain(held.value)} 属于{name}，{name}的增减额应为 {both}，文中为 {plain(own.value)}",
        message_en=f"{plain(held.value)} is part of {name}, whose change should be {both}, the text says {plain(own.value)}",
        evidence=(part.item.place, block.item.place),
        place=case.claim.reason.place,
    )
