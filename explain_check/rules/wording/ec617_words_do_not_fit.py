"""用语搭配有误: words that do not go together were left side by side.

What it checks

与上年预算增加持平 and 减少为0.50万元，与上年持平 (moved and not moved), 比上年持平 (比 asks for a difference), 支出收入 for 支出 beside an
amount of revenue, and 主要原因 without 是. All are remarks: the figures stay plain.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

A movement that is none.

    > 公务接待费0.50万元，与2023年预算增加持平。

    > 公务接待费支出减少为0.50万元，与2023年持平。

比 for 与.

    > 公务接待费0.50万元，比2023年预算持平。

Revenue for spending.

    > 政府性基金收入21.40万元，支出收入21.40万元。

A lost 是.

    > 公务接待费0.50万元，比2023年预算减少0.10万元，主要原因公务接待批次减少。

Passes

Words that fit.

    > 公务接待费0.50万元，与2023年预算持平。政府性基金收入21.40万元，支出21.40万元。

Undecided

Two statements of one sentence.

    > 公务接待费0.50万元，与2023年预算增加的会议费持平。
"""

from __future__ import annotations

import regex

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule

_LEFT = regex.compile(
    r"""
      [比较与和同](?:上年|去年|20\d\d年)[^,;。:、]{0,8}(?P<moved>增加|减少|增长|下降)(?:基本)?持平              # 与上年预算增加持平
    | (?P<than>(?<![对相可同])比)(?:上年|去年|上一年|20\d\d年)度?(?:年初)?(?:预算|决算|执行)?数?(?:基本)?持平  # 比上年预算持平
    | (?<=[,，。;；:])(?P<sides>支出收入)(?=[为是]?\d[\d,.]*(?:万|亿)?元)                        # 收入105.00万元,支出收入105.00万元
    | (?P<still>                                                                # 减少为0.50万元,与上年持平
        (?:减少|增加|下降|增长)[为至到]\d[\d,.]*[万亿]?元,?[与和同](?:上年|去年|20\d\d年)[^,;。:、]{0,8}持平
      )
    | (?P<cause>主要原因(?:较上年|年中|公务|因公|人员|工资|新增|厉行|按照|根据|压减)[^,。;:、]{2,8})  # 主要原因公务接待减少
    """,
    regex.VERBOSE,
)


@rule(code="EC617", name="words-do-not-fit", label="用语搭配有误", severity=Severity.INFO, applies_to=WordingCase)
def words_do_not_fit(case: WordingCase) -> Verdict:
    """Fail where two words stand together of which only one can be meant."""
    text = case.passage.text
    found = _LEFT.search(text) if "持平" in text or "主要原因" in text or "支出收入" in text else None
    if found is None:
        return PASSED
    meant = {"moved": "与…持平", "than": "与…持平", "sides": "支出", "still": "…为…，与…持平", "cause": "主要原因是"}[found.lastgroup or ""]
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found.group(),
        computed=meant,
        message=f"“{found.group()}”搭配有误，应为“{meant}”",
        message_en=f"The words do not fit: {found.group()}",
        place=case.passage.place(found.start(), found.end()),
    )
