"""文表不一致: the prose prints another amount than the table.

What it checks

The amount of a statement against the cell where the same fact must stand, by its row and column. The cell is the evidence.
Where several cells with different amounts come into question, or a table names no unit, the finding is a warning.

Why it matters

Two printed figures that cannot both be true make the explanation of a change worthless. No law prescribes a growth
formula or a way of rounding; the finding rests on 内容准确 and 真实 (地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条;
seen as quoted in official notices only). 预算法 (2018) 第十四条 asks for publication with explanation (read).

Fires

The cell holds another amount.

    > 某市某中心2024年部门预算
    > 三、支出预算情况说明
    > 2024年支出预算301.18万元，其中：基本支出301.18万元，占100.00%。
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 2210201 | 住房公积金 | 151.37 | 151.37 | 0.00 |
    > | 2080505 | 机关事业单位基本养老保险缴费支出 | 147.81 | 147.81 | 0.00 |
    > | 合计 | | 299.18 | 299.18 | 0.00 |

Both sides of the table end in another total.

    > 某市某局2024年度部门决算
    > 四、财政拨款收入支出决算总体情况说明
    > 财政拨款收入支出总计0.3万元。与2023年度相比，财政拨款收入支出总计减少63.14万元，下降2.09%。
    > 财政拨款收入支出决算总表
    > 单位：万元
    > | 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 |
    > | 一、一般公共预算财政拨款 | 2,961.68 | 一、一般公共服务支出 | 2,961.68 | 2,961.68 |
    > | 总计 | 2,961.68 | 总计 | 2,961.68 | 2,961.68 |

Passes

The cell holds the amount.

    > 某市某中心2024年部门预算
    > 三、支出预算情况说明
    > 2024年支出预算299.18万元，其中：基本支出299.18万元，占100.00%。
    > 部门支出总体情况表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 2210201 | 住房公积金 | 151.37 | 151.37 | 0.00 |
    > | 2080505 | 机关事业单位基本养老保险缴费支出 | 147.81 | 147.81 | 0.00 |
    > | 合计 | | 299.18 | 299.18 | 0.00 |

Undecided

There is no table.

    > 住房公积金支出预算151.37万元。
"""

from __future__ import annotations

from decimal import Decimal

from explain_check.model.arithmetic import amount_of, are_exact, is_cut_off, plain
from explain_check.model.claim import TableCell
from explain_check.model.finding import PASSED, Diagnosis, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.link import Link
from explain_check.model.slips import CUT_OFF, LABELS, slip_to
from explain_check.rules.registry import rule


@rule(code="EC201", name="prose-differs-from-table", label="文表不一致", severity=Severity.ERROR, applies_to=Link)
def prose_differs_from_table(link: Link) -> Verdict:
    """Hold the amount of a statement against the cells where it must stand."""
    current = link.claim.current
    if current is None:
        return undecided(Obstacle.NO_CURRENT)
    if link.cells:
        return PASSED
    rivals = [rival for rival in link.rivals if rival.cell.figure is not None]
    if not rivals:
        return undecided(Obstacle.NO_LINK if link.table_present else Obstacle.NO_TABLE)
    if not are_exact(current):
        return undecided(Obstacle.NOT_EXACT)
    stated = amount_of(current.figure, link.claim.unit)
    values = sorted({_value(rival, link.claim.unit) for rival in rivals})
    touching = any(_overlaps(rival, link) for rival in rivals)
    if touching and any(_is_coarser(rival, link) for rival in rivals):
        return PASSED
    cut = len(values) == 1 and is_cut_off(values[0], stated)
    shown = rivals[0].place
    is_certain = len(values) == 1 and all(rival.unit or (rival.cell.figure and rival.cell.figure.unit) for rival in rivals)
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(stated.value),
        computed=plain(values[0]) if len(values) == 1 else None,
        message=f"文字与表格不一致：文中为 {plain(stated.value)}，表中为 {'或'.join(plain(value) for value in values)}（{shown.quote}）"
        f"{_elsewhere(link)}{CUT_OFF if cut else ''}",
        message_en=f"Prose and table differ: {plain(stated.value)} in the prose, {', '.join(plain(v) for v in values)} in the table",
        diagnosis=_diagnosis(link, rivals[0]) if len(values) == 1 else None,
        evidence=tuple(place.place for place in (*rivals, *link.elsewhere)),
        severity=Severity.ERROR if is_certain and not touching and not cut else Severity.WARNING,
        place=None if _is_printed_here(link) else current.place,
    )


def _is_printed_here(link: Link) -> bool:
    """Whether the claim's own words print its amount."""
    return getattr(link.claim, "current_in_statement", True)


def _value(rival: TableCell, unit: str) -> Decimal:
    """Return a cell's amount in the claim's unit."""
    assert rival.cell.figure is not None
    return amount_of(rival.cell.figure, unit).value.normalize() + 0


def _overlaps(rival: TableCell, link: Link) -> bool:
    """Whether a cell and the statement may stand for one amount."""
    if rival.cell.figure is None or link.claim.current is None:
        return False
    unit = link.claim.unit
    return amount_of(rival.cell.figure, unit).interval.overlaps(amount_of(link.claim.current.figure, unit).interval)


def _is_coarser(rival: TableCell, link: Link) -> bool:
    """Whether cell and statement print different places, so that rounding alone may part them."""
    if rival.cell.figure is None or link.claim.current is None:
        return False
    unit = link.claim.unit
    return amount_of(rival.cell.figure, unit).half != amount_of(link.claim.current.figure, unit).half


def _elsewhere(link: Link) -> str:
    """Return the sentence on other tables that hold the amount of the prose."""
    captions = dict.fromkeys(f"《{place.caption}》" for place in link.elsewhere if place.caption)
    return f"；{'、'.join(captions)}也印有文中的金额" if captions else ""


def _diagnosis(link: Link, rival: TableCell) -> Diagnosis | None:
    """Return the slip that explains the difference: in the table, where other tables hold the amount of the prose, else in the prose."""
    if rival.cell.figure is None or link.claim.current is None:
        return None
    printed = amount_of(link.claim.current.figure, link.claim.unit).value
    if link.elsewhere:
        wrong, right = _value(rival, link.claim.unit), plain(printed)
        return Diagnosis(kind="other", message=f"表中 {plain(wrong)} 疑为 {right}", correction=printed)
    found = slip_to(printed, amount_of(rival.cell.figure, link.claim.unit).interval)
    if found is None:
        return None
    kind, value = found
    return Diagnosis(kind=kind, message=f"{plain(printed)} 疑为 {plain(value)}：{LABELS[kind]}", correction=value)
