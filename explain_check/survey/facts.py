"""What tables and prose say, a fact a row: which account, which year, which basis, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.link.labels import label_account
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim, ExecutionClaim, LevelClaim, Printed
from explain_check.model.figure import MONEY_UNITS, Figure
from explain_check.model.table import Cell
from explain_check.survey.values import Row, yuan

_YEAR = re.compile(r"20\d\d(?=年)")
_LAST_YEAR = re.compile(r"上年|上一?年度")
#: 2025年当年预算执行数 | 决算数 | 年初预算数; the fund 一般公共预算财政拨款 names no basis
_BASES = ((re.compile(r"执行"), "execution"), (re.compile(r"决算"), "final"), (re.compile(r"预算数|(?:年初|全年|调整)预算"), "budget"))
_LONGEST_LABEL = 200


def basis_of(kind: str) -> str:
    """Return what the amounts of a kind of document are: final for 部门决算, budget otherwise."""
    return "final" if "决算" in kind else "budget"


def fact_rows(document_id: str, checked: CheckedDocument) -> Iterator[Row]:
    """Yield a row for each amount of money in the cells of the tables, then in the claims."""
    for ordinal, row in enumerate([*_cells(checked), *_claims(checked)]):
        yield (document_id, ordinal, *row)


def _cells(checked: CheckedDocument) -> Iterator[Row]:
    document = checked.document
    basis = basis_of(document.kind)
    for table in document.tables:
        heads: dict[tuple[str, ...], tuple[int | None, str]] = {}
        for cell in table.cells:
            if cell.figure is None or not cell.figure.is_money:
                continue
            if cell.column_path not in heads:
                heads[cell.column_path] = _head(cell, document.year, basis)
            year, of = heads[cell.column_path]
            row, column = cell.row_label[:_LONGEST_LABEL], cell.column_label[:_LONGEST_LABEL]
            account = label_account(cell.row_label)[:_LONGEST_LABEL]
            amount, decimals = yuan(cell.figure), _decimals(cell.figure)
            yield ("table", table.kind, row, column, cell.code, account, year, of, amount, decimals, cell.start, cell.end)


def _head(cell: Cell, year: int | None, basis: str) -> tuple[int | None, str]:
    """Return the year and the basis that a column's labels name, the document's own where they name none."""
    label = cell.column_label
    if match := _YEAR.search(label):
        year = int(match.group())
    elif year is not None and _LAST_YEAR.search(label) and "结转" not in label and "结余" not in label:
        year -= 1
    return year, next((name for pattern, name in _BASES if pattern.search(label)), basis)


def _claims(checked: CheckedDocument) -> Iterator[Row]:
    year, basis = checked.document.year, basis_of(checked.document.kind)
    for claim in checked.claims:
        if isinstance(claim, LevelClaim):
            stated = {"budget": "budget", "actual": "final"}.get(claim.basis, basis)
            yield from _amount(claim.current, claim.subject, claim.account, claim.year or year, stated)
        elif isinstance(claim, ChangeClaim):
            yield from _amount(claim.current, claim.subject, claim.account, claim.current_year or year, basis)
        elif isinstance(claim, ExecutionClaim):
            yield from _amount(claim.budget, claim.subject, claim.account, year, "budget")
            yield from _amount(claim.actual, claim.subject, claim.account, year, "final")


def _amount(printed: Printed | None, subject: str, account: str, year: int | None, basis: str) -> Iterator[Row]:
    if printed is not None and printed.figure.is_money:
        where = printed.place.location
        amount, decimals = yuan(printed.figure), _decimals(printed.figure)
        yield ("prose", "", subject, "", "", account, year, basis, amount, decimals, where.start, where.end)


def _decimals(figure: Figure) -> int:
    """Return the printed decimals, counted in 元: 1,234.50万元 has −2."""
    return figure.decimals - MONEY_UNITS[figure.unit].adjusted()
