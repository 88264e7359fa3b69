"""表内勾稽不符: the parts in a table do not make its total.

What it checks

The balance edits (勾稽关系) that a table's codes, labels and headers imply: 合计 = 基本支出 + 项目支出, 类 = Σ款 = Σ项,
合计 = the sum of its rows, 收入总计 = 支出总计, 三公经费 and its items, the funds of a performance form. Each is interval arithmetic
over the printed amounts: a difference that rounding explains is none; only where a total has a single part must the two read
the same (a warning). All broken balances that share a figure are one finding: the smallest correction that makes
everything agree names the figure that is probably wrong and what it should be. Where a header was perhaps misread (too few sums of its
kind agree) nothing is said; where few sums prove it, it is a warning.

Why it matters

Two printed figures that cannot both be true make the disclosure worthless as a basis of control. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法实施条例 第六条 (quoted) asks for
functional classes down to 项 and economic classes down to 款, so that the sums can be followed.

Fires

    > 某市某中心2024年部门预算
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | | 合计 | 600.00 | 350.00 | 250.00 |
    > | 205 | 教育支出 | 400.00 | 200.00 | 200.00 |
    > | 20502 | 普通教育 | 400.00 | 200.00 | 200.00 |
    > | 208 | 社会保障和就业支出 | 150.00 | 150.00 |
    > | 20805 | 行政事业单位养老支出 | 105.00 | 150.00 |
    > | 221 | 住房保障支出 | 50.00 | | 50.00 |

Passes

    > 某市某中心2024年部门预算
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | | 合计 | 600.01 | 350.00 | 250.00 |
    > | 205 | 教育支出 | 400.00 | 200.00 | 200.00 |
    > | 20502 | 普通教育 | 400.00 | 200.00 | 200.00 |
    > | 208 | 社会保障和就业支出 | 150.00 | 150.00 |
    > | 221 | 住房保障支出 | 50.00 | | 50.00 |

Undecided

No sum of the table agrees: its columns were perhaps misread.

    > 某市某中心2024年部门预算
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 400.00 | 210.00 | 200.00 |
    > | 208 | 社会保障和就业支出 | 150.00 | 190.00 | 1.00 |
"""

from __future__ import annotations

from explain_check.model.balance import BalanceCase, BalanceKind
from explain_check.model.finding import PASSED, Obstacle, Severity, Verdict, undecided
from explain_check.rules.registry import rule
from explain_check.rules.table.breach import breach_verdict


@rule(code="EC301", name="table-balance", label="表内勾稽不符", severity=Severity.ERROR, applies_to=BalanceCase)
def table_balance(case: BalanceCase) -> Verdict:
    """Say which figure probably breaks the balances."""
    if not case.breaches:
        return PASSED
    if case.limits or all(breach.kind is BalanceKind.SAME for breach in case.breaches):
        return undecided(Obstacle.NOT_CONCERNED)
    return breach_verdict(case)
