"""Totals that must be equal, and shares of one whole, among the amounts of the prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from explain_check.model.case import ShareList, TotalsCase
from explain_check.model.claim import LevelClaim, Printed, ShareClaim
from explain_check.model.quantity import Closure, Part, SumClaim

_TOTALS_REACH = 60
_ALL = 100


def find_totals(levels: Sequence[LevelClaim], year: int | None) -> Iterator[TotalsCase]:
    """Yield 收入总计 and 支出总计 of one year that stand side by side; those without a date are the document's."""
    for one, other in pairwise(levels):
        near = other.place.location.start - one.place.location.end < _TOTALS_REACH and (one.year or year) == (other.year or year)
        if near and one.subject.endswith("收入总计") and other.subject.endswith("支出总计") and one.current.figure.is_money:
            yield TotalsCase(income=one, expenditure=other)


def find_share_lists(shares: Sequence[ShareClaim]) -> Iterator[ShareList]:
    """Yield the shares of each list of something; it is complete where its parts make the whole."""
    lists: dict[str, list[ShareClaim]] = defaultdict(list)
    for share in shares:
        lists[share.list_id].append(share)
    for listed in lists.values():
        whole = listed[0].whole
        if len(listed) > 1 and whole is not None and whole.figure.value:
            yield ShareList(shares=tuple(listed), is_complete=_makes_whole([share.part for share in listed], whole))


def find_shared_sums(lists: Sequence[ShareList], sums: Sequence[SumClaim]) -> Iterator[SumClaim]:
    """Yield the list whose shares make 100% and whose amounts exceed the whole, where no other statement adds them up.

    基本支出842.16万元，占48.66%；项目支出802.59万元，占46.37%；经营支出86.04万元，占4.97%: the shares leave nothing out, and none of them
    tells of the slip. Amounts that fall short may leave out what rounds to 0.00%.
    """
    known = {_spot(claim.whole.printed) for claim in sums}
    for listed in lists:
        whole = listed.shares[0].whole
        if whole is None or listed.is_complete or _spot(whole) in known:
            continue
        if _shares_make_all(listed.shares) and _excess(listed.shares, whole) > 0:
            parts = tuple(Part(subject=share.subject, printed=share.part, place=share.place) for share in listed.shares)
            name = listed.shares[0].whole_subject
            yield SumClaim(
                id=listed.shares[0].id,
                scope=listed.shares[0].scope,
                whole=Part(subject=name, printed=whole, place=whole.place),
                parts=parts,
                closure=Closure.COMPLETE,
                place=whole.place,
            )


def _shares_make_all(shares: Sequence[ShareClaim]) -> bool:
    total = sum((share.share.figure.value for share in shares), start=Decimal(0))
    return abs(total - _ALL) <= sum((share.share.figure.half for share in shares), start=Decimal(0))


def _excess(shares: Sequence[ShareClaim], whole: Printed) -> Decimal:
    """Return by how much parts exceed their whole, rounding considered."""
    low = sum((share.part.figure.interval_in("元").low for share in shares), start=Decimal(0))
    return low - whole.figure.interval_in("元").high


def _spot(printed: Printed) -> tuple[int, int]:
    return printed.place.location.start, printed.place.location.end


def _makes_whole(parts: Sequence[Printed], whole: Printed) -> bool:
    total = sum((part.figure.value_in("元") for part in parts), start=Decimal(0))
    slack = sum((part.figure.half * part.figure.factor_to("元") for part in (*parts, whole)), start=Decimal(0))
    return abs(total - whole.figure.value_in("元")) <= slack
