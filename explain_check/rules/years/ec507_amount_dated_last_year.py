"""年份未更新: an amount bears the date of an earlier year than its own.

What it checks

A statement that begins with last year's date, where a table of this disclosure prints its amount for this year and the section has no
other statement of the account: the date was left over when the text was written anew. Amounts carried over, round amounts and
statements that are not moved may be alike in both years; they are not asked about. And the amount beside this year's that bears the
year before last, where the other items of the section, three or more for each, print last year's in that place.

Why it matters

The reader takes the amount for last year's. The finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

    > 某县某局2024年度部门决算
    > 一、支出决算情况说明
    > 2024年度支出合计412.37万元，其中：基本支出330.12万元，项目支出82.25万元。
    > 二、一般公共预算财政拨款支出决算情况说明
    > 2023年度一般公共预算财政拨款支出386.14万元。与上年相比增加21.06万元，增长5.77%，主要原因是人员增加。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | | 合计 | 412.37 | 330.12 | 82.25 |
    > | 2010301 | 行政运行 | 412.37 | 330.12 | 82.25 |
    > 一般公共预算财政拨款支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
    > | | 合计 | 386.14 | 330.12 | 56.02 |
    > | 2010301 | 行政运行 | 386.14 | 330.12 | 56.02 |

The amount beside this year's is dated otherwise than in all other items.

    > 某县某局2024年部门预算
    > 1.“教育支出（类）普通教育（款）学前教育（项）”2024年度预算12.50万元，2023年度预算11.20万元，主要用于幼儿园。
    > 2.“教育支出（类）普通教育（款）小学教育（项）”2024年度预算48.00万元，2023年度预算45.30万元，主要用于小学。
    > 3.“教育支出（类）普通教育（款）初中教育（项）”2024年度预算36.40万元，2022年度预算35.10万元，主要用于初中。
    > 4.“教育支出（类）普通教育（款）高中教育（项）”2024年度预算27.90万元，2023年度预算28.60万元，主要用于高中。

Passes

Another amount is last year's.

    > 某县某局2024年度部门决算
    > 2023年度支出合计386.15万元，2024年度支出合计412.37万元。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | | 合计 | 412.37 | 330.12 | 82.25 |
    > | 2010301 | 行政运行 | 412.37 | 330.12 | 82.25 |

Undecided

No table prints the amount for this year.

    > 某县某局2024年度部门决算
    > 2023年度支出合计386.15万元，比上年增加21.06万元。
"""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.finding import Diagnosis, Outcome, Severity, Verdict
from explain_check.model.misdated import MisdatedCase
from explain_check.model.slips import LABELS, STALE_YEAR
from explain_check.rules.registry import rule


@rule(code="EC507", name="amount-dated-last-year", label="年份未更新", severity=Severity.WARNING, applies_to=MisdatedCase)
def amount_dated_last_year(case: MisdatedCase) -> Verdict:
    """Name the year that the amount is of: by the table that prints it, or by what stands in its place in the other items."""
    current = case.claim.current
    shown = plain(current.figure.value) if current else ""
    if case.cell:
        proof, english = f" {shown} 是本年（{case.year} 年）的数（{case.cell.place.quote}）", f"the tables print {shown} for {case.year}"
    else:
        proof, english = f"其余 {case.alike} 项并列的都是 {case.year} 年的数", f"{case.alike} other items print {case.year} in this place"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(case.printed),
        computed=str(case.year),
        message=f"年份疑未更新：文中写作 {case.printed} 年，而{proof}",
        message_en=f"Dated {case.printed}, but {english}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {case.year}：{LABELS[STALE_YEAR]}"),
        evidence=(case.cell.place,) if case.cell else (),
    )
