"""年份位数有误: a year has three or five digits.

What it checks

A year of this century before 年度 that lacks a digit (202年度) or has one too many (20225年度), behind the name of a body, behind a mark,
or at the beginning of a paragraph.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

    > 某市某局202年度收入总计4733.14万元，支出总计4733.14万元。

    > 某市某局20225年度收入总计4733.14万元，支出总计4733.14万元。

Passes

    > 某市某局2022年度收入总计4733.14万元，支出总计4733.14万元。

Undecided

A span of years, a road, a code.

    > 建校202年来，累计培养学生12022人。G205年度日常养护经费10.00万元，教育支出205年初预算为10.00万元。
"""

from __future__ import annotations

import re

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule

#: Behind what a year stands: the name of a body, a mark, 第三部分, nothing; not G205年度, 县道202年度, 办公楼201年度.
_YEAR = re.compile(r"(?:^|[。;:,、)》”¶]|(?<!建)[局委办院校处府会镇乡所站队厅部室团]|中心|街道)(?P<year>20\d(?:\d\d)?年)度")


@rule(code="EC619", name="year-digits", label="年份位数有误", severity=Severity.WARNING, applies_to=WordingCase)
def year_digits(case: WordingCase) -> Verdict:
    """Fail where a year is too short or too long."""
    found = _YEAR.search(case.passage.text)
    if found is None:
        return PASSED
    stated = found["year"]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        message=f"年份“{stated}”位数有误",
        message_en=f"The year {stated} has too few or too many digits",
        place=case.passage.place(excerpt_start(case.passage.text, found.start()), found.end()),
    )
