"""数字缺单位: a figure stands without its unit or per cent sign.

What it checks

增长13.95。, 占76.23； and 完成预算的87.10。 lack the per cent sign, 支出决算为4.19。 and 增加12.30， the unit of money. Only figures with
decimals that end a clause are judged; lists with 分别 or 各 name their unit once and are passed over. An amount that ends in 万 where a
kind of spending is named (接待支出0.40万) lacks 元; this is a remark, as its amount is plain.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

No per cent sign.

    > 机关运行经费285.56万元，比2023年预算增加34.96万元，增长13.95。

No unit.

    > 年初预算为3.00万元，支出决算为4.19。决算数大于预算数的主要原因：追加预算。

万 for 万元 (a remark).

    > 国内公务接待支出0.40万（含外宾接待支出0万元），主要用于学习交流。

Passes

Sign and unit are there.

    > 机关运行经费285.56万元，比2023年预算增加34.96万元，增长13.95%。

Undecided

A list that names its unit once.

    > 货物、工程、服务采购分别增加12.30、4.50、6.70万元。
"""

from __future__ import annotations

import re

import regex

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule

_NUMBER = r"\d[\d,]*\.\d+"
_END = r"(?=[。;；](?!\d)|[,，](?![\d.]))"
_BARE = regex.compile(
    rf"""
    (?P<rate>(?:增长|下降|降低|上升)(?:了|率?为)?{_NUMBER}{_END})                      # 增长13.95。
    | (?P<share>占(?:[^,，。;；:：\d]{{0,16}}(?:的|比例为|比重为|比为?))?{_NUMBER}{_END})   # 占76.23;
    | (?P<completion>完成了?(?:年初|全年|调整)?预算(?:安排)?数?的{_NUMBER}{_END})  # 完成年初预算的87.10。
    | (?P<amount>(?:(?:决算|预算|执行)数?(?:为|是)|(?:增加|减少)了?){_NUMBER}{_END})  # 支出决算为4.19。
    | (?P<yuan>                                                              # 接待支出0.40万(含
        (?:支出|收入|(?:接待|维护|购置|运行|会议|培训)费|[预决]算数?)(?:合计)?(?:为|是)?\d[\d,]*(?:\.\d+)?万(?=[。;；,，]|[(（][不其包]?[含中])
      )
    """,
    regex.VERBOSE,
)
#: How each of them ends.
_ENDS = re.compile(r"\.\d+[。;；,，]|万[。;；,，(（]")
_MISSING = {
    "rate": ("百分号", "per cent sign"),
    "share": ("百分号", "per cent sign"),
    "completion": ("百分号", "per cent sign"),
    "amount": ("计量单位", "unit"),
    "yuan": ("“元”字", "unit 元"),
}
_SHARED_UNIT = regex.compile(r"分别|各[是为增减占下]|依次|单位[:：]|[(（](?:万元|元|%)[)）]|面积|指数|系数|评分|得分")


@rule(code="EC602", name="missing-unit", label="数字缺单位", severity=Severity.WARNING, applies_to=WordingCase)
def missing_unit(case: WordingCase) -> Verdict:
    """Fail where a figure of a set phrase ends its clause without a unit."""
    text = case.passage.text
    found = list(_BARE.finditer(text)) if _ENDS.search(text) else []
    if not found:
        return PASSED
    if _SHARED_UNIT.search(text):
        return undecided(Obstacle.NOT_CONCERNED)
    kinds = [slip.lastgroup or "" for slip in found]
    return Verdict(
        outcome=Outcome.FAIL,
        stated="、".join(slip.group() for slip in found),
        message="；".join(f"“{slip.group()}”缺{_MISSING[kind][0]}" for slip, kind in zip(found, kinds, strict=True)),
        message_en="; ".join(f"{slip.group()} lacks its {_MISSING[kind][1]}" for slip, kind in zip(found, kinds, strict=True)),
        place=case.passage.place(excerpt_start(text, found[0].start()), found[0].end()),
        severity=Severity.INFO if set(kinds) == {"yuan"} else Severity.WARNING,
    )
