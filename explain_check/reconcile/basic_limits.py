"""What 基本支出 spends on an item of 三公经费 is part of that item: 公务接待费 of the basic table is at most that of the 三公 table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explain_check.link.labels import is_whole_column, label_account
from explain_check.model.balance import Balance, BalanceKind
from explain_check.model.three_public import ITEMS, VEHICLE_PARTS, VEHICLES, WHOLE
from explain_check.reconcile.column_sums import OTHER_YEAR
from explain_check.reconcile.ledger import Ledger
from explain_check.reconcile.three_public_sums import ACCOUNTS, KIND, public_account

_BASIC = "general_budget_basic"
_SETTLED = "决算"
#: A difference like that of 元 and 万元 tells of the unit.
_UNIT = 1000


def find_exceeding(ledger: Ledger) -> Iterator[tuple[Balance, ...]]:
    """Yield for each table of basic spending the items that exceed those of a table of 三公经费."""
    public = [span for span in ledger.spans if span and ledger.tables[span[0]].kind == KIND]
    for span in ledger.spans:
        if span and ledger.tables[span[0]].kind == _BASIC:
            found = [_exceeding(ledger, span, whole) for whole in public]
            if found and all(found):
                yield found[0]


def neighbours(ledger: Ledger, balances: Sequence[Balance]) -> tuple[int, ...]:
    """Return the places in the column of each part, equally many rows away, that hold what it should be; none where one has none."""
    printed = [balance for balance in balances if len(balance.parts) == 1]
    for step in (-1, 1, -2, 2):
        found = [_at(ledger, balance, step) for balance in printed]
        places = tuple(i for i in found if i is not None)
        if places and len(places) == len(printed):
            return places
    return ()


def _at(ledger: Ledger, balance: Balance, step: int) -> int | None:
    """Return the place some rows from a part that holds the amount of the whole."""
    part = balance.parts[0]
    own = ledger.cells[part]
    span = next(span for span in ledger.spans if part in span)
    return next(
        (
            i
            for i in span
            if ledger.cells[i].column == own.column
            and ledger.cells[i].row == own.row + step
            and ledger.values[i] == ledger.values[balance.total] != 0
        ),
        None,
    )


def _exceeding(ledger: Ledger, basic: range, public: range) -> tuple[Balance, ...]:
    settled = _SETTLED in ledger.tables[basic[0]].caption
    wholes = _wholes(ledger, public, settled)
    items = tuple(wholes[account] for account in ITEMS if account in wholes)
    missing = [account for account in ITEMS if account not in wholes]
    if VEHICLES in wholes:
        wholes = dict.fromkeys(VEHICLE_PARTS, wholes[VEHICLES]) | wholes
    parts = _parts(ledger, basic)
    pairs = [(i, wholes[account]) for account, i in parts.items() if account in wholes]
    limits = [Balance(kind=BalanceKind.AMONG, total=j, parts=(i,)) for i, j in pairs]
    if len(missing) == 1 and missing[0] in parts and WHOLE in wholes:
        limits.append(Balance(kind=BalanceKind.AMONG, total=wholes[WHOLE], parts=(parts[missing[0]], *items)))
    if any(ledger.values[limit.parts[0]] >= _UNIT * ledger.values[limit.total] for limit in limits):
        return ()
    return tuple(limit for limit in limits if sum(ledger.lows[i] for i in limit.parts) > ledger.highs[limit.total])


def _wholes(ledger: Ledger, span: range, settled: bool) -> dict[str, int]:
    """Return the place of the largest amount of each item, of the columns of 决算 where there are some and ``settled``."""
    places = [i for i in span if not OTHER_YEAR.search(ledger.cells[i].column_label)]
    actual = [i for i in places if _SETTLED in ledger.cells[i].column_label]
    found: dict[str, int] = {}
    for i in actual if settled and actual else places:
        account = public_account(ledger.cells[i])
        if account and (account not in found or ledger.values[i] > ledger.values[found[account]]):
            found[account] = i
    return found


def _parts(ledger: Ledger, span: range) -> dict[str, int]:
    """Return the place of the smallest amount in columns of totals of each row that names an item."""
    found: dict[str, int] = {}
    for i in span:
        cell = ledger.cells[i]
        account = label_account(cell.row_label)
        if account not in ACCOUNTS or not ledger.values[i] or not is_whole_column(cell) or OTHER_YEAR.search(cell.column_label):
            continue
        if account not in found or ledger.values[i] < ledger.values[found[account]]:
            found[account] = i
    return found
