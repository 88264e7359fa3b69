"""All balances that the tables of a document must keep, and those that can be relied on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from explain_check.model.balance import Balance, BalanceKind
from explain_check.model.figure import Interval
from explain_check.model.slips import slip_to
from explain_check.model.template import TemplateEdit
from explain_check.model.value import value
from explain_check.reconcile.change_columns import change_columns
from explain_check.reconcile.column_sums import column_sums
from explain_check.reconcile.form_sums import form_sums, project_total
from explain_check.reconcile.ledger import Ledger
from explain_check.reconcile.row_sums import row_sums
from explain_check.reconcile.same_facts import same_facts
from explain_check.reconcile.side_totals import side_totals
from explain_check.reconcile.template_sums import template_sums
from explain_check.reconcile.three_public_sums import KIND, three_public_sums

_PROVEN = 3


@value
class Schema:
    """Balances of one form (all rows of a table with its column 合计); ``held`` of them agree, the others are ``broken``."""

    table: str
    held: tuple[Balance, ...]
    broken: tuple[Balance, ...]
    is_known: bool = False

    @property
    def is_proven(self) -> bool:
        """Whether enough balances agree that a broken one cannot come from a misread header."""
        return len(self.held) >= _PROVEN and len(self.broken) * 3 <= len(self.held)

    @property
    def is_believed(self) -> bool:
        """Whether the balances are meant at all: some agree, or their form is known, and few are broken."""
        return (bool(self.held) or self.is_known) and len(self.broken) <= max(2, len(self.held) // 2)


def keeps(ledger: Ledger, balance: Balance) -> bool:
    """Whether the parts can make the total, rounding considered.

    A total in a table with a single part is the part itself: printed at the same decimals, the two must read the same.
    """
    if balance.is_alone and ledger.ulps[balance.total] == ledger.ulps[balance.parts[0]]:
        return ledger.values[balance.total] == ledger.values[balance.parts[0]]
    return may_be_rounded(ledger, balance)


def may_be_rounded(ledger: Ledger, balance: Balance) -> bool:
    """Whether rounding explains the difference between the parts and the total."""
    low = high = 0
    for i in balance.parts:
        low += ledger.lows[i]
        high += ledger.highs[i]
    if balance.kind is BalanceKind.AMONG:
        return low <= ledger.highs[balance.total]
    return low <= ledger.highs[balance.total] and ledger.lows[balance.total] <= high


def is_truncated(ledger: Ledger, held: Sequence[Balance], broken: Sequence[Balance]) -> bool:
    """Whether the document cuts its figures off instead of rounding them: several totals exceed their parts, none falls below.

    A total that was cut off is at most one last place for each part above the sum of parts that were cut off.
    """
    if not broken:
        return False
    excesses = [(excess, balance) for balance in (*held, *broken) if (excess := _excess(ledger, balance))]
    if len(excesses) < _PROVEN:
        return False
    return all(0 < excess < len(balance.parts) * min(ledger.ulps[i] for i in balance.members) for excess, balance in excesses)


def _excess(ledger: Ledger, balance: Balance) -> int:
    """Return by how much a total exceeds its parts; nothing is asked of figures that are one fact or part of another."""
    if balance.kind not in (BalanceKind.ROWS, BalanceKind.COLUMNS):
        return 0
    return ledger.values[balance.total] - sum(ledger.values[i] for i in balance.parts)


def read_schemas(ledger: Ledger, edits: Sequence[TemplateEdit] = ()) -> Iterator[Schema]:
    """Yield the balances of all tables, those of one form together; what the template names need not be believed on evidence."""
    for span in ledger.spans:
        for balances, is_known in _forms(ledger, span, edits) if span else ():
            if balances:
                yield _schema(ledger, ledger.tables[span[0]].id, balances, is_known)


def _forms(ledger: Ledger, span: range, edits: Sequence[TemplateEdit]) -> Iterator[tuple[Sequence[Balance], bool]]:
    """Yield the balances of each form of a table, and whether the form is known."""
    yield list(change_columns(ledger, span)), False
    if ledger.tables[span[0]].kind == KIND and (known := list(three_public_sums(ledger, span))):
        yield known, True
        return
    named = list(template_sums(ledger, span, edits))
    yield named, True
    by_column: dict[int, list[Balance]] = defaultdict(list)
    known_sums = set(named)
    for balance in column_sums(ledger, span):
        if balance not in known_sums:
            by_column[ledger.cells[balance.total].column].append(balance)
    yield from ((found, False) for found in by_column.values())
    sums = list(row_sums(ledger, span))
    yield [balance for balance in sums if balance.kind is BalanceKind.ROWS], False
    yield [balance for balance in sums if balance.kind is BalanceKind.AMONG], True
    yield list(side_totals(ledger, span)), True
    yield list(form_sums(ledger, span)), True


def project_schema(ledger: Ledger) -> Schema:
    """Return 项目支出 over the forms of all projects: believed where it agrees, or where one slip of one figure breaks it."""
    found = _schema(ledger, "", project_total(ledger))
    if not found.held and found.broken:
        return replace(found, is_known=any(_is_slip(ledger, found.broken[0], i) for i in found.broken[0].members))
    return found


def _is_slip(ledger: Ledger, balance: Balance, i: int) -> bool:
    """Whether a slip in one figure explains why a sum does not agree."""
    figure = ledger.cells[i].figure
    missing = ledger.values[balance.total] - sum(ledger.values[j] for j in balance.parts)
    right = ledger.values[i] - missing if i == balance.total else ledger.values[i] + missing
    value = ledger.in_unit_of(right, i)
    return figure is not None and value > 0 and slip_to(figure.value, Interval(low=value, high=value)) is not None


def _schema(ledger: Ledger, table: str, balances: Iterable[Balance], is_known: bool = False) -> Schema:
    held: list[Balance] = []
    broken: list[Balance] = []
    for balance in balances:
        (held if keeps(ledger, balance) else broken).append(balance)
    return Schema(table=table, held=tuple(held), broken=tuple(broken), is_known=is_known)


def same_schema(ledger: Ledger, schemas: Sequence[Schema]) -> Schema:
    """Return the pairs of cells in different tables that hold one fact.

    A pair that differs is taken only where both cells stand in sums over the same rows: otherwise one table may hold more.
    """
    found = _schema(ledger, "", same_facts(ledger), is_known=True)
    rows_of: dict[int, list[frozenset[str]]] = {i: [] for balance in found.broken for i in balance.members}
    for schema in schemas if rows_of else ():
        for balance in (*schema.held, *schema.broken):
            if balance.kind is BalanceKind.ROWS and not rows_of.keys().isdisjoint(balance.members):
                names = frozenset(ledger.row_key(i) for i in balance.members)
                for i in rows_of.keys() & balance.members:
                    rows_of[i].append(names)
    broken = tuple(b for b in found.broken if any(names in rows_of[b.parts[0]] for names in rows_of[b.total]))
    return Schema(table="", held=found.held, broken=broken, is_known=True)
