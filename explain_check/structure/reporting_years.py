"""Which year each part of a report on two years tells of: 一、2024年预算执行情况 | 二、2025年预算（草案）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from explain_check.model.text import Passage, Section

#: Not the year that a heading compares with: 较2024年增减情况
_YEAR = re.compile(r"20(?<![比较与和同至对]20)\d\d(?=年)")
#: What is told of a year that has passed, and of the one that runs or begins
_PAST = re.compile(r"执行|决算|完成|回顾")
_PRESENT = re.compile(r"预算|执行|收支|安排|计划")
#: (一)2024年执行情况。2024年上级下达… | 2025年，全县政府性基金收入安排…
_BEGINS = re.compile(r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?P<year>20\d\d)年")


def with_years(sections: Iterable[Section], year: int | None, *, is_of_two: bool) -> tuple[Section, ...]:
    """Return the sections, those that tell of the year before ``year`` with that year, where title or headings are of both years.

    The year is that of the innermost heading that bears one. Where none does, or where it is the earlier year, paragraphs that begin
    with a year tell, and the section is cut between years.
    """
    sections = tuple(sections)
    headings = {section.heading for section in sections}
    if year is None or not (_tells(headings, year - 1, _PAST) and (is_of_two or _tells(headings, year, _PRESENT))):
        return sections
    return tuple(part for section in sections for part in _parts(section, year - 1))


def _tells(headings: Iterable[str], year: int, words: re.Pattern[str]) -> bool:
    """Whether a heading is of one year alone, and tells of it what ``words`` say."""
    return any(_years(heading) == {year} and words.search(heading) for heading in headings)


def _years(heading: str) -> set[int]:
    return set(map(int, _YEAR.findall(heading)))


def _parts(section: Section, earlier: int) -> Iterator[Section]:
    """Yield a section, whole or cut between years; only the earlier year is written down."""
    headed = next((min(years) for heading in reversed(section.path) if len(years := _years(heading)) == 1), None)
    if headed not in (None, earlier) or not section.passages:
        yield section
        return
    for is_earlier, passages in groupby(_begun(section.passages, headed), key=lambda begun: begun[0] == earlier):
        yield replace(section, passages=tuple(passage for _, passage in passages), year=earlier if is_earlier else None)


def _begun(passages: Iterable[Passage], year: int | None) -> Iterator[tuple[int | None, Passage]]:
    """Yield each paragraph with the year that the last one to begin with a year began with; before it is ``year``."""
    for passage in passages:
        if match := _BEGINS.match(passage.text):
            year = int(match["year"])
        yield year, passage
