"""Reading all figures of a text in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from explain_check.model.figure import PERCENT, Bound, Figure, Mention
from explain_check.numerals.chinese import read_chinese
from explain_check.numerals.digits import MOST_DIGITS, Part, read_blob, read_plain
from explain_check.numerals.pattern import DIGITS, NUMBER
from explain_check.numerals.surroundings import ends_bare, find_bound, find_sign, means_money, stands_bare
from explain_check.numerals.units import Unit, name_unit

_NO_UNIT = Unit("")
_PERCENT = Unit(PERCENT)
# 分别减少1.5、2.3、0.7亿元 : what joins two numbers that share the unit of the last
_JOINED = re.compile(rf"[、和与及,，](?!(?:19|20)[0-9]{{2}}\s*年)[{DIGITS}]")
# 收、支总计各是 / 分别减少 : right before the first number of such a list
_SHARED_BEFORE = re.compile(r"(?:各|分别|依次)[^,，。;；:：、\d\n]{0,12}$")
_EACH_BEFORE = re.compile(r"(?:各|分别|依次)(?:[是为]|增[加长]|减少|下降|安排|支出)*$")
# 收、支总计各增加1,056.62万元 : both move by one amount; 各是125,143.91万元 : an amount without decimals stands beside none with them
_SAME_BEFORE = re.compile(r"各(?:[是为安排支出]*(?P<verb>增[加长]|减少|下降))?[是为安排支出]*$")
# 208项 and 2080502项 name a line of the classification, 第 may be missing
_CODE = re.compile(r"2[0-9]{4}(?:[0-9]{2})?")
_MORE_FOLLOWS = re.compile(r"\s*(?:[几余多]|[至到~～—-]\s*[0-9零一二两三四五六七八九十百])")


def read_mentions(text: str, *, bare: bool = False) -> Iterator[Mention]:
    """Yield every figure of the text with its place, unit included; whatever is in doubt is left out.

    With ``bare``, numbers that lost their unit (增长13.95。) come out too, with an empty unit.
    """
    waiting: list[Part] = []
    previous_end = -1
    for match in NUMBER.finditer(text):
        tail, share = match.group("tail", "share")
        end = match.end()
        united = tail is not None or share is not None
        joined = not united and _JOINED.match(text, end) is not None
        if not (united or joined or waiting or (bare and ends_bare(text, end))):
            continue
        parts = _read_parts(match, text)
        if parts and waiting and waiting[-1].end + 1 == match.start():
            parts = waiting + parts
        waiting = parts if joined else []
        if joined or not parts:
            continue
        for mention in _read_group(text, parts, _find_unit(match, text, parts), previous_end, end):
            if mention.figure.unit or bare:
                previous_end = mention.end
                yield mention


def _read_parts(match: re.Match[str], text: str) -> list[Part]:
    """Return the numbers of one match; none where they are malformed."""
    number, blob, hanzi, share, tail = match.group("number", "blob", "hanzi", "share", "tail")
    start = match.start()
    if blob is not None:
        parts = read_blob(number, start)
        return [] if len(parts) == 1 and _may_be_two(text, number, start, match.end()) else parts
    if hanzi is not None:
        return _wrap(read_chinese(number), match)
    if share is None:
        return read_plain(number, start)
    if tail is not None or _MORE_FOLLOWS.match(text, match.end()):
        return []
    printed = "".join(number.split())[len("百分之") :]
    if printed[0].isdigit():
        return [part._replace(start=start, end=match.end()) for part in read_plain(printed, start)]
    return _wrap("100" if printed == "百" else read_chinese(printed), match)


def _wrap(digits: str | None, match: re.Match[str]) -> list[Part]:
    return [Part(digits, match.start("number"), match.end("number"))] if digits and len(digits) <= MOST_DIGITS else []


def _may_be_two(text: str, number: str, start: int, end: int) -> bool:
    """Whether 各是125,143万元 leaves open if the comma parts two figures; a longer list and decimals behind 各 show that it does not."""
    before = text[max(0, start - 10) : start].rstrip()
    if number.count(",") + number.count("，") != 1 or not _EACH_BEFORE.search(before):
        return False
    same = _SAME_BEFORE.search(before)
    return not (_JOINED.match(text, end) or (same and (same["verb"] or "." in number)))


def _find_unit(match: re.Match[str], text: str, parts: list[Part]) -> Unit | None:
    """Return the unit of a match, or None where its words are no unit after all."""
    if match["share"] is not None:
        return _PERCENT
    if match["tail"] is None:
        return _NO_UNIT
    tail, end = match["tail"], match.end()
    if match["hanzi"] is not None and match["number"][-1] in "万亿":
        return _find_chinese_unit(tail, match["number"], text, match.start(), end)
    unit = name_unit(tail)
    if unit.guessed and not means_money(text, match.start(), end):
        return None
    return None if unit.name == "项" and _CODE.fullmatch(parts[-1].digits) else unit


def _find_chinese_unit(tail: str, number: str, text: str, start: int, end: int) -> Unit | None:
    """Return the unit of 三千五百万元 or 两万: the number is counted in its last scale word."""
    words = "".join(tail.split())
    if words in ("元", "圆", "余元", "多元"):
        return Unit(f"{number[-1]}元", -4 if number[-1] == "万" else -8, len(words) > 1)
    if words in ("", "余", "多"):
        return Unit(f"{number[-1]}元", -4 if number[-1] == "万" else -8, bool(words)) if means_money(text, start, end) else None
    return name_unit(tail)


def _read_group(text: str, parts: list[Part], unit: Unit | None, previous_end: int, end: int) -> Iterator[Mention]:
    """Yield the numbers that share a unit; without 各 or 分别 before them only the last has it."""
    if unit is None or (not unit.name and not stands_bare(text, parts[-1].start, parts[-1].end, parts[-1].digits)):
        return
    if len(parts) > 1 and not _share_a_unit(text, parts):
        parts = parts[-1:]
    for part in parts:
        placed = find_sign(text, part.start, previous_end)
        if placed:
            yield _mention(text, part, placed, unit, end if part is parts[-1] else part.end)


def _share_a_unit(text: str, parts: list[Part]) -> bool:
    first = parts[0].start
    before = text[max(0, first - 20) : first].rstrip()
    return (not before and text[parts[0].end] in ",，") or bool(_SHARED_BEFORE.search(before.rstrip("-－−")))


def _mention(text: str, part: Part, placed: tuple[int, bool], unit: Unit, end: int) -> Mention:
    start, negative = placed
    bound = find_bound(text, start, end)
    if unit.open_above and bound is Bound.EXACT:
        bound = Bound.AT_LEAST
    figure = make_figure(f"-{part.digits}" if negative else part.digits, unit, text[start:end], bound)
    return Mention(figure, start, end)


def make_figure(digits: str, unit: Unit, printed: str, bound: Bound = Bound.EXACT) -> Figure:
    """Return the figure of plain digits (``-1234.50``), shifted into its unit."""
    decimals = len(digits) - digits.index(".") - 1 if "." in digits else 0
    if not unit.places:
        return Figure(Decimal(digits), unit.name, printed, decimals, bound)
    value = Decimal(f"{digits}E{unit.places}")
    if unit.places < 0:
        # 三千五百万元: the numeral names no place below 万
        decimals = max(0, decimals - unit.places - _trailing_zeros(digits, -unit.places))
        value = value.quantize(Decimal(1).scaleb(-decimals))
    else:
        decimals -= unit.places
        value = value.quantize(Decimal(1)) if decimals < 0 else value
    return Figure(value, unit.name, printed, decimals, bound)


def _trailing_zeros(digits: str, most: int) -> int:
    """Return how many of the last whole places are zero, at most ``most``; 0 where decimals are printed."""
    return 0 if "." in digits else min(most, len(digits) - len(digits.rstrip("0")))
