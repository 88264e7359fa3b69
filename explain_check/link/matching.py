"""Which cells hold the fact that a claim states, by row, column and kind of table."""

from __future__ import annotations

import re

from explain_check.lexicon.sides import wholes_of
from explain_check.link.labels import TOTAL_LABELS, column_accounts, is_total_row, is_whole_column, plain_label, row_account
from explain_check.model.claim import ChangeClaim, LevelClaim, TableCell
from explain_check.model.table import Cell

INCOME_TABLES = frozenset({"income_expenditure", "income", "fiscal_income_expenditure"})
EXPENDITURE_TABLES = frozenset({"income_expenditure", "expenditure", "fiscal_income_expenditure"})
THREE_PUBLIC = frozenset({"三公经费", "因公出国(境)费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"})
#: Where both sides' totals stand.
_TOTALS_IN = {"收支总计": "income_expenditure", "财政拨款收支总计": "fiscal_income_expenditure"}
#: What stands below the name of an item where a table prints budget and actual beside each other.
_BASES = frozenset({"预算数", "决算数"})
#: 类/款/项 leads to an item with seven digits: a division (款) may bear the name of one of its items, and holds the others, too.
_ITEM, _ITEM_CODE = 2, 7
_FUND = re.compile(r"一般公共|政府性基金|国有资本|专户|结转|上年")
#: The account of a whole table's total row, by the kind of table.
_TABLE_TOTALS = {
    "income": ("收入总计", "收支总计"),
    "expenditure": ("支出总计", "收支总计"),
    "general_budget_expenditure": ("一般公共预算支出", "一般公共预算"),
    "general_budget_basic": ("基本支出",),
    "general_budget_project": ("项目支出",),
    "project": ("项目支出",),
    "three_public": ("三公经费",),
    "operating_cost": ("机关运行经费",),
    "government_fund": ("政府性基金预算支出", "政府性基金预算"),
    "state_capital": ("国有资本经营预算支出", "国有资本经营预算"),
    "carryover": ("上年结转",),
}


def accounts_named(cell: Cell, kind: str, entity: str) -> frozenset[str]:
    """Return the accounts that a cell's labels name, in a table of some kind."""
    account, label = row_account(cell), plain_label(cell.row_label)
    named = {account, label, *wholes_of(account), *wholes_of(label)}
    if "总计" in (account, label) and _is_of_all_funds(cell):
        named.update(whole for whole, holder in _TOTALS_IN.items() if holder == kind)
    if is_total_row(cell, entity):
        columns = column_accounts(cell)
        named.update(columns)
        named.update(_TABLE_TOTALS.get(kind, ()) if is_whole_column(cell) else ())
        named.update(("机关运行经费",) if "公用经费" in columns else ())
    return frozenset(named)


def must_hold(claim: LevelClaim | ChangeClaim, place: TableCell, kind: str, entity: str) -> bool:
    """Whether a cell can hold nothing but the claim's fact: only there does another amount contradict the prose."""
    if "/" in claim.subject and claim.account not in THREE_PUBLIC:
        is_level = claim.subject.count("/") < _ITEM or len(place.cell.code) == _ITEM_CODE
        return is_level and plain_label(place.cell.row_label) == claim.account and is_item_cell(place.cell)
    return is_cell_of(claim.account, place.cell, kind, entity)


def is_below_division(claim: LevelClaim | ChangeClaim, cell: Cell) -> bool:
    """Whether a row stands below the division (款) that a claim names before its item."""
    return len(cell.row_path) > 1 and plain_label(cell.row_path[-2]) == plain_label(claim.subject.split("/")[-2])


def is_item_cell(cell: Cell) -> bool:
    """Whether a cell holds the whole amount of a functional division or item (款, 项)."""
    return len(cell.code) in (5, 7) and cell.code.startswith("2") and is_whole_column(cell)


def is_cell_of(account: str, cell: Cell, kind: str, entity: str) -> bool:
    """Whether a cell of a table of some kind can hold nothing but the body's amount of an account."""
    if account in THREE_PUBLIC:
        return kind == "three_public" and _is_three_public_cell(account, cell, entity)
    if account in ("基本支出", "项目支出"):
        return kind in ("expenditure", "general_budget_expenditure") and is_total_row(cell, entity) and _heads_column(account, cell)
    if account in ("人员经费", "公用经费"):
        return kind == "general_budget_basic" and is_total_row(cell, entity) and _heads_column(account, cell)
    if account in ("收入总计", "支出总计"):
        return kind == "income_expenditure" and plain_label(cell.row_label) == account
    if account in _TOTALS_IN:
        return kind == _TOTALS_IN[account] and plain_label(cell.row_label) in ("收入总计", "支出总计", "总计") and _is_of_all_funds(cell)
    if account == "一般公共预算支出":
        return kind == "general_budget_expenditure" and is_total_row(cell, entity) and _is_first_whole(cell)
    if account == "机关运行经费":
        return kind == "operating_cost" and is_total_row(cell, entity) and is_whole_column(cell)
    return False


def _is_three_public_cell(account: str, cell: Cell, entity: str) -> bool:
    """Whether a cell of the 三公 table stands in the row, or below the column, of an item."""
    labels = [label for label in cell.column_path if plain_label(label) not in _BASES]
    accounts = [account for label, account in zip(cell.column_path, column_accounts(cell), strict=True) if label in labels]
    last = plain_label(labels[-1]) if labels else ""
    if account == "三公经费":
        is_total = any("三公" in plain_label(label) and "合计" in plain_label(label) for label in labels)
        is_total = is_total or (last == "合计" and "三公" in "".join(map(plain_label, labels)) and not _names_item(cell))
        return is_total or (plain_label(cell.row_label) in TOTAL_LABELS and is_whole_column(cell) and not _names_item(cell))
    in_row = row_account(cell) == account and (is_whole_column(cell) or "预算数" in cell.column_label)
    in_column = accounts[-1:] == [account] or (last == "小计" and accounts[-2:-1] == [account])
    in_column = in_column or (accounts[:1] == [account] and plain_label(cell.column_label).endswith("小计"))
    return in_row or (in_column and is_total_row(cell, entity))


def _is_first_whole(cell: Cell) -> bool:
    """Whether the column is the table's own total, not the 小计 of a block of columns."""
    return is_whole_column(cell) and not any(account in ("基本支出", "项目支出") for account in column_accounts(cell))


def _is_of_all_funds(cell: Cell) -> bool:
    """Whether a total's column holds the amount of all funds of this year: 合计, not 一般公共预算财政拨款."""
    return is_whole_column(cell) and not any(_FUND.search(plain_label(label)) for label in cell.column_path)


def _names_item(cell: Cell) -> bool:
    return any(account in THREE_PUBLIC for account in column_accounts(cell))


def _heads_column(account: str, cell: Cell) -> bool:
    """Whether the column is the account's own: its label, or the 小计 below it."""
    accounts = column_accounts(cell)
    return accounts[-1:] == (account,) or (account in accounts and plain_label(cell.column_path[-1]) in ("小计", "合计"))
