"""Whose disclosure it is: body, year, kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from explain_check.lexicon import phrases
from explain_check.model.document import Line, Row, Source
from explain_check.model.table import Table
from explain_check.structure.fold import squeezed

_KIND = re.compile(r"(?P<level>部门|单位)?(?:收支)?(?P<kind>预算|决算)")
_YEAR = re.compile(r"(?P<year>20\d\d)年")
_TITLE_LINES = 6
#: How many lines are asked which year their amounts bear, and how many amounts must bear another than the title.
_PROSE_LINES, _FEWEST_DATED = 200, 3
#: A title page may print a body's name, the year and the kind on so many lines.
_NAME_LINES = 4
_REGION = re.compile(r"[省市县区州旗]$")
#: A report on a year that still runs, or a government's on its budget: its rates of completion are no differences to be explained.
PROGRESS_REPORT = "预算执行情况"
#: 较2022年度决算数增加: not the disclosure's own year
_COMPARED = re.compile(r"(?:比|较|与|和|同|截至|至|对)$")
#: 关于某县2024年预算执行情况和2025年预算(草案)的报告 | 某县2023年财政决算及2024年上半年预算执行情况
_TWO_YEARS = re.compile(
    r"(?P<first>20\d\d)年[^,。;:\d]{0,12}(?:执行|决算|完成|收支)[^,。;:\d]{0,8}[和及与、暨](?:关于)?[^,。;:\d]{0,8}(?P<last>20\d\d)年"
    r"[^,。;:]{0,16}(?:预算|执行|收支)"
)
_LONGEST_TITLE = 60
_CUT_YEAR = re.compile(r"20\d\d$")
#: 2019年,本部门机关运行经费安排312.23万元
_YEAR_OF_AMOUNT = re.compile(r"(?:^|[。;；，,])(20\d\d)年度?[,，]?[^。;；\d]{2,100}\d[\d,.]*(?:万|亿)?元")
#: 2024年度安阳市住房公积金管理中心部门预算公开说明 | 乌鲁木齐住房公积金管理中心2024年部门预算公开
_TITLE = re.compile(
    r"^(?:20\d\d年度?)?(?P<entity>[\u4e00-\u9fff()“”]{3,30}?)(?:20\d\d年度?)?(?:的)?(?:部门|单位)?(?:收支)?(?:预算|决算)"
    r"(?:信息)?(?:$|公开|说明|情况|报告|及|表|草案|编制)"
)
_MAKER = re.compile(r"(?:编制部门|编制单位|部门名称|单位名称|填报单位|公开部门|公开单位|部门|单位):(?P<entity>[\u4e00-\u9fff()]{4,40})$")
#: 2024年，某区人民政府某街道办事处收入预算15621.11万元
_NAMED_IN_PROSE = re.compile(
    r"20\d\d年度?,?(?P<entity>[\u4e00-\u9fff()]{4,30}?)(?:[(]部门[)]|部门)?(?:收入|支出|收支|一般公共|财政拨款|“三公”)"
)
#: 现将甲县审计局2018年“三公”经费决算情况公开如下
_PRESENTED = re.compile(
    r"现将(?P<entity>[\u4e00-\u9fff()]{4,30}?)(?:20\d\d年|部门|单位).{0,30}(?:预算|决算|经费).{0,16}(?:公开|公布|说明|公告|公示|报告)如下"
)
_FIRST_PARAGRAPHS = 20
_BODY_ENDS = re.compile(
    r"(局|委员会|中心|办公室|院|厅|处|所|站|政府|校|学|馆|队|会|部|办|园|台|团|社|区|委|总工会|联合会|街道|公司)"
    r"(?:[((]?(?:本级|汇总|机关)[))]?)?$"
)
_AMOUNT = re.compile(r"\d[\d,.]*\s*(?:万元|元|亿元)")
_MONEY = re.compile(rf"{_AMOUNT.pattern}|单位[:：]\s*(?:万元|元)|[(（](?:万元|元)[)）]")
#: So many of them, and money, make a text of the genre.
_FEWEST_WORDS = 3
_GENRE = ("预算", "决算", "支出", "收入", "财政", "经费", "万元", "政府采购", "比上年", "较上年", "占", "“三公”", "主要原因")
_NO_BODY = re.compile(r"^(?:的|根据|按照|依据|遵照|为|现将|关于)|^(我|本)(部门|单位)|费、|第[一二三四五]部分|目录|情况|预算|决算|公开$")

#: 关于某市2024年财政决算和2025年预算草案的报告: the place speaks for its government
_REPORT = re.compile(r"^关于(?P<entity>[一-鿿]{1,10}?[省市县区州盟旗镇乡])(?:本级)?20\d\d年")


def read_entity(lines: Sequence[Line]) -> str:
    """Return the body's name from the title lines or the makers' lines above the tables; empty where none is found."""
    texts = _title_texts(lines)
    for text in texts[:12]:
        if _is_body(text):
            return text
        match = _TITLE.match(text)
        if match and _is_body(match["entity"]):
            return match["entity"]
    joined = "".join(texts[:3])
    if (match := _TITLE.match(joined)) and _is_body(match["entity"]):
        return match["entity"]
    presented = (match for text in texts[:_FIRST_PARAGRAPHS] if (match := _PRESENTED.search(text)) and _is_body(match["entity"]))
    if (match := next(presented, None)) is not None:
        return match["entity"]
    names = Counter(match["entity"] for text in texts if (match := _MAKER.search(text)) and _is_body(match["entity"]))
    names.update(match["entity"] for text in texts if len(text) < 60 and (match := _TITLE.match(text)) and _is_body(match["entity"]))
    if not names:
        names.update(m["entity"] for text in texts for m in _NAMED_IN_PROSE.finditer(text) if _is_body(m["entity"]))
    if not names:
        names.update(m["entity"] for text in texts if len(text) < 60 and (m := _REPORT.match(text)))
    return min(names, key=lambda name: (-names[name], name)) if names else ""


def _title_texts(lines: Sequence[Line]) -> list[str]:
    """Return the first lines of a document; a title that a page breaks is one line: 某区人民政府 | 某街道办事处 2025 | 年度部门决算."""
    texts = [squeezed(line.piece.text) for line in lines]
    for at, first in enumerate(texts[:_TITLE_LINES]):
        if not _is_body(first):
            continue
        own = _TITLE.match(texts[at + 1]) if at + 1 < len(texts) else None
        if own and _is_body(own["entity"]) and not _REGION.search(first):
            return texts
        for end in range(at + 2, at + 1 + _NAME_LINES):
            whole = "".join(texts[at:end])
            if (match := _TITLE.match(whole)) and _is_body(match["entity"]):
                return [*texts[:at], whole, *texts[end:]]
    return texts


def _texts(lines: Sequence[Line]) -> list[str]:
    """Return the lines as they read; a year that a line cuts is whole: 2019 | 年本部门财政拨款安排“三公”经费."""
    texts: list[str] = []
    for line in lines:
        text = squeezed(line.piece.text)
        if text.startswith("年") and texts and _CUT_YEAR.search(texts[-1]):
            texts[-1] += text
        else:
            texts.append(text)
    return texts


def read_maker(source: Source) -> str:
    """Return the body that most makers' lines in tables name: a workbook has nothing else; empty where there is none."""
    texts = (squeezed(text) for block in source.blocks if isinstance(block, Row) for text in {piece.text for piece in block.cells})
    names = Counter(match["entity"] for text in texts if (match := _MAKER.search(text)) and _is_body(match["entity"]))
    return min(names, key=lambda name: (-names[name], name)) if names else ""


