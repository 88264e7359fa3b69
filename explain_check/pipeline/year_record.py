"""What a checked disclosure hands on to the next year's: its amounts by key, and its change statements in short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from explain_check.extract.subjects import is_account
from explain_check.lexicon.load import load_entries
from explain_check.link.labels import plain_label
from explain_check.link.matching import THREE_PUBLIC, is_cell_of, is_item_cell
from explain_check.model.arithmetic import are_exact
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import BaseKind, ChangeClaim, LevelClaim, Printed, TableCell
from explain_check.model.document import Document
from explain_check.model.figure import Figure
from explain_check.model.recomputation import ClaimVerdict
from explain_check.model.table import Cell, Table
from explain_check.model.years import FactKey, YearFact, YearRecord, YearStatement

WHOLE = "whole"
#: These accounts name their money themselves, or are one fact wherever they stand.
_OWN_SCOPE = re.compile(r"财政拨款|一般公共预算|政府性基金|国有资本|机关运行|政府采购|总计$")
_TABLE_ACCOUNTS = (
    *sorted(THREE_PUBLIC),
    "基本支出",
    "项目支出",
    "人员经费",
    "公用经费",
    "收入总计",
    "支出总计",
    "收支总计",
    "一般公共预算支出",
    "机关运行经费",
)
_TABLE_SCOPES = {"general_budget_expenditure": "general_budget", "general_budget_basic": "general_budget"}
_SHORTEST_NAME = 6
_YEAR = re.compile(r"20\d\d")


def year_record(checked: CheckedDocument, source: str = "") -> YearRecord:
    """Return a disclosure's record; ``source`` is its name as it was asked for. Without a known year it holds no facts."""
    document = checked.document
    return YearRecord(
        source=source or document.source.name,
        entity=document.entity,
        year=document.year,
        kind=document.kind,
        facts=tuple(year_facts(checked)),
        statements=tuple(_statements(checked)),
    )


def own_basis(kind: str) -> BaseKind:
    """Return what the amounts of a kind of disclosure are: 预算 or 决算."""
    if "决算" in kind:
        return BaseKind.FINAL_ACCOUNTS
    return BaseKind.BUDGET if "预算" in kind else BaseKind.UNSPECIFIED


def year_facts(checked: CheckedDocument) -> Iterator[YearFact]:
    """Yield the amounts of the prose, then those of the tables, the same key and amount once each."""
    year, seen = checked.document.year, set()
    if year is None:
        return
    for fact in (*_prose_facts(checked, year), *_table_facts(checked.document, year)):
        key = (fact.key, fact.figure.value, fact.is_cell)
        if key not in seen:
            seen.add(key)
            yield fact


def _prose_facts(checked: CheckedDocument, year: int) -> Iterator[YearFact]:
    """Yield the amounts that the prose names by an account."""
    own = own_basis(checked.document.kind)
    for claim in checked.claims:
        if not isinstance(claim, LevelClaim) or not claim.current.figure.is_money or not claim.is_named:
            continue
        account = account_key(claim.subject, claim.account)
        if not account or claim.year not in (None, year) or not are_exact(claim.current) or "执行数" in claim.place.quote:
            continue
        basis = {"budget": BaseKind.BUDGET, "actual": BaseKind.FINAL_ACCOUNTS}.get(claim.basis, own)
        key = FactKey(account=account, scope=scope_of(account, claim.subject, claim.scope), basis=basis, year=year)
        yield YearFact(key=key, figure=in_yuan(claim.current.figure), is_cell=False, place=claim.place)


def _table_facts(document: Document, year: int) -> Iterator[YearFact]:
    """Yield the amounts of the tables that stand where an account, a division or an item must stand."""
    for table in document.tables:
        names = {cell.code: plain_label(cell.row_label) for cell in table.cells if cell.code}
        for cell in table.cells:
            if cell.figure is None or not cell.figure.is_money:
                continue
            for account in _accounts_of(cell, table, names, document.entity):
                scope = scope_of(account, "", "", _TABLE_SCOPES.get(table.kind, WHOLE))
                key = FactKey(account=account, scope=scope, basis=_basis_of(cell, document.kind), year=_year_of(cell, year))
                place = TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell).place
                yield YearFact(key=key, figure=in_yuan(cell.figure), is_cell=True, place=place)


def _accounts_of(cell: Cell, table: Table, names: dict[str, str], entity: str) -> Iterator[str]:
    """Yield the accounts whose amount a cell must hold; an item is named with its class and division."""
    yield from (account for account in _TABLE_ACCOUNTS if is_cell_of(account, cell, table.kind, entity))
    if table.kind in ("expenditure", "general_budget_expenditure") and is_item_cell(cell) and len(cell.code) == 7:
        path = [names.get(cell.code[:length], "") for length in (3, 5, 7)]
        if all(path):
            yield "/".join(path)


