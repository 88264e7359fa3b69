"""Balances of 三公经费: the whole is 因公出国（境）费, 公务用车 and 公务接待费, whatever the table's layout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from explain_check.link.labels import TOTAL_LABELS, label_account
from explain_check.model.balance import Balance, BalanceKind
from explain_check.model.table import Cell
from explain_check.model.three_public import PARTS, VEHICLE_PARTS, VEHICLES, WHOLE
from explain_check.reconcile.ledger import Ledger

KIND = "three_public"
#: 购置费 and 运行维护费, which only a table of 三公经费 names so
_BARE_PART = re.compile(r"(?:其中[:：])?(?:车辆)?(?:购置|运行|运行维护)(?:费用?|支出)")
ACCOUNTS = frozenset(PARTS).union(*PARTS.values())


def three_public_sums(ledger: Ledger, span: range) -> Iterator[Balance]:
    """Yield the balances of a table of 三公经费: per group of columns in each row, or per column over its rows."""
    in_columns: dict[tuple[object, ...], dict[str, int]] = {}
    in_rows: dict[tuple[object, ...], dict[str, int]] = {}
    for i in span:
        cell = ledger.cells[i]
        group, account = _column_account(cell)
        if account:
            in_columns.setdefault((cell.row, group), {}).setdefault(account, i)
        account = _named(cell.row_label)
        if account:
            in_rows.setdefault((cell.column,), {}).setdefault(account, i)
    _join_vehicles(in_columns)
    for kind, found in ((BalanceKind.COLUMNS, in_columns), (BalanceKind.ROWS, in_rows)):
        for accounts in found.values():
            yield from _balances(kind, accounts)


def _join_vehicles(groups: dict[tuple[object, ...], dict[str, int]]) -> None:
    """Give a whole the vehicles of its row that the header shows beside it: 合计 | 因公出国(境)费 | 公务接待费 || 公务用车 小计."""
    apart: dict[object, list[dict[str, int]]] = {}
    for (row, _), accounts in groups.items():
        if VEHICLES in accounts and WHOLE not in accounts:
            apart.setdefault(row, []).append(accounts)
    wholes = Counter(row for (row, _), accounts in groups.items() if WHOLE in accounts)
    for (row, _), accounts in groups.items():
        beside = apart.get(row, [])
        if len(beside) == 1 and wholes[row] == 1 and WHOLE in accounts and not accounts.keys() & {VEHICLES, *VEHICLE_PARTS}:
            accounts[VEHICLES] = beside[0][VEHICLES]


def public_account(cell: Cell) -> str:
    """Return the account of 三公经费 that a cell of such a table holds, by its row or its column, empty where it is none.

    In the row 合计 over several bodies the column names it.
    """
    row, column = _named(cell.row_label), _column_account(cell)[1]
    return column if row == WHOLE and column else row or column


def _balances(kind: BalanceKind, accounts: dict[str, int]) -> Iterator[Balance]:
    """Yield the balance of each whole that is there with some of its parts."""
    for whole, names in PARTS.items():
        parts = tuple(_present(names, accounts))
        if whole in accounts and parts:
            yield Balance(kind=kind, total=accounts[whole], parts=parts)


def _present(names: tuple[str, ...], accounts: dict[str, int]) -> Iterator[int]:
    """Yield the places of the parts; one that is not there itself is its own parts (购置费 and 运行费 without their sum)."""
    for name in names:
        if name in accounts:
            yield accounts[name]
        elif name in PARTS:
            yield from _present(PARTS[name], accounts)


def _column_account(cell: Cell) -> tuple[tuple[str, ...], str]:
    """Return the group of columns and the account of a column.

    小计 below an account is the account; 预算数 and 决算数 below an account are groups of their own.
    """
    path = cell.column_path
    if len(path) > 1 and _named(path[-2]) and not (_named(path[-1]) or _inner_part(path)):
        group, account = _column_account_of(path[:-1])
        return (*group, path[-1]), account
    return _column_account_of(path)


def _column_account_of(path: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    if len(path) > 1 and "".join(path[-1].split()) in TOTAL_LABELS and _named(path[-2]) not in ("", WHOLE):
        return path[:-2], _named(path[-2])
    if not path:
        return (), ""
    inside = len(path) > 1 and _named(path[-2]) == VEHICLES
    return (path[:-2] if inside else path[:-1]), _named(path[-1]) or _inner_part(path)


def _inner_part(path: tuple[str, ...]) -> str:
    """Return the account of a short label below 公务用车: 购置费, 运行费, 运行维护费."""
    inside = len(path) > 1 and _named(path[-2]) == VEHICLES
    return PARTS[VEHICLES]["购置" not in path[-1]] if inside and re.search("购置|运行|维护", path[-1]) else ""


def _named(label: str) -> str:
    """Return the account of 三公经费 that a label names, empty where it names none."""
    words = "".join(label.split())
    if words in TOTAL_LABELS or ("三公" in words and words.endswith(("合计", "总计", "预算数", "决算数"))):
        return WHOLE
    name = words.removesuffix("小计").removesuffix("合计")
    account = VEHICLE_PARTS["购置" not in name] if _BARE_PART.fullmatch(name) else label_account(name)
    return account if account in ACCOUNTS else ""
