"""Lists below their whole: 建筑面积13459平方米，其中地上8103平方米（其中计容7998平方米，不计容105平方米），地下5356平方米."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explain_check.extract.family_sums import family_of
from explain_check.extract.items import Item, Listing, Use
from explain_check.extract.lists import MOST_LISTED, Parts, Reading, is_plain, prefixes, sum_claim
from explain_check.model.quantity import Closure, SumClaim

#: 其中： | 包括 | 分别为, or a bracket right behind the amount
_OPENER = re.compile(r"其中|包括|包含|分别[为是:]|具体[为是]|由以下|构成[为:]|分为")
_ENDS = re.compile(r"[()。!?¶]")
#: 收入包括：…上年结转45.80万元；支出包括: what follows is of no amount of the list before
_OTHER_SIDE = re.compile(r";(?:收入|支出)(?:主要)?$")
_REACH = 80
#: How many figures before a list are tried as its whole, and places at which the parts of a part may begin.
_MOST_WHOLES, _MOST_NESTED = 6, 6
#: What ends a list as its rest; 其他收入 and 其他支出 may be accounts of their own.
_REST = re.compile(
    r"(?:其他|其它|其余|剩余)(?P<account>支出|收入|资金)?(?:的|各类|零星|日常|类)*"
    r"(?:费用?|经费|人员|职工|事业单位|用车|公务用车|车辆|设备|项目|资产|部分|方面|开支|业务|用房|房屋|材料|物资|杂费|为|共|面积)*"
)
#: 计容面积 and 不计容面积, 财政拨款 and 非财政拨款: together they are everything
_NOT = re.compile(r"^(?:不|非|未)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """Where a list opens: from ``start`` to ``end`` at a depth of brackets; ``is_bare`` is a bracket without 其中."""

    at: int
    start: int
    end: int
    depth: int
    bracket: int
    sentence: int
    is_bare: bool


def find_headed_sums(listing: Listing) -> Iterator[SumClaim]:
    """Yield the sums of lists that follow their whole inside a sentence, for each kind of figure that they list."""
    items = listing.items
    heads = tuple(_heads(listing.text, items))
    for head in heads:
        inside = [item for item in items if head.start <= item.mention.start < head.end and item.depth == head.depth]
        nested = [other.at for other in heads if head.start < other.at < head.end and other.depth == head.depth and not other.is_bare]
        for dimension in dict.fromkeys(item.dimension for item in inside):
            listed = tuple(item for item in inside if item.dimension == dimension and item.use is Use.PART)
            wholes = _wholes(listing.text, items, head, dimension)
            if wholes and 1 < len(listed) <= MOST_LISTED:
                own = [at for at in nested if any(item.mention.start > at for item in listed)]
                reading = _reading(listing.text, wholes, listed, own, head)
                claim = sum_claim(reading, listing, wholes[0].start, listed[-1].mention.end)
                is_guess = head.is_bare and claim is not None and claim.closure is Closure.OPEN
                if claim is not None and (not (is_guess or _is_one(listing.text, wholes[0], listed)) or claim.fits):
                    yield claim


def _is_one(text: str, whole: Item, listed: Parts) -> bool:
    """Whether the first part is all of the whole, and a semicolon ends its list: 编制4人，其中事业编制4人；实有3人，离退休0人."""
    first, second = listed[:2]
    one, other = first.mention.figure, whole.mention.figure
    return (one.value, one.unit) == (other.value, other.unit) and ";" in text[first.mention.end : second.mention.start]


def _heads(text: str, items: Sequence[Item]) -> Iterator[_Head]:
    """Yield the places where lists open, each with the end of its sentence or bracket."""
    for at in sorted(
        {match.start() for match in _OPENER.finditer(text)}
        | {item.mention.end for item in items if text[item.mention.end : item.mention.end + 1] == "("}
    ):
        is_bracket = text[at] == "("
        following = next((item for item in items if item.mention.start >= at), None)
        if following is None or (is_bracket and _OPENER.match(text, at + 1)):
            continue
        end = _end(text, at + 1, inside=is_bracket or following.depth > 0)
        if following.mention.start < end:
            yield _Head(
                at=at,
                start=at,
                end=end,
                depth=following.depth,
                bracket=following.bracket,
                sentence=following.sentence,
                is_bare=is_bracket,
            )


def _end(text: str, at: int, *, inside: bool) -> int:
    """Return where a list ends: at its closing bracket, or at the end of the sentence."""
    depth = 0
    for match in _ENDS.finditer(text, at):
        char = match.group()
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0 and inside:
                return match.start()
        elif not inside or char == "¶":
            return match.start()
    return len(text)


def _wholes(text: str, items: Sequence[Item], head: _Head, dimension: str) -> Parts:
    """Return the figures of a kind that a list may be the parts of, the nearest first; one alone where a bracket says which."""
    before = [item for item in reversed(items) if item.mention.end <= head.at and head.sentence - item.sentence <= 1]
    found = tuple(item for item in before if item.dimension == dimension and (item.use is Use.PART or item.is_total))
    if not found or head.at - found[0].mention.end > _REACH or (head.is_bare and found[0].mention.end != head.at):
        return ()
    if _OTHER_SIDE.search(text, found[0].mention.end, head.at):
        return ()
    is_bracket = head.depth > found[0].depth
    return found[:1] if is_bracket else tuple(item for item in found[:_MOST_WHOLES] if item.sentence == found[0].sentence)


def _reading(text: str, wholes: Parts, listed: Parts, nested: Sequence[int], head: _Head) -> Reading:
    """Return the list up to its rest (其他…); parts of parts behind a second 其中 may end anywhere."""
    rest = next((i for i, item in enumerate(listed) if i and _REST.fullmatch(item.label)), None)
    natural = listed[: rest + 1] if rest is not None else listed
    others: list[Parts] = [listed, *prefixes(listed)]
    for at in nested[:_MOST_NESTED]:
        first = next((i for i, item in enumerate(listed) if item.mention.start > at), len(listed))
        others.extend(listed[:first] + listed[i:] for i in range(first, len(listed) + 1))
    closure = Closure.OPEN if nested or not is_plain(text, natural) else _closure(natural, has_rest=rest is not None)
    if closure is Closure.COMPLETE and len(wholes) > 1:
        closure = Closure.LIKELY
    return Reading(whole=wholes[0], natural=natural, others=tuple(others), closure=closure, wholes=wholes[1:])


def _closure(parts: Parts, *, has_rest: bool) -> Closure:
    """Return how surely a plain list is whole: by its rest, by parts that are contraries or a family, by counts of nothing."""
    if _are_opposites(parts) or family_of([(part.label,) for part in parts])[1]:
        return Closure.COMPLETE
    rest = _REST.fullmatch(parts[-1].label) if has_rest else None
    if rest is None and _counts_nothing(parts):
        return Closure.LIKELY
    return Closure.OPEN if rest is None else Closure.LIKELY if rest["account"] else Closure.COMPLETE


def _counts_nothing(parts: Parts) -> bool:
    """Whether a list of counts names what is nothing, too: then it leaves nothing out (主要负责人用车0辆、机要通信用车1辆、…)."""
    figures = [part.mention.figure for part in parts]
    return len(parts) > 2 and not figures[0].is_money and any(not figure.value for figure in figures)


def _are_opposites(parts: Parts) -> bool:
    """Whether two parts are a thing and its contrary (计容面积, 不计容面积)."""
    labels = [part.label for part in parts]
    return len(labels) == 2 and any(_NOT.sub("", one) == other != one for one, other in (labels, labels[::-1]))
