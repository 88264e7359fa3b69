"""Dated plans of forms and of the prose, for the rule on years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.extract.dated_amounts import find_dated_amounts
from explain_check.extract.plans import find_plans, read_deadline
from explain_check.model.dated import DatedCase, Dating
from explain_check.model.document import Document
from explain_check.model.form import Field, Form
from explain_check.model.text import Place

_TEXTS = (Field.GOAL, Field.TASK, Field.DESCRIPTION, Field.NEED, Field.PLAN, Field.ALLOCATION, Field.MEASURE)
_FIRM = (Field.GOAL, Field.TASK, Field.PLAN, Field.ALLOCATION)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
#: These look back at what was reached.
_LOOKS_BACK = re.compile(r"自评|评价|完成情况|决算|执行情况")
_GOES_ON = re.compile(r"延续|续建|结转|跨年|二期|三期|尾款")
#: a bare date may tell when the work began
_BOUND = re.compile(r"早于|[不]晚于|不迟于|前|内|底|末|止")
#: 六、年度预算安排
_THIS_YEARS = re.compile(r"(?:年度|本年)(?:预算|资金|经费)安排")
#: sections of the prose that say what is to be done
_AHEAD = re.compile(r"目标|任务|计划|项目|重点工作")


def dated_cases(document: Document) -> Iterator[DatedCase]:
    """Yield the dated plans of a budget; final accounts look back."""
    if "决算" in document.kind:
        return
    for form in document.forms:
        if not _LOOKS_BACK.search(form.caption):
            yield from _in_form(form, document.year)
    yield from _dated_amounts(document)
    described = {form.caption for form in document.forms if not form.table}
    for section in document.sections:
        if _AHEAD.search(section.heading) and section.heading not in described and not _LOOKS_BACK.search(section.heading):
            for passage in section.passages:
                for dating, dated, start, end in find_plans(passage, None):
                    yield _case(dating, dated, document.year, False, None, passage.place(start, end))


def _dated_amounts(document: Document) -> Iterator[DatedCase]:
    """Yield the money that a section gives to one year, and what was counted the year before the last or earlier."""
    for section in document.sections:
        if _LOOKS_BACK.search(section.heading):
            continue
        for dating, dated, passage, start, end in find_dated_amounts(section.passages, bool(_THIS_YEARS.search(section.heading))):
            if dating is not Dating.HOLDING or (document.year and dated < document.year - 1):
                yield _case(dating, dated, document.year, False, None, passage.place(start, end))


def _in_form(form: Form, year: int | None) -> Iterator[DatedCase]:
    started = _started(form)
    is_new = not _GOES_ON.search(form.name + "".join(entry.passage.text for entry in form.texts(Field.ATTRIBUTE)))
    for entry in form.texts(*_TEXTS):
        for dating, dated, start, end in find_plans(entry.passage, entry.field):
            yield _case(dating, dated, year, entry.field in _FIRM, started, entry.passage.place(start, end))
    for indicator in form.indicators:
        dated_to = read_deadline(indicator.value.text) if indicator.target is None else None
        if dated_to is not None:
            place = indicator.value.place(0, len(indicator.value.text))
            yield _case(Dating.DEADLINE, dated_to, year, is_new and bool(_BOUND.search(indicator.value.text)), started, place)


def _started(form: Form) -> int | None:
    """Return the year in which a project began, by its printed start or period, or by the year in its name."""
    texts = [entry.passage.text for entry in form.texts(Field.START, Field.PERIOD)]
    years = [int(found) for text in (*texts, form.name) for found in _YEAR.findall(text)]
    return min(years, default=None)


def _case(dating: Dating, dated: int, year: int | None, is_firm: bool, started: int | None, place: Place) -> DatedCase:
    return DatedCase(dating=dating, dated=dated, year=year, is_firm=is_firm, started=started, place=place, words=place.quote)
