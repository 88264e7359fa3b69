"""Balances between the years of a table: 2024年预算数 = 2023年预算数 + 增减额."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import Ledger

#: 增减额 | 比上年增减 | 增、减金额 | 增（+）减（-） | 2023年预算数增减 | 与上年相比增减额
_CHANGE = re.compile(
    r"^(?:(?:[比较与](?:上年|去年|20\d\d年?).{0,6})|20\d\d年?(?:预算|决算|执行)?数?)?"
    r"(?:增减|变动|变化|增加或减少|增长|增[(（]?[+＋]?[)）]?[、/]?减[(（]?[-－]?[)）]?)"
    r"(?:额|数|值|金额|情况|变化|变动)?(?:[(（]万?元[)）])?$"
)
_LAST = re.compile(r"上年|去年|上一年")
_THIS = re.compile(r"本年|今年|当年")
_YEAR = re.compile(r"20\d\d")
_TOTAL = re.compile(r"(?:合计|小计|总计|总额)数?$")
_TWO = 2


def is_change(label: str) -> bool:
    """Whether a label heads a column of changes, each an amount."""
    return bool(_CHANGE.match(label))


def change_columns(ledger: Ledger, span: range) -> Iterator[Balance]:
    """Yield this year's amount over last year's and the change, for each row of a table that has one column of each."""
    cells = ledger.cells[span.start : span.stop]
    inner = {column: _joined(path[-1:]) for column, path in {cell.column: cell.column_path for cell in reversed(cells)}.items()}
    paths = {column: _joined(path[-2:]) for column, path in {cell.column: cell.column_path for cell in cells}.items()}
    change = [column for column, path in paths.items() if _CHANGE.match(path) or _CHANGE.match(inner[column])]
    years = years_of({column: path for column, path in paths.items() if column not in change}) if len(change) == 1 else None
    if years is None:
        return
    rows: dict[int, dict[int, int]] = {}
    for i in span:
        rows.setdefault(ledger.cells[i].row, {})[ledger.cells[i].column] = i
    last, this = years
    for row in rows.values():
        if last in row and this in row and change[0] in row:
            yield Balance(kind=BalanceKind.COLUMNS, total=row[this], parts=(row[last], row[change[0]]))


def _joined(path: tuple[str, ...]) -> str:
    return "".join("".join(path).split())


def years_of(paths: dict[int, str]) -> tuple[int, int] | None:
    """Return the columns of last year and of this year, None unless there is just one of each, or one total among those of a year.

    2024年执行数 | 2025年预算数 合计 | 2025年预算数 基本支出 | 2025年预算数 项目支出
    """
    last = [column for column, path in paths.items() if _LAST.search(path)]
    this = [column for column, path in paths.items() if _THIS.search(path) and column not in last]
    if len(last) + len(this) < len(paths):
        dated: dict[int, list[int]] = {}
        for column, path in paths.items():
            named = set(_YEAR.findall(path))
            dated.setdefault(int(named.pop()) if len(named) == 1 else 0, []).append(column)
        if len(dated) != _TWO or 0 in dated:
            return None
        last, this = (dated[year] for year in sorted(dated))
    first, second = _total_of(last, paths), _total_of(this, paths)
    return (first, second) if first is not None and second is not None else None


def _total_of(columns: list[int], paths: dict[int, str]) -> int | None:
    """Return the only column of a year, else its only total."""
    totals = columns if len(columns) == 1 else [column for column in columns if _TOTAL.search(paths[column])]
    return totals[0] if len(totals) == 1 else None
