"""表中无此金额: no table holds the amount that the prose prints.

What it checks

The table for the fact is in the document, but no cell of it, nor of any other table, holds the amount. A blank cell
may stand for zero, so a zero is not judged.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

No cell holds the amount.

    > 某市某中心2024年部门预算
    > 三、收支预算情况说明
    > 2024年支出总计301.18万元，比上年预算增加10.00万元，增长3.43%，主要原因是人员增加。
    > 部门收支总体情况表
    > 单位：万元
    > | 收入 | | 支出 |
    > | 项目 | 预算数 | 项目 | 预算数 |
    > | 一般公共预算 | 299.18 | 住房保障支出 | 299.18 |

Passes

A cell holds it.

    > 某市某中心2024年部门预算
    > 三、收支预算情况说明
    > 2024年支出总计299.18万元，比上年预算增加10.00万元，增长3.46%，主要原因是人员增加。
    > 部门收支总体情况表
    > 单位：万元
    > | 收入 | | 支出 |
    > | 项目 | 预算数 | 项目 | 预算数 |
    > | 一般公共预算 | 299.18 | 住房保障支出 | 299.18 |

Undecided

There is no table.

    > 支出预算总计301.18万元，比上年预算增加10.00万元，增长3.43%，主要原因是人员增加。
"""

from __future__ import annotations

from explain_check.model.arithmetic import are_exact, plain
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.link import Link, LinkStatus
from explain_check.rules.registry import rule


@rule(code="EC202", name="amount-not-in-tables", label="表中无此金额", severity=Severity.WARNING, applies_to=Link)
def amount_not_in_tables(link: Link) -> Verdict:
    """Fail where the fact's table is there and no cell holds its amount."""
    current = link.claim.current
    if current is None:
        return undecided(Obstacle.NO_CURRENT)
    if link.cells:
        return PASSED
    if link.rivals or not current.figure.value:
        return undecided(Obstacle.NOT_CONCERNED)
    if not link.table_present:
        return undecided(Obstacle.NO_TABLE)
    if link.status is not LinkStatus.ABSENT:
        return undecided(Obstacle.SEVERAL_CELLS)
    if not are_exact(current):
        return undecided(Obstacle.NOT_EXACT)
    stated = plain(current.figure.value)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        message=f"各表中都没有文中的金额 {stated}",
        message_en=f"No table holds the amount {stated} of the prose",
        place=current.place,
    )
