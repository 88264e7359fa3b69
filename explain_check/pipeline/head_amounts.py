"""Items whose amount stands at their head and again behind what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.extract.subjects import is_account
from explain_check.model.claim import ChangeClaim, Claim, ExecutionClaim, LevelClaim
from explain_check.model.printed import Printed
from explain_check.model.repeat import HeadAmountCase

#: 死亡抚恤（项）”
_MARKS = re.compile(r"[(（][类款项][)）]|[“”\"'‘’「」『』《》]|\s")
#: 500.00万元，…年中追加200.00万元，支出决算为480.00万元 | 480.00万元，其中：项目支出20.00万元
_OTHER_AMOUNTS = re.compile(r"调整|追加|调[增减]|核[增减]|其中|收回")


def find_head_amounts(claims: Sequence[Claim]) -> Iterator[HeadAmountCase]:
    """Yield the items whose amount stands at their head and again behind what it is for: as the actual, or as what has moved."""
    heads: dict[tuple[str, int], LevelClaim] = {}
    for claim in claims:
        if isinstance(claim, LevelClaim) and claim.is_named and claim.share is None:
            heads.setdefault((claim.account, claim.place.location.start), claim)
    for claim in claims:
        if isinstance(claim, ExecutionClaim | ChangeClaim):
            head = heads.get((claim.account, claim.place.location.start))
            amount = _behind(head, claim) if head is not None else None
            if head is not None and amount is not None:
                yield HeadAmountCase(head=head, claim=claim, amount=amount)


def _behind(head: LevelClaim, claim: ExecutionClaim | ChangeClaim) -> Printed | None:
    """Return the amount of a statement that must be the one at the item's head, None where it may be another."""
    end = head.current.place.location.end
    if isinstance(claim, ExecutionClaim):
        is_one = claim.budget is not None and end <= claim.budget.place.location.start and not head.basis and _is_bare(head)
        amount = claim.actual
    else:
        is_one = head.basis == "budget" and head.year is not None and head.year == claim.current_year
        amount = claim.current
    if amount is None or not is_one or head.whole is not None or amount.place.location.start <= end:
        return None
    between = _squeezed(claim.place.quote).partition(_squeezed(head.current.place.quote))[2].rpartition(_squeezed(amount.place.quote))[0]
    return None if _OTHER_AMOUNTS.search(between) else amount


def _is_bare(head: LevelClaim) -> bool:
    """Whether nothing stands between an account's name and its amount: 死亡抚恤（项）”177.17万元, not 年中追加177.17万元."""
    name = _squeezed(head.place.quote).rpartition(_squeezed(head.current.place.quote))[0]
    bare = _MARKS.sub("", name)
    return (bare != name or is_account(head.account)) and bare.endswith(_MARKS.sub("", head.subject.rpartition("/")[2]))


def _squeezed(text: str) -> str:
    return "".join(text.split())
