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
    """Return the columns of last year and of this year, None unless there is just one of each."""
    last = [column for column, path in paths.items() if _LAST.search(path)]
    this = [column for column, path in paths.items() if _THIS.search(path) and column not in last]
    dated = {column: int(found[0]) for column, path in paths.items() if (found := _YEAR.findall(path)) and len(set(found)) == 1}
    if len(dated) == len(paths) == 2 and len(set(dated.values())) == 2:
        return min(dated, key=lambda column: dated[column]), max(dated, key=lambda column: dated[column])
    return (last[0], this[0]) if len(last) == len(this) == 1 and len(paths) == 2 else None
