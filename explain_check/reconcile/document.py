"""Hold all figures of a document's tables against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from explain_check.model.arithmetic import round_half_up
from explain_check.model.balance import Balance, BalanceCase, BalanceKind, Breach, Repair
from explain_check.model.figure import Figure, Interval
from explain_check.model.slips import slip_to
from explain_check.model.table import Table
from explain_check.model.template import TemplateEdit
from explain_check.reconcile.balances import Schema, is_truncated, may_be_rounded, project_schema, read_schemas, same_schema
from explain_check.reconcile.ledger import Ledger, amount_of_money, open_ledger
from explain_check.reconcile.repair import Conflict, find_conflicts


def reconcile_tables(tables: Sequence[Table], prose: Iterable[Figure] = (), edits: Sequence[TemplateEdit] = ()) -> tuple[BalanceCase, ...]:
    """Return a case for each table whose balances agree and for each conflict, in a fixed order.

    ``prose`` holds the amounts printed elsewhere: an amount that stands in other places too is less likely the wrong one.
    ``edits`` are the balance edits of the document's template.
    """
    ledger = open_ledger(tables)
    ledger.echoes.update(amount for figure in prose if (amount := amount_of_money(figure)) is not None)
    schemas = [schema for schema in read_schemas(ledger, edits) if schema.is_believed]
    schemas += [schema for schema in (same_schema(ledger, schemas), project_schema(ledger)) if schema.is_believed]
    held = [balance for schema in schemas for balance in schema.held]
    broken = [balance for schema in schemas for balance in schema.broken]
    proven = {id(balance) for schema in schemas if schema.is_proven for balance in schema.broken}
    conflicts = find_conflicts(ledger, held, [] if is_truncated(ledger, held, broken) else broken)
    found = (_case(ledger, conflict, any(id(balance) in proven for balance in conflict.broken)) for conflict in conflicts)
    return (*_held_cases(ledger, schemas), *found)


def _held_cases(ledger: Ledger, schemas: Sequence[Schema]) -> Iterator[BalanceCase]:
    """Yield a case for each table with amounts: how many sums agree, and which amounts stand in none."""
    held = Counter(schema.table for schema in schemas for _ in schema.held)
    covered = {i for schema in schemas for balance in (*schema.held, *schema.broken) for i in balance.members}
    for span in ledger.spans:
        places = [i for i in span if ledger.values[i]]
        if places:
            table = ledger.tables[span[0]].id
            lone = tuple(ledger.place(i) for i in places if i not in covered)
            yield BalanceCase(table=table, held=held[table], breaches=(), repairs=(), is_certain=True, amounts=len(places), lone=lone)


def _case(ledger: Ledger, conflict: Conflict, is_proven: bool) -> BalanceCase:
    """Return the case of a conflict; repairs of one figure are ranked by the slip that explains them."""
    single = [repair[0] for repair in conflict.repairs if len(repair) == 1]
    repairs = [_repair(ledger, i, low, high) for i, (low, high) in single]
    ranked = sorted(repairs, key=lambda repair: _doubt(ledger, repair))
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


def _doubt(ledger: Ledger, repair: Repair) -> tuple[bool, int, int, bool]:
    """Return how unlikely a correction is: negative, no slip, the right amount nowhere else and the wrong one there."""
    figure = repair.cell.cell.figure
    printed = amount_of_money(figure) if figure is not None else None
    right = amount_of_money(replace(figure, value=repair.value)) if figure is not None else None
    return repair.value < 0, -min(ledger.echoes[right or 0], 1), ledger.echoes[printed or 0], not repair.slip


def _breach(ledger: Ledger, balance: Balance) -> Breach:
    computed = ledger.in_unit_of(sum(ledger.values[i] for i in balance.parts), balance.total)
    decimals = max(ledger.decimals(i) for i in balance.members)
    return Breach(
        kind=balance.kind,
        total=ledger.place(balance.total),
        parts=tuple(ledger.place(i) for i in balance.parts),
        computed=round_half_up(computed, decimals),
    )


def _repair(ledger: Ledger, i: int, low: int, high: int) -> Repair:
    """Return the correction of a figure: the slip's origin where one explains it, else the middle of its range."""
    place = ledger.place(i)
    figure = place.cell.figure
    assert figure is not None
    right = Interval(low=ledger.in_unit_of(low, i), high=ledger.in_unit_of(high, i))
    found = slip_to(figure.value, right) if right.high > 0 else None
    if found is not None:
        rounded = round_half_up(found[1], ledger.decimals(i))
        return Repair(cell=place, value=rounded if rounded == found[1] else found[1], slip=found[0])
    return Repair(cell=place, value=round_half_up((right.low + right.high) / 2, ledger.decimals(i)), slip="")
