"""Plans with a year: 2023年计划采购2台; 争取到2020年底前建成; 2018年是攻坚之年; a schedule of payments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.dated import Dating
from explain_check.model.form import Field
from explain_check.model.text import Passage

_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|[〔\[【(]20\d\d[〕\]】)]\d*号?|\([^()]*20\d\d[^()]*号[^()]*\)")
#: 2023年我中心计划采购; not 2023年计划数, 2023年计划外, 2023年预计执行数
_PLAN = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年度?(?:(?:第?[一二三四]季度|[上下]半年|\d{1,2}月份?),?)?[^,。;:、\d已完]{0,6}?"
    r"(?:计划|拟|将(?!近)|准备)(?!生育|数|外|内|额|任务|执行|完成|单列|的|书|表|中|为)(?=[\u4e00-\u9fff\d])"
)
_HOPE = re.compile(
    r"(?:争取|力争|拟|将|预计|计划|确保)[^。;《》]{0,12}?(?P<by>到|在|于)?(?<!\d)(?P<year>20\d\d)年"
    r"(?:第?[一二三四]季度|[上下]半年|\d{1,2}月份?)?年?(?P<end>[底末]?(?:之?前|以前)|[底末])?[^。;,]{0,4}?"
    r"(?:完成|实现|达到|具备|建成|投入|竣工|完工|基本|全面|全部|验收|上线|启用)"
)
_OCCASION = re.compile(r"(?<!\d)(?P<year>20\d\d)年是[^。;]{2,40}?(?:之年|开局年|攻坚年|建设年|收官年|关键年|元年|第[一二三四五]年)")
_GOAL = re.compile(
    r"(?:^|[。;,:])(?:\d[、.])?(?P<year>20\d\d)年度?,?(?:我|本)?(?:单位|部门|中心|院|校|局)?"
    r"(?=完成|保障|开展|实现|新增|举办|发放|采购|办理|通过|确保|保证|按时|按照|预算|推进|继续|全面|做好|加强|落实)"
)
_DATE = re.compile(r"(?<!\d)(?P<year>20\d\d)(?:年|[-./](?=\d{1,2}(?:[-./]\d{1,2})?(?!\d)))")
_DEADLINE = re.compile(
    r"^(?:早于|不晚于|不迟于|截至|截止|于|在|≤|<=|<|=)?\s*20\d\d(?:年|[-./])(?:\d{1,2}(?:月|[-./])?份?)?(?:\d{1,2}日?)?"
    r"(?:[底末]|年底)?(?:之?前|以前|内|止)?(?:完成|竣工|验收)?[。.]?$"
)
#: what was done is told, not planned
_DONE = re.compile(r"已(?!达到提高)|完成了|实际|执行率|决算|结转|未完成|尚未|余款|尾款")
_RANGE = re.compile(r"^\s*(?:年?度?)?(?:[-—~～至到])")
_MONTH = re.compile(r"(?<!\d)20\d\d年(?:第?[一二三四]季度|[上下]半年|\d{1,2}\s*[-至到]?\s*\d{0,2}月)")
_FIRM = frozenset((Field.GOAL, Field.PLAN, Field.TASK, Field.ALLOCATION))


def find_plans(passage: Passage, field: Field | None) -> Iterator[tuple[Dating, int, int, int]]:
    """Yield what a text plans with its year and place in the text; ``field`` tells where in a form it stands, None is prose."""
    if "20" not in passage.text:
        return
    text = _QUOTED.sub(lambda found: "\0" * len(found.group()), passage.text)
    if "20" not in text:
        return
    patterns = [(Dating.PLAN, _PLAN), (Dating.OCCASION, _OCCASION)]
    if field in _FIRM:
        patterns.append((Dating.HOPE, _HOPE))
    for dating, pattern in patterns:
        for found in pattern.finditer(text):
            if dating is Dating.HOPE and not (found["by"] or found["end"]):
                continue
            if not _RANGE.match(text, found.end("year") + 1) and not _is_told(text, found.start(), found.end(), dating):
                yield dating, int(found["year"]), found.start(), _sentence_end(text, found.end())
    if field is Field.PLAN and (latest := _schedule_year(text)):
        yield Dating.SCHEDULE, latest, 0, len(text)
    if field is Field.GOAL and (goal := _only_goal_year(text)):
        yield Dating.GOAL, int(goal["year"]), goal.start("year"), _sentence_end(text, goal.end())


def read_deadline(value: str) -> int | None:
    """Return the latest year of an indicator's value that is a date to keep (早于2023年10月20日), None for any other value."""
    if not _DEADLINE.match(value.replace(" ", "")):
        return None
    return max((int(found["year"]) for found in _DATE.finditer(value)), default=None)


def _is_told(text: str, start: int, end: int, dating: Dating) -> bool:
    """Whether the sentence goes on to tell what became of the plan, or a later year follows."""
    if dating is Dating.OCCASION:
        return False
    return bool(_DONE.search(text, start, _sentence_end(text, end)))


def _sentence_end(text: str, at: int) -> int:
    stops = [found for mark in "。;" if (found := text.find(mark, at)) >= 0]
    return min(stops, default=len(text))


def _schedule_year(text: str) -> int | None:
    """Return the latest year of a schedule whose steps are dated with months; None where a step is told as done."""
    if not _MONTH.search(text) or _DONE.search(text):
        return None
    return max(int(found["year"]) for found in _DATE.finditer(text))


def _only_goal_year(text: str) -> re.Match[str] | None:
    """Return the year that a goal begins with, where it is the text's latest."""
    found = _GOAL.search(text)
    years = [int(date["year"]) for date in _DATE.finditer(text)]
    return found if found and int(found["year"]) == max(years) and not _DONE.search(text) else None
