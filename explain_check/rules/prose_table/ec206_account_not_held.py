"""所列科目表中无金额: the prose lists an economic item (经济分类科目) for which the table holds no amount.

What it checks

人员经费…万元，主要包括：… and 公用经费…万元，主要包括：… are held against the table of basic spending by economic items, where its amounts
add up to the amount before the list. If the list and the items with amounts are the same but for one listed item, that item is wrong;
an error where one item with an amount is not listed instead: the name slid to a neighbour. More such items are worth a look only:
the list was copied from a form.

Why it matters

预算法 第四十六条 (quoted) wants basic spending shown down to 款 by economic items. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 某市某局2024年度部门决算
    > 人员经费62.00万元，主要包括：基本工资、津贴补贴、住房公积金、退休费、个人农业生产补贴。
    > 一般公共预算财政拨款基本支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 决算数 |
    > | 301 | 工资福利支出 | 55.00 |
    > | 30101 | 基本工资 | 30.00 |
    > | 30102 | 津贴补贴 | 20.00 |
    > | 30113 | 住房公积金 | 5.00 |
    > | 303 | 对个人和家庭的补助 | 7.00 |
    > | 30302 | 退休费 | 6.00 |
    > | 30309 | 奖励金 | 1.00 |
    > | | 合计 | 62.00 |

Passes

    > 某市某局2024年度部门决算
    > 人员经费62.00万元，主要包括：基本工资、津贴补贴、住房公积金、退休费、奖励金。
    > 一般公共预算财政拨款基本支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 决算数 |
    > | 301 | 工资福利支出 | 55.00 |
    > | 30101 | 基本工资 | 30.00 |
    > | 30102 | 津贴补贴 | 20.00 |
    > | 30113 | 住房公积金 | 5.00 |
    > | 303 | 对个人和家庭的补助 | 7.00 |
    > | 30302 | 退休费 | 6.00 |
    > | 30309 | 奖励金 | 1.00 |
    > | | 合计 | 62.00 |

Undecided

No table adds up to the amount, or the list holds names that are no items.

    > 某市某局2024年度部门决算
    > 人员经费62.00万元，主要包括：基本工资、津贴补贴、住房公积金、退休费、个人农业生产补贴。
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from explain_check.model.case import AccountsCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.text import Place
from explain_check.rules.registry import rule

#: So many items must be listed as the table holds them before one that is not tells of a slip.
_ENOUGH = 4
_MOST = 4


@rule(code="EC206", name="account-not-held", label="所列科目表中无金额", severity=Severity.WARNING, applies_to=AccountsCase)
def account_not_held(case: AccountsCase) -> Verdict:
    """Hold the listed items against those with amounts."""
    if not case.held:
        return undecided(Obstacle.NO_TABLE)
    held = {place.cell.code: place for place in case.held}
    rows = {_plain(place.cell.row_label) for place in case.held}
    missing = [(place, code) for place, code in case.listed if code not in held and not _is_row(_plain(place.quote), rows)]
    if not missing:
        return PASSED
    codes = {code for _, code in case.listed}
    names = {_plain(place.quote) for place, _ in case.listed}
    unlisted = [place for code, place in held.items() if code not in codes and not _is_row(_plain(place.cell.row_label), names)]
    where = missing[0][0]
    if not all(code for _, code in case.listed) or len(case.listed) - len(missing) < _ENOUGH:
        return undecided(Obstacle.NOT_CONCERNED)
    if len(missing) > 1 or len(unlisted) > 1:
        return _several([place for place, _ in missing])
    instead = f"，表中有金额的是“{unlisted[0].cell.row_label}”" if unlisted else ""
    instead_en = f"; the table holds {unlisted[0].cell.row_label} instead" if unlisted else ""
    return Verdict(
        outcome=Outcome.FAIL,
        severity=Severity.ERROR if unlisted else None,
        stated=where.quote,
        computed=unlisted[0].cell.row_label if unlisted else None,
        message=f"所列科目表中无金额：文中列有“{where.quote}”{instead}",
        message_en=f"{where.quote} is listed, but the table holds no amount for it{instead_en}",
        place=where,
        evidence=tuple(place.place for place in unlisted),
    )


def _plain(name: str) -> str:
    return "".join(name.split())


def _is_row(name: str, names: Collection[str]) -> bool:
    """Whether names hold a name, whole or cut (医疗费补助): codes were others in earlier years."""
    return any(other.startswith(name) or name.startswith(other) for other in names)


def _several(missing: Sequence[Place]) -> Verdict:
    """Return the hint on a list that names several items without an amount."""
    names = "、".join(f"“{place.quote}”" for place in missing[:_MOST]) + ("等" if len(missing) > _MOST else "")
    return Verdict(
        outcome=Outcome.FAIL,
        severity=Severity.INFO,
        stated=missing[0].quote,
        message=f"所列科目中有 {len(missing)} 个表中无金额：{names}",
        message_en=f"{len(missing)} of the items listed have no amount in the table",
        place=missing[0],
    )
