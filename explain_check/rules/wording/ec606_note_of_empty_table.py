"""空表说明不符: a note says that the table is empty, and the table holds figures.

What it checks

注：本部门无…预算，故本表为空表 stands right below a table whose cells hold amounts: the note is left over from the form, or
the figures belong elsewhere. A table of zeros counts as empty.

Why it matters

Empty tables are to be published too and explained: 地方预决算公开操作规程 (财预〔2016〕143号; seen as quoted in official
notices only). A note that denies the figures above it makes the reader doubt both.

Fires

The table holds an amount.

    > 部门“三公”经费预算表
    > 单位：万元
    > | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车运行费 |
    > | 47.91 | 0.00 | 26.35 | 21.56 |
    > 注：本部门无“三公”经费预算，故本表为空表。

Passes

The table is empty.

    > 政府性基金预算支出表
    > 单位：万元
    > | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
    > | | 合计 |
    > 注：本部门无政府性基金预算支出，故本表为空表。

Undecided

The note says nothing of the sort.

    > 部门“三公”经费预算表
    > 单位：万元
    > | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车运行费 |
    > | 47.91 | 0.00 | 26.35 | 21.56 |
    > 注：本表金额以四舍五入列示。
"""

from __future__ import annotations

import re

from explain_check.model.case import RemarkCase
from explain_check.model.finding import PASSED, Obstacle, Outcome, Severity, Verdict, undecided
from explain_check.model.text import Location, Place
from explain_check.rules.registry import rule

#: 故本表为空表 | 本表无数据 | 以空表列示, not 无数据的项目以空格列示
_EMPTY = re.compile(
    r"(?:本|此|该)表(?:现?为空|无数据|没有数据|无内容|空白|数据为空|以空表)|(?:故|所以|因此)(?:为|是)?(?:空表|无数据)"
    r"|以空表(?:公开|列示|反映)"
)
_SHOWN = 3


@rule(code="EC606", name="note-of-empty-table", label="空表说明不符", severity=Severity.ERROR, applies_to=RemarkCase)
def note_of_empty_table(case: RemarkCase) -> Verdict:
    """Fail where the note calls a table empty that holds amounts other than zero."""
    if not _EMPTY.search(case.passage.text):
        return undecided(Obstacle.NOT_CONCERNED)
    filled = [cell for cell in case.table.cells if cell.figure is not None and cell.figure.value]
    if not filled:
        return PASSED
    shown = "、".join(cell.text for cell in filled[:_SHOWN])
    caption = case.table.caption
    places = [Location(section=caption, page=cell.page, start=cell.start, end=cell.end) for cell in filled[:_SHOWN]]
    return Verdict(
        outcome=Outcome.FAIL,
        message=f"说明称本表为空表，而《{caption}》中有数字：{shown}",
        message_en=f"The note calls the table “{caption}” empty, and it holds figures: {shown}",
        evidence=tuple(Place(quote=cell.text, location=where) for cell, where in zip(filled, places, strict=False)),
    )
