"""Tables whose codes do not add up: rows whose amounts slid away from their codes, and sums that nothing can be held against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from explain_check.model.balance import BalanceKind, RowsCase
from explain_check.reconcile.balances import Schema
from explain_check.reconcile.ledger import Ledger

#: So many different amounts, each so many rows from its own code, are no coincidence.
_LEAST = 3
_FARTHEST = 12
#: So many sums down the codes must be broken before a table is said not to add up.
_BROKEN = 3
#: An amount tells where it belongs when it is so many times as large as the unit of its last digit.
_SIZE = 100

Column = Mapping[str, int]
Moved = tuple[tuple[int, int, int], ...]


def find_doubtful_rows(ledger: Ledger, schemas: Sequence[Schema]) -> Iterator[tuple[Schema, RowsCase]]:
    """Yield each form of sums down the codes that is not held as it stands: its rows slid, or most of its sums are broken."""
    suspects = [schema for schema in schemas if len(schema.broken) > 1 and schema.broken[0].kind is BalanceKind.ROWS]
    if not suspects:
        return
    columns = [column for span in ledger.spans for column in _columns(ledger, span)]
    for schema in suspects:
        table = ledger.tables[schema.broken[0].total]
        own = next(span for span in ledger.spans if span and ledger.tables[span[0]] is table)
        others = [column for column in columns if next(iter(column.values())) not in own]
        moved = _moved(ledger, own, others, {i for balance in schema.broken for i in balance.members})
        coded = sum(bool(ledger.cells[balance.total].code) for balance in schema.broken)
        if moved or (coded >= _BROKEN and not schema.is_believed):
            yield schema, _case(ledger, schema, moved)


def _columns(ledger: Ledger, span: range) -> Iterator[Column]:
    """Yield the places of each column of a table by their codes; a code that stands twice is left out."""
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i in span:
        if ledger.cells[i].code:
            found[ledger.cells[i].column][ledger.cells[i].code].append(i)
    for codes in found.values():
        column = {code: places[0] for code, places in codes.items() if len(places) == 1}
        if len(column) >= _LEAST:
            yield column


def _moved(ledger: Ledger, span: range, others: Sequence[Column], broken: set[int]) -> Moved:
    """Return the places of one column whose amounts another table prints some rows further, with that place and the rows between."""
    columns = [column for column in _columns(ledger, span) if len(broken.intersection(column.values())) >= _LEAST]
    orders = [_order(ledger, span, column) for column in columns]
    found = (_between(ledger, column, other, order, broken) for column, order in zip(columns, orders, strict=True) for other in others)
    return max(found, key=len, default=())


def _order(ledger: Ledger, span: range, column: Column) -> list[str]:
    """Return the codes of a column's side of the table from the top, those with no amount in the column as well."""
    sides: dict[int, dict[int, str]] = defaultdict(dict)
    for i in span:
        if ledger.cells[i].code:
            sides[ledger.cells[i].column][ledger.cells[i].row] = ledger.cells[i].code
    own = sides[ledger.cells[next(iter(column.values()))].column]
    codes: dict[int, str] = {}
    for side in sides.values():
        if any(own.get(row) == code for row, code in side.items()):
            codes |= side
    return [codes[row] for row in sorted(codes)]


def _between(ledger: Ledger, column: Column, other: Column, order: Sequence[str], broken: set[int]) -> Moved:
    """Return what :func:`_moved` says for one column held against one of another table."""
    by_shift: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for at, code in enumerate(order):
        i, own = column.get(code), other.get(code)
        if i is None or own is None or ledger.values[i] == ledger.values[own] or not _is_telling(ledger, i):
            continue
        for shift in chain(range(-min(_FARTHEST, at), 0), range(1, min(_FARTHEST + 1, len(order) - at))):
            j = other.get(order[at + shift])
            if j is not None and ledger.values[j] == ledger.values[i]:
                by_shift[shift].append((i, j, shift))
    kept = [hits for hits in by_shift.values() if len({ledger.values[i] for i, _, _ in hits if i in broken}) >= _LEAST]
    places = {hit[0]: hit for hits in sorted(kept, key=len) for hit in hits}
    return tuple(places[i] for i in sorted(places))


def _is_telling(ledger: Ledger, i: int) -> bool:
    return abs(ledger.values[i]) >= _SIZE * (ledger.highs[i] - ledger.lows[i])


def _case(ledger: Ledger, schema: Schema, moved: Moved) -> RowsCase:
    shifts = Counter(shift for _, _, shift in moved)
    return RowsCase(
        first=ledger.place(moved[0][0] if moved else schema.broken[0].total),
        moved=tuple((ledger.place(i), ledger.place(j)) for i, j, _ in moved),
        shifts=tuple(shifts),
        held=len(schema.held),
        broken=len(schema.broken),
    )
