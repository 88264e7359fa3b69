"""表内增减率不符: a table's rate of change does not follow from its amounts.

What it checks

增减幅度 = (本年数 − 上年数) ÷ 上年数, each figure standing for the values that round to it, in every row of a table that prints one column
of each year and one of rates. A fall may be printed without its minus sign. A rate that was cut off, not rounded, is a warning.

Why it matters

Two printed figures that cannot both be true make the disclosure worthless as a basis of control. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 某县2024年“三公”经费预算情况统计表
    > 单位：万元
    > | 项目 | 上年预算数 | 本年预算数 | 增减金额 | 增减幅度 |
    > | 合计 | 290.00 | 270.00 | -20.00 | -6.90% |
    > | 公务接待费 | 170.00 | 160.00 | -10.00 | -8.88% |
    > | 公务用车运行维护费 | 120.00 | 110.00 | -10.00 | -8.33% |

Passes

    > 某县2024年“三公”经费预算情况统计表
    > 单位：万元
    > | 项目 | 上年预算数 | 本年预算数 | 增减金额 | 增减幅度 |
    > | 合计 | 290.00 | 270.00 | -20.00 | -6.90% |
    > | 公务接待费 | 170.00 | 160.00 | -10.00 | -5.88% |
    > | 公务用车运行维护费 | 120.00 | 110.00 | -10.00 | -8.33% |

Undecided

Nothing was there last year.

    > 某县2024年“三公”经费预算情况统计表
    > 单位：万元
    > | 项目 | 上年预算数 | 本年预算数 | 增减金额 | 增减幅度 |
    > | 合计 | 0.00 | 20.00 | 20.00 | 100% |
    > | 公务接待费 | 0.00 | 20.00 | 20.00 | 100% |
"""

from __future__ import annotations

from explain_check.model.arithmetic import HUNDRED, is_cut_off, plain, quotients, rate_of, round_half_up
from explain_check.model.case import TableRateCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import CUT_OFF, diagnose_printed
from explain_check.rules.registry import rule


@rule(code="EC303", name="table-rate", label="表内增减率不符", severity=Severity.ERROR, applies_to=TableRateCase)
def table_rate(case: TableRateCase) -> Verdict:
    """Hold the printed rate against the amounts of its row."""
    last, this, printed = case.last.cell.figure, case.this.cell.figure, case.rate.cell.figure
    if last is None or this is None or printed is None:
        return undecided(Obstacle.NO_AMOUNT)
    if last.value <= 0 or this.value < 0:
        return undecided(Obstacle.ZERO_BASE if last.value == 0 else Obstacle.NOT_CONCERNED)
    unit = last.unit
    old, new = last.interval_in(unit), this.interval_in(unit)
    difference = this.value_in(unit) - last.value
    rate = rate_of(printed)
    possible = quotients(new - old if difference >= 0 else old - new, old)
    is_turned = printed.value < 0 < difference
    if not is_turned and (possible is None or possible.overlaps(rate.interval)):
        return PASSED
    exact = difference / last.value * HUNDRED
    right, stated = round_half_up(exact, rate.decimals), plain(printed.value)
    computed = plain(right)
    cut = not is_turned and is_cut_off(abs(exact), rate)
    formula = f"({plain(this.value_in(unit))} − {plain(last.value)}) ÷ {plain(last.value)} = {computed}%"
    row = "".join(case.rate.cell.row_label.split())
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"《{case.rate.caption}》“{row}”行增减率不符：{formula}，表中为 {stated}%{CUT_OFF if cut else ''}",
        message_en=f"The rate in the table does not follow from its row: {formula}, printed {stated}%",
        evidence=(case.last.place, case.this.place),
        diagnosis=None if cut else diagnose_printed(printed.value, right),
        severity=Severity.WARNING if cut else None,
    )
