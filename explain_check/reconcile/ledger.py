"""The amounts of all tables as whole numbers with the interval that rounding leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from explain_check.link.labels import TOTAL_LABELS, plain_label
from explain_check.model.claim import TableCell
from explain_check.model.figure import MONEY_UNITS, Figure
from explain_check.model.table import Cell, Table

#: Amounts are counted in millionths of a 元: exact for every printed amount, and sums of whole numbers are fast.
DECIMALS = 6
#: So many figures at the longest decimals show how the document prints.
_ENOUGH = 3
TOTAL_KEY = "合计"
_POWERS = {unit: DECIMALS + factor.adjusted() for unit, factor in MONEY_UNITS.items()}


@dataclass(slots=True)
class Ledger:
    """The money of all tables: ``values[i]`` stands for any of ``lows[i]`` to ``highs[i]``.

    ``spans`` holds each table's places, ``echoes`` how often an amount is printed, ``keys`` what rows are known to name.
    """

    tables: list[Table] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    lows: list[int] = field(default_factory=list)
    highs: list[int] = field(default_factory=list)
    ulps: list[int] = field(default_factory=list)
    spans: list[range] = field(default_factory=list)
    echoes: Counter[int] = field(default_factory=Counter)
    keys: dict[int, str] = field(default_factory=dict)

    def place(self, i: int) -> TableCell:
        """Return an amount as a cell with its table."""
        table = self.tables[i]
        return TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=self.cells[i])

    def row_key(self, i: int) -> str:
        """Return what the row of an amount names: 合计 for the total of the table, else its label without numbering."""
        if i not in self.keys:
            cell = self.cells[i]
            label = plain_label(cell.row_label)
            self.keys[i] = TOTAL_KEY if not label or (label in TOTAL_LABELS and len(cell.row_path) < 2) else label
        return self.keys[i]

    def decimals(self, i: int) -> int:
        """Return the decimals to which an amount is known, in the unit of its cell."""
        figure = self.cells[i].figure
        return _POWERS[figure.unit] + 1 - len(str(self.ulps[i])) if figure is not None else 0

    def in_unit_of(self, amount: int, i: int) -> Decimal:
        """Return an amount in the unit of the cell at ``i``."""
        figure = self.cells[i].figure
        return Decimal(amount).scaleb(-_POWERS[figure.unit]) if figure is not None else Decimal(amount)


def amount_of_money(figure: Figure) -> int | None:
    """Return a figure of money in millionths of a 元, None for other figures and for smaller fractions."""
    power = _POWERS.get(figure.unit)
    return None if power is None or figure.decimals > power else int(figure.value.scaleb(power))


def open_ledger(tables: Sequence[Table]) -> Ledger:
    """Return the ledger of a document's tables."""
    ledger = Ledger()
    shared = _shared_decimals(tables)
    for table in tables:
        start = len(ledger.cells)
        for cell in table.cells:
            figure = cell.figure
            if figure is None or figure.unit not in _POWERS:
                continue
            power = _POWERS[figure.unit]
            decimals = max(figure.decimals, shared.get((table.id, figure.unit), 0))
            if decimals > power:
                continue
            value = int(figure.value.scaleb(power))
            ulp = 10 ** (power - decimals)
            half = 0 if not value and decimals <= 0 else ulp // 2
            ledger.tables.append(table)
            ledger.cells.append(cell)
            ledger.values.append(value)
            ledger.lows.append(value - half)
            ledger.highs.append(value + half)
            ledger.ulps.append(ulp)
        ledger.spans.append(range(start, len(ledger.cells)))
    ledger.echoes.update(filter(None, ledger.values))
    return ledger


def _shared_decimals(tables: Sequence[Table]) -> dict[tuple[str, str], int]:
    """Return the decimals of a table's unit where trailing zeros are dropped: 127 beside 30902.76 is 127.00.

    A table where some figure keeps a trailing zero (30.00) prints each figure at its own decimals.
    """
    dropping: dict[tuple[str, str], int] = {}
    longest: dict[str, list[int]] = {}
    for table in tables:
        decimals: dict[str, list[int]] = {}
        kept: set[str] = set()
        for cell in table.cells:
            if cell.figure is not None and cell.figure.unit in _POWERS:
                figure = cell.figure
                decimals.setdefault(figure.unit, []).append(figure.decimals)
                if figure.decimals > 0 and figure.value == figure.value.quantize(Decimal(1).scaleb(1 - figure.decimals)):
                    kept.add(figure.unit)
        for unit, found in decimals.items():
            if unit not in kept:
                dropping[table.id, unit] = max(found)
                longest.setdefault(unit, []).extend(found)
    common = {unit: most for unit, found in longest.items() if found.count(most := max(found)) >= _ENOUGH}
    return {(table, unit): max(found, common.get(unit, 0)) for (table, unit), found in dropping.items()}
