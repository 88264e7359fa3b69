"""支出性质不符: the prose calls basic spending (基本支出) what the table holds as project spending (项目支出), or the reverse.

What it checks

Where the use of an item (主要用于…等基本支出) names one kind of spending alone, and the item's row prints its whole amount in the
column of the other kind, words and table contradict each other.

Why it matters

预算法实施条例 第三十九条 (quoted) tells basic from project spending: the one keeps a body running, the other pays for tasks. The finding
rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 某市某局2024年度部门决算
    > 1、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。主要用于：宣传等基本支出。年初预算为12.00万元，支出决算为12.00万元。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 201 | 一般公共服务支出 | 52.00 | 40.00 | 12.00 |
    > | 20106 | 财政事务 | 52.00 | 40.00 | 12.00 |
    > | 2010601 | 行政运行 | 40.00 | 40.00 |
    > | 2010602 | 一般行政管理事务 | 12.00 | | 12.00 |
    > | | 合计 | 52.00 | 40.00 | 12.00 |

Passes

    > 某市某局2024年度部门决算
    > 1、一般公共服务支出（类）财政事务（款）一般行政管理事务（项）。主要用于：宣传等项目支出。年初预算为12.00万元，支出决算为12.00万元。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 201 | 一般公共服务支出 | 52.00 | 40.00 | 12.00 |
    > | 20106 | 财政事务 | 52.00 | 40.00 | 12.00 |
    > | 2010601 | 行政运行 | 40.00 | 40.00 |
    > | 2010602 | 一般行政管理事务 | 12.00 | | 12.00 |
    > | | 合计 | 52.00 | 40.00 | 12.00 |

Undecided

The use names more than one kind, or no table holds the amount by kinds.

    > 1、一般公共服务支出（类）财政事务（款）行政运行（项）。用于：人员支出、公用支出及项目支出。年初预算为52万元，支出决算为52万元。
"""

from __future__ import annotations

import re

from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.link import Link, LinkStatus
from explain_check.rules.registry import rule

_KINDS = ("基本支出", "项目支出")
#: 主要用于：局财政业务指导与宣传等基本支出。 | 用于扬尘污染防治监管等项目支出，年初预算为…
_KIND = re.compile(r"(?:基本支出|项目支出)(?=[。，,;；])")
_END = re.compile(r"[。;；]")
_OTHER_KIND = re.compile(r"(?:人员|公用|日常|基本|项目|经营)(?:支出|经费)")


@rule(code="EC205", name="other-kind-of-spending", label="支出性质不符", severity=Severity.WARNING, applies_to=Link)
def other_kind_of_spending(link: Link) -> Verdict:
    """Hold the kind of spending that an item's use names against the columns of the item's row."""
    stated = _stated_kind(link.claim.place.quote)
    current = link.claim.current
    if not stated or current is None or not current.figure.value:
        return undecided(Obstacle.NOT_CONCERNED)
    held = {label: place for place in link.cells for label in place.cell.column_path if label in _KINDS and place.cell.code}
    if link.status is not LinkStatus.UNIQUE or not held:
        return undecided(Obstacle.NO_LINK)
    if stated in held:
        return PASSED
    kind, place = next(iter(held.items()))
    item = "".join(place.cell.row_label.split())
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=kind,
        message=f"支出性质不符：文中说“{item}”用于{stated}，表中这笔金额全部列在“{kind}”",
        message_en=f"The prose calls {item} {stated}, the table prints the whole amount as {kind}",
        evidence=(place.place,),
    )


def _stated_kind(quote: str) -> str:
    """Return the one kind of spending that the use in a quote names, empty where it names none or several."""
    found = _KIND.search(quote)
    if found is None:
        return ""
    sentence = _END.split(quote[: found.end()])[-1]
    use = sentence[sentence.find("用于") :] if "用于" in sentence and "反映" not in sentence else ""
    return found.group() if len(_OTHER_KIND.findall(use)) == 1 else ""
