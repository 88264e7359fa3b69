"""比较年度有误: the year compared with is not the one before.

What it checks

A budget is compared with the year before. The printed year must not be the disclosure's own year (unless final accounts
are held against the budget of that year; where they do not say so it is a warning) nor a later one; two or more years back is a
warning, as the text may mean it,
and none where a budget tells what was owned at the end of the year before last. In a report on two years (2024年预算执行情况和2025年预算)
each part has its own.

Why it matters

Changes are to be published with their reasons: 预算法 (2018) 第九十二条 holds liable who does not publish **and explain**
(read); 财预〔2021〕29号 asks units for changes and their reasons, the 2014 notice of 财政部 for those of 三公经费 (both seen as
quoted in official notices only). Which year to compare with follows from the tables' forms, not from a text of law that was read.

Fires

The disclosure's own year.

    > 某市某中心2024年部门预算
    > 收入预算9,628.22万元，比2024年预算增加793.14万元，增长8.98%，主要原因是项目增加。

The amount itself bears the year that it is compared with.

    > 某市某中心2024年部门预算
    > 2023年机关运行经费支出预算10.00万元，比2023年减少2.00万元，下降16.67%，主要原因是厉行节约。

The amount that the change starts from bears another year than the base (a warning).

    > 某市某中心2024年部门预算
    > 机关运行经费2022年预算执行数为40.20万元，2024年预算安排44.16万元，比2023年预算执行数增加9.85%，主要原因是设备维修。

Two years back (a warning).

    > 某市某中心2024年部门预算
    > 收入预算9,628.22万元，比2022年预算增加793.14万元，增长8.98%，主要原因是项目增加。

Accounts that name their own year and no budget (a warning).

    > 某市某中心2024年度部门决算
    > 会议费3.18万元，较2024年度增加0.42万元，增长15.22%，主要原因是增开专题会议。

Passes

The year before.

    > 某市某中心2024年部门预算
    > 收入预算9,628.22万元，比2023年预算增加793.14万元，增长8.98%，主要原因是项目增加。

What was owned at the ends of the two years before.

    > 某市某中心2024年部门预算
    > 截至2023年12月31日，资产总额860.00万元。与2022年末相比，资产总额增加30.00万元，主要原因是购置设备。

Each part of a report on two years.

    > 关于某县2024年预算执行情况和2025年预算的报告
    > 一、2024年预算执行情况
    > 一般公共预算收入9,628.22万元，比2023年增加793.14万元，增长8.98%，主要原因是项目增加。
    > 二、2025年预算
    > 一般公共预算收入10,421.36万元，比2024年执行数增加793.14万元，增长8.24%，主要原因是项目增加。

Undecided

The disclosure's year is not known.

    > 收入预算9,628.22万元，比上年预算增加793.14万元，增长8.98%，主要原因是项目增加。
"""

from __future__ import annotations

import re

from explain_check.model.case import ChangeCase
from explain_check.model.claim import BaseKind
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.slips import LABELS, STALE_YEAR
from explain_check.rules.registry import rule

_YEAR = re.compile(r"20\d\d")
#: A budget tells what was owned at the end of the year before, and how that moved: 截至2023年末资产总额…，与2022年末相比增加
_AT_END, _STOCKS_BACK = re.compile(r"[末底]|12月31日"), 2
_MEANT = ("疫情前", "同口径", "三年", "五年")


@rule(code="EC501", name="base-year", label="比较年度有误", severity=Severity.ERROR, applies_to=ChangeCase)
def base_year(case: ChangeCase) -> Verdict:
    """Hold the printed year of the base against the disclosure's year."""
    base, year = case.claim.base, case.year
    if year is None or base.year is None:
        return undecided(Obstacle.NO_YEAR)
    if not _YEAR.search(base.text):
        return undecided(Obstacle.NOT_CONCERNED)
    back = year - base.year
    if back == 1 and case.claim.current_year == base.year and case.claim.current_in_statement:
        return _dated_alike(base.year, year)
    if back == 1 and case.claim.prior_year is not None:
        return _prior_dated_otherwise(base.year, case.claim.prior_year)
    if back == 1 or _is_meant(case, base.year, back):
        return PASSED
    remark = "与本年相同" if back == 0 else "晚于本年" if back < 0 else f"早于上年 {back - 1} 年"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(base.year),
        computed=str(year - 1),
        message=f"比较年度有误：本年为 {year} 年，应与 {year - 1} 年比较，文中为 {base.year} 年，{remark}",
        message_en=f"The year compared with is {base.year}, expected {year - 1}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {year - 1}：{LABELS[STALE_YEAR]}") if back != 1 else None,
        severity=Severity.ERROR if _is_certain(case, back) else Severity.WARNING,
    )


def _dated_alike(printed: int, year: int) -> Verdict:
    """Return the verdict on 2020年…支出预算0.0万元，比2020年减少0.0万元 in a disclosure of 2021: the amount bears last year's date."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(printed),
        computed=str(year),
        message=f"年份有误：本年数写作 {printed} 年，又与 {printed} 年比较；本年应为 {year} 年",
        message_en=f"The current amount is dated {printed} and compared with {printed}; expected {year}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {year}：{LABELS[STALE_YEAR]}"),
    )


def _prior_dated_otherwise(base: int, printed: int) -> Verdict:
    """Return the verdict on 2024年执行数40.20万元，2026年预算44.16万元，比2025年执行数增加9.85%: the amount before is dated otherwise."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(printed),
        computed=str(base),
        message=f"年份有误：与 {base} 年比较，增减却按写作 {printed} 年的数计算",
        message_en=f"Compared with {base}, but the change is from the amount dated {printed}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {base}：{LABELS[STALE_YEAR]}"),
        severity=Severity.WARNING,
    )


def _is_meant(case: ChangeCase, base: int, back: int) -> bool:
    """Whether another year than last is meant."""
    if any(word in case.claim.place.quote for word in _MEANT) or (back == _STOCKS_BACK and _AT_END.search(case.claim.base.text)):
        return True
    return _compares_with_own_budget(case) if back == 0 else back > 1 and _tells_of_another_year(case, base)


def _tells_of_another_year(case: ChangeCase, base: int) -> bool:
    """Whether a statement names the year behind its base as its own: 2013年预算数比2012年预算数增加7.77万元 in a disclosure of 2015.

    2025年执行数5.57万元，2026年预算安排10万元，比2024年执行数增加79.53% names the disclosure's own year after it.
    """
    quote = "".join(case.claim.place.quote.split())
    return quote.rfind(f"{base + 1}年") > quote.rfind(f"{case.year}年")


def _compares_with_own_budget(case: ChangeCase) -> bool:
    """Whether final accounts are held against the budget of their own year."""
    return _is_final(case) and case.claim.base.kind is BaseKind.BUDGET


def _is_final(case: ChangeCase) -> bool:
    """Whether a statement is of final accounts."""
    return "决算" in case.kind or "决算" in case.claim.place.quote


def _is_certain(case: ChangeCase, back: int) -> bool:
    """Whether no other year can be meant: final accounts may name the budget of their own year."""
    if back == 0 and _is_final(case):
        return False
    is_known = bool(case.kind) or case.claim.base.kind is not BaseKind.BUDGET or back < 0
    return back <= 0 and case.claim.base_printed and is_known
