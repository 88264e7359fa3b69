"""Forms (绩效目标表): no header over all rows, a label before each figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.model.document import Piece
from explain_check.model.figure import PERCENT, Figure
from explain_check.model.table import Cell
from explain_check.structure.body import label_unit, read_figure
from explain_check.structure.cells import is_figure

_STARTS = re.compile(
    r"(?:项目|部门|单位|预算单位|专项|主管部门|项目单位|实施单位|政策)(?:[(（]单位[)）])?"
    r"(?:名称|及代码|编码)?(?:[(（]盖章[)）])?[:：]?$"
)
_INDICATOR_HEAD = re.compile(r"^一级\s*指\s*标$")
_INDICATOR = re.compile(r"^三级\s*指\s*标$")
_MONEY = re.compile(r"资金|金额|预算|经费|拨款|支出|收入|合计")
_NO_FIGURE = re.compile(r"电话|日期|时间|编码|代码|编号|联系")
_LONGEST = 16
_DASH = re.compile(r"[-—－–/]+")
_POINTS = re.compile(r"分值|得分|权重")


def starts_form(row: Sequence[str]) -> bool:
    """Whether a row is the first one of a form: 项目名称 | 部门（单位）名称 | 预算单位."""
    return bool(row) and bool(row[0]) and bool(_STARTS.match(row[0]))


def form_cells(grid: Sequence[Sequence[str]], pieces: Sequence[Sequence[Piece]], unit: str) -> Iterator[Cell]:
    """Yield the figures of a form: the row path runs from the group (项目资金（元）) to the label at the figure's left."""
    group, money, indicator, own = "", unit, -1, False
    head: tuple[str, ...] = ()
    in_funds = False
    for index, row in enumerate(grid):
        words = "\t".join(row)
        if "一级" in words and any(_INDICATOR_HEAD.match(text) for text in row):
            head, group, money, in_funds = tuple(row), "", "", False
            indicator = max((column for column, text in enumerate(row) if _INDICATOR.match(text)), default=-1)
            continue
        if row[0] and not is_figure(row[0]):
            group = row[0]
            own = len(row) > 1 and is_figure(row[1])
            money = label_unit(group) or (money if not head else "")
        if not any([text and is_figure(text) for text in row]):
            # 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
            if "执行数" in words and "预算数" in words:
                head, in_funds = tuple(row), True
            continue
        if in_funds:
            yield from _funds(index, row, head, pieces[index], group, money)
            continue
        label = row[indicator] if 0 <= indicator < len(row) else ""
        yield from _amounts(index, row, head, pieces[index], group, money, label if indicator >= 0 else "", is_named=not own)


def _amounts(
    index: int,
    row: Sequence[str],
    head: Sequence[str],
    pieces: Sequence[Piece],
    group: str,
    money: str,
    label: str,
    *,
    is_named: bool,
) -> Iterator[Cell]:
    """Yield the figures of a row by the labels at their left, or by its one ``label``; ``is_named`` puts the group above."""
    fixed = bool(label)
    for column, text in enumerate(row):
        if not text:
            continue
        if not is_figure(text):
            label = label if fixed else text
            continue
        figure = read_figure(text, _unit(label, group, money)) if label and _is_amount(label, text) else None
        if figure is not None:
            yield _cell(index, column, figure, head, pieces[column], group if is_named else "", label)


def _cell(index: int, column: int, figure: Figure, head: Sequence[str], piece: Piece, group: str, label: str) -> Cell:
    title = head[column] if column < len(head) else ""
    return Cell(
        row=index,
        column=column,
        row_path=(group, label) if group and group != label else (label,),
        column_path=(title,) if title else (),
        text=piece.text,
        figure=figure,
        code="",
        start=piece.offsets[0],
        end=piece.offsets[-1] + 1,
    )


def _funds(index: int, row: Sequence[str], head: Sequence[str], pieces: Sequence[Piece], group: str, money: str) -> Iterator[Cell]:
    """Yield the figures of a row under such a head: money, rates, and points."""
    label = next((text for text in (*row[1:], *head[1:]) if text and not is_figure(text) and not _DASH.fullmatch(text)), group)
    for column, text in enumerate(row):
        title = head[column] if column < len(head) else ""
        unit = "" if _POINTS.search(title) else PERCENT if "率" in title and text.endswith(("%", "％")) else money
        figure = read_figure(text, "" if "率" in title and unit != PERCENT else unit) if text and title and is_figure(text) else None
        if figure is not None:
            yield _cell(index, column, figure, head, pieces[column], group, label)


def _is_amount(label: str, text: str) -> bool:
    return len(text) < _LONGEST and not _NO_FIGURE.search(label)


def _unit(label: str, group: str, money: str) -> str:
    """Return the unit of a figure of a form: from its label, its group, or the form's money; empty for counts."""
    return label_unit(label) or (money if _MONEY.search(label + group) else "")
