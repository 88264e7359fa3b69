"""What a share is taken of: 占支出合计的80%, or of the amount that makes the shares of a list right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from explain_check.extract.drafts import Level, Reading
from explain_check.extract.levels import find_level, is_earlier_year
from explain_check.extract.subjects import account_of, is_account
from explain_check.model.claim import Printed

#: 全市一般公共预算收入 | 市级政府性基金支出 | 区本级收入
_PLACE = re.compile(r"^(?:[全我][省市县区州旗镇乡]|[省市县区州旗镇乡](?:本?级))(?=.{2,})")


def whole_of_share(level: Level, share: Printed, reading: Reading) -> Level | None:
    """Return what a share is taken of: the amount that the words name (占政府采购支出总额的6.7%), else the head of its list.

    Where the words name neither head nor any other amount of the section, an earlier one that makes the share right is meant, or the
    account of that name in another section, never a head of another name.
    """
    parent = _holder(level)
    if not level.share_of:
        return _grandparent(level, parent, reading) or parent or _implied_whole(level, reading)
    wanted = account_of(level.share_of)
    if parent is not None and (parent.account == wanted or level.share_of in parent.subject or _are_of_year(parent, level.share_of)):
        return parent
    at = next(i for i, other in enumerate(reading.levels) if other is level)
    earlier = [other for other in reversed(reading.levels[:at]) if other.section is level.section and other is not level]
    earlier = [other for other in earlier if _is_as_old(level, other, reading)]
    named = _meant(level, [other for other in earlier if _bears(other, level.share_of) or other.account == wanted])
    if named is not None or parent is None:
        return named or _implied_whole(level, reading)
    right = (other for other in earlier if other.printed.figure.is_money and _is_share_of(level, other.printed.figure.value_in("元")))
    found = next(right, None)
    if found is not None or not is_account(level.share_of):
        return found or parent
    whole = find_level(reading, level.share_of, wanted, level.scope)
    return whole if whole is not None and whole.start != level.start and _is_as_old(level, whole, reading) else None


def _meant(part: Level, bearers: Sequence[Level]) -> Level | None:
    """Return the nearest of the amounts that bear the name of a part's whole; of several places', the one it is right against.

    全市一般公共预算收入129.54亿元，…。市级一般公共预算收入26.56亿元，…。税收88.13亿元，占一般公共预算收入的68%.
    """
    right = next((one for one in bearers if one.printed.figure.is_money and _is_share_of(part, one.printed.figure.value_in("元"))), None)
    are_apart = any(_PLACE.match(other.subject) for other in bearers) and len({other.subject for other in bearers}) > 1
    return right if right is not None or are_apart else next(iter(bearers), None)


def _are_of_year(whole: Level, name: str) -> bool:
    """Whether 收入合计 is called 本年收入, or 支出合计 本年支出; 收入总计 holds what was carried over as well."""
    side = name.removeprefix("本年").removesuffix("合计")
    return name.startswith("本年") and side in ("收入", "支出") and whole.subject.endswith((f"{side}合计", f"{side}决算合计"))


def _holder(level: Level) -> Level | None:
    """Return the amount that a part was listed under; nothing has no parts (上年结转0万元。其中：)."""
    return level.part_of if level.part_of is not None and level.part_of.printed.figure.value else None


def _grandparent(level: Level, parent: Level | None, reading: Reading) -> Level | None:
    """Return what the parent's share names where a bare share is right against it alone (占支出总额的80%，其中：…，占60%)."""
    if parent is None or parent.share is None or not parent.share_of or _is_share_of(level, parent.printed.figure.value_in("元")):
        return None
    whole = whole_of_share(parent, parent.share, reading)
    return whole if whole is not None and _is_share_of(level, whole.printed.figure.value_in("元")) else None


def id_of(level: Level | None, reading: Reading) -> str:
    """Return a stable name of a whole: its number in the text."""
    return "" if level is None else str(next(i for i, other in enumerate(reading.levels) if other is level))


def _implied_whole(level: Level, reading: Reading) -> Level | None:
    """Return the amount of which a list without a head is the parts: the nearest earlier one that equals the list's sum."""
    # 占同类产品采购规模的90% beside 占支出总额的5%: a share that names another whole is no part of the list
    shared = (other for other in reading.levels if other.section is level.section and other.share is not None and _holder(other) is None)
    listed = [other for other in shared if not (level.share_of and other.share_of) or other.share_of == level.share_of]
    first = min(i for i, other in enumerate(reading.levels) if other is listed[0])
    total = sum((other.printed.figure.value_in("元") for other in listed), start=Decimal(0))
    slack = sum((other.printed.figure.half * other.printed.figure.factor_to("元") for other in listed), start=Decimal(0))
    earlier = [other for other in reversed(reading.levels[:first]) if abs(other.printed.figure.value_in("元") - total) <= slack]
    if earlier and (len(listed) > 1 or not level.share_of):
        return earlier[0]
    named = [other for other in reversed(reading.levels[:first]) if _bears(other, level.share_of) and _is_as_old(level, other, reading)]
    return _meant(level, named) if named and level.share_of else _most_shared(listed, reading.levels[:first])


def _bears(whole: Level, name: str) -> bool:
    """Whether an amount bears a name, with or without 合计: 占本年支出合计的80% of 本年支出847.08万元."""
    names = (whole.subject, whole.account, _PLACE.sub("", whole.subject))
    return name in names or name.removesuffix("合计") == whole.subject.removesuffix("合计") != ""


def _is_as_old(part: Level, whole: Level, reading: Reading) -> bool:
    """Whether both amounts are this year's, or none is: last year's is no share of this year's."""
    return is_earlier_year(part, reading) == is_earlier_year(whole, reading)


def _most_shared(listed: list[Level], earlier: list[Level]) -> Level | None:
    """Return the earlier amount that most shares of a list are right against, at least two of them."""
    best, count = None, 1
    for whole in reversed(earlier):
        value = whole.printed.figure.value_in("元")
        right = sum(value > 0 and _is_share_of(part, value) for part in listed)
        if right > count:
            best, count = whole, right
    return best


def _is_share_of(part: Level, whole: Decimal) -> bool:
    """Whether a part's printed share is right against a whole in 元."""
    if part.share is None or whole <= 0 or not part.printed.figure.is_money:
        return False
    return abs(part.printed.figure.value_in("元") / whole * 100 - part.share.figure.value) <= part.share.figure.half
