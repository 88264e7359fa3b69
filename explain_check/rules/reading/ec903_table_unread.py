"""表格未能识读: of a table only its title was read, or its figures stand in no sure columns.

What it checks

No row stands below the title, and no note that the table is empty: its cells may stand one below the other, as where a
page was copied as text. Or the rows were copied without their empty cells, so that figures and names slid to the left. Such
tables are held against nothing.

Why it matters

What could not be checked is always said: silence must not look like cleanliness. No law is concerned; the finding speaks
of this program's reading, not of the disclosure.

Fires

The cells stand one below the other.

    > 某市某中心2024年部门预算
    > 三、支出预算情况说明
    > 住房公积金支出预算151.37万元。
    > 部门支出总体情况表
    > 单位：万元
    > 科目名称
    > 合计
    > 住房公积金
    > 151.37

The empty cells are gone: class, division and item stand in columns of their own.

    > 某市某中心2024年部门预算
    > 三、支出预算情况说明
    > 住房公积金支出预算151.37万元。
    > 部门支出总体情况表
    > 单位：万元
    > | 类 | 款 | 项 | 科目名称 | 合计 | 基本支出 |
    > | 221 | 住房保障支出 | 151.37 | 151.37 |
    > | 221 | 02 | 住房改革支出 | 151.37 | 151.37 |
    > | 221 | 02 | 01 | 住房公积金 | 151.37 | 151.37 |

Passes

A table with a header.

    > 某市某中心2024年部门预算
    > 三、支出预算情况说明
    > 住房公积金支出预算151.37万元。
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 2210201 | 住房公积金 | 151.37 | 151.37 | 0.00 |
    > | 合计 | | 151.37 | 151.37 | 0.00 |

Undecided

There is no table.

    > 住房公积金支出预算151.37万元。
"""

from __future__ import annotations

from explain_check.model.case import ReadingCase
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule


@rule(code="EC903", name="table-unread", label="表格未能识读", severity=Severity.INFO, applies_to=ReadingCase)
def table_unread(case: ReadingCase) -> Verdict:
    """Report a table that could not be read."""
    if case.kind != "table":
        return undecided(Obstacle.NOT_CONCERNED)
    return Verdict(outcome=Outcome.FAIL, message=f"表格未能识读：{case.detail}", message_en=f"A table could not be read: {case.english}")
