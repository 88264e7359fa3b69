"""各级科目不能汇总: most codes of a table do not add up, so its amounts were not held against each other.

What it checks

The codes of a table imply sums (类 = Σ款 = Σ项). Where at least three of them are broken and too few agree, the table was misread or
is wrong throughout; which one cannot be told, and no figure is named. Its amounts count as unchecked.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, or of a table that its maker should read again.

Fires

    > 某市某中心2024年部门决算
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 411.00 | 201.00 | 210.00 |
    > | 20502 | 普通教育 | 40.00 | 30.00 | 10.00 |
    > | 206 | 科学技术支出 | 38.00 | 0.00 | 38.00 |
    > | 20607 | 科学技术普及 | 17.00 | 0.00 | 17.00 |
    > | 208 | 社会保障和就业支出 | 155.50 | 110.00 | 45.50 |
    > | 20805 | 行政事业单位养老支出 | 60.50 | 60.00 | 0.50 |
    > | 合计 | | 911.00 | 411.00 | 500.00 |

Passes

    > 某市某中心2024年部门决算
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 411.00 | 201.00 | 210.00 |
    > | 20502 | 普通教育 | 411.00 | 201.00 | 210.00 |
    > | 合计 | | 411.00 | 201.00 | 210.00 |

Undecided

There is no table.

    > 住房公积金支出预算151.37万元。
"""

from __future__ import annotations

from explain_check.model.balance import RowsCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC909", name="sums-unheld", label="各级科目不能汇总", severity=Severity.INFO, applies_to=RowsCase)
def sums_unheld(case: RowsCase) -> Verdict:
    """Say that a table's codes do not add up and that its amounts were not held against each other."""
    if case.moved:
        return undecided(Obstacle.NOT_CONCERNED)
    sums = case.held + case.broken
    return Verdict(
        outcome=Outcome.FAIL,
        message=f"《{case.first.caption}》的各级科目不能汇总：{sums} 处合计中 {case.broken} 处不符，金额未互相核对，请核对原表或识读",
        message_en=f"The codes of the table do not add up: {case.broken} of {sums} sums are broken; its amounts were not held",
        evidence=(case.first.place,),
    )
