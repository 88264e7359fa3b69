"""Amounts and holdings of a section that bear a year: 2025年安排建设资金5000万元; 2025年本部门政府采购预算120万元; 截至2024年8月31日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.model.dated import Dating
from explain_check.model.text import Passage

_AMOUNT = r"\d[\d,.]*[万亿]?元"
#: 2025年安排建设资金5000万元 below 年度预算安排
_ALLOTTED = re.compile(rf"(?<!\d)(?P<year>20\d\d)年度?(?:预算)?(?:拟|计划)?(?:安排|申请|下达)[^,。;:\d]{{0,16}}{_AMOUNT}")
#: 2025年本部门政府采购预算120万元
_STATED = re.compile(
    r"(?P<year>20\d\d)年度?(?:本|我)?(?:部门|单位|局|委|院|校|中心|街道|镇)?(?P<what>(?:政府采购|机关运行经费|“三公”经费)(?:支出)?预算)"
    rf"(?:安排|总额|金额)?(?:数|总额|金额)?(?:为|共)?{_AMOUNT}"
)
#: 截至2024年8月31日，共有车辆4辆; the end of a year may be the last that was counted
_COUNTED = re.compile(r"截[至止](?P<year>20\d\d)年(?:[1-9]|1[01])月(?:\d{1,2}日|底)?,[^。;]{0,40}?(?:车辆|用车|设备)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
#: what compares, or tells what became of the money
_TOLD = re.compile(r"本年|今年|当年|上年|去年|同期|执行|完成了|已|实际|决算|结转|尚未")

Found = tuple[Dating, int, Passage, int, int]


def find_dated_amounts(passages: Sequence[Passage], is_allotting: bool) -> Iterator[Found]:
    """Yield what the passages of a section date: kind, year, passage and place of each.

    ``is_allotting`` says that the section's heading asks for this year's money. Money allotted
    counts only where no other year is named, a budget stated only where no other year's is.
    """
    if is_allotting and len({year for passage in passages for year in _YEAR.findall(passage.text)}) == 1:
        yield from _find(Dating.ALLOTMENT, _ALLOTTED, [passage for passage in passages if not _TOLD.search(passage.text)])
    for passage in passages:
        stated = _STATED.match(passage.text)
        if stated and not _TOLD.search(passage.text) and not _is_stated_again(passages, stated["year"], stated["what"]):
            yield Dating.ALLOTMENT, int(stated["year"]), passage, stated.start(), stated.end()
    yield from _find(Dating.HOLDING, _COUNTED, passages)


def _find(dating: Dating, pattern: re.Pattern[str], passages: Sequence[Passage]) -> Iterator[Found]:
    for passage in passages:
        for found in pattern.finditer(passage.text):
            yield dating, int(found["year"]), passage, found.start(), found.end()


def _is_stated_again(passages: Sequence[Passage], year: str, what: str) -> bool:
    """Whether the same budget is named with another year: 2026年政府采购预算150万元."""
    named = re.compile(rf"(20\d\d)年[^,。;\d]{{0,20}}{re.escape(what)}")
    return any(other != year for passage in passages for other in named.findall(passage.text))
