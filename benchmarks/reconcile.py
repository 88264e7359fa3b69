"""Time the reconciliation of tables: ``python benchmarks/reconcile.py [--solver]``.

Tables of classes, items and funds are made up with as many amounts as asked for, one of them wrong; printed are the amounts, the
milliseconds to hold them against each other, and what was named. ``--solver`` adds the same localisation as a mixed-integer programme
(scipy's HiGHS, where scipy is installed), for comparison.
"""

from __future__ import annotations

import argparse
import random
import time
from decimal import Decimal

from explain_check.model.balance import BalanceCase
from explain_check.model.table import Cell, Table
from explain_check.numerals.cells import read_cell
from explain_check.reconcile.balances import read_schemas
from explain_check.reconcile.document import reconcile_tables
from explain_check.reconcile.ledger import open_ledger

COLUMNS = (("合计",), ("基本支出",), ("项目支出",))


def make_table(number: int, rows: int, rng: random.Random) -> Table:
    """Return a table of functional classes, groups and items whose sums agree."""
    found: list[tuple[tuple[str, ...], str, list[Decimal]]] = []
    total = [Decimal(0)] * 3
    code = 200
    while len(found) < rows:
        code += 1
        items = [[Decimal(rng.randrange(10**7)).scaleb(-2) for _ in range(2)] for _ in range(rng.randrange(2, 9))]
        amounts = [[a + b, a, b] for a, b in items]
        whole = [sum(column, Decimal(0)) for column in zip(*amounts, strict=True)]
        total = [a + b for a, b in zip(total, whole, strict=True)]
        found += [((f"类{code}",), f"{code}", whole), ((f"类{code}", f"款{code}"), f"{code}01", whole)]
        found += [((f"类{code}", f"款{code}", f"项{code}{i:02d}"), f"{code}01{i:02d}", row) for i, row in enumerate(amounts, 1)]
    cells = [cell for r, (path, key, row) in enumerate([(("合计",), "", total), *found]) for cell in make_cells(r, path, key, row)]
    return Table(
        id=f"t{number:03d}",
        caption=f"支出总表{number}",
        kind="expenditure",
        unit="万元",
        cells=tuple(cells),
        rows=rows,
        columns=4,
        note="",
        start=0,
        end=1,
    )


def make_cells(row: int, path: tuple[str, ...], code: str, amounts: list[Decimal]) -> list[Cell]:
    """Return the cells of a row."""
    return [
        Cell(
            row=row,
            column=c,
            row_path=path,
            column_path=COLUMNS[c],
            text=f"{amount:.2f}",
            figure=read_cell(f"{amount:.2f}", "万元"),
            code=code,
            start=row * 100 + c * 10,
            end=row * 100 + c * 10 + 5,
        )
        for c, amount in enumerate(amounts)
    ]


def spoil(table: Table, rng: random.Random) -> tuple[Table, str]:
    """Return the table with one amount made wrong, and how it reads now."""
    at = rng.randrange(3, len(table.cells))
    cell = table.cells[at]
    wrong = f"{(cell.figure.value if cell.figure else Decimal(0)) + 90:.2f}"
    new = Cell(**{name: getattr(cell, name) for name in cell.__slots__} | {"text": wrong, "figure": read_cell(wrong, "万元")})
    cells = (*table.cells[:at], new, *table.cells[at + 1 :])
    return Table(**{name: getattr(table, name) for name in table.__slots__} | {"cells": cells}), wrong


def solve(tables: list[Table]) -> str:
    """Return what HiGHS names: the fewest amounts to free so that all sums agree."""
    import numpy as np
    from scipy.optimize import LinearConstraint, milp
    from scipy.sparse import lil_matrix

    ledger = open_ledger(tables)
    balances = [b for schema in read_schemas(ledger) for b in (*schema.held, *schema.broken)]
    n = len(ledger.values)
    matrix = lil_matrix((len(balances) + 2 * n, 2 * n))
    for k, balance in enumerate(balances):
        matrix[k, balance.total] = 1
        for i in balance.parts:
            matrix[k, i] = -1
    big = 1e7
    for i in range(n):
        matrix[len(balances) + 2 * i, i], matrix[len(balances) + 2 * i, n + i] = 1, big
        matrix[len(balances) + 2 * i + 1, i], matrix[len(balances) + 2 * i + 1, n + i] = 1, -big
    lows, highs = [x / 1e10 for x in ledger.lows], [x / 1e10 for x in ledger.highs]
    low = np.array([0.0] * len(balances) + [v for i in range(n) for v in (lows[i], -np.inf)])
    high = np.array([0.0] * len(balances) + [v for i in range(n) for v in (np.inf, highs[i])])
    cost = np.concatenate([np.zeros(n), np.ones(n)])
    bounds = (np.concatenate([np.full(n, -np.inf), np.zeros(n)]), np.concatenate([np.full(n, np.inf), np.ones(n)]))
    from scipy.optimize import Bounds

    found = milp(
        cost,
        constraints=LinearConstraint(matrix.tocsr(), low, high),
        bounds=Bounds(*bounds),
        integrality=np.concatenate([np.zeros(n), np.ones(n)]),
        options={"time_limit": 60},
    )
    return "、".join(ledger.cells[i].text for i in range(n) if found.x is not None and found.x[n + i] > 0.5)


def named(cases: tuple[BalanceCase, ...]) -> str:
    """Return the figures that the cases name."""
    return "、".join(repair.cell.cell.text for case in cases for repair in case.repairs[:1])


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--solver", action="store_true")
    arguments = parser.parse_args()
    for amounts in (300, 1_500, 5_000, 20_000):
        rng = random.Random(amounts)
        tables = [make_table(n, max(20, amounts // 30), rng) for n in range(10)]
        tables[3], wrong = spoil(tables[3], rng)
        size = sum(len(table.cells) for table in tables)
        best = 1e9
        for _ in range(3):
            begin = time.process_time()
            cases = reconcile_tables(tables)
            best = min(best, time.process_time() - begin)
        print(f"{size:6d} amounts  {best * 1000:8.1f} ms  wrong {wrong}  named {named(cases)}")
        if arguments.solver and amounts < 5_000:
            begin = time.process_time()
            print(f"       HiGHS    {(time.process_time() - begin) * 1000:8.1f} ms  named {solve(tables)}", end="")
            print(f"  {(time.process_time() - begin) * 1000:8.1f} ms")


if __name__ == "__main__":
    main()
