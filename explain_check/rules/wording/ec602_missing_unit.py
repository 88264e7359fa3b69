"""数字缺单位: a figure stands without its unit or per cent sign.

What it checks

增长13.95。 and 占76.23； lack the per cent sign, 支出决算为4.19。 and 增加12.30， the unit of money. Only figures with decimals that end a
clause are judged; lists with 分别 or 各 name their unit once and are passed over.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

No per cent sign.

    > 机关运行经费285.56万元，比2023年预算增加34.96万元，增长13.95。

No unit.

    > 年初预算为3.00万元，支出决算为4.19。决算数大于预算数的主要原因：追加预算。

Passes

Sign and unit are there.

    > 机关运行经费285.56万元，比2023年预算增加34.96万元，增长13.95%。

Undecided

A list that names its unit once.

    > 货物、工程、服务采购分别增加12.30、4.50、6.70万元。
"""

from __future__ import annotations

import regex

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

_NUMBER = r"\d[\d,]*\.\d+"
_END = r"(?=[。;；](?!\d)|[,，](?![\d.]))"
_BARE = regex.compile(
    rf"""
    (?P<rate>(?:增长|下降|降低|上升)了?{_NUMBER}{_END})                      # 增长13.95。
    | (?P<share>占(?:[^,，。;；:：\d]{{0,16}}(?:的|比例为|比重为|比))?{_NUMBER}{_END})   # 占76.23;
    | (?P<amount>(?:(?:决算|预算|执行)数?(?:为|是)|(?:增加|减少)了?){_NUMBER}{_END})  # 支出决算为4.19。
    """,
    regex.VERBOSE,
)
_SHARED_UNIT = regex.compile(r"分别|各[是为增减占下]|依次|单位[:：]|[(（](?:万元|元|%)[)）]|面积|指数|系数|评分|得分")


@rule(code="EC602", name="missing-unit", label="数字缺单位", severity=Severity.WARNING, applies_to=WordingCase)
def missing_unit(case: WordingCase) -> Verdict:
    """Fail where a figure of a set phrase ends its clause without a unit."""
    text = case.passage.text
    if "." not in text:
        return PASSED
    found = _BARE.search(text)
    if _SHARED_UNIT.search(text):
        return undecided(Obstacle.NOT_CONCERNED)
    if found is None:
        return PASSED
    missing = "计量单位" if found.lastgroup == "amount" else "百分号"
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found.group(),
        message=f"“{found.group()}”缺{missing}",
        message_en=f"{found.group()} lacks its {'unit' if found.lastgroup == 'amount' else 'per cent sign'}",
        place=case.passage.place(max(0, found.start() - 10), found.end()),
    )