def _basis_of(cell: Cell, kind: str) -> BaseKind:
    """Return the basis of a cell: final accounts print the budget beside the actual amount."""
    label = "".join(cell.column_path)
    if "执行" in label:
        return BaseKind.EXECUTION
    return BaseKind.BUDGET if "预算数" in label and "决算数" not in label else own_basis(kind)


def _year_of(cell: Cell, year: int) -> int:
    """Return the year that a cell's column names, the document's where it names none."""
    label = "".join(cell.column_path)
    named = _YEAR.findall(label)
    return int(named[-1]) if named else year - 1 if "上年" in label else year


def _statements(checked: CheckedDocument) -> Iterator[YearStatement]:
    """Yield the change statements about amounts of money."""
    own = own_basis(checked.document.kind)
    for claim in checked.claims:
        if isinstance(claim, ChangeClaim) and (claim.current is None or claim.current.figure.is_money):
            yield _statement(claim, checked, own)


def _statement(claim: ChangeClaim, checked: CheckedDocument, own: BaseKind) -> YearStatement:
    recomputed = checked.recomputed.get(claim.id)
    account = account_key(claim.subject, claim.account)
    scope = scope_of(account, claim.subject, claim.scope)
    says_basis = claim.base.kind is not BaseKind.UNSPECIFIED
    known = recomputed if is_comparable(claim, checked.document.year) else None
    factor = claim.current.figure.factor_to("元") if claim.current else Decimal(1)
    base = None
    if claim.base.year is not None and account:
        base = FactKey(account=account, scope=scope, basis=claim.base.kind if says_basis else own, year=claim.base.year)
    return YearStatement(
        claim=claim.id,
        account=account,
        scope=scope,
        base=base,
        says_basis=says_basis,
        is_firm=is_firm(claim),
        direction=claim.direction,
        current=_yuan(claim.current),
        delta=_yuan(claim.amount),
        rate=abs(claim.rate.figure.value) if claim.rate else None,
        implied=known.prior * factor if known and known.prior is not None else None,
        prior=known.prior_interval.scale(factor) if known and known.prior_interval else None,
        verdict=recomputed.verdict if recomputed else ClaimVerdict.NOT_CHECKABLE,
        reason="".join(claim.reason.text.split()),
        categories=tuple(category.id for category in claim.reason.categories),
        place=claim.place,
    )


def is_comparable(claim: ChangeClaim, year: int | None) -> bool:
    """Whether a statement's figures are exact and those of the disclosure's year, and the budget compared with is the adopted one."""
    return claim.current_year in (None, year) and not claim.base.is_adjusted and are_exact(claim.current, claim.amount, claim.stated_prior)


def is_firm(claim: ChangeClaim) -> bool:
    """Whether a statement itself names its base and prints its amount."""
    return claim.base_printed and claim.current_in_statement


def _yuan(printed: Printed | None) -> Decimal | None:
    return abs(printed.figure.value_in("元")) if printed is not None and printed.figure.is_money else None


def in_yuan(figure: Figure) -> Figure:
    """Return a figure of money in 元 with the decimals that it is printed to: 30.50万元 is 305,000 to the hundreds (-2)."""
    factor = figure.factor_to("元")
    decimals = figure.decimals - factor.adjusted()
    return Figure(value=figure.value * factor, unit="元", text=figure.text, decimals=decimals, bound=figure.bound)


def account_key(subject: str, account: str) -> str:
    """Return the name under which an amount is looked for in another year; empty where the words could mean anything."""
    if "/" in subject:
        return "/".join(plain_label(part) for part in subject.split("/"))
    return account if is_account(subject) or len(subject) >= _SHORTEST_NAME else ""


def scope_of(account: str, subject: str, headings: str, default: str = WHOLE) -> str:
    """Return which money a figure is part of: by its own words, else by the innermost heading that says so."""
    if account in THREE_PUBLIC or _OWN_SCOPE.search(account):
        return WHOLE
    for text in (subject, headings):
        found = _scopes()[0].findall(text)
        if found:
            return _scopes()[1][found[-1]]
    return default


@cache
def _scopes() -> tuple[re.Pattern[str], dict[str, str]]:
    entries = load_entries("scopes")
    return re.compile("|".join(re.escape(entry.phrase) for entry in entries)), {entry.phrase: entry.sense for entry in entries}
