"""表内空白未填: a blank of the template stands in a table's cell.

What it checks

XX月XX日, XX万元, ××个 and the like in a table's cell were to be filled in.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

A date that was not filled in.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 办公用纸采购 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 时效指标 | 采购时间 | 6月至8月XX月XX日 |

Passes

The date is there.

    > 项目支出绩效目标表
    > 单位：万元
    > | 项目名称 | 办公用纸采购 |
    > | 一级指标 | 二级指标 | 三级指标 | 指标值 |
    > | 产出指标 | 时效指标 | 采购时间 | 6月15日至8月20日 |

Undecided

Marks over the columns.

    > 2024年部门支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 |
    > | ** | ** | 1 |
    > | 208 | 社会保障和就业支出 | 20.00 |
    > | 合计 | | 20.00 |
"""

from __future__ import annotations

import re

from explain_check.model.case import CellCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule
from explain_check.rules.wording.blanks import BLANK

_IN_CELL = re.compile(rf"{BLANK}(?=亿元|万元|元|年|月|日|%|人|辆|个|次|批|台|套|家)")


@rule(code="EC615", name="blank-in-table", label="表内空白未填", severity=Severity.WARNING, applies_to=CellCase)
def blank_in_table(case: CellCase) -> Verdict:
    """Fail where a blank stands before a unit."""
    found = _IN_CELL.search(case.passage.text)
    if found is None:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found.group(),
        message=f"表内空白未填：“{case.passage.printed}”",
        message_en=f"A blank was not filled in: {case.passage.printed}",
    )