def _is_body(name: str) -> bool:
    return 4 <= len(name) <= 34 and bool(_BODY_ENDS.search(name)) and not _NO_BODY.search(name)


def read_year_and_kind(lines: Sequence[Line], tables: Sequence[Table]) -> tuple[int | None, str]:
    """Return the disclosure's year and kind (部门预算, 部门决算, 单位预算 …), by its title lines, then by its captions."""
    titles = _title_texts(lines[:40])
    captions = [squeezed(table.caption) for table in tables]
    headings = [text for text in titles if len(text) <= 60 and ("预算" in text or "决算" in text)]
    title = next((text for text in titles[:_TITLE_LINES] if text in headings and is_title(text)), "")
    year = _later_of_two(titles) or _said_otherwise(_year_of(title, headings + captions), lines) or _year_elsewhere(lines)
    if any(is_progress_report(text) for text in titles[:_TITLE_LINES]):
        return year, PROGRESS_REPORT
    kinds = Counter(kind for text in headings[:6] for kind in kinds_in(text))
    own = set(kinds_in(title))
    if not kinds:
        return year, ""
    kind = min(own) if len(own) == 1 else "决算" if kinds["决算"] >= kinds["预算"] else "预算"
    level = next((match["level"] for text in headings for match in _KIND.finditer(text) if match["level"]), "部门")
    return year, level + kind


