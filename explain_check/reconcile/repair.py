"""The smallest set of figures whose correction makes broken balances agree (Fellegi and Holt)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import Ledger

#: More figures at once are not looked for: such a table was misread, or its maker must read it again.
_MOST = 3
_WORK = 4000

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Broken balances that hang together, with the equally small sets of figures that mend them: place and range of each.

    ``copies`` are the places that hold a figure again, by its own place: they are mended with it. ``is_searched`` is False where
    the search was given up; there are no repairs then.
    """

    broken: tuple[Balance, ...]
    repairs: tuple[tuple[tuple[int, Range], ...], ...]
    copies: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    is_searched: bool = True


def find_conflicts(ledger: Ledger, held: Sequence[Balance], broken: Sequence[Balance]) -> Iterator[Conflict]:
    """Yield the conflicts of a document in the order of their first figure."""
    if not broken:
        return
    around = _around((*held, *broken))
    conflicts = [_conflict(ledger, group, around) for group in _components(broken)]
    unmended = [conflict for conflict in conflicts if not any(len(repair) == 1 for repair in conflict.repairs)]
    copied = list(_copied_slips(ledger, held, [balance for conflict in unmended for balance in conflict.broken])) if unmended else []
    explained = {id(balance) for conflict in copied for balance in conflict.broken}
    rest = [conflict for conflict in conflicts if not any(id(balance) in explained for balance in conflict.broken)]
    yield from sorted((*copied, *rest), key=lambda conflict: min(i for balance in conflict.broken for i in balance.members))


def _around(balances: Iterable[Balance]) -> dict[int, list[Balance]]:
    """Return the balances that each figure stands in."""
    around: dict[int, list[Balance]] = defaultdict(list)
    for balance in balances:
        for i in balance.members:
            around[i].append(balance)
    return around


def _copied_slips(ledger: Ledger, held: Sequence[Balance], broken: Sequence[Balance]) -> Iterator[Conflict]:
    """Yield the conflicts that one figure mends together with its copies.

    A class (类) with one division, and a second table, repeat a figure: 城乡社区支出 1,066.51, 城乡社区管理事务 1,066.51.
    """
    first = _first_places(ledger, held)
    folded: dict[Balance, list[Balance]] = defaultdict(list)
    for balance in broken:
        folded[_folded(balance, first)].append(balance)
    kept = {_folded(balance, first) for balance in held}
    around = _around(sorted((balance for balance in (*kept, *folded) if _names_each_once(balance)), key=_members))
    for group in _components([balance for balance in folded if _names_each_once(balance)]):
        conflict = _conflict(ledger, group, around, most=1)
        if conflict.repairs:
            mended = {repair[0][0] for repair in conflict.repairs}
            copies = {i: tuple(other for other, own in first.items() if own == i) for i in sorted(mended)}
            told = [folded[known][0] for known in group] + [balance for known in group for balance in folded[known][1:]]
            yield replace(conflict, broken=tuple(told), copies=copies)


def _members(balance: Balance) -> tuple[int, ...]:
    return balance.members


def _first_places(ledger: Ledger, held: Sequence[Balance]) -> dict[int, int]:
    """Return, for each figure that repeats another one, the first place of its amount."""
    first: dict[int, int] = {}

    def origin(i: int) -> int:
        while i in first:
            i = first[i]
        return i

    for balance in held:
        if balance.is_alone or balance.kind is BalanceKind.SAME:
            one, other = origin(balance.total), origin(balance.parts[0])
            if one != other and ledger.values[one] == ledger.values[other]:
                first[max(one, other)] = min(one, other)
    return {i: origin(i) for i in first}


def _folded(balance: Balance, first: Mapping[int, int]) -> Balance:
    """Return a balance between the first places of its figures."""
    return Balance(kind=balance.kind, total=first.get(balance.total, balance.total), parts=tuple(first.get(i, i) for i in balance.parts))


def _names_each_once(balance: Balance) -> bool:
    return len(set(balance.members)) == len(balance.members)


