"""Figures of a text with what stands around them: the words that name them, brackets, numbering, part or total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explain_check.extract.clauses import Clause
from explain_check.extract.listed import MONEY as MONEY
from explain_check.extract.listed import Item as Item
from explain_check.extract.listed import Use as Use
from explain_check.extract.moves import verb_before
from explain_check.extract.prices import price_of
from explain_check.extract.subjects import clean_subject
from explain_check.model.claim import Printed
from explain_check.model.figure import Bound, Mention
from explain_check.model.quantity import Part
from explain_check.model.text import Passage
from explain_check.numerals import MEASURES, THINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A text with its items, read for sums and products; ``entity`` is the body whose document it is."""

    passage: Passage
    items: tuple[Item, ...]
    entity: str
    scope: str

    @property
    def text(self) -> str:
        """The text."""
        return self.passage.text

    def part(self, item: Item) -> Part:
        """Return a figure with its name."""
        start, end = item.mention.start, item.mention.end
        figure = replace(item.mention.figure, bound=Bound.ABOUT) if _ROUGH.search(item.label) else item.mention.figure
        printed = Printed(figure=figure, place=self.passage.place(start, end))
        subject = clean_subject(item.label, self.entity) or item.label
        return Part(subject=subject, printed=printed, place=self.passage.place(min(item.start, start), end))


#: A bracket, the end of a sentence, and what begins an item of a list: 1、 | 一、 | 一是 | ①; to their first characters re can skip
_STRUCTURE = re.compile(
    r"[();。!?¶①-⑳\d一二三四五六七八九十](?:(?<=[();。!?¶①-⑳])|(?<=\d)(?<![\d.第至到~～-]\d)\d?[、.](?!\d)"
    r"|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2}、|(?<=[一二三四五六七八九])是)"
)
#: 车辆15辆，价值372.05万元: the amount bears the name of what was counted right before it
_OF_COUNTED = re.compile(r"(?:涉及|预算|项目|资金|金额|价值|账面|原值|全年|共计|共)*")
_BRACKETED = re.compile(r"\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)")
_ENDS = frozenset("。!?¶")
_HANZI = "一二三四五六七八九十"
_LABEL_BREAK = re.compile(r",|。|;|:|、|!|\?|¶|\(|其中|包括|分别为")
_NUMBERING = re.compile(r"^(?:\d{1,2}[、.)]|\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]{1,3}[、)是])+")
#: 约为 | 大约需: roughly meant, though no 约 stands right before the figure
_ROUGH = re.compile(r"约[为需计达是]?$")
_LINK = re.compile(r"(?<!约)(?:费用|金额|经费|预算)?(?:为|是|共|计|达|:|=)*$")
_LINK_ENDS = frozenset("用额费算为是共计达:=")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
#: 合计 | 共计为 | 此项目每年需支付 | 所需资金约 right before an amount
_TOTAL = re.compile(
    r"(?:(?P<sum>合计|共计|总计|小计|总共|(?<!公)共(?!同))|(?P<need>需支付|共需|所需|需要?|总金额|总额|总费用|总预算|总投资|总成本))"
    r"(?:资金|费用|经费|金额|总金额|总额|人民币|预算|支出|支付|投入|安排|成本|约|为|达|是|需|共|[:,])*$"
)
#: Words beside a total that name nothing: 此项目为经常性项目，每年(需支付) | 以上各项(合计).
_NAMELESS = re.compile(
    r"(?:本|该|此|以上|上述|各|项|类|目|资金|费用|经费|金额|预算|支出|总|全|年|度|每|共|全部|所有|预计|预估|测算|项目|工作|等|的|三|两|几|月|为|需)*"
)
_OPERATOR_AFTER = re.compile(r"[/每\u4e00-\u9fff]{0,8}[×xX*✕╳÷](?=[\d(])")
_OPERATOR_BEFORE = re.compile(r"[×xX*✕╳+÷-]$")
_ASIDE_AFTER = re.compile(r"(?:\([^()]{1,4}\))?(?:及|\(含\))?(?:以上|以下|以内|之内)")
_ASIDE_BEFORE = re.compile(r"(?:比|较|超过|低于|高于|不足|突破|(?:上年|去年|上一年度?)(?!结转|结余))[^,;]{0,8}$")


def read_listing(passage: Passage, clauses: Sequence[Clause], entity: str, scope: str) -> Listing:
    """Return a text with its amounts and counted numbers in order; percentages and bare numbers are none."""
    return Listing(
        passage=passage,
        items=tuple(_read(passage.text, [mention for clause in clauses for mention in clause.mentions])),
        entity=entity,
        scope=scope,
    )


@dataclass(slots=True)
class _Position:
    """Where the reading stands."""

    depth: int = 0
    bracket: int = 0
    sentence: int = 0
    segment: int = 0
    paragraph: int = 0
    numbering: int = 0
    number: int = 0
    style: str | None = None