def kinds_in(text: str) -> list[str]:
    """Return 预算 and 决算 as often as a title names them; 一般公共预算支出决算 names but the latter."""
    return [match["kind"] for match in _KIND.finditer(_fund().sub("", text))]


def is_title(text: str) -> bool:
    """Whether a line is a disclosure's title: 某县某局2024年部门预算编制说明."""
    return bool(_title_line().search(_fund().sub("", text)))


def is_progress_report(text: str) -> bool:
    """Whether a title is that of a report on a year that still runs or on a government's whole budget.

    某县2024年1-6月财政收支情况 | 某区2020年预算执行情况
    """
    return bool(_progress().search(text))


@cache
def _fund() -> re.Pattern[str]:
    """一般公共预算财政拨款“三公”经费支出决算: words for a kind of money or of work, not of disclosure."""
    return re.compile(_any_of("fund"))


@cache
def _title_line() -> re.Pattern[str]:
    end = _any_of("end")
    return re.compile(rf"^(?![一二三四五六七八九十]{{1,3}}、|[（(]).*(?:预算|决算)(?:{_any_of('filler')}|{end})*(?:$|{end})")


@cache
def _progress() -> re.Pattern[str]:
    running = _any_of("running")
    # 2024年中共某县委宣传部收支决算 : 年 and a party's name, not the middle of a year
    whole = r"^(?![一二三四五六七八九十]{1,3}、|\(|第)[^\d]{0,20}20\d\d年度?[^部单]{0,8}预算执行情况的?(?:报告|说明|公告)?$"
    part = rf"(?:{_any_of('span')})(?!共).{{0,12}}(?:{running}|{_any_of('taken')})"
    return re.compile(rf"{part}|(?:{running}).{{0,4}}情况.{{0,6}}\d月|{whole}")


def _any_of(sense: str) -> str:
    return "|".join(map(re.escape, phrases("titles", sense)))


def is_of_two_years(lines: Sequence[Line]) -> bool:
    """Whether a title names two years: 关于某县2024年预算执行情况和2025年预算（草案）的报告."""
    return _later_of_two(_title_texts(lines[:40])) is not None


def _later_of_two(titles: Sequence[str]) -> int | None:
    """Return the second of two years that the title of a report on both names; None where no title does."""
    matches = (_TWO_YEARS.search(text) for text in titles[:_TITLE_LINES] if len(text) <= _LONGEST_TITLE)
    return next((int(match["last"]) for match in matches if match and int(match["last"]) == int(match["first"]) + 1), None)


def _year_of(title: str, headings: Sequence[str]) -> int | None:
    """Return the one year of the title, else the one that most headings and captions name, those that they compare with aside."""
    own = set(_YEAR.findall(title))
    if len(own) == 1:
        return int(min(own))
    years = Counter(match["year"] for text in headings for match in _YEAR.finditer(text) if not _COMPARED.search(text, 0, match.start()))
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def _said_otherwise(year: int | None, lines: Sequence[Line]) -> int | None:
    """Return the year after a title's where the prose dates its amounts so and none as the title does: the title was not updated."""
    if year is None or not any(str(year + 1) in line.piece.text for line in lines[:_PROSE_LINES]):
        return year
    stated = Counter(found for text in _texts(lines[:_PROSE_LINES]) for found in _YEAR_OF_AMOUNT.findall(text))
    return year + 1 if stated[str(year + 1)] >= _FEWEST_DATED and not stated[str(year)] else year


def _year_elsewhere(lines: Sequence[Line]) -> int | None:
    """Return the year of a title that names neither budget nor accounts, else the one before amounts if it is the last of them."""
    texts = _texts(lines[:_PROSE_LINES])
    title = next((match for text in texts[:_TITLE_LINES] if len(text) <= 60 and (match := _YEAR.search(text))), None)
    if title:
        return int(title["year"])
    stated = Counter(year for text in texts for year in _YEAR_OF_AMOUNT.findall(text))
    usual = max(stated, key=lambda year: (stated[year], year), default=None)
    return int(usual) if usual is not None and usual == max(stated) else None


def looks_like_disclosure(text: str) -> bool:
    """Whether a text speaks of a budget at all: money and the words of the genre; 预算 or 决算 beside several amounts is enough."""
    if not _MONEY.search(text):
        return False
    names_budget = "预算" in text or "决算" in text
    return sum(word in text for word in _GENRE) >= _FEWEST_WORDS or (names_budget and len(_AMOUNT.findall(text)) > 1)
