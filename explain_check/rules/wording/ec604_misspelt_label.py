"""表内用语有误: a set phrase is misspelt in a table.

What it checks

The same list of known slips, `lexicons/misspellings.csv`, held against captions, labels and notes of tables.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

A slip in a row's label.

    > 某市某中心2024年部门预算
    > 三、支出预算情况说明
    > 住房公积金支出预算151.37万元。
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 2210201 | 住房公基金 | 151.37 | 151.37 | 0.00 |
    > | 合计 | | 151.37 | 151.37 | 0.00 |

Passes

The set phrase.

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

from explain_check.lexicon import find_misspelling
from explain_check.model.case import CellCase
from explain_check.model.finding import PASSED, Diagnosis, Outcome, Severity, Verdict
from explain_check.rules.registry import rule


@rule(code="EC604", name="misspelt-label", label="表内用语有误", severity=Severity.WARNING, applies_to=CellCase)
def misspelt_label(case: CellCase) -> Verdict:
    """Fail where a known slip stands in a table's text."""
    found = find_misspelling(case.passage.text)
    if found is None:
        return PASSED
    entry = found[0]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=entry.phrase,
        computed=entry.sense,
        message=f"表内“{entry.phrase}”疑为“{entry.sense}”之误",
        message_en=f"{entry.phrase} in a table is probably a slip for {entry.sense}",
        diagnosis=Diagnosis(kind="misspelling", message=f"应为“{entry.sense}”"),
    )