def _components(broken: Sequence[Balance]) -> list[list[Balance]]:
    """Return the broken balances that share figures together."""
    groups: list[tuple[set[int], list[Balance]]] = []
    for balance in broken:
        members = set(balance.members)
        joined: list[Balance] = []
        rest: list[tuple[set[int], list[Balance]]] = []
        for known, balances in groups:
            if known & members:
                members |= known
                joined += balances
            else:
                rest.append((known, balances))
        groups = [*rest, (members, [*joined, balance])]
    return [balances for _, balances in sorted(groups, key=lambda group: min(group[0]))]


def _conflict(ledger: Ledger, group: list[Balance], around: Mapping[int, Sequence[Balance]], most: int = _MOST) -> Conflict:
    """Return the conflict of a group of broken balances, with its smallest repairs."""
    suspects = sorted({i for balance in group for i in balance.members})
    tried = 0
    for size in range(1, most + 1):
        found: list[tuple[tuple[int, Range], ...]] = []
        for chosen in _hitting(suspects, group, size):
            tried += 1
            if tried > _WORK:
                return Conflict(broken=tuple(group), repairs=(), is_searched=False)
            ranges = _ranges(ledger, chosen, around)
            if ranges is not None:
                found.append(tuple(ranges.items()))
        if found:
            return Conflict(broken=tuple(group), repairs=tuple(found))
    return Conflict(broken=tuple(group), repairs=())


def _hitting(suspects: Sequence[int], group: Sequence[Balance], size: int) -> list[tuple[int, ...]]:
    """Return the sets of figures of which each broken balance has one, in order; of too many the first that come."""
    members = [frozenset(balance.members) for balance in group]
    found: set[frozenset[int]] = set()
    for chosen in _extended(frozenset(), size, suspects, members):
        found.add(chosen)
        if len(found) > _WORK:
            break
    return sorted(tuple(sorted(chosen)) for chosen in found)


def _extended(chosen: frozenset[int], more: int, suspects: Sequence[int], members: Sequence[frozenset[int]]) -> Iterator[frozenset[int]]:
    """Yield the sets with so many figures more of which each balance has one: the smallest balance that has none tells what to add."""
    missed = [known for known in members if not known & chosen]
    if not missed:
        others = [i for i in suspects if i not in chosen]
        yield from (chosen.union(rest) for rest in combinations(others, more))
    elif more == 1:
        yield from (chosen | {i} for i in frozenset.intersection(*missed))
    elif more:
        for i in min(missed, key=len):
            yield from _extended(chosen | {i}, more - 1, suspects, missed)


def _ranges(ledger: Ledger, chosen: tuple[int, ...], around: Mapping[int, Sequence[Balance]]) -> dict[int, Range] | None:
    """Return the values that freed figures may have so that every balance around them agrees, None where there are none."""
    free: dict[int, Range | None] = dict.fromkeys(chosen)
    balances = list(dict.fromkeys(balance for i in chosen for balance in around[i]))
    for _ in range(len(chosen) + 1):
        before = dict(free)
        for balance in balances:
            if not _narrow(ledger, balance, free):
                return None
        if free == before:
            break
    ranges = {i: found for i, found in free.items() if found is not None}
    return ranges if len(ranges) == len(chosen) else None


def _narrow(ledger: Ledger, balance: Balance, free: dict[int, Range | None]) -> bool:
    """Narrow the one unknown figure of a balance, or test it where all are known; False where it cannot agree."""
    unknown = [i for i in balance.members if i in free and free[i] is None]
    if len(unknown) > 1:
        return True
    target = unknown[0] if unknown else next((i for i in balance.members if i in free), None)
    if target is None:
        return True
    low, high = _implied(ledger, balance, target, free)
    known = free[target]
    if known is not None:
        low, high = max(low, known[0]), min(high, known[1])
    if low > high:
        return False
    free[target] = (low, high)
    return True


def _implied(ledger: Ledger, balance: Balance, target: int, free: Mapping[int, Range | None]) -> Range:
    """Return the values of one figure that the other figures of a balance leave open; what is named among an amount is at most that."""
    low = high = 0
    for i in balance.parts:
        if i != target:
            part = free.get(i) or (ledger.lows[i], ledger.highs[i])
            low, high = low + part[0], high + part[1]
    if target == balance.total:
        return low, high
    total = free.get(balance.total) or (ledger.lows[balance.total], ledger.highs[balance.total])
    return total[0] - high, total[1] - low
