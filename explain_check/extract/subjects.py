"""What a figure is about: the subject as printed and its account."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.extract.bodies import body_part, is_item_name, is_own_body, own_body_length
from explain_check.lexicon import load_entries
from explain_check.structure.outline import ARABIC_NUMBER

_ITEM_NUMBER = re.compile(
    rf"^(?:[-•·●■◆]|{ARABIC_NUMBER}|\(?[一二三四五六七八九十]{{1,3}}[)、]|\(?\d{{1,2}}\)|[①-⑳]|第?[一二三四五六七八九十]是)+"
)
#: 20103-政府办公厅及相关机构事务 | 2130209森林生态效益补偿 | 221住房保障支出
_CODE = re.compile(r"^2\d\d(?:\d\d){0,2}[-—]|^2(?:\d{4}|\d{6})(?=[一-鿿])|^2\d\d(?=[一-鿿]{2,12}支出)")
#: 住房公积金(项)(2210201) | 机关工资福利支出(501)
_CODE_BEHIND = re.compile(r"\([235]\d\d(?:\d\d){0,2}\)")
#: 五个科目两增两减一平——机关工资福利支出
_DASHED = re.compile(r"^.*——(?=.)")
_YEAR = re.compile(
    r"^(?:20\d\d(?!\d)年?度?|本年度?(?!收入|支出|预算安排)|今年|上年(?!结转|结余)|当年(?=预算)(?!预算安排)|全年)(?:末|初|底)?[,的]?"
)
_OWN = re.compile(
    r"^(?:本|我)(?:部门|单位|局|委|院|校|中心|办|机关|街道|镇|乡|园|馆|所|站|会(?!议)|处|队|厅|部|社|场|团)(?:本级)?(?:20\d\d年度?)?的?"
)
_LEAD = re.compile(
    r"^(?:其中|致使|使得|导致|为(?=(?:年初|全年|调整|变动|年度)?预算$)|项目名称(?=[:：])|而|但|含(?=外宾|[^,税量]{2,12}支出)|(?:部门|单位)[预决]算公开(?=.)|包括|包含|其他?为|分别[为是]|具体[为是]|主要[为是]|和|及|并|共|共计|即|的|将|拟|各|按|累计(?=完成|实现)|(?:完成|实现)(?!率|比例|数|额|预算|年初|全年|调整)(?=.{4,})|安排(?=.{2,})|(?:开支|列支|支付)(?=会议费|培训费|差旅费|“?三公|公务|因公)|预计(?=.{4,}))+[:,]?"
)
_LINKS = "分别|调整为|共计|总共|合计|达到|共|约|达|为|是|有|:|各|均|按同口径|同口径|累计|完成|实现"
_LINK_ENDS = frozenset(link[-1] for link in _LINKS.split("|"))
_TAIL = re.compile(rf"(?:{_LINKS})+$")
#: 教育支出由2023年的1.02万元
_ORIGIN = re.compile(r"[由从](?:(?:20\d\d|上一?|去)年度?(?:同期)?(?:年初|全年|调整)?(?:预算|决算|执行)?数?的?)?$")
_ORIGIN_ENDS = frozenset("由从年度的算行期数")
#: 预算数, 支出决算数, 年初预算 …: words that name no subject of their own.
_GENERIC = re.compile(
    r"^(?:(?:本年|当年|年初|全年|调整|财政拨款)?(?:支出|收入)?(?:预算|决算|执行|调整)(?:安排|执行|批复|下达)?(?:数|额|金额)|(?:预算|决算)总额"
    r"|(?![本当]年预算安排)(?:本年|当年|年初|全年|调整|支出年初|支出全年)?(?:预算|支出决算|决算支出|决算|执行)(?:安排)?|(?:[上去]年|20\d\d年)度?[无未没][^,]{0,8}|科目(?:20\d\d年度?)?|数|额|金额"
    r"|(?:资金|经费|预算|决算)?(?:安排)?(?:合计|共计|金额|总金额|总额|资金|经费)|(?:项目)?(?:资金|预算)(?:安排)?规模(?<!预算安排规模)|总额|小计|同比|支出|支出收入|调整|(?:拟|计划|资金|预算|支出)?安排(?:支出|资金|预算|经费)?|预计(?:支出|安排)|(?:预算)?调整后的?(?:全年)?(?:预算)?数?|(?:年初|当年)[未无没]有?(?:安排|编制|编列|列)?(?:年初)?预算(?:[(](?:年初|全年)?预算)?|该项.{0,4}|此项.{0,4}|较上年|实际.{0,6}|预计(?:可|全年|完成|实现|达到?|执行|支出|收入|安排|使用|将|为|数)*)?$"
)
#: 支出预算2023年增加55.80万元: the word 较 is lost | 事业收入上年489.20万元
_YEAR_BEHIND = re.compile(r"(?<=[入出算费待护置])(?:20\d\d年?|[上去本今]年)度?$")
#: 公务接待费支出决算减少为0.00万元
_MOVED_TO = re.compile(r"(?:增加|增长|上升|减少|下降|降低)[到至为]$")
#: 收入减少84.55、支出总计
_BEHIND_FIGURE = re.compile(r"^.*\d\.\d+、(?=\D)")
#: 公车购置费、公车运行费(以下简称“三公”经费)决算总额: all that came before by the name of them together
_TOGETHER = re.compile(r"^.{2,}[(](?:以下)?(?:[简统合]称)?(?:为|:)?(?=[“\"]?三公[”\"]?经费[)])(?P<name>[^)]+)[)]")
#: 全县行政单位、事业单位和其他单位使用财政拨款安排“三公”经费 | 一般公共预算拨款安排的机关运行经费支出
_ARRANGES = re.compile(
    r"^.{4,}单位[^,。单]{0,4}使用[^,。“]{2,12}安排的?(?=“?三公)|^[^,。]{4,40}(?:拨款|预算|资金)安排的(?=机关运行|会议费|培训费|“?三公)"
)
#: 某某中心2024年收入总计 | 公务接待费2024年预算 | 某某(类)某某(款)某某(项)2024年预算数为: a body or a subject before its year
_DATED = re.compile(r"^(?P<name>[^,\d]{3,80}?)20\d\d年度?(?=.{2,})")
#: 支出合计: a total of its own, not the tail of a name
_TOTAL = re.compile(r"(?:本年|当年|全年|部门|单位)?(?:收入|支出)(?:(?:预算|决算)?合计)$")
#: 11.“教育支出 | 11“.教育支出
_NUMBERED_QUOTE = re.compile(r"^\d{1,2}[、.]?[“”\"][、.]?")
#: “教育支出(类)普通教育(款)小学教育(项)”年初预算为: the marks are around the item's name, not around its amount's
_QUOTED_ITEM = re.compile(r"[“\"]([^“”\"]*[类款项]\))[”\"]")
#: 市级(含六个|管理区、开发区,下同)一般公共预算收入: the rest of a remark that a figure cut
_CUT_REMARK = re.compile(r"^[^()]*\)(?=.{2,})")
_OPENING, _CLOSING = frozenset('“"'), frozenset('”"')
#: 一般行政管理事务(项)主要用于春运值守等
_PURPOSE = re.compile(r"(?<=[类款项]\))(?:主要|全部)?(?:用于(?!.{2,10}彩票公益金支出)|保障(?!性|房)|反映|是指).*$")
#: 收、支总计(含结转和结余)
_REMARK = re.compile(r"(?<=[计额入出支])\((?:含|包[含括])[^()]{0,12}结[转余][^()]{0,12}\)$")
_CLASSES = re.compile(r"\(\d*[类款项]\)[/、]?")
#: 一般公共预算财政拨款支出年初预算 → 一般公共预算财政拨款支出
#: 物业管理项目全年预算数 → 物业管理项目
_BASIS = re.compile(
    r"(?:(?<=[支出费入款])(?:(?:年初|全年|调整)预算|决算|预算(?=数))|(?<=[支出费入])支出决算)数?据?$"
    r"|(?<=项目)(?:(?:年初|全年|调整)?预算|决算|(?:全年|实际)?执行)(?:数|总?(?:资金|金额|额))?$"
)
#: 项目全年预算数为 | 该项目执行数: of the project that is evaluated
_OF_PROJECT = re.compile(
    r"^(?:[该本此](?:专项|项目)?|专项|项目)(?:(?:(?:年初|全年|调整)预算|(?:实际|全年)执行|实际支出)(?:数|总?(?:资金|金额|额))?"
    r"|(?:预算|执行)(?:数|总?(?:资金|金额|额)))$"
)
#: 物业管理项目绩效自评综述
_EVALUATION = re.compile(r"(?:支出)?(?:绩效)?自评(?:综述|情况|结果|得?分.*)$")
#: 收入总计、支出总计 | 收、支: both sides at once
_BOTH = re.compile(r"收入?(?:总计|合计|总额)?[、和与及]支(?:出(?!总体))?")
#: 项目支出预算共安排
_ARRANGED = re.compile(r"(?:预算|决算)?(?:共|拟|计划)?安排$")
_QUOTES = re.compile(r"[“”‘’\"'「」《》]")
_ADVERBS = re.compile(r"(?:仍然?|则|分别|各自?|均|都|共|同比|基本|大致|略有?|有所|大幅|小幅|净|预计|相应|拟|将)+$")
_USE = re.compile(r"^(?:主要)?(?:用于|包括|保障|反映|是指|指|负责)|^主要(?:用于|保障)")
#: 下属一家机关和一家行政执法机构财政拨款的机关运行经费预算 | 机关及参公单位机关运行经费
_OF_BODIES = re.compile(
    r"^(?:机关|行政单位)[和及](?:参公|参照公务员法管理)的?(?:事业)?单位(?=机关运行)|^.{2,40}(?:财政拨款|单位|部门|机构|机关|中心)的"
)
#: 某支出(类)-某款(款)-某项(项)
_DASHES = "-—－–·"
#: 某中心基本支出 | 财政拨款安排的项目支出: what an account's name stands behind
_BEFORE_NAMES = ("财政拨款", "安排", "部门", "单位", "中心", "局", "院", "所", "的", "本级", "机关", "预算", "年", "年度", "当年")
#: 财政拨款本年收入: of one fund, not the body's
_OF_YEAR, _FUND = frozenset({"本年收入", "本年支出"}), re.compile(r"财政拨款|一般公共预算|政府性基金|国有资本")
_ACCOUNT_TAIL = re.compile(
    r"(?:财政拨款)?(?:合计|共计)?总?(?:支出|收入|收支)?(?:年初)?(?:预算|决算)?(?:安排|总额|总计|合计|汇总|拨入)?数?$"
)

PROJECT_AMOUNT = "预算安排规模"
"""The account of what one project is given: its heading names the project, the words before the amount do not."""


def without_adverbs(raw: str) -> str:
    """Return the words before a verb without what only colours it: 分别, 同比, 基本, 略有."""
    return _ADVERBS.sub("", raw)


@lru_cache(maxsize=8192)
def clean_subject(raw: str, entity: str) -> str:
    """Return the subject that stands before a figure or verb, without body, year, numbering and 为; empty where none is named.

    ``1、某支出(类)某款(款)某项(项)`` becomes ``某支出/某款/某项``.
    """
    text = _CUT_REMARK.sub("", raw) if ")" in raw else raw
    text = _ARRANGES.sub("", _MOVED_TO.sub("", _NUMBERED_QUOTE.sub("“", _BEHIND_FIGURE.sub("", text))))
    text = _DASHED.sub("", _CODE_BEHIND.sub("", _QUOTED_ITEM.sub(r"\1", text) if "”" in text or '"' in text else text))
    text = _TOGETHER.sub(r"\g<name>", text) if "三公" in text else text
    if text.startswith("(") and ")" not in text:
        text = text[1:]
    for _ in range(6):
        before = text
        text = _CODE.sub("", _ITEM_NUMBER.sub("", text))
        text = _YEAR.sub("", _OWN.sub("", text))
        text = _cut_body(text, entity)
        text = _LEAD.sub("", text)
        if text == before:
            break
    if _TOTAL.match(text):
        return text
    text = _YEAR_BEHIND.sub("", _without_tail(_without_tail(text).strip(",、:;的 "))).removesuffix("科目")
    text = _unquoted(_EVALUATION.sub("", _REMARK.sub("", _PURPOSE.sub("", text))))
    if _GENERIC.match(text) or _OF_PROJECT.match(text) or (_USE.match(raw) and not (raw.startswith("包括") and is_account(text))):
        return ""
    if _CLASSES.search(text):
        parts = (part.strip(_DASHES) for part in _CLASSES.split(text))
        return "/".join(part for part in parts if not _GENERIC.match(part))
    text = _BASIS.sub("", text) or text
    own = _OF_BODIES.sub("", text)
    return own if own != text and is_account(own) else text


def _unquoted(text: str) -> str:
    """Return a name without the quotation marks around it, be one of them lost; “三公”经费 keeps its own."""
    first, last = text[:1] in _OPENING, text[-1:] in _CLOSING
    if first and last and len(text) > 1:
        inner = next((mark for mark in text[1:-1] if mark in '“”"'), "“")
        return text[1:-1] if inner == "“" else text
    if first and not _CLOSING.intersection(text[1:]):
        return text[1:]
    return text[:-1] if last and not _OPENING.intersection(text[:-1]) else text


def _without_tail(text: str) -> str:
    text = _TAIL.sub("", text) if text[-1:] in _LINK_ENDS else text
    return _ORIGIN.sub("", text) if text[-1:] in _ORIGIN_ENDS else text


def _cut_body(text: str, entity: str) -> str:
    """Return the text after the body's own name and year: 某中心2024年收入总计 becomes 收入总计.

    Where nothing but an amount is said of a part of the body or of another one (某市图书馆2025年预算), its name is the subject.
    """
    for name in (entity, entity.removesuffix("(本级)"), entity.removesuffix("(汇总)")):
        if len(name) >= 4 and name in text:
            part, rest = body_part(text[text.index(name) + len(name) :])
            return f"{name}{part}" if part and _GENERIC.match(_YEAR.sub("", _without_tail(rest))) else rest
    dated = _DATED.match(text)
    if dated and _GENERIC.match(_without_tail(text[dated.end() :])) and not is_own_body(dated["name"], entity):
        return dated["name"]
    if dated:
        return text if is_item_name(text[: dated.end()]) else text[dated.end() :]
    return text[own_body_length(text, entity) :]


@lru_cache(maxsize=1)
def _accounts() -> dict[str, str]:
    return {_plain(entry.phrase): entry.sense for entry in load_entries("accounts")}


@lru_cache(maxsize=1)
def _longest_name() -> int:
    return max(map(len, _accounts()))


def _ending(text: str) -> str:
    """Return the longest account name at the end of a text, empty where there is none; 收入 alone ends too many names."""
    names = _accounts()
    for at in range(max(0, len(text) - _longest_name()), len(text) - len("收入")):
        if text[at:] in names:
            return text[at:]
    return ""


def _plain(name: str) -> str:
    """Return a name without quotation marks."""
    return _QUOTES.sub("", name)


@lru_cache(maxsize=4096)
def account_of(subject: str) -> str:
    """Return the standard name of a subject's account, the subject itself without quotation marks where it is none.

    财政拨款“三公”经费支出预算数 → 三公经费; 公务用车运行费 → 公务用车运行维护费.
    """
    plain = _plain(subject.split("/")[-1])
    names = _accounts()
    bare = _ACCOUNT_TAIL.sub("", plain)
    both = _BOTH.sub("收支", plain)
    for candidate in (
        plain,
        both,
        plain.replace("收支预算", "预算"),
        _ARRANGED.sub("", plain),
        bare,
        plain.replace("收支", ""),
        f"{plain}支出",
    ):
        if candidate in names:
            return names[candidate]
    for candidate in dict.fromkeys((plain, bare)):
        if name := _ending(candidate):
            head = candidate.removesuffix(name)
            if not head or (head.endswith(_BEFORE_NAMES) and not (name in _OF_YEAR and _FUND.search(head))):
                return names[name]
    return plain


@lru_cache(maxsize=1)
def _standard_names() -> frozenset[str]:
    return frozenset(_accounts().values())


def is_account(subject: str) -> bool:
    """Whether a subject is a known account or an item with class, division and item."""
    return "/" in subject or account_of(subject) in _standard_names()


def are_opposite(one: str, other: str) -> bool:
    """Whether two subjects are the two sides of one account: 一般公共预算总收入 and 一般公共预算总支出."""
    if ("收入" in one) == ("收入" in other):
        return False
    return ("支出" in one) != ("支出" in other) and ("收入" in one) != ("支出" in one)
