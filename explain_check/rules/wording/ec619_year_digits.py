"""年份位数有误: a year has three or five digits.

What it checks

A year of this century before 年度, 年末, 年初, 年部门, 年预算 or 年决算 that lacks a digit (202年度) or has one too many (20225年度).

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

    > 某市某局202年度收入总计4733.14万元，支出总计4733.14万元。

    > 某市某局20225年度收入总计4733.14万元，支出总计4733.14万元。

Passes

    > 某市某局2022年度收入总计4733.14万元，支出总计4733.14万元。

Undecided

A span of years, a number that is no year.

    > 建校202年来，累计培养学生12022人，2022年度新增300人。
"""

from __future__ import annotations

import re

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule

_YEAR = re.compile(r"20\d(?:\d\d)?年(?:度|[末初]|部门|单位|预算|决算)")
#: 12022年末 | 1,202年初
_GOES_ON = "0123456789.,-—~"


@rule(code="EC619", name="year-digits", label="年份位数有误", severity=Severity.WARNING, applies_to=WordingCase)
def year_digits(case: WordingCase) -> Verdict:
    """Fail where a year is too short or too long."""
    text = case.passage.text
    found = next((found for found in _YEAR.finditer(text) if text[max(0, found.start() - 1)] not in _GOES_ON or not found.start()), None)
    if found is None:
        return PASSED
    stated = found.group()[: found.group().index("年") + 1]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        message=f"年份“{stated}”位数有误",
        message_en=f"The year {stated} has too few or too many digits",
        place=case.passage.place(excerpt_start(text, found.start()), found.end()),
    )
