"""表间数字不一致: the same fact stands with different amounts in two tables.

What it checks

Columns of two tables that agree in all rows but one, where both cells stand in sums over the same rows: a difference in one
row only cannot come from another scope of the table (a carried-over amount would show in its item, its class and the total). Two rows
that differ by as much the one way as the other were exchanged, or an amount stands in the wrong one of them.
Where the sums of one of the tables are broken too, EC301 says so instead and names the figure.
What basic spending (基本支出) holds of an item of 三公经费 is part of that item: it cannot be more than the table of 三公经费 holds.

Why it matters

Two printed figures that cannot both be true make the disclosure worthless as a basis of control. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only). 预算法实施条例 第六条 (quoted) asks for
functional classes down to 项 and economic classes down to 款, so that the sums can be followed.

Fires

    > 某市某中心2024年部门预算
    > 部门收支总体情况表
    > 单位：万元
    > | 收入 | | 支出 |
    > | 项目 | 预算数 | 项目 | 预算数 |
    > | 一、一般公共预算拨款 | 700.00 | 教育支出 | 400.00 |
    > | | | 社会保障和就业支出 | 150.00 |
    > | | | 卫生健康支出 | 100.00 |
    > | | | 城乡社区支出 | 30.00 |
    > | | | 住房保障支出 | 20.00 |
    > | 收入总计 | 700.00 | 支出总计 | 700.00 |
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | | 合计 | 700.00 | 450.00 | 250.00 |
    > | 205 | 教育支出 | 400.00 | 200.00 | 200.00 |
    > | 208 | 社会保障和就业支出 | 150.00 | 150.00 |
    > | 210 | 卫生健康支出 | 100.02 | 100.02 |
    > | 212 | 城乡社区支出 | 30.00 | | 30.00 |
    > | 221 | 住房保障支出 | 20.00 | | 20.00 |

Two rows exchanged.

    > 某市某中心2024年部门预算
    > 部门收支总体情况表
    > 单位：万元
    > | 收入 | | 支出 |
    > | 项目 | 预算数 | 项目 | 预算数 |
    > | 一、一般公共预算拨款 | 700.00 | 教育支出 | 400.00 |
    > | | | 社会保障和就业支出 | 100.00 |
    > | | | 卫生健康支出 | 150.00 |
    > | | | 城乡社区支出 | 30.00 |
    > | | | 住房保障支出 | 20.00 |
    > | 收入总计 | 700.00 | 支出总计 | 700.00 |
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | | 合计 | 700.00 | 450.00 | 250.00 |
    > | 205 | 教育支出 | 400.00 | 200.00 | 200.00 |
    > | 208 | 社会保障和就业支出 | 150.00 | 150.00 |
    > | 210 | 卫生健康支出 | 100.00 | 100.00 |
    > | 212 | 城乡社区支出 | 30.00 | | 30.00 |
    > | 221 | 住房保障支出 | 20.00 | | 20.00 |

An item of basic spending above all that is spent on it.

    > 某市某中心2024年部门决算
    > 一般公共预算财政拨款基本支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 决算数 |
    > | 302 | 商品和服务支出 | 62.50 |
    > | 30216 | 培训费 | 3.10 |
    > | 30217 | 公务接待费 | 8.40 |
    > | 30231 | 公务用车运行维护费 | 51.00 |
    > 财政拨款“三公”经费支出决算表
    > 单位：万元
    > | 项目 | 预算数 | 决算数 |
    > | 合计 | 60.00 | 54.10 |
    > | 公务用车运行维护费 | 52.00 | 51.00 |
    > | 公务接待费 | 8.00 | 3.10 |

Passes

    > 某市某中心2024年部门预算
    > 部门收支总体情况表
    > 单位：万元
    > | 收入 | | 支出 |
    > | 项目 | 预算数 | 项目 | 预算数 |
    > | 一、一般公共预算拨款 | 700.00 | 教育支出 | 400.00 |
    > | | | 社会保障和就业支出 | 150.00 |
    > | | | 卫生健康支出 | 100.00 |
    > | | | 住房保障支出 | 50.00 |
    > | 收入总计 | 700.00 | 支出总计 | 700.00 |

Undecided

The second table holds rows that the first one lacks.

    > 某市某中心2024年部门预算
    > 部门收支总体情况表
    > 单位：万元
    > | 收入 | | 支出 |
    > | 项目 | 预算数 | 项目 | 预算数 |
    > | 一、一般公共预算拨款 | 600.00 | 教育支出 | 400.00 |
    > | | | 社会保障和就业支出 | 150.00 |
    > | | | 卫生健康支出 | 50.00 |
    > | 收入总计 | 600.00 | 支出总计 | 600.00 |
"""

from __future__ import annotations

from explain_check.model.balance import BalanceCase, BalanceKind
from explain_check.model.finding import PASSED, Obstacle, Severity, Verdict, undecided
from explain_check.rules.registry import rule
from explain_check.rules.table.breach import breach_verdict


@rule(code="EC302", name="tables-differ", label="表间数字不一致", severity=Severity.WARNING, applies_to=BalanceCase)
def tables_differ(case: BalanceCase) -> Verdict:
    """Say which fact stands with two amounts."""
    if not case.breaches:
        return PASSED
    if not case.limits and any(breach.kind is not BalanceKind.SAME for breach in case.breaches):
        return undecided(Obstacle.NOT_CONCERNED)
    return breach_verdict(case)
