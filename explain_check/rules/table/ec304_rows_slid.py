"""行列错位: from one row on, the amounts of a table stand beside the wrong codes.

What it checks

The codes of a table do not add up (类 = Σ款 = Σ项), and another table prints at least three of its amounts, each different from the
next, the same number of rows further down or up: the amounts slid away from their rows, as they do where cells are pasted beside a list
that has more rows. A table that holds less than another (一般公共预算 beside all funds) differs too, but not like this. A warning:
a table that was misread looks the same.

Why it matters

Each row of such a table tells a wrong amount, though every figure is a right one somewhere. The finding rests on 内容准确 and 真实
(地方预决算公开操作规程, 财预〔2016〕143号, 第三、四条; seen as quoted in official notices only).

Fires

    > 某市某中心2024年部门决算
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 411.00 | 201.00 | 210.00 |
    > | 20502 | 普通教育 | 411.00 | 201.00 | 210.00 |
    > | 2050201 | 学前教育 | 201.00 | 201.00 | 0.00 |
    > | 2050202 | 小学教育 | 210.00 | 0.00 | 210.00 |
    > | 206 | 科学技术支出 | 38.00 | 0.00 | 38.00 |
    > | 20607 | 科学技术普及 | 38.00 | 0.00 | 38.00 |
    > | 2060702 | 科普活动 | 38.00 | 0.00 | 38.00 |
    > | 208 | 社会保障和就业支出 | 155.50 | 110.00 | 45.50 |
    > | 20805 | 行政事业单位养老支出 | 105.50 | 60.00 | 45.50 |
    > | 2080505 | 机关事业单位基本养老保险缴费支出 | 105.50 | 60.00 | 45.50 |
    > | 20808 | 抚恤 | 50.00 | 50.00 | 0.00 |
    > | 2080801 | 死亡抚恤 | 50.00 | 50.00 | 0.00 |
    > | 合计 | | 604.50 | 311.00 | 293.50 |
    > 一般公共预算财政拨款支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 411.00 | 201.00 | 210.00 |
    > | 20502 | 普通教育 | 411.00 | 201.00 | 210.00 |
    > | 2050201 | 学前教育 | 201.00 | 201.00 | 0.00 |
    > | 2050202 | 小学教育 | 210.00 | 0.00 | 210.00 |
    > | 206 | 科学技术支出 | 155.50 | 110.00 | 45.50 |
    > | 20607 | 科学技术普及 | 105.50 | 60.00 | 45.50 |
    > | 2060702 | 科普活动 | 105.50 | 60.00 | 45.50 |
    > | 208 | 社会保障和就业支出 | 50.00 | 50.00 | 0.00 |
    > | 20805 | 行政事业单位养老支出 | 50.00 | 50.00 | 0.00 |
    > | 2080505 | 机关事业单位基本养老保险缴费支出 | 38.00 | 0.00 | 38.00 |
    > | 20808 | 抚恤 | 38.00 | 0.00 | 38.00 |
    > | 2080801 | 死亡抚恤 | 38.00 | 0.00 | 38.00 |
    > | 合计 | | 604.50 | 311.00 | 293.50 |

Passes

No amount slid: the second table holds less, where money of a fund is spent.

    > 某市某中心2024年部门决算
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 411.00 | 201.00 | 210.00 |
    > | 20502 | 普通教育 | 411.00 | 201.00 | 210.00 |
    > | 206 | 科学技术支出 | 38.00 | 0.00 | 38.00 |
    > | 20607 | 科学技术普及 | 38.00 | 0.00 | 38.00 |
    > | 合计 | | 449.00 | 201.00 | 248.00 |
    > 一般公共预算财政拨款支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 341.00 | 201.00 | 140.00 |
    > | 20502 | 普通教育 | 341.00 | 201.00 | 140.00 |
    > | 206 | 科学技术支出 | 38.00 | 0.00 | 38.00 |
    > | 20607 | 科学技术普及 | 38.00 | 0.00 | 38.00 |
    > | 合计 | | 379.00 | 201.00 | 178.00 |

Undecided

The codes do not add up, and no other table shows why (EC909 says so).

    > 某市某中心2024年部门决算
    > 支出决算表
    > 单位：万元
    > | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
    > | 205 | 教育支出 | 411.00 | 201.00 | 210.00 |
    > | 20502 | 普通教育 | 40.00 | 30.00 | 10.00 |
    > | 206 | 科学技术支出 | 38.00 | 0.00 | 38.00 |
    > | 20607 | 科学技术普及 | 17.00 | 0.00 | 17.00 |
    > | 208 | 社会保障和就业支出 | 155.50 | 110.00 | 45.50 |
    > | 20805 | 行政事业单位养老支出 | 60.50 | 60.00 | 0.50 |
    > | 合计 | | 911.00 | 411.00 | 500.00 |
"""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.balance import RowsCase
from explain_check.model.claim import TableCell
from explain_check.model.finding import Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.rules.registry import rule

_MOST_NAMED = 3
_MOST_SHOWN = 6


@rule(code="EC304", name="rows-slid", label="行列错位", severity=Severity.WARNING, applies_to=RowsCase)
def rows_slid(case: RowsCase) -> Verdict:
    """Say from which row on the amounts stand beside the wrong codes, and whose they are."""
    if not case.moved:
        return undecided(Obstacle.SEVERAL_CELLS)
    first, count = case.first, len(case.moved)
    shown = "；".join(_line(own, other) for own, other in case.moved[:_MOST_NAMED])
    more = f"等（共 {count} 行）" if count > _MOST_NAMED else ""
    rows = "、".join(f"{'上' if shift > 0 else '下'}移 {abs(shift)} 行" for shift in case.shifts)
    return Verdict(
        outcome=Outcome.FAIL,
        message=f"《{first.caption}》自“{_row(first)}”行起金额与科目错位（{rows}），各级科目不能汇总：{shown}{more}",
        message_en=f"From {_row(first)} on, the amounts stand beside the wrong codes ({count} rows)",
        evidence=tuple(cell.place for pair in case.moved[:_MOST_SHOWN] for cell in pair),
    )


def _line(own: TableCell, other: TableCell) -> str:
    figure = own.cell.figure
    amount = plain(figure.value) if figure is not None else own.cell.text
    return f"“{_row(own)}”行的 {amount} 在《{other.caption}》中是“{_row(other)}”的金额"


def _row(place: TableCell) -> str:
    """Return the code and the name of a row."""
    return f"{place.cell.code} {''.join(place.cell.row_label.split())}"
