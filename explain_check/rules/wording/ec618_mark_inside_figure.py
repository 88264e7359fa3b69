"""数字标点有误: a figure holds a mark that no figure has.

What it checks

The comma of the prose inside an amount (3，518.85万元), a full stop for the point (12。30万元), and a doubled point (12..30万元). The first
is read rightly and is a remark; the others leave the amount in doubt.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

The comma of the prose (a remark).

    > 培训费3，518.85万元，比2023年预算增加100.00万元，增长2.93%，原因是新增业务培训。

A full stop, and a doubled point.

    > 培训费12。30万元，主要用于业务培训。

    > 培训费12..30万元，主要用于业务培训。

Passes

The comma between thousands, the point.

    > 培训费3,518.85万元，比2023年预算增加100.00万元，增长2.93%，原因是新增业务培训。

Undecided

A comma between two figures; a year that ends its sentence.

    > 收入、支出分别为3，518.85万元。项目持续到2023。30万元用于培训。
"""

from __future__ import annotations

import re

import regex

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule

_MARK = regex.compile(
    r"""
      (?<![\d,，.])(?P<comma>\d{1,3}(?:，\d{3})+\.\d{1,6})(?=\s*[万亿]?元)     # 3，518.85万元
    | (?<![\d,，.年表件第])(?!20\d\d。)(?P<stop>\d{1,6}。\d{2})(?=\s*[万亿]?元(?!以[上下]))        # 12。30万元
    | (?P<points>\d(?:\.\.)\d{1,2})(?=\s*[万亿]?[元%])                        # 12..30万元
    """,
    regex.VERBOSE,
)
_BETWEEN_DIGITS = re.compile(r"，(?<=\d，)\d|。(?<=\d。)\d|\.(?<=\d\.)\.")
_SEVERAL = regex.compile(r"分别|依次|各[是为]?$")


@rule(code="EC618", name="mark-inside-figure", label="数字标点有误", severity=Severity.WARNING, applies_to=WordingCase)
def mark_inside_figure(case: WordingCase) -> Verdict:
    """Fail where a figure holds a comma of the prose, a full stop or two points."""
    printed = case.passage.printed
    if not _BETWEEN_DIGITS.search(printed):
        return PASSED
    found = next(
        (found for found in _MARK.finditer(printed) if not _SEVERAL.search(printed, max(0, found.start() - 8), found.start())), None
    )
    if found is None:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found.group(),
        message=f"数字“{found.group()}”中的标点有误",
        message_en=f"A wrong mark stands in the figure {found.group()}",
        place=case.passage.place(excerpt_start(case.passage.text, found.start()), found.end()),
        severity=Severity.INFO if found.lastgroup == "comma" else Severity.WARNING,
    )
