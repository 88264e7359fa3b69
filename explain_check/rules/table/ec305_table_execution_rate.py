"""表内执行率不符: a table's rate of execution does not follow from its amounts.

What it checks

执行率 = 执行数 ÷ 预算数, each figure standing for the values that round to it, in every row of a table that prints one column of what was
spent and one of rates: the evaluation of a project (绩效自评表), the execution of a budget. Of several budgets (年初预算数, 全年预算数) any
may be meant. A rate may be printed as a fraction (0.85), and as 100% where more was spent than planned. One that was cut off, not
rounded, is a warning.

Why it matters

Two printed figures that cannot both be true make the disclosure worthless as a basis of control. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 项目支出绩效自评表
    > 单位：万元
    > | 项目名称 | 校园安保项目 | | | | | | |
    > | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
    > | | 年度资金总额 | 100.00 | 120.00 | 102.00 | 10 | 95.00% | 9.50 |

A government's table of its revenue, with the amounts of the year before beside them.

    > 某县2024年一般公共预算收入执行情况表
    > 单位：万元
    > | 项目 | 2023年决算数 | 2024年预算数 | 2024年执行数 | 为预算% | 比2023年±% |
    > | 增值税 | 86420 | 90500 | 84215 | 98.1 | -2.6 |
    > | 企业所得税 | 24318 | 25500 | 26874 | 105.4 | 10.5 |

Passes

    > 项目支出绩效自评表
    > 单位：万元
    > | 项目名称 | 校园安保项目 | | | | | | |
    > | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
    > | | 年度资金总额 | 100.00 | 120.00 | 102.00 | 10 | 85.00% | 8.50 |

Undecided

Nothing was planned.

    > 项目支出绩效自评表
    > 单位：万元
    > | 项目名称 | 校园安保项目 | | | | | | |
    > | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
    > | | 年度资金总额 | 0.00 | 0.00 | 102.00 | 10 | 100.00% | 10 |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explain_check.model.arithmetic import HUNDRED, Amount, amount_of, is_cut_off, plain, quotients, rate_of, round_half_up
from explain_check.model.claim import TableCell
from explain_check.model.figure import PERCENT, Figure
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import CUT_OFF, diagnose_printed
from explain_check.model.spent import TableExecutionCase
from explain_check.rules.registry import rule


@rule(code="EC305", name="table-execution-rate", label="表内执行率不符", severity=Severity.ERROR, applies_to=TableExecutionCase)
def table_execution_rate(case: TableExecutionCase) -> Verdict:
    """Hold the printed rate against what was spent and each budget of its row."""
    spent, printed = case.actual.cell.figure, case.rate.cell.figure
    if spent is None or printed is None:
        return undecided(Obstacle.NO_AMOUNT)
    actual = amount_of(spent, spent.unit)
    budgets = [amount_of(cell.cell.figure, spent.unit) for cell in case.budgets if cell.cell.figure is not None]
    planned = [budget for budget in budgets if budget.value > 0]
    if not planned or actual.value < 0:
        return undecided(Obstacle.ZERO_BASE)
    rates = list(_meant(printed))
    if any(_fits(actual, budget, rate) for budget in planned for rate in rates):
        return PASSED
    return _fail(case, actual, planned[-1], rates[0])


def _meant(printed: Figure) -> Iterator[Amount]:
    """Yield the rates that a figure may stand for: itself, and a hundred times a fraction."""
    rate = rate_of(printed)
    yield rate
    if printed.unit != PERCENT and rate.value <= 1:
        yield rate_of(replace(printed, value=printed.value * HUNDRED, decimals=printed.decimals - 2))


def _fits(actual: Amount, budget: Amount, rate: Amount) -> bool:
    """Whether a rate follows from two amounts; 100% may be said of more."""
    possible = quotients(actual.interval, budget.interval)
    return possible is None or possible.overlaps(rate.interval) or (rate.value == HUNDRED and actual.value > budget.value)


def _fail(case: TableExecutionCase, actual: Amount, budget: Amount, rate: Amount) -> Verdict:
    """Return the failure against the last budget of the row, which is that of the whole year."""
    exact = actual.value / budget.value * HUNDRED
    right, stated = round_half_up(exact, max(rate.decimals, 0)), plain(rate.value)
    computed = plain(right)
    cut = is_cut_off(exact, rate)
    formula = f"{plain(actual.value)} ÷ {plain(budget.value)} = {computed}%"
    row = "".join(case.rate.cell.row_label.split())
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"《{case.rate.caption}》“{row}”行执行率不符：{formula}，表中为 {stated}%{CUT_OFF if cut else ''}",
        message_en=f"The rate of execution in the table does not follow from its row: {formula}, printed {stated}%",
        evidence=tuple(cell.place for cell in _shown(case)),
        diagnosis=None if cut else diagnose_printed(rate.value, right),
        severity=Severity.WARNING if cut else None,
    )


def _shown(case: TableExecutionCase) -> Iterator[TableCell]:
    yield from case.budgets
    yield case.actual
