"""Names, codes and levels of the body whose budget it is, wherever they are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from explain_check.extract.bodies import abbreviates
from explain_check.model.body import BodyCase, CodeCase, LevelCase
from explain_check.model.document import Document, Line, Piece
from explain_check.model.form import Field
from explain_check.model.text import Place
from explain_check.structure.fold import read_passage

_CODED = re.compile(r"^(?P<code>\d{3,9})[-—_](?P<name>[\u4e00-\u9fff()]{4,40})$")
_MAKER = re.compile(
    r"^(?:编制|填报|公开|预算|决算|主管)?(?:部门|单位)(?:名称)?:(?P<name>[\u4e00-\u9fff()]{6,40}?)(?:20\d\d年.*|(?:金额)?单位:.*)?$"
)
_BRACKET = re.compile(r"\([^()]*\)|本级$|机关$|汇总$")
_ALIKE = 5
_LONGEST_HEAD = 80
#: How many tables must bear the body's own name before another one above a single table is a slip.
_FEWEST_OWN = 3
#: 指省直部门用财政拨款安排的 | 是市级预算主管部门
_DEFINED = re.compile(r"(?:指|是|:|由)(?:纳入)?(?P<level>[省市区县])(?:直部门|级(?:部门|预算主管部门|财政(?:部门|当年|预算|拨款)))")
_GLOSSARY = re.compile(r"名词|术语")
#: Courts, procuratorates and prisons are paid by the province or the city.
_PAID_ABOVE = re.compile(r"法院|检察院|监狱|戒毒|税务|海关|气象|地震|消防|武警|调查队")
_RANKS = {"省": 3, "市": 2, "区": 1, "县": 1, "乡": 0}


def code_cases(document: Document) -> Iterator[CodeCase]:
    """Yield each body of the forms with its codes; a longer code that begins with the shorter one is a unit of it."""
    codes: dict[str, dict[str, list[Place]]] = {}
    for form in document.forms:
        for entry in form.texts(Field.BODY):
            found = _CODED.match(entry.passage.text)
            if found:
                place = entry.passage.place(0, len(entry.passage.text))
                codes.setdefault(found["name"], {}).setdefault(found["code"], []).append(place)
    for body, printed in codes.items():
        ranked = sorted(printed.items(), key=lambda item: (-len(item[1]), item[0]))
        kept = [item for item in ranked if not any(item[0] != code and item[0].startswith(code) for code in printed)]
        places = tuple((code, tuple(found)) for code, found in kept)
        if places:
            yield CodeCase(body=body, codes=places, place=places[-1][1][0], words=body)


def body_cases(document: Document) -> Iterator[BodyCase]:
    """Yield the body's name of the title beside the name that stands above most tables, or above one of them alone."""
    makers = [
        (found["name"], passage)
        for piece, page in _heads(document)
        if (found := _MAKER.match((passage := read_passage(piece, "", page)).text))
    ]
    counted = Counter(_BRACKET.sub("", name) for name, _ in makers)
    if not counted or not document.entity:
        return
    maker, count = counted.most_common(1)[0]
    if count > 1 and _is_of_one_kind(document.entity, maker) and not any(_is_short_form(document.entity, name) for name in counted):
        place = next(passage for name, passage in makers if _BRACKET.sub("", name) == maker)
        titled = _first_place(document, document.entity)
        where = place.place(0, len(place.text))
        yield BodyCase(name=document.entity, maker=maker, titled=titled, place=where, words=maker)
    elif counted[document.entity] >= _FEWEST_OWN:
        for name, passage in makers:
            own = _BRACKET.sub("", name)
            if counted[own] == 1 and not _is_short_form(document.entity, own) and document.source.text.count(own) == 1:
                titled = _first_place(document, document.entity)
                yield BodyCase(name=document.entity, maker=name, titled=titled, place=passage.place(0, len(passage.text)), words=name)


def _heads(document: Document) -> Iterator[tuple[Piece, int | None]]:
    """Yield what may name the maker of a table: a short line, or the first cell of a row (部门：某县某局 | 单位：万元)."""
    for block in document.source.blocks:
        piece = block.piece if isinstance(block, Line) else block.cells[0] if block.cells else None
        if piece is None or len(piece.text) >= _LONGEST_HEAD:
            continue
        if "单位" not in piece.text and "部门" not in piece.text:
            continue
        if "单位" in piece.text[:6] + piece.text[-6:] or "部门" in piece.text[:6]:
            yield piece, block.page


def _first_place(document: Document, name: str) -> Place | None:
    for section in document.sections:
        for passage in section.passages:
            at = passage.text.find(name)
            if at >= 0:
                return passage.place(at, at + len(name))
    return None


def _is_short_form(one: str, other: str) -> bool:
    """Whether one name holds the characters of the other in their order: with the region left out, or a body and its part."""
    short, long = sorted((_BRACKET.sub("", one), _BRACKET.sub("", other)), key=len)
    return abbreviates(short, long)


def _is_of_one_kind(one: str, other: str) -> bool:
    """Whether two names end alike: 住房公积金管理中心, 疾病预防控制中心."""
    return one[-_ALIKE:] == other[-_ALIKE:]


def level_cases(document: Document) -> Iterator[LevelCase]:
    """Yield the definitions of the glossary that name a level of government."""
    own = _level_of(document.entity)
    if not own or _PAID_ABOVE.search(document.entity):
        return
    for section in document.sections:
        if not any(_GLOSSARY.search(heading) for heading in (*section.path, section.heading)):
            continue
        for passage in section.passages:
            for found in _DEFINED.finditer(passage.text):
                place = passage.place(max(0, found.start() - 12), min(len(passage.text), found.end() + 16))
                yield LevelCase(said=found["level"], body=document.entity, level=own, place=place, words=found.group())


def _level_of(entity: str) -> str:
    """Return the level that a body's name shows: 省, 市, 区, 县 or 乡; empty where it shows none."""
    name = re.sub(r"自治区|地区|示范区|开发区|高新区|园区|新区|灌区|库区|社区|景区|校区|片区", "", entity)
    if re.search(r"街道|镇|乡", name):
        return "乡"
    found = re.findall(r"(?<=[\u4e00-\u9fff]{2})(?:[省县旗]|区(?!域)|(?<!城)市(?![场政容民]))(?!级)", name)
    return {"旗": "县"}.get(found[-1], found[-1]) if found else ("省" if "自治区" in entity else "")


def is_level_above(said: str, own: str) -> bool:
    """Whether a level of government stands above another: 省 above 市, 市 above 区 and 县."""
    return _RANKS[said] > _RANKS[own]
