"""Words that stand where an amount would: 2026年未安排预算，比2025年预算减少42.68万元 moves to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from explain_check.model.figure import Figure, Mention

#: 死亡抚恤(项):2026年未安排预算,比2025年 | 2024年度无支出,比2023年度 | 本年不再安排,较上年; not 上年未安排, nor 年初未安排预算, after
#: which an amount may well have been spent
_NOTHING = re.compile(
    r"(?:(?:本|当|今)年度?|20\d\d年度?|(?<=[类款项]\))[“”\":,]{0,2})(?:(?:部门|单位)?(?:财政拨款)?预算|财政拨款|支出)?"
    r"(?P<nothing>(?:未再?|没有|无|不再?)(?:安排|编列|列支|发生|列)(?:此项|该项|相关)?(?:支出|经费|资金|费用)?(?:预算)?"
    r"|[无没]有?(?:此项|该项|相关)?(?:预算|支出)(?:安排|发生)?)"
    r"(?=[,;:][与同比较][^。;¶]{2,30}?(?:减少|下降|降低|持平|一致|相同|无增减|无变化|不变))"
)
#: …减少42.68万元，下降100.00%
_RATE = re.compile(r"[^。;¶%]{0,40}?(?:下降|降低|减少)了?(?P<rate>\d+(?:\.\d+)?)%")
_OF_ITEM, _NEAR, _ALL = re.compile(r"[类款项]\)[“”\":,]{0,2}(?:科目)?$"), 8, Decimal(100)


def find_nothing(text: str) -> Iterator[Mention]:
    """Yield the words for an amount of nothing that the next words compare with another year, each as a figure of zero."""
    for match in _NOTHING.finditer(text) if "安排" in text or "无" in text else ():
        start, end = match.span("nothing")
        rate = _RATE.match(text, end)
        if rate and Decimal(rate["rate"]) != _ALL and not _OF_ITEM.search(text, max(0, match.start() - _NEAR), match.start()):
            continue  # 其中购置费2026年无预算，与上年相比减少10.00万元，下降62.50%: the whole moved
        yield Mention(figure=Figure(value=Decimal(0), unit="万元", text=match["nothing"]), start=start, end=end)
