"""What a table cell holds: figure, code, mark, label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

FIGURE = re.compile(r"[-+−－]?[(（]?[-−]?\d[\d,，]*(?:\.\d+)?\s*[%％]?[)）]?$")
CODE = re.compile(r"[12357]\d{2}(?:\d{2}){0,2}$")
#: What follows the first of several codes that a row holds: 30108-30113 | 30108、30109
SEVERAL_CODES = re.compile(r"(?<=^[123]\d{4})[-—－~～至、,，/][123]\d{4}(?:[-—－~～至、,，/][123]\d{4})*$")
#: 201 一般公共服务支出 | 30201办公费
LEADING_CODE = re.compile(r"(?P<code>[1235]\d{2}(?:\d{2}){0,2})\s*[-—－]?\s*(?=[\u4e00-\u9fff])(?!年|人|万|个)")
_YEAR = re.compile(r"20\d\d$")
_MARKS = frozenset(
    ("※", "*", "**", "***", "☆", "—", "——", "-", "/", "×", "#", "栏次", "行次", "甲", "乙", "丙", "丁", "栏", "次", "栏目")
) | frozenset(("类", "款", "项", "目", "类款项", "类款"))
_SERIAL = re.compile(r"[(（]?(?P<number>\d{1,2})[)）]?(?:\s*=[\d+\-*/()（）－＋\s]+)?$")
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d))"
    r"|[①-⑳]|其中[:：]|[12]\d\d\s?[\u4e00-\u9fff]"
)
TOTAL = re.compile(r"小\s*计[:：]?$|.{0,12}[总合共]\s*计(?:数)?[:：]?$|.{0,12}总额[:：]?$")
_HEADER_WORD = re.compile(
    r"项\s*目|科\s*目|编码|代码|名称|金\s*额|预算数|决算数|合\s*计|小\s*计|总\s*计|^收\s*入$|^支\s*出$|^[类款项]$"
    r"|执行数|年初|本年|年预算|年决算|行次|序号|资金来源|指标|分类"
)
#: Between two Chinese characters, inside brackets, or twice: each way begins with one blank, to which re can skip.
_BLANK = re.compile(r"\s(?:(?<=[^\x00-\x7f]\s)\s*(?=[^\x00-\x7f])|(?<=[（(]\s)\s*|\s*(?=[）)])|\s+)")


def clean(text: str) -> str:
    """Return a cell's text without the blanks that stand between Chinese characters."""
    return _BLANK.sub("", text) if " " in text or "\u3000" in text else text


@lru_cache(maxsize=65536)
def is_figure(text: str) -> bool:
    """Whether a cell holds nothing but a number."""
    return bool(text) and text[-1] in "0123456789%％)）" and bool(FIGURE.match(text))


def is_number_row(row: Sequence[str]) -> bool:
    """Whether a row numbers the columns: ※ 1 2 3 | 栏次 1 2 3 | 1 2 3=4+5."""
    numbers: list[int] = []
    marks = 0
    for text in row:
        if not text:
            continue
        if text in _MARKS:
            marks += 1
        elif len(text) < 24 and (match := _SERIAL.match(text)):
            numbers.append(int(match["number"]))
        else:
            return False
    if not numbers:
        return marks > 1 and not any(text in "类款项" for text in row if text)
    ascending = all(b == a + 1 for a, b in pairwise(numbers)) and numbers[0] <= 4
    return ascending and (len(numbers) > 2 or bool(marks) or (numbers == [1, 2] and all(row)))


def is_header_row(row: Sequence[str], above: int, strict: bool) -> bool:
    """Whether a row names columns; ``above`` counts the header rows found before it, ``strict`` asks for words of headers."""
    filled = [text for text in row if text]
    if not filled or any(is_figure(text) and not (above < 2 and _YEAR.match(text)) for text in filled):
        return False
    if NUMBERED.match(filled[0]) or (len(filled) == 1 and TOTAL.match(filled[0])):
        return False
    if above and row[0] and TOTAL.match(row[0]) and len(filled) < 3:
        return False
    if (strict and not above) or (above and len(filled) == 1):
        return any(_HEADER_WORD.search(text) for text in filled)
    return True


def count_header(grid: Sequence[Sequence[str]], strict: bool = False) -> tuple[list[list[str]], int, int]:
    """Return the header rows without numbers of columns, how many rows they take with the number rows, and the numbered width."""
    header: list[list[str]] = []
    taken, width = 0, 0
    for index, row in enumerate(grid[:10]):
        if is_number_row(row):
            if any(text in "类款项" for text in row if text):
                header.append([text if text in "类款项" else "" for text in row])
            taken, width = index + 1, len(row)
        elif taken and width:
            break
        elif is_header_row(row, index, strict):
            header.append(list(row))
            taken = index + 1
        else:
            break
    return header, taken, width


_KIND = re.compile(r"[合小]计$|(?:基本|项目)支出$|.{0,8}(?:预算|决算|执行)数$|上年数$|本年数$")


def split_labels(row: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Return the labels of columns that stand in the row of the total, and the row without them; None where there are none.

    合计 | | 105.00 | 合计 | 基本支出 | 项目支出: the lower row of a header was set one row too low.
    """
    if not row or not TOTAL.match(row[0]):
        return None
    labels = [text if at and _KIND.match(text) else "" for at, text in enumerate(row)]
    if sum(map(bool, labels)) < 2 or any(
        text and not label and not is_figure(text) for text, label in zip(row[1:], labels[1:], strict=True)
    ):
        return None
    return labels, ["" if label else text for text, label in zip(row, labels, strict=True)]
