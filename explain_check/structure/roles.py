"""What the columns of a table hold: codes, labels, figures; which label columns belong to which figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from explain_check.structure.cells import CODE, is_figure


class Use(Enum):
    """What a column holds."""

    CODE = 1
    LABEL = 2
    VALUE = 3
    NONE = 4


_CODE_HEAD = re.compile(r"^(?:[类款项目]|类款项?)$|编码|代码|编号")
_BODY_CODE = re.compile(r"(?:单位|部门|项目|机构).{0,6}(?:编码|代码|编号)|^政府|行次|序号")
_SERIAL_HEAD = re.compile(r"行\s*次|序\s*号|电话|日期|时间$")
_MONEY_HEAD = re.compile(
    r"金\s*额|合\s*计|小\s*计|总\s*计|(?:预算|决算|执行|调整|完成|年初|本年|上年)数|占比|比例|增减|增长|^20\d\d年?$|万元|[(（]元[)）]"
)
_NAME_HEAD = re.compile(r"(?:项\s*目|科\s*目)(?:名称)?$")
_CLASS_HEAD = re.compile(r"科目|分类")
_GOVERNMENT = re.compile(r"政府(?:预算)?(?:支出)?经济")
_BODY_NAME = re.compile(r"(?:项目|预算|实施|承担|主管)?(?:单位|部门)(?:名称)?$|单位[(（]?部门|资金性质|备注")
_NUMERAL_TEXT = re.compile(r"[-—–/\s]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The filled cells of a column's body, and how many of them hold figures and words."""

    texts: tuple[str, ...]
    figures: int
    words: int


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring columns that name the rows for the figures at their right."""

    start: int
    end: int
    labels: tuple[int, ...]
    codes: tuple[int, ...]


def read_columns(body: Sequence[Sequence[str]], width: int) -> tuple[Column, ...]:
    """Return what the body alone says of each column."""
    return tuple(_column([row[column] for row in body if column < len(row) and row[column]]) for column in range(width))


def _column(texts: list[str]) -> Column:
    others = [text for text in texts if not is_figure(text)]
    words = sum(not _NUMERAL_TEXT.match(text) for text in others)
    return Column(texts=tuple(texts), figures=len(texts) - len(others), words=words)


def column_uses(columns: Sequence[Column], paths: Sequence[tuple[str, ...]]) -> list[Use]:
    """Return what each column holds, by its header, then by the body."""
    uses = [_use(column, path) for column, path in zip(columns, paths, strict=True)]
    _drop_weaker_labels(uses, paths)
    return uses


def _use(column: Column, path: tuple[str, ...]) -> Use:
    head = path[-1] if path else ""
    texts, figures, words = column.texts, column.figures, column.words
    if _SERIAL_HEAD.search(head):
        return Use.NONE
    if _CODE_HEAD.search(head) and not _MONEY_HEAD.search(head) and "名称" not in head.replace("名称编码", ""):
        return Use.NONE if any(_BODY_CODE.search(label) or _GOVERNMENT.search(label) for label in path) else Use.CODE
    if _MONEY_HEAD.search(head) and (figures or not words):
        return Use.VALUE
    if words > figures or (words and _NAME_HEAD.match(head)):
        return Use.LABEL
    if figures > 1 and figures == len(texts) and (not head or _CLASS_HEAD.search(head)) and all(CODE.match(text) for text in texts):
        return Use.NONE if "政府" in head else Use.CODE
    if not texts and re.search(r"名称|^项目$|^科目$|^项\s*目$", head):
        return Use.LABEL
    return Use.VALUE


def _drop_weaker_labels(uses: list[Use], paths: Sequence[tuple[str, ...]]) -> None:
    """Take government economic classes and names of bodies out of the labels where a better label stands beside them."""
    for weak in (_GOVERNMENT, _BODY_NAME):
        strong = [c for c, use in enumerate(uses) if use is Use.LABEL and not any(weak.search(label) for label in paths[c])]
        if strong:
            for column, use in enumerate(uses):
                if use is Use.LABEL and column not in strong:
                    uses[column] = Use.NONE


def label_blocks(uses: Sequence[Use]) -> list[Block]:
    """Return the blocks of label columns from left to right."""
    blocks: list[Block] = []
    start: int | None = None
    for column in range(len(uses) + 1):
        names = column < len(uses) and uses[column] is not Use.VALUE
        if names and start is None:
            start = column
        elif not names and start is not None:
            labels = tuple(c for c in range(start, column) if uses[c] is Use.LABEL)
            codes = tuple(c for c in range(start, column) if uses[c] is Use.CODE)
            if labels or codes:
                blocks.append(Block(start, column, labels, codes))
            start = None
    return blocks
