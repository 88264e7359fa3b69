"""Balances down the columns of a table: 类 = Σ款 = Σ项, 合计 = Σ rows, 收入总计 = 本年收入合计 + 上年结转."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from explain_check.model.balance import Balance, BalanceKind
from explain_check.reconcile.ledger import Ledger
from explain_check.reconcile.row_tree import Entry, entry_of, read_row_path, row_tree

_AMONG = re.compile(r"^其中")
#: (一)政府采购支出合计 above 1.货物, 2.工程
_NUMBERED_HEAD, _NUMBERED_PART = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]"), re.compile(r"\d{1,2}[．.、]")
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、]")
#: 人员经费合计: the total of what it names
_BLOCK = re.compile(r"(?P<name>.{2,}?)(?P<word>合计|小计)$")
_HALVES = {"人员经费", "公用经费"}


def row_sums(ledger: Ledger, span: range) -> Iterator[Balance]:
    """Yield the balances of each column of a table."""
    columns = _columns(ledger, span)
    paths = {path: read_row_path(path) for path in {ledger.cells[i].row_path for i in span}}
    trees = [row_tree([entry_of(ledger.cells[i], i, paths) for i in places]) for places in columns if len(places) > 1]
    headed = _headed_rows(trees, ledger)
    for entries in trees:
        entries = _under_heads(entries, headed, ledger)
        yield from _inner(entries)
        yield from _running(entries, ledger)


def _columns(ledger: Ledger, span: range) -> list[list[int]]:
    """Return the amounts of each column; a list of codes that goes on in the block beside under the same heads is one column.

    301 … | 302, 30201 … 30228 | 30229, 310, 31002: the form of 基本支出 has three blocks, and the third goes on from the second.
    """
    columns: dict[int, list[int]] = {}
    for i in span:
        columns.setdefault(ledger.cells[i].column, []).append(i)
    joined: list[list[int]] = []
    for _, places in sorted(columns.items()):
        first, last = ledger.cells[places[0]], ledger.cells[joined[-1][-1]] if joined else None
        if last is not None and last.column_path == first.column_path and first.column_path and _last_code(ledger, joined[-1]) < first.code:
            joined[-1].extend(places)
        else:
            joined.append(places)
    return joined


def _last_code(ledger: Ledger, places: Sequence[int]) -> str:
    """Return the last code of a column, one above all codes where it has none."""
    return next((ledger.cells[i].code for i in reversed(places) if ledger.cells[i].code), "~")


def _headed_rows(trees: Sequence[Sequence[Entry]], ledger: Ledger) -> frozenset[int]:
    """Return the rows that repeat the sum of all outermost rows below them: the name of the body above its items.

    Where there is a total above, it repeats that too. The columns prove it for each other; one of them may be wrong.
    """
    headed: set[int] = set()
    lists = [list(top) for top in trees]
    while True:
        votes: Counter[int] = Counter()
        against: Counter[int] = Counter()
        for top in lists:
            before, rest = (top[:1], top[1:]) if top and top[0].is_total else ([], top)
            if len(rest) > 1 and not rest[0].children and not any(entry.is_total for entry in rest):
                head = rest[0].place
                repeats = not before or ledger.values[before[0].place] == ledger.values[head]
                adds_up = _adds_up(ledger, head, [entry.place for entry in rest[1:]], 1 if before else 2)
                (votes if repeats and adds_up else against)[ledger.cells[head].row] += 1
        found = {row for row, count in votes.items() if against[row] <= min(1, count - 1) or (len(lists) == 1 and not against[row])}
        if not found:
            return frozenset(headed)
        headed |= found
        lists = [_below(top, found, ledger) for top in lists]


def _below(top: list[Entry], found: set[int], ledger: Ledger) -> list[Entry]:
    """Return what follows a headed row."""
    at = next((at for at, entry in enumerate(top) if ledger.cells[entry.place].row in found), None)
    return top if at is None else top[at + 1 :]


def _adds_up(ledger: Ledger, total: int, parts: Sequence[int], least: int) -> bool:
    """Whether parts, of which at least so many are not zero, make the total."""
    low, high = sum([ledger.lows[i] for i in parts]), sum([ledger.highs[i] for i in parts])
    return low <= ledger.highs[total] and ledger.lows[total] <= high and sum([ledger.values[i] != 0 for i in parts]) >= least


def _under_heads(top: list[Entry], headed: frozenset[int], ledger: Ledger) -> list[Entry]:
    """Return the outermost entries, with all that follows a headed row below it."""
    for at, entry in enumerate(top):
        if ledger.cells[entry.place].row in headed and not entry.children and not any(later.is_total for later in top[at + 1 :]):
            entry.children = _under_heads(top[at + 1 :], headed, ledger)
            return top[: at + 1]
    return top


def _inner(entries: Sequence[Entry]) -> Iterator[Balance]:
    """Yield the balance of each entry with those below it; 其中 names only some of the parts."""
    for entry in entries:
        if entry.children:
            parts = [child for child in entry.children if not child.is_total]
            among = [child for child in parts if child.path and _AMONG.match(child.path[-1])]
            if among:
                yield Balance(kind=BalanceKind.AMONG, total=entry.place, parts=tuple(part.place for part in parts))
            elif parts:
                yield Balance(kind=BalanceKind.ROWS, total=entry.place, parts=tuple(part.place for part in parts))
            yield from _inner(entry.children)


def _running(entries: Sequence[Entry], ledger: Ledger) -> Iterator[Balance]:
    """Yield the balance of each total: at the head with what follows, further down with what stands between it and the last one.

    Totals of blocks (人员经费合计, 公用经费合计) are no parts of each other, but of the total that ends them all.
    """
    if entries and entries[0].is_total:
        yield from _headed_blocks(entries)
        return
    blocks_behind = _blocks_behind(entries)
    if blocks_behind:
        whole, items = entries[-1].place, entries[: -len(blocks_behind) - 1]
        yield Balance(kind=BalanceKind.ROWS, total=whole, parts=tuple(block.place for block in blocks_behind))
        yield Balance(kind=BalanceKind.ROWS, total=whole, parts=tuple(item.place for item in items))
        return
    blocks: list[int] = []
    gathered: list[Entry] = []
    for at, entry in enumerate(entries):
        if entry.is_total and entry.path and _NUMBERED_HEAD.match(entry.path[-1]):
            if len(gathered) == 1 and gathered[0].path and _HEADING.match(gathered[0].path[-1]):
                yield Balance(kind=BalanceKind.ROWS, total=gathered[0].place, parts=(entry.place,))
            yield from _numbered_below(entry, entries[at + 1 :])
            gathered = []
            continue
        if entry.is_total and gathered:
            places = [one.place for one in gathered]
            if _is_next_block(gathered, entry, ledger):
                blocks.append(places.pop(0))
            else:
                places, blocks = [*blocks, *places], []
            listed = None if _adds_up(ledger, entry.place, places, 1) else _listed_parts(ledger, entry.place, places)
            if listed is not None:
                yield Balance(kind=BalanceKind.ROWS, total=places[listed.start - 1], parts=tuple(places[listed.start : listed.stop]))
                del places[listed.start : listed.stop]
            yield Balance(kind=BalanceKind.ROWS, total=entry.place, parts=tuple(places))
            gathered = []
        gathered.append(entry)


def _listed_parts(ledger: Ledger, total: int, places: Sequence[int]) -> range | None:
    """Return where among the rows of a sum stand the parts of the row before them, which nothing sets apart.

    年初财政拨款结转和结余 42.37, 一般公共预算财政拨款 30.00, 政府性基金预算财政拨款 12.37. One part alone must make the total right.
    """
    for head in range(len(places) - 1):
        for stop in range(len(places), head + 1, -1):
            parts = places[head + 1 : stop]
            if ledger.values[places[head]] == sum(ledger.values[i] for i in parts) != 0:
                rest = [*places[: head + 1], *places[stop:]]
                if sum(ledger.values[i] != 0 for i in parts) > 1 or _adds_up(ledger, total, rest, 1):
                    return range(head + 1, stop)
    return None


def _numbered_below(head: Entry, below: Sequence[Entry]) -> Iterator[Balance]:
    """Yield (一)政府采购支出合计 = 1.货物 + 2.工程 + 3.服务, up to the next heading; (1)公务用车购置费 is a part of a part."""
    own = takewhile(lambda entry: not entry.is_total and entry.path and not _HEADING.match(entry.path[-1]), below)
    parts = tuple(entry.place for entry in own if _NUMBERED_PART.match(entry.path[-1]))
    if len(parts) > 1:
        yield Balance(kind=BalanceKind.ROWS, total=head.place, parts=parts)


def _blocks_behind(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return 人员经费合计 and 公用经费合计 where they stand side by side behind all items, before 合计: no place tells whose each is."""
    last = entries[-1:] and entries[-1].is_total and not _BLOCK.match("".join(entries[-1].path[-1:]))
    blocks = entries[-1 - len(_HALVES) : -1] if last and len(entries) > len(_HALVES) + 1 else ()
    names = {match["name"] for block in blocks if block.is_total and block.path and (match := _BLOCK.match(block.path[-1]))}
    return blocks if names == _HALVES and not any(entry.is_total for entry in entries[: -len(_HALVES) - 1]) else ()


