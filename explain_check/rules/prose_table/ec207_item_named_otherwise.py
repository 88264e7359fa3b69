"""科目名称不符: the prose calls an item (类/款/项) otherwise than the tables that hold its amount.

What it checks

Where the prose names class, division and item (某支出（类）某款（款）某项（项）) with an amount that the tables print for one item of that
class alone, division and item must read alike; where division and item do, so must the class. A final 支出 and marks are passed over.
A name with all the other one's characters in their order (归口管理的行政单位离退休) may be an earlier year's and is only worth a look.

Why it matters

预算法实施条例 第六条 (quoted) asks for functional classes down to 项: whoever looks an item up by this name finds none. The finding
rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

The item's name.

    > 某市某街道2024年部门决算
    > 1、城乡社区支出（类）城乡社区管理事务（款）其他社区城乡管理事务支出（项）153.42万元，主要用于社区管理。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 212 | 城乡社区支出 | 203.42 | 50.00 | 153.42 |
    > | 21201 | 城乡社区管理事务 | 203.42 | 50.00 | 153.42 |
    > | 2120101 | 行政运行 | 50.00 | 50.00 |
    > | 2120199 | 其他城乡社区管理事务支出 | 153.42 | | 153.42 |
    > | | 合计 | 203.42 | 50.00 | 153.42 |

The division's.

    > 某市某街道2024年部门决算
    > 1、公共安全支出（类）司法（款）其他公共安全支出（项）153.42万元，主要用于社区平安建设。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 204 | 公共安全支出 | 203.42 | 50.00 | 153.42 |
    > | 20406 | 司法 | 50.00 | 50.00 |
    > | 2040607 | 公共法律服务 | 50.00 | 50.00 |
    > | 20499 | 其他公共安全支出 | 153.42 | | 153.42 |
    > | 2049999 | 其他公共安全支出 | 153.42 | | 153.42 |
    > | | 合计 | 203.42 | 50.00 | 153.42 |

The class's, of an earlier year.

    > 某市某街道2024年部门预算
    > 1、医疗卫生与计划生育支出（类）公共卫生（款）妇幼保健机构（项）20.00万元，主要用于筛查。
    > 一般公共预算支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 210 | 卫生健康支出 | 53.00 | 33.00 | 20.00 |
    > | 21004 | 公共卫生 | 20.00 | | 20.00 |
    > | 2100403 | 妇幼保健机构 | 20.00 | | 20.00 |
    > | 21011 | 行政事业单位医疗 | 33.00 | 33.00 |
    > | 2101101 | 行政单位医疗 | 33.00 | 33.00 |
    > | | 合计 | 53.00 | 33.00 | 20.00 |

Passes

    > 某市某街道2024年部门决算
    > 1、城乡社区支出（类）城乡社区管理事务（款）其他城乡社区管理事务支出（项）153.42万元，主要用于社区管理。
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 212 | 城乡社区支出 | 203.42 | 50.00 | 153.42 |
    > | 21201 | 城乡社区管理事务 | 203.42 | 50.00 | 153.42 |
    > | 2120101 | 行政运行 | 50.00 | 50.00 |
    > | 2120199 | 其他城乡社区管理事务支出 | 153.42 | | 153.42 |
    > | | 合计 | 203.42 | 50.00 | 153.42 |

Undecided

No table holds the amount.

    > 1、城乡社区支出（类）城乡社区管理事务（款）其他社区城乡管理事务支出（项）153.42万元，主要用于社区管理。
"""

from __future__ import annotations

from explain_check.link.labels import plain_label
from explain_check.model.claim import TableCell
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.link import Link
from explain_check.rules.registry import rule

_LEVELS, _ITEM_CODE = 3, 7
_CODES = (3, 5, 7)
#: An amount of so many digits does not stand at two items by chance.
_TELLING = 4


@rule(code="EC207", name="item-named-otherwise", label="科目名称不符", severity=Severity.WARNING, applies_to=Link)
def item_named_otherwise(link: Link) -> Verdict:
    """Hold an item's names against those of the row that holds its amount."""
    current = link.claim.current
    if link.claim.subject.count("/") != _LEVELS - 1 or current is None:
        return undecided(Obstacle.NOT_CONCERNED)
    names = tuple(_bare(name) for name in link.claim.subject.split("/"))
    held = {path: place for place in link.cells if len(path := _path(place)) == _LEVELS}
    of_class = {path: place for path, place in held.items() if path[0] == names[0]}
    of_item = {path: place for path, place in held.items() if path[1:] == names[1:]}
    is_telling = len(str(abs(current.figure.value)).replace(".", "").strip("0")) >= _TELLING
    rows = of_class if of_class and is_telling else {} if of_class else of_item
    if len(rows) != 1:
        return undecided(Obstacle.SEVERAL_CELLS if rows else Obstacle.NO_LINK)
    (path, place), *_ = rows.items()
    if path == names:
        return PASSED
    level = next(k for k in (2, 1, 0) if path[k] != names[k])
    short, long = sorted((names[level], path[level]), key=len)
    letters = iter(long)
    is_held = all(letter in letters for letter in short)
    stated, computed = link.claim.subject.split("/")[level], plain_label(place.cell.row_path[level])
    code = place.cell.code[: _CODES[level]]
    return Verdict(
        outcome=Outcome.FAIL,
        severity=Severity.INFO if is_held else None,
        stated=stated,
        computed=computed,
        message=f"科目名称不符：文中的{'类款项'[level]}“{stated}”，表中这笔金额的科目是“{computed}”（{code}）",
        message_en=f"The prose names {stated}, the table prints this amount for {computed} ({code})",
        evidence=(place.place,),
    )


def _path(place: TableCell) -> tuple[str, ...]:
    """Return the names of an item's row, none for other rows."""
    return tuple(map(_bare, place.cell.row_path)) if len(place.cell.code) == _ITEM_CODE else ()


def _bare(name: str) -> str:
    return plain_label(name).replace("“", "").replace("”", "").removesuffix("支出")
