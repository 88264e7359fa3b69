"""Wholes and parts among change statements: 三公经费 and its items, 基本支出 and 项目支出, complete lists, both sides of the budget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from explain_check.model.case import ChangeSumCase
from explain_check.model.claim import BaseKind, ChangeClaim, LevelClaim, Printed
from explain_check.model.figure import Figure
from explain_check.model.three_public import ITEMS, VEHICLE_PARTS, VEHICLES, WHOLE

Spot = tuple[int, int]
_FUNDS = ("一般公共预算", "政府性基金预算", "国有资本经营预算")
_TOTALS = frozenset({"收支总计", "收入总计", "支出总计", "财政拨款收支总计"})
#: All that they hold are the three funds.
_FISCAL = frozenset({"财政拨款收入", "财政拨款支出"})
_THREE_PUBLIC = frozenset({WHOLE, *ITEMS, *VEHICLE_PARTS})
#: How many changes a list told one after the other has.
_FEWEST, _LONGEST = 2, 40
#: What has no parts: a sum of what is told behind it is chance.
_LEAVES = frozenset({*ITEMS, *VEHICLE_PARTS, "会议费", "培训费", "差旅费"}) - {VEHICLES}
_CLOSED = (frozenset({"基本支出", "项目支出"}), frozenset({"人员经费", "公用经费"}))


def find_change_sums(changes: Sequence[ChangeClaim], levels: Sequence[LevelClaim]) -> Iterator[ChangeSumCase]:
    """Yield each whole whose parts all tell how they moved; where only the parts do, the two sides of the budget are held together."""
    printed = [*(claim.current for claim in changes if claim.current), *(level.current for level in levels)]
    usual = _usual_decimals([current.figure for current in printed])
    told = [claim for claim in changes if not claim.is_contradictory]
    stated = [claim for claim in told if claim.current is not None and claim.stated_prior is None and claim.current.figure.is_money]
    found = list(_cases(stated, levels))
    held = {claim.id for case in found for claim in case.parts}
    found += (case for case in _runs(stated) if not held.issuperset(part.id for part in case.parts))
    yield from (replace(case, decimals=usual.get(case.parts[0].unit, 0)) for case in found)


def _usual_decimals(figures: Sequence[Figure]) -> dict[str, int]:
    """Return the decimals at which the prose prints its amounts, by unit: those of a third of them at least."""
    by_unit: dict[str, list[int]] = defaultdict(list)
    for figure in figures:
        if figure.is_money and figure.value:
            by_unit[figure.unit].append(figure.decimals)
    return {unit: sorted(found, reverse=True)[len(found) // 3] for unit, found in by_unit.items()}


def _cases(stated: Sequence[ChangeClaim], levels: Sequence[LevelClaim]) -> Iterator[ChangeSumCase]:
    yield from _three_public(stated)
    lists = list(_lists(stated, levels))
    for whole, parts in lists:
        moved = _moved_whole(whole, parts, stated)
        if moved is not None:
            yield ChangeSumCase(whole=(moved,), parts=parts, is_closed=_is_closed(moved, parts))
    yield from _sides(lists)
    yield from _funds(stated)


def _is_closed(whole: ChangeClaim, parts: Sequence[ChangeClaim]) -> bool:
    """Whether a whole can have no other parts: 基本支出 and 项目支出, or the three funds of 财政拨款支出."""
    accounts = frozenset(part.account for part in parts)
    return accounts in _CLOSED or (whole.account in _FISCAL and {name.removesuffix("支出") for name in accounts} == set(_FUNDS))


def _three_public(changes: Sequence[ChangeClaim]) -> Iterator[ChangeSumCase]:
    """Yield 三公经费 with its items, and the vehicles with purchase and running, for each base (比2023年 beside 比2023年预算数)."""
    items = [claim for claim in changes if claim.account in _THREE_PUBLIC]
    kinds: dict[int | None, set[BaseKind]] = defaultdict(set)
    for claim in items:
        kinds[claim.base.year].add(claim.base.kind)
    by_base: dict[tuple[int | None, BaseKind, bool], dict[str, ChangeClaim]] = defaultdict(dict)
    for claim in items:
        named = kinds[claim.base.year] - {BaseKind.UNSPECIFIED}
        kind = next(iter(named)) if len(named) == 1 else claim.base.kind
        by_base[claim.base.year, kind, claim.base.is_adjusted].setdefault(claim.account, claim)
    for found in by_base.values():
        vehicles = [found[VEHICLES]] if VEHICLES in found else [found[name] for name in VEHICLE_PARTS if name in found]
        if len(vehicles) != 1 + (VEHICLES not in found):
            continue
        others = [found[name] for name in ITEMS if name != VEHICLES and name in found]
        if WHOLE in found and others:
            # an item that is not told of, and is nothing this year, may still have been something last year
            yield from _complete((found[WHOLE],), (*vehicles, *others), is_closed=len(others) + 1 == len(ITEMS))
        if VEHICLES in found and all(name in found for name in VEHICLE_PARTS):
            yield from _complete((found[VEHICLES],), tuple(found[name] for name in VEHICLE_PARTS), is_closed=True)


def _lists(changes: Sequence[ChangeClaim], levels: Sequence[LevelClaim]) -> Iterator[tuple[Printed, tuple[ChangeClaim, ...]]]:
    """Yield each whole of the prose with its parts, where every part tells how it moved and the parts make the whole."""
    moving = {_spot(claim.current): claim for claim in changes if claim.current is not None}
    listed: dict[Spot, list[LevelClaim]] = defaultdict(list)
    for level in levels:
        if level.whole is not None:
            listed[_spot(level.whole)].append(level)
    for parts in listed.values():
        claims = [moving.get(_spot(part.current)) for part in parts]
        known = tuple(claim for claim in claims if claim is not None)
        whole = parts[0].whole
        if whole is not None and len(known) == len(parts) > 1 and len({claim.base.year for claim in known}) == 1 and _make(whole, known):
            yield whole, known


def _moved_whole(whole: Printed, parts: Sequence[ChangeClaim], changes: Sequence[ChangeClaim]) -> ChangeClaim | None:
    """Return the statement on how a whole moved."""
    return next((c for c in changes if c.current and _spot(c.current) == _spot(whole) and c.base.year == parts[0].base.year), None)


def _sides(lists: Sequence[tuple[Printed, tuple[ChangeClaim, ...]]]) -> Iterator[ChangeSumCase]:
    """Yield pairs of complete lists of one amount: what the funds brought more is what was spent more."""
    for at, (_, one) in enumerate(lists):
        for _, other in lists[at + 1 :]:
            apart = not {part.account for part in one} & {part.account for part in other}
            if apart and one[0].base.year == other[0].base.year and _value(one) == _value(other):
                yield ChangeSumCase(whole=one, parts=other, is_closed=False)


def _funds(changes: Sequence[ChangeClaim]) -> Iterator[ChangeSumCase]:
    """Yield the funds that one section names (一般公共预算, 政府性基金预算) with the total that they make."""
    by_section: dict[tuple[str, int | None, bool], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.account.removesuffix("支出") in _FUNDS:
            by_section[claim.scope, claim.base.year, claim.account.endswith("支出")].append(claim)
    for (_, year, is_spent), parts in by_section.items():
        if len(parts) > 1 and len({part.account for part in parts}) == len(parts):
            totals = [claim for claim in changes if claim.account in _TOTALS | _FISCAL and claim.base.year == year]
            wholes = (claim for claim in totals if claim.current is not None and _make(claim.current, parts))
            whole = min(wholes, key=lambda claim: claim.account.endswith("支出") is not is_spent, default=None)
            if whole is not None:
                yield ChangeSumCase(whole=(whole,), parts=tuple(parts), is_closed=_is_closed(whole, parts))


def _runs(changes: Sequence[ChangeClaim]) -> Iterator[ChangeSumCase]:
    """Yield each total with the changes told one after the other behind it in its section whose amounts make it.

    支出总额300万元，增加9万元。按功能科目：教育支出…，增加5万元；住房保障支出…，增加4万元。按经济分类：…: each list makes it once more.
    What is nothing this year stands at the end.
    """
    by_section: dict[tuple[str, int | None], list[ChangeClaim]] = defaultdict(list)
    for claim in changes:
        if claim.current is not None:
            by_section[claim.scope, claim.base.year].append(claim)
    for own in by_section.values():
        amounts = [_value([claim]) for claim in own]
        for at, whole in enumerate(own[:-_FEWEST]):
            if whole.account in _LEAVES:
                continue
            for first in range(at + 1, len(own) - 1):
                last = _reaching(amounts, first, amounts[at]) if amounts[at] else first
                if sum(map(bool, amounts[first:last])) >= _FEWEST:
                    yield ChangeSumCase(whole=(whole,), parts=tuple(own[first:last]), is_closed=False, is_announced=False)


def _reaching(amounts: Sequence[Decimal], first: int, whole: Decimal) -> int:
    """Return the end of the run of amounts from ``first`` on that makes a whole, ``first`` where none does."""
    sums = list(accumulate(amounts[first : first + _LONGEST]))
    return first + len(sums) - sums[::-1].index(whole) if whole in sums else first


def _complete(whole: tuple[ChangeClaim, ...], parts: tuple[ChangeClaim, ...], is_closed: bool) -> Iterator[ChangeSumCase]:
    """Yield the case where the current amounts make the whole: otherwise another rule has its say."""
    printed = whole[0].current
    if printed is not None and _make(printed, parts):
        yield ChangeSumCase(whole=whole, parts=parts, is_closed=is_closed)


def _make(whole: Printed, parts: Sequence[ChangeClaim]) -> bool:
    """Whether the parts' current amounts make the whole."""
    figures = [part.current.figure for part in parts if part.current is not None]
    slack = sum((figure.half * figure.factor_to("元") for figure in (*figures, whole.figure)), Decimal(0))
    return abs(sum((figure.value_in("元") for figure in figures), Decimal(0)) - whole.figure.value_in("元")) <= slack


def _value(parts: Sequence[ChangeClaim]) -> Decimal:
    return sum((part.current.figure.value_in("元") for part in parts if part.current is not None), Decimal(0))


def _spot(printed: Printed) -> Spot:
    return printed.place.location.start, printed.place.location.end
