"""What a table's labels name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from explain_check.extract.subjects import account_of
from explain_check.model.table import Cell

_NUMBERING = re.compile(
    r"^(?:其中[:：]?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|加[:：]|减[:：]|\d{3,7}(?=\D)|其中[:：])+"
)
_BRACKETS = re.compile(r"\((?:小计|合计|不含上年结转|类|款|项|万元|元)\)$")
_FOLD = str.maketrans("（）：，．％“”‘’", "():,.%\u0000\u0000\u0000\u0000")
TOTAL_LABELS = frozenset(
    {"合计", "总计", "共计", "部门合计", "单位合计", "总合计", "合计数", "总额", "小计", "支出合计", "收入合计", "支出总计", "收入总计"}
)
#: What heads a column or row of cars without saying so
_OF_CARS = frozenset({"购置费", "运行费", "运行维护费", "运维费", "购置支出", "运行维护支出"})
_BUDGETS = re.compile(r"预算数|(?:年初|调整|全年)预算")
_MOVED = re.compile(r"增减|增长|变动|差额|[比较]上年")
_LAST_YEAR = re.compile(r"(?:上一?|去)年度?(?!结[转余])")
_PART_COLUMNS = re.compile(r"上级补助|事业收入|经营(?:收入|支出)|附属单位|上缴上级|对附属单位|其他收入")
_WHOLE_COLUMNS = re.compile(r"合计|总计|小计|预算数|决算数|金额|共计|20\d\d年|执行数|总额|^$")


@lru_cache(maxsize=8192)
def plain_label(label: str) -> str:
    """Return a label without numbering, blanks, quotation marks and a final (小计)."""
    text = "".join(label.split()).translate(_FOLD).replace("\u0000", "")
    for _ in range(3):
        text = _NUMBERING.sub("", text)
    return _BRACKETS.sub("", text)


@lru_cache(maxsize=8192)
def label_account(label: str) -> str:
    """Return the standard account that a label names, or the plain label."""
    return account_of(plain_label(label))


#: 2024年执行数 | 2025年预算数 | 2024年调整预算数
_DATED = re.compile(r"(?P<year>20\d\d)年(?:度|初)?(?:调整)?(?:预算|执行|决算|完成)(?:安排)?数?$")


def is_total_row(cell: Cell, entity: str) -> bool:
    """Whether a cell stands in a row of the whole body: 合计, the body's own name, or no label at all."""
    label = plain_label(cell.row_label)
    return (
        not label
        or label in TOTAL_LABELS
        or (bool(entity) and (label.startswith(entity[:12]) or entity.startswith(label)) and not cell.code)
    )


def is_whole_column(cell: Cell) -> bool:
    """Whether a cell's column holds the whole amount of its row: 合计, 总计, 预算数; not the 决算数 of 上级补助收入."""
    if len(cell.column_path) > 1 and _PART_COLUMNS.match(plain_label(cell.column_path[-2])):
        return False
    return not cell.column_path or bool(_WHOLE_COLUMNS.search(plain_label(cell.column_path[-1])))


def is_budget_column(cell: Cell) -> bool:
    """Whether a cell of final accounts stands in a column of budgets: 预算数 | 年初预算; 一般公共预算财政拨款 is a kind of money."""
    return bool(_BUDGETS.search(cell.column_label)) and "决算" not in cell.column_label


def is_dated(label: str, year: int | None) -> bool:
    """Whether a column holds what was planned or carried out in a year: 2024年执行数."""
    found = _DATED.match("".join(label.split()))
    return found is not None and int(found["year"]) == year


@lru_cache(maxsize=1024)
def is_of_other_year(path: tuple[str, ...], year: int | None) -> bool:
    """Whether a column holds last year's amounts, or how they moved: 2023年预算数 and 2024年比2023年增减 in a budget of 2024."""
    labels = "".join("".join(path).split())
    if _MOVED.search(labels):
        return True
    return year is not None and str(year) not in labels and (str(year - 1) in labels or _LAST_YEAR.search(labels) is not None)


def column_accounts(cell: Cell) -> tuple[str, ...]:
    """Return the accounts named by a column's labels, inner label last; 运行费 below 公务用车购置及运行费 is that of cars."""
    path = cell.column_path
    return tuple(_below(label, path[:depth]) for depth, label in enumerate(path))


def row_account(cell: Cell) -> str:
    """Return the account that a row's label names, below the rows that it is part of."""
    return _below(cell.row_label, cell.row_path[:-1])


def _below(label: str, outer: Sequence[str]) -> str:
    is_of_cars = plain_label(label) in _OF_CARS and any("用车" in name for name in outer)
    return label_account(f"公务用车{plain_label(label)}" if is_of_cars else label)
