"""Columns that hold the same facts, of two tables (支出总表 合计 and 一般公共预算支出表 合计) or of one (小计 and 其中：财政拨款)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import Ledger

Column = tuple[int, int]
_LEAST = 3
_BOTH = 2
_CROWD = 24
#: Two different amounts, each so many times as large as the unit of its last digit, agree because they are the same facts: 0.01 and
#: 0.02 stand in many columns.
_SIZE, _TELLING = 100, 2


def same_facts(ledger: Ledger) -> Iterator[Balance]:
    """Yield a balance for each pair of cells in two columns that agree in all rows but at most one, and in three at least.

    A carried-over amount that only one of two tables holds shows in its item, its class and the total; a slip in one row only. An
    amount that stands at another row in one of them shows in two rows, by as much up as down.
    """
    columns = _columns(ledger)
    for (one, other), agreeing in sorted(_agreements(ledger, columns).items()):
        if agreeing < _LEAST:
            continue
        pairs = [(i, columns[other][key]) for key, i in columns[one].items() if key in columns[other]]
        gaps = [ledger.values[i] - ledger.values[j] for i, j in pairs if not _agree(ledger, i, j)]
        telling = {ledger.values[i] for i, j in pairs if ledger.values[i] == ledger.values[j] and _is_telling(ledger, i)}
        is_moved = len(gaps) == _BOTH and not sum(gaps)
        if (len(gaps) < _BOTH or is_moved) and len(telling) >= _TELLING:
            yield from [Balance(BalanceKind.SAME, i, (j,)) for i, j in pairs]


def _is_telling(ledger: Ledger, i: int) -> bool:
    return abs(ledger.values[i]) >= _SIZE * (ledger.highs[i] - ledger.lows[i])


def _agree(ledger: Ledger, i: int, j: int) -> bool:
    return ledger.lows[i] <= ledger.highs[j] and ledger.lows[j] <= ledger.highs[i]


def _columns(ledger: Ledger) -> dict[Column, dict[str, int]]:
    """Return the places of each column by what its rows name; a name that stands twice is left out."""
    columns: dict[Column, dict[str, int]] = {}
    for number, span in enumerate(ledger.spans):
        found: dict[Column, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for i in span:
            found[number, ledger.cells[i].column][ledger.row_key(i)].append(i)
        columns.update({column: {key: places[0] for key, places in keys.items() if len(places) == 1} for column, keys in found.items()})
    return columns


def _agreements(ledger: Ledger, columns: Mapping[Column, Mapping[str, int]]) -> Counter[tuple[Column, Column]]:
    """Return how many amounts each two columns share, zeros aside."""
    holders: dict[tuple[str, int], list[Column]] = defaultdict(list)
    for column, keys in columns.items():
        for key, i in keys.items():
            if ledger.values[i]:
                holders[key, ledger.values[i]].append(column)
    counts: Counter[tuple[Column, Column]] = Counter()
    for found in holders.values():
        if 1 < len(found) <= _CROWD:
            counts.update(combinations(found, 2))
    return counts
