"""Hold all figures of a document's tables against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from explain_check.model.arithmetic import round_half_up
from explain_check.model.balance import Balance, BalanceCase, BalanceKind, Breach, Repair, RowsCase
from explain_check.model.claim import TableCell
from explain_check.model.figure import Figure, Interval
from explain_check.model.slips import REPEATED_TOTAL, slip_to
from explain_check.model.table import Cell, Table
from explain_check.model.template import TemplateEdit
from explain_check.reconcile.balances import Schema, is_truncated, may_be_rounded, project_schema, read_schemas, same_schema
from explain_check.reconcile.basic_limits import find_exceeding, neighbours
from explain_check.reconcile.ledger import Ledger, amount_of_money, open_ledger
from explain_check.reconcile.repair import Conflict, find_conflicts
from explain_check.reconcile.slid_rows import find_doubtful_rows


def reconcile_tables(
    tables: Sequence[Table], prose: Iterable[Figure] = (), edits: Sequence[TemplateEdit] = ()
) -> tuple[BalanceCase | RowsCase, ...]:
    """Return a case for each table whose balances agree, each whose codes do not add up and each conflict, in a fixed order.

    ``prose`` holds the amounts printed elsewhere: an amount that stands in other places too is less likely the wrong one.
    ``edits`` are the balance edits of the document's template.
    """
    ledger = open_ledger(tables)
    ledger.echoes.update(amount for figure in prose if (amount := amount_of_money(figure)) is not None)
    read = tuple(read_schemas(ledger, edits))
    doubtful = tuple(find_doubtful_rows(ledger, read))
    doubted = [schema for schema, _ in doubtful]
    schemas = [schema for schema in read if schema.is_believed and schema not in doubted]
    schemas += [schema for schema in (same_schema(ledger, schemas), project_schema(ledger)) if schema.is_believed]
    held = [balance for schema in schemas for balance in schema.held]
    broken = [balance for schema in schemas for balance in schema.broken]
    proven = {id(balance) for schema in schemas if schema.is_proven for balance in schema.broken}
    conflicts = tuple(find_conflicts(ledger, held, [] if is_truncated(ledger, held, broken) else broken))
    opposite = _opposites(ledger, conflicts)
    found = [
        replace(_case(ledger, conflict, any(id(balance) in proven for balance in conflict.broken)), opposite=opposite.get(number))
        for number, conflict in enumerate(conflicts)
    ]
    blamed = {repair.cell.cell for case in found for repair in case.repairs}
    return (*_held_cases(ledger, schemas, doubted), *(case for _, case in doubtful), *found, *_limit_cases(ledger, blamed))


def _opposites(ledger: Ledger, conflicts: Sequence[Conflict]) -> dict[int, TableCell]:
    """Return, for the conflicts between two columns alone, the cell of another row that differs by as much the other way."""
    gaps: dict[tuple[int, ...], tuple[int, int]] = {}
    alone = [number for number, conflict in enumerate(conflicts) if all(balance.kind is BalanceKind.SAME for balance in conflict.broken)]
    for number in alone:
        for balance in conflicts[number].broken:
            gaps[_gap(ledger, balance, 1)] = number, balance.total
    found = {number: gaps.get(_gap(ledger, conflicts[number].broken[0], -1)) for number in alone}
    return {number: ledger.place(other[1]) for number, other in found.items() if other is not None and other[0] != number}


def _gap(ledger: Ledger, balance: Balance, sign: int) -> tuple[int, ...]:
    """Return the columns of two cells that hold the same fact, and by how much the one holds more than the other."""
    columns = [(id(ledger.tables[i]), ledger.cells[i].column) for i in balance.members]
    return (*columns[0], *columns[1], sign * (ledger.values[balance.total] - ledger.values[balance.parts[0]]))


def _limit_cases(ledger: Ledger, blamed: Collection[Cell]) -> Iterator[BalanceCase]:
    """Yield a case for each table of which an item exceeds what another table says of it in whole; not of figures blamed already."""
    for balances in find_exceeding(ledger):
        if any(ledger.cells[i] in blamed for balance in balances for i in balance.members):
            continue
        yield BalanceCase(
            table=ledger.tables[balances[0].parts[0]].id,
            held=0,
            breaches=tuple(_breach(ledger, balance) for balance in balances),
            repairs=(),
            is_certain=False,
            beside=tuple(ledger.place(i) for i in neighbours(ledger, balances)),
        )


def _held_cases(ledger: Ledger, schemas: Sequence[Schema], doubted: Sequence[Schema]) -> Iterator[BalanceCase]:
    """Yield a case for each table with amounts: how many sums agree, and which amounts stand in none, or in one that is not held."""
    held = Counter(schema.table for schema in schemas for _ in schema.held)
    covered = {i for schema in schemas for balance in (*schema.held, *schema.broken) for i in balance.members}
    covered -= {i for schema in doubted for balance in schema.broken for i in balance.members}
    for span in ledger.spans:
        places = [i for i in span if ledger.values[i]]
        if places:
            table = ledger.tables[span[0]].id
            lone = tuple(ledger.place(i) for i in places if i not in covered)
            yield BalanceCase(table=table, held=held[table], breaches=(), repairs=(), is_certain=True, amounts=len(places), lone=lone)


def _case(ledger: Ledger, conflict: Conflict, is_proven: bool) -> BalanceCase:
    """Return the case of a conflict; repairs of one figure are ranked by the slip that explains them."""
    single = [repair[0] for repair in conflict.repairs if len(repair) == 1]
    repeating = {i for balance in conflict.broken for i in balance.parts if ledger.values[i] == ledger.values[balance.total]}
    repairs = [
        replace(_repair(ledger, i, low, high, i in repeating), copies=tuple(map(ledger.place, conflict.copies.get(i, ()))))
        for i, (low, high) in single
    ]
    likely = [repair for repair in repairs if repair.value >= 0 or _is_negative(repair)] or repairs
    ranked = sorted(likely, key=lambda repair: _doubt(ledger, repair))
    sure = is_proven or len(conflict.broken) > 1 or any(balance.kind is BalanceKind.SIDES for balance in conflict.broken)
    return BalanceCase(
        table=ledger.tables[conflict.broken[0].total].id,
        held=0,
        breaches=tuple(_breach(ledger, balance) for balance in conflict.broken),
        repairs=tuple(ranked),
        is_searched=conflict.is_searched,
        is_certain=sure
        and any(balance.kind is not BalanceKind.SAME for balance in conflict.broken)
        and not all(may_be_rounded(ledger, balance) for balance in conflict.broken),
    )


def _is_negative(repair: Repair) -> bool:
    return repair.cell.cell.figure is not None and repair.cell.cell.figure.value < 0


def _doubt(ledger: Ledger, repair: Repair) -> tuple[bool, int, int, bool]:
    """Return how unlikely a correction is: no total in the place of a part, the right amount nowhere else and the wrong one there."""
    figure = repair.cell.cell.figure
    printed = amount_of_money(figure) if figure is not None else None
    right = amount_of_money(replace(figure, value=repair.value)) if figure is not None else None
    return repair.slip != REPEATED_TOTAL, -min(ledger.echoes[right or 0], 1), ledger.echoes[printed or 0], not repair.slip


def _breach(ledger: Ledger, balance: Balance) -> Breach:
    computed = ledger.in_unit_of(sum(ledger.values[i] for i in balance.parts), balance.total)
    decimals = max(ledger.decimals(i) for i in balance.members)
    return Breach(
        kind=balance.kind,
        total=ledger.place(balance.total),
        parts=tuple(ledger.place(i) for i in balance.parts),
        computed=round_half_up(computed, decimals),
    )


def _repair(ledger: Ledger, i: int, low: int, high: int, repeats_total: bool) -> Repair:
    """Return the correction of a figure: nothing for a repeated total, a slip's origin where one explains it, else its range's middle."""
    place = ledger.place(i)
    figure = place.cell.figure
    assert figure is not None
    if repeats_total and low <= 0 <= high:
        return Repair(cell=place, value=round_half_up(Decimal(0), ledger.decimals(i)), slip=REPEATED_TOTAL)
    right = Interval(low=ledger.in_unit_of(low, i), high=ledger.in_unit_of(high, i))
    found = slip_to(figure.value, right) if right.high > 0 else None
    if found is not None:
        rounded = round_half_up(found[1], ledger.decimals(i))
        return Repair(cell=place, value=rounded if rounded == found[1] else found[1], slip=found[0])
    return Repair(cell=place, value=round_half_up((right.low + right.high) / 2, ledger.decimals(i)), slip="")
