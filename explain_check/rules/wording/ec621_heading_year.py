"""标题年份未更新: a heading bears last year's date, its text and the headings beside it this year's.

What it checks

The years in headings of one level. One that is a year behind, where three of its neighbours at least bear the disclosure's year and its
own text begins with that year, was left over. So was the title's, where three amounts at least bear the year after it and none its
own. Headings on how last year's budget was carried out are passed over.

Why it matters

A disclosure is to be complete, true, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

    > 某县某局2026年部门预算
    > 第二部分 2026年部门预算情况说明
    > 一、关于2026年收入预算情况说明
    > 2026年收入预算80.00万元。
    > 二、关于2026年支出预算情况说明
    > 2026年支出预算80.00万元。
    > 三、关于2026年财政拨款收支预算情况说明
    > 2026年财政拨款收支预算80.00万元。
    > 四、关于2025年“三公”经费预算情况说明
    > 2026年“三公”经费预算2.00万元。

The title, and no amount of the text.

    > 某县2020年度“三公”经费决算情况说明
    > 2021年，“三公”经费支出决算为12.00万元，比上年减少1.00万元，下降7.69%，主要原因是压减接待。
    > 2021年，公务接待费为2.00万元，比上年减少1.00万元，下降33.33%，主要原因是压减接待。
    > 2021年，公务用车运行维护费为10.00万元，与上年持平。

Passes

Its text is on last year, too.

    > 某县某局2026年部门预算
    > 第二部分 2026年部门预算情况说明
    > 一、关于2026年收入预算情况说明
    > 2026年收入预算80.00万元。
    > 二、关于2026年支出预算情况说明
    > 2026年支出预算80.00万元。
    > 三、关于2026年财政拨款收支预算情况说明
    > 2026年财政拨款收支预算80.00万元。
    > 四、关于2025年结转资金情况说明
    > 2025年结转资金2.00万元。

Undecided

No other heading bears a year.

    > 某县某局2026年部门预算
    > 四、关于2025年“三公”经费预算情况说明
    > 2026年“三公”经费预算2.00万元。
"""

from __future__ import annotations

from explain_check.model.finding import Diagnosis, Outcome, Severity, Verdict
from explain_check.model.heading import HeadingCase
from explain_check.model.slips import LABELS, STALE_YEAR
from explain_check.rules.registry import rule


@rule(code="EC621", name="heading-year", label="标题年份未更新", severity=Severity.WARNING, applies_to=HeadingCase)
def heading_year(case: HeadingCase) -> Verdict:
    """Name the year that the section is on."""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=str(case.printed),
        computed=str(case.year),
        message=f"标题“{case.words}”写作 {case.printed} 年，正文和其他标题为 {case.year} 年",
        message_en=f"The heading bears {case.printed}, its text and its neighbours {case.year}",
        diagnosis=Diagnosis(kind=STALE_YEAR, message=f"年份疑为 {case.year}：{LABELS[STALE_YEAR]}"),
    )
