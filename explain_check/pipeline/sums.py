"""Totals that must be equal, and shares of one whole, among the amounts of the prose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from explain_check.model.case import ShareList, TotalsCase
from explain_check.model.claim import LevelClaim, Printed, ShareClaim

_TOTALS_REACH = 60


def find_totals(levels: Sequence[LevelClaim]) -> Iterator[TotalsCase]:
    """Yield 收入总计 and 支出总计 that stand side by side."""
    for one, other in pairwise(levels):
        near = other.place.location.start - one.place.location.end < _TOTALS_REACH
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


def _makes_whole(parts: Sequence[Printed], whole: Printed) -> bool:
    total = sum((part.figure.value_in("元") for part in parts), start=Decimal(0))
    slack = sum((part.figure.half * part.figure.factor_to("元") for part in (*parts, whole)), start=Decimal(0))
    return abs(total - whole.figure.value_in("元")) <= slack
