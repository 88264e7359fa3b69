"""Balance edits (勾稽关系) between printed amounts, and what stands against them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from explain_check.model.claim import Printed, TableCell
from explain_check.model.text import Anchor
from explain_check.model.value import value


class BalanceKind(StrEnum):
    """Why amounts must agree."""

    COLUMNS = "columns"
    ROWS = "rows"
    SIDES = "sides"
    SAME = "same"
    AMONG = "among"
    FORMS = "forms"


@value
class Balance:
    """A total and the parts that make it, as places in a :class:`Ledger`; of two that hold the same fact, one is the part."""

    kind: BalanceKind
    total: int
    parts: tuple[int, ...]

    @property
    def members(self) -> tuple[int, ...]:
        """The total and the parts."""
        return (self.total, *self.parts)

    @property
    def is_alone(self) -> bool:
        """Whether the total of a row or column has one part only."""
        return len(self.parts) == 1 and self.kind in (BalanceKind.ROWS, BalanceKind.COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A balance that the printed amounts do not keep; ``computed`` is what its parts make, in the unit of the total."""

    kind: BalanceKind
    total: TableCell
    parts: tuple[TableCell, ...]
    computed: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A figure whose correction makes all balances agree; ``slip`` is the typing slip that explains it, empty where none does.

    ``value`` is the corrected amount in the unit of the cell, at its decimals; ``copies`` repeat the wrong figure.
    """

    cell: TableCell
    value: Decimal
    slip: str
    copies: tuple[TableCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceCase:
    """The balances of one table that agree (no ``breaches``), or some that together cannot be true.

    ``held`` counts the balances that agree, ``amounts`` the table's amounts that are not zero, ``lone`` those in no balance at all.
    ``repairs`` name the figures that may be wrong, the likeliest first; all are equally small repairs. ``is_certain``
    says that the balances are proven by the rest of the table, ``is_searched`` is False where the search for repairs was given up.
    ``beside`` are cells some rows away that hold what the parts should be, one for each breach. ``opposite`` is the cell of another row
    of the same columns that differs by as much the other way.
    """

    table: str
    held: int
    breaches: tuple[Breach, ...]
    repairs: tuple[Repair, ...]
    is_certain: bool
    is_searched: bool = True
    amounts: int = 0
    lone: tuple[TableCell, ...] = ()
    beside: tuple[TableCell, ...] = ()
    opposite: TableCell | None = None

    @property
    def limits(self) -> bool:
        """Whether parts in one table exceed what they are part of in another."""
        return any(b.kind is BalanceKind.AMONG and b.total.table != b.parts[0].table for b in self.breaches)

    @property
    def anchor(self) -> Anchor:
        """The likeliest wrong figure, a part that exceeds its whole, else the total of the first breach; IndexError where all agree."""
        first = self.breaches[0].parts[0] if self.limits else self.breaches[0].total
        place = (self.repairs[0].cell if self.repairs else first).place
        return Anchor(claim=None, place=place, words=place.quote)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """No figure of the prose: the cells stand in the breaches."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsCase:
    """A table whose codes do not add up (类 = Σ款 = Σ项): ``held`` of its sums agree, ``broken`` do not.

    ``moved`` pairs each cell whose amount slid away from its code with the cell of another table that prints it beside the right one,
    ``shifts`` says by how many rows (above: positive); empty where no other table shows that. ``first`` is the first such cell.
    """

    first: TableCell
    moved: tuple[tuple[TableCell, TableCell], ...]
    shifts: tuple[int, ...]
    held: int
    broken: int

    @property
    def anchor(self) -> Anchor:
        """The first cell that is not where it belongs."""
        return Anchor(claim=None, place=self.first.place, words=self.first.place.quote)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """No figure of the prose."""
        return ()