def _read(text: str, mentions: Sequence[Mention]) -> Iterator[Item]:
    position = _Position()
    structure = list(_STRUCTURE.finditer(text, 0, mentions[-1].start + 1 if mentions else 0))
    at = 0
    last: dict[str, int] = {}
    taken: set[tuple[int, int, str, int]] = set()
    counted: Item | None = None
    for mention in mentions:
        while at < len(structure) and structure[at].start() < mention.start:
            _step(position, structure[at], text)
            at += 1
        dimension = MONEY if mention.figure.is_money else mention.figure.unit
        if not mention.figure.is_money and dimension not in THINGS and dimension not in MEASURES:
            continue
        group = MONEY if mention.figure.is_money else ""
        key = (position.numbering, position.number, group, position.depth)
        item = _item(text, mention, dimension, last.get(group, 0), position, is_first=key not in taken)
        if group and counted and counted.sentence == item.sentence and _OF_COUNTED.fullmatch(item.label) and item.use is Use.PART:
            item = replace(item, label=counted.label, start=counted.start)
        counted = None if group else item
        yield item
        taken.add(key)
        last[group] = mention.end


def _step(position: _Position, mark: re.Match[str], text: str) -> None:
    """Move past a bracket, the end of a sentence, or the number of an item."""
    char = mark.group()
    if char == "(":
        if not _BRACKETED.match(text, mark.start()):
            position.depth, position.bracket = position.depth + 1, mark.start()
    elif char == ")":
        position.depth = max(0, position.depth - 1)
    elif char == ";":
        position.segment += 1
    elif char not in _ENDS:
        _number(position, char)
    else:
        position.sentence += 1
        position.segment += 1
        position.depth = 0
        position.paragraph += char == "¶"


def _number(position: _Position, mark: str) -> None:
    """Take the number of a list's item where it begins a list or goes on with it."""
    if mark[0].isdecimal():
        style, value = "arabic", int(mark[:-1])
    elif mark[0] in _HANZI:
        style, value = mark[-1], _HANZI.find(mark[:-1]) + 1
    else:
        style, value = "ring", ord(mark) - ord("①") + 1
    if position.depth:
        return
    if value == 1:
        position.numbering, position.number, position.style = position.numbering + 1, 1, style
    elif style == position.style and value == position.number + 1:
        position.number = value


def _item(text: str, mention: Mention, dimension: str, since: int, position: _Position, is_first: bool) -> Item:
    low = max(since, mention.start - 60)
    lead = text[low : mention.start]
    outside = _IN_BRACKETS.sub(lambda match: "\0" * len(match.group()), lead) if ")" in lead else lead
    cuts = [match.end() for match in _LABEL_BREAK.finditer(outside)]
    cut = cuts[-1] if cuts else 0
    words = lead[cut:]
    numbering = _NUMBERING.match(words)
    start = low + cut + (numbering.end() if numbering else 0)
    label = text[start : mention.start]
    label = _IN_BRACKETS.sub("", label).strip(")") if ")" in label else label
    named = lead[cuts[-2] if len(cuts) > 1 and not label.strip("为是约") else cut :].replace("\0", "")
    total = _TOTAL.search(named) if any([char in named for char in "计共需总"]) else None
    use, price = _use(text, mention, label)
    if use is Use.PART and total:
        use = Use.TOTAL if total["sum"] else Use.NEED
        label = _NUMBERING.sub("", total.string[: total.start()])
        label = "" if _NAMELESS.fullmatch(label) else label
    return Item(
        mention=mention,
        dimension=dimension,
        use=use,
        label=_plain(label),
        start=start,
        depth=position.depth,
        bracket=position.bracket,
        sentence=position.sentence,
        segment=position.segment,
        paragraph=position.paragraph,
        numbering=position.numbering,
        number=position.number,
        is_first=is_first,
        price=price,
    )


def _plain(label: str) -> str:
    return (_LINK.sub("", label) if label[-1:] in _LINK_ENDS else "") or label


def _use(text: str, mention: Mention, label: str) -> tuple[Use, frozenset[str]]:
    """Return a figure's use before totals are told from parts, and what a price is the price of."""
    after = text[mention.end : mention.end + 16]
    is_price, price = price_of(label, after)
    if _OPERATOR_AFTER.match(after) or _OPERATOR_BEFORE.search(text[max(0, mention.start - 1) : mention.start]):
        return Use.FACTOR, price
    if is_price:
        return Use.RATE, price
    is_aside = _ASIDE_AFTER.match(after) or _ASIDE_BEFORE.search(label) or verb_before(label, is_percent=False)
    if is_aside or mention.figure.bound not in (Bound.EXACT, Bound.ABOUT):
        return Use.OTHER, price
    return Use.PART, price