def _headed_blocks(entries: Sequence[Entry]) -> Iterator[Balance]:
    """Yield the balances of totals that stand above what they hold: the first one's, each block's, and that of all blocks.

    人员经费合计, its items, 公用经费合计, its items, 合计.
    """
    groups: list[tuple[Entry, list[int]]] = []
    for entry in entries:
        if entry.is_total:
            groups.append((entry, []))
        else:
            groups[-1][1].append(entry.place)
    blocks = [total.place for total, parts in groups if parts and total.path and _BLOCK.match(total.path[-1])]
    for number, (total, parts) in enumerate(groups):
        if parts and (number == 0 or total.place in blocks):
            yield Balance(kind=BalanceKind.ROWS, total=total.place, parts=tuple(parts))
        elif not parts and len(blocks) > 1 and number in (0, len(groups) - 1):
            yield Balance(kind=BalanceKind.ROWS, total=total.place, parts=tuple(blocks))


def _is_next_block(gathered: Sequence[Entry], entry: Entry, ledger: Ledger) -> bool:
    """Whether a total is that of a second block, not one that goes on from the total before it (本年收入合计, 上年结转, 收入合计)."""
    first, rest = gathered[0], [one.place for one in gathered[1:]]
    one, other = (_BLOCK.match(each.path[-1]) if each.is_total and each.path else None for each in (first, entry))
    if one is None or other is None or not rest or one["word"] != other["word"]:
        return False
    if _adds_up(ledger, entry.place, rest, 1):
        return True
    return not (_adds_up(ledger, entry.place, [first.place, *rest], 2) or one["name"].endswith(other["name"]))
