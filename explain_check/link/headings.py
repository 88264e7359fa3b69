"""Find headings that kept last year's date: 关于2025年“三公”经费预算情况说明 among those of 2026."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from explain_check.model.heading import HeadingCase
from explain_check.model.text import Section

_YEAR = re.compile(r"20\d\d(?=年)")
#: 2025年预算执行情况 tells of last year and says so.
_TOLD = re.compile(r"执行|完成|回顾|总结|上年|绩效|评价")
#: How many headings beside it must bear the year of the disclosure.
_FEWEST = 3
#: 某州2020年度“三公”经费决算支出情况说明
_TITLE = re.compile(r"^[^。,;:]{4,60}(?:说明|公开|报告|情况|预算|决算|公告)$")
_TITLE_PASSAGES = 3


def find_stale_headings(sections: Sequence[Section], year: int) -> Iterator[HeadingCase]:
    """Yield the title dated last year, and each heading so dated, its neighbours this year, whose text begins with this year."""
    for line in sections[0].passages[:_TITLE_PASSAGES] if sections else ():
        if _TITLE.match(line.text) and not _TOLD.search(line.text) and set(_YEAR.findall(line.text)) == {str(year - 1)}:
            yield HeadingCase(place=line.anchor.place, words=line.anchor.words, printed=year - 1, year=year)
    dated = [(section, int(years.pop())) for section in sections if len(years := set(_YEAR.findall(section.heading))) == 1]
    beside = Counter((section.path[:-1], section.level) for section, printed in dated if printed == year)
    for section, printed in dated:
        if printed != year - 1 or beside[section.path[:-1], section.level] < _FEWEST or _TOLD.search(section.heading):
            continue
        passage = section.passages[0] if section.passages else None
        first = _YEAR.search(passage.text) if passage else None
        if passage and first and int(first.group()) == year:
            place = passage.place(first.start(), min(len(passage.text), first.end() + 20))
            yield HeadingCase(place=place, words=section.heading, printed=printed, year=year)
