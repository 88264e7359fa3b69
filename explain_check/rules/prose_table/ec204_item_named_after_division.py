"""科目层级错位: the prose calls an item (项) by the name of its division (款).

What it checks

Where the prose names class, division and item (某支出（类）某款（款）某项（项）) and every cell that bears the item's name and its
amount is a division of that class by its code (five digits), the names slid by one level.

Why it matters

预算法实施条例 第六条 (quoted) asks for functional classes down to 项: whoever looks an item up by this name finds none. The finding
rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 某市某中心2024年部门预算
    > 1、“卫生健康支出（类）卫生健康支出（款）计划生育事务（项）”科目20.00万元，主要用于宣传。
    > 一般公共预算支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 210 | 卫生健康支出 | 53.00 | 33.00 | 20.00 |
    > | 21007 | 计划生育事务 | 20.00 | | 20.00 |
    > | 2100717 | 计划生育服务 | 20.00 | | 20.00 |
    > | 21011 | 行政事业单位医疗 | 33.00 | 33.00 |
    > | 2101101 | 行政单位医疗 | 33.00 | 33.00 |
    > | | 合计 | 53.00 | 33.00 | 20.00 |

Passes

    > 某市某中心2024年部门预算
    > 1、“卫生健康支出（类）计划生育事务（款）计划生育服务（项）”科目20.00万元，主要用于宣传。
    > 一般公共预算支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 210 | 卫生健康支出 | 53.00 | 33.00 | 20.00 |
    > | 21007 | 计划生育事务 | 20.00 | | 20.00 |
    > | 2100717 | 计划生育服务 | 20.00 | | 20.00 |
    > | 21011 | 行政事业单位医疗 | 33.00 | 33.00 |
    > | 2101101 | 行政单位医疗 | 33.00 | 33.00 |
    > | | 合计 | 53.00 | 33.00 | 20.00 |

Undecided

No table holds items.

    > 1、“卫生健康支出（类）卫生健康支出（款）计划生育事务（项）”科目20.00万元，主要用于宣传。
"""

from __future__ import annotations

from explain_check.model.claim import TableCell
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.link import Link
from explain_check.rules.registry import rule

_LEVELS, _DIVISION_CODE = 3, 5


@rule(code="EC204", name="item-named-after-division", label="科目层级错位", severity=Severity.ERROR, applies_to=Link)
def item_named_after_division(link: Link) -> Verdict:
    """Hold the item's name against the level at which the tables bear it."""
    if link.claim.subject.count("/") < _LEVELS - 1:
        return undecided(Obstacle.NOT_CONCERNED)
    names = ["".join(name.split()) for name in link.claim.subject.split("/")]
    if names[-1] == names[-2]:
        return undecided(Obstacle.NOT_CONCERNED)
    named = [(place, path) for place in link.cells if (path := _path(place)) and path[-1] == names[-1] and place.cell.code]
    if not named:
        return undecided(Obstacle.NO_LINK)
    if any(len(place.cell.code) != _DIVISION_CODE or path[0] != names[0] for place, path in named):
        return PASSED
    place, path = named[0]
    stated, computed = "/".join(names), "/".join(path)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=stated,
        computed=computed,
        message=f"科目层级错位：文中把“{names[-1]}”写作项（{stated}），表中它是款（{place.cell.code}，{computed}）",
        message_en=f"The names slid by one level: {names[-1]} is an item here, a division in the table ({place.cell.code})",
        evidence=(place.place,),
    )


def _path(place: TableCell) -> tuple[str, ...]:
    return tuple("".join(label.split()) for label in place.cell.row_path)
