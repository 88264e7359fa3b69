"""From when to when a project lasts: what its description says beside the dates of its form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from explain_check.link.projects import Projects, project_key, texts_about
from explain_check.model.dated import Month, PeriodCase
from explain_check.model.form import Field, Form
from explain_check.model.text import Passage, Section

#: 五、实施周期
_HEADED = re.compile(r"(?:实施|建设|执行|起止|项目)(?:周期|期限|时间|年限)$")
_DATE = r"(?P<{0}>20\d\d)(?:年|[-./])(?:(?P<{1}>0?[1-9]|1[0-2])(?!\d)(?:月份?|[-./])?)?(?:\d{{1,2}}日?)?"
_FROM_TO = re.compile(rf"(?<!\d){_DATE.format('first', 'since')}\s*[-—–~～至到]+\s*{_DATE.format('last', 'until')}(?!\d)")
_ONE = re.compile(_DATE.format("year", "month"))
#: The sections around a description's period that tell whose it is.
_BEFORE, _BEHIND = 5, 3


def period_cases(sections: Sequence[Section], projects: Projects) -> Iterator[PeriodCase]:
    """Yield each period that a text gives to a project whose form prints its dates; whose period it is must be said nearby."""
    dated = [(form, printed) for form in projects.forms if (printed := _printed(form)) is not None]
    if not dated:
        return
    headed = _by_project(sections, projects)
    for form, printed in dated:
        passages = list(headed[project_key(form.name)])
        passages += [entry.passage for entry in texts_about(form, projects, (Field.PERIOD,))]
        dates = tuple(entry.passage.place(0, len(entry.passage.text)) for entry in form.texts(Field.START, Field.END))
        known: set[tuple[Month, Month]] = set()
        for passage in passages:
            found = _FROM_TO.search(passage.text)
            said = found and (_month(found["first"], found["since"]), _month(found["last"], found["until"]))
            if found and said and said not in known:
                known.add(said)
                place = passage.place(found.start(), found.end())
                yield PeriodCase(form=form, place=place, words=form.name, said=said, printed=printed, dates=dates)


def _printed(form: Form) -> tuple[Month, Month] | None:
    """Return the dates with which a form begins and ends its project, None where it does not print one of each."""
    found = [[_ONE.search(entry.passage.text) for entry in form.texts(field)] for field in (Field.START, Field.END)]
    if len(found[0]) != 1 or len(found[1]) != 1 or found[0][0] is None or found[1][0] is None:
        return None
    return _month(*found[0][0].group("year", "month")), _month(*found[1][0].group("year", "month"))


def _month(year: str, month: str | None) -> Month:
    return int(year), int(month or 0)


def _by_project(sections: Sequence[Section], projects: Projects) -> defaultdict[str, list[Passage]]:
    """Return the texts below headings such as 五、实施周期 by the one project named around them; none where there are several."""
    keys = {key for form in projects.forms if (key := project_key(form.name))}
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for passages, near in _headed(sections):
        named = [key for key in keys if key in near]
        if len(named) == 1:
            found[named[0]].extend(passages)
    return found


def _headed(sections: Sequence[Section]) -> Iterator[tuple[Sequence[Passage], str]]:
    """Yield the texts below each heading such as 五、实施周期 with the words of the sections around it."""
    at = [number for number, section in enumerate(sections) if _HEADED.search(section.heading)]
    for before, number, behind in zip([-1, *at], at, [*at[1:], len(sections)], strict=False):
        low, high = max(number - _BEFORE, before + 1), min(number + _BEHIND, behind)
        near = "".join(section.heading + "".join(passage.text for passage in section.passages) for section in sections[low:high])
        yield sections[number].passages, project_key(near)
