"""模板备选文字未删: an alternative or a blank of the template was left in.

What it checks

增加（减少）, 增加/减少, 大于（小于）, 大小于, 大|小于, 下降（增长）, XX月XX日, XX万元, ××, ****, places where the figure is lacking
(占 %, 占支出合计%, 决算为 万元, 减少 万元) and brackets that say what to write （列示至项级科目）, which are a remark. Headings,
names of columns and formulas (完成率=…) may hold both words and are passed over.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

An alternative.

    > 收入总计比2023年度减少0.15万元，下降（增长）27.78%，主要原因是利息减少。

    > 财政拨款收入支出增加（减少）的主要原因是业务量增加。

    > 决算数大小于预算数的主要原因：按照工程进度，调减预算。

A blank.

    > 机关运行经费支出预算XX万元，比2023年预算增加XX万元。

    > 因公出国（境）费0万元，占 %，比2023年预算减少 万元。

    > 商品和服务支出75.80万元，占基本支出预算%，支出决算为 万元。

An instruction (a remark).

    > 2026年本单位编报绩效目标的项目2个（绩效管理工作情况，以及编报绩效目标的项目数量、预算金额等）。

    > 本部门预算单位有2家（列示至基层单位）。

Passes

The alternative is chosen.

    > 收入总计比2023年度减少0.15万元，下降27.78%，主要原因是利息减少。

Undecided

A heading or the name of a column.

    > （一）收入增加（减少）变动情况说明
"""

from __future__ import annotations

import re

import regex

from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule
from explain_check.rules.wording.blanks import BLANK

_AFTER_ALTERNATIVE = r"(?!变|情况|额|率|幅|数|值|比例|比重|百分|原因分析|=)"
_LEFT_IN = regex.compile(
    rf"""
    (?P<movement>                                       # 下降(增长)27.78% ; 增加/减少的主要原因
      (?:增加|增长|上升)[(/|](?:减少|下降|降低)[)]? {_AFTER_ALTERNATIVE}
    | (?:减少|下降|降低)[(/|](?:增加|增长|上升)[)]? {_AFTER_ALTERNATIVE}
    | 增[(/|]减[)]?(?=\d|[Xx×*]{{2}})                     # 增(减)12.30万元
    )
    | (?P<comparison>                                   # 大小于预算数 ; 大|小于 ; 大于(小于)
      大[/|(]?小[)]?于
    | (?:大于|高于)[(/|、](?:小于|低于)[)]?(?:[(/|、]等于[)]?)?
    | (?:小于|低于)[(/|、](?:大于|高于)[)]?(?:[(/|、]等于[)]?)?
    )
    | (?P<blank>                                        # XX万元 ; XX月XX日 ; ××局
      {BLANK}(?=亿元|万元|元|年|月|日|%|人|辆|个|次|批|部门|单位|项目|市|县|区|局)
    | (?<![\d×])××(?!\d)                              # not the end of a telephone number: 023-4866××××
    | 占 \s* % (?=[,，。;；、)）]|$)                     # 占 %,
    | (?:占|完成) [^,，。;；:：\d%]{{0,14}} (?:预算|决算|支出|收入|总额|合计|比例|比重)数?[为的]? \s* % (?=[,，。;；])  # 占基本支出预算%,
    | (?:预算|决算)(?:数|安排)?[为是] \s* 万?元 (?=[,，。;；])       # 支出决算为万元,
    | (?:增加|减少|增长|下降|降低|上升) \s* (?:万元|%) (?=[,，。;；、()（）]|$)
    | (?<=[^\s*])\*{{4,}}(?=[^\s*])
    )
    | (?P<instruction>                                  # (列示至基层预算单位) ; (…的项目数量、单位数量、预算金额等)
      [(](?:列示[到至]|请?(?:按|根据)(?:实际|各自)情况(?:填|列|说明|修改|删)|此处(?:填|列|说明)|请(?:填写|说明|列示|简述))[^()\d]{{1,40}}[)]
    | [(][^()\d]{{0,40}}(?:数量|个数|金额)[、和及][^()\d]{{0,12}}(?:数量|个数|金额)等[)]
    | [(]包括[^()\d]{{4,40}}等,具体见表格[)]
    )
    """,
    regex.VERBOSE,
)
#: What each way of it holds, beginning with one certain character: a text without is passed over ten times as fast.
_SIGNS = re.compile(
    "|".join(
        [
            *(rf"{moved}[(/|]|{moved}\s*[万%]" for moved in "增加长升减少降低"),
            r"大[/|(小]|于[(/|、]|X|x|×|＊|\*\*\*|___|占\s*%",
            *(rf"{before}\s*%[,，。;；]" for before in "算数出入额计例重为的"),
            *(rf"{before}[为是]\s*万?元[,，。;；]" for before in "算数排"),
            r"\(列示|\(请|\(按|\(根据|\(此处|\(包括|数量[、和及]|个数[、和及]|金额[、和及]",
        ]
    )
)
_FORMULA = regex.compile(r"[=＝]")
_SENTENCE = regex.compile(r"\d|[。;；]|原因|主要是|[Xx×*]{2}")


@rule(code="EC601", name="template-alternative", label="模板备选文字未删", severity=Severity.WARNING, applies_to=WordingCase)
def template_alternative(case: WordingCase) -> Verdict:
    """Fail where the template's alternative or blank still stands in a sentence."""
    text = case.passage.text
    if not _SIGNS.search(text):
        return PASSED
    for found in _LEFT_IN.finditer(text):
        if found.lastgroup not in ("blank", "instruction") and (_is_formula(text, found) or not _SENTENCE.search(text, found.end())):
            return undecided(Obstacle.NOT_CONCERNED)
        is_told = found.lastgroup == "instruction"
        return Verdict(
            outcome=Outcome.FAIL,
            stated=found.group(),
            severity=Severity.INFO if is_told else Severity.WARNING,
            message=f"疑为模板的填写说明未删：“{found.group()}”" if is_told else f"模板中的备选或空白文字未删改：“{found.group()}”",
            message_en=f"{'An instruction' if is_told else 'An alternative or a blank'} of the template was left in: {found.group()}",
            place=case.passage.place(excerpt_start(text, found.start()), min(len(text), found.end() + 8)),
        )
    return PASSED


def _is_formula(text: str, found: regex.Match[str]) -> bool:
    """Whether the words stand in a formula such as 增加(减少)率=…."""
    return bool(_FORMULA.search(text, max(0, found.start() - 20), min(len(text), found.end() + 20)))
