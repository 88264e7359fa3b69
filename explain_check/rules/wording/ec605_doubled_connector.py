"""用语重复: a connecting phrase is written twice.

What it checks

主要原因是主要是, 原因原因是, 比上年比上年 and their like, 用于用于, 执行执行情况; a verb of movement written twice before its
figure (比上年预算增加增加3万元); 向 before and behind those who are paid.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

Doubled.

    > 公务接待费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是主要是接待减少。

    > 公务接待费0.50万元，比上年比上年预算减少0.10万元，下降16.67%，原因是接待减少。

    > 公务接待费0.50万元，比2023年预算减少减少0.10万元，下降16.67%，原因是接待减少。

    > 培训费0.50万元，主要用于用于举办业务学习。

    > 培训费0.50万元，主要用于向下属单位向符合条件的学员发放教材。

Passes

Once.

    > 公务接待费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是接待减少。

Undecided

A noun that begins with the same characters; a cause beside its effect.

    > 培训费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是学员减少减少了支出。

    > 培训费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是主要领导干部培训减少。
"""

from __future__ import annotations

import re

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Outcome, Severity, Verdict
from explain_check.rules.registry import rule

_TWICE = ("主要是", "主要原因", "原因是", "由于", "万元", "持平", "经费", "拨款")
_ACTS = ("开展", "加强", "推进", "提高", "落实", "按照", "根据", "进行", "用于", "做好", "安排")
_REASON = r"(?:主要)?(?:是|为)?[:：,，]?(?:主要是(?:由于|因为|因)?|主要由于|(?:主要)?原因(?:是|为|[:：]))"
_MOVED = r"(?:增加增加|减少减少|增长增长|下降下降|上升上升)(?=了?约?\d)"
_NO_WAY = "(?<![面方导投定双横纵去动转倾取流指意志趋走]向)"
#: Each way begins with a character of its own, to which re can skip.
_DOUBLED = re.compile(
    "|".join(
        [
            rf"主要原因{_REASON}|原因{_REASON}",  # 主要原因是主要是
            *(word * 2 for word in _TWICE),
            *(rf"{lead}((?:上年|去年|20\d\d年)(?:度|预算|决算)?){lead}\{at}" for at, lead in enumerate("比较与", 1)),  # 比上年比上年
            *(rf"{lead}[^,;。]{{0,16}}[年度算数期]{_MOVED}" for lead in "比较与"),  # 比上年预算增加增加3万元
            rf"同比{_MOVED}",
            r"支出支出(?!决算|预算|年初|总|合计|数)(?=\d|为|共)",  # 农林水支出支出3.36万元
            r"主要是是(?![否非])|原因是是(?![否非])",  # 主要是是接待增加
            *(word * 2 for word in _ACTS),  # 用于用于办公
            "执行执行(?=情况)|负责负责(?!人)",
            # 向单位向职工发放
            rf"向{_NO_WAY}[^,。;:、“”\d向]{{2,10}}向{_NO_WAY}(?=[^,。;:\d]{{2,20}}(?:发放|提供|支付|拨付|缴纳))",
        ]
    )
)
_HONEST = re.compile(r"原因主要是")


@rule(code="EC605", name="doubled-connector", label="用语重复", severity=Severity.INFO, applies_to=WordingCase)
def doubled_connector(case: WordingCase) -> Verdict:
    """Fail where a connecting phrase stands twice in a row."""
    text = case.passage.text
    if not _DOUBLED.search(text):
        return PASSED
    found = next((found for found in _DOUBLED.finditer(text) if not _HONEST.search(found.group())), None)
    if found is None:
        return PASSED
    return Verdict(
        outcome=Outcome.FAIL,
        stated=found.group(),
        message=f"用语重复：“{found.group()}”",
        message_en=f"A phrase is written twice: {found.group()}",
        place=case.passage.place(found.start(), found.end()),
    )
