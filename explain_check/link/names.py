"""Projects that the texts of a form name: its own, another one of the document, or its own under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from explain_check.link.projects import is_same_project, project_key
from explain_check.model.form import Field, Form
from explain_check.model.goal import NamedCase

_TEXTS = (Field.MEASURE, Field.GOAL, Field.DESCRIPTION, Field.NEED, Field.BASIS, Field.PLAN)
#: 为了完成报告厅整修的项目
_PURPOSE = re.compile(
    r"(?:为了?|以|确保|保证)(?:更好地?|全面|按时|顺利)?(?:完成|实施|做好|推进|开展|保障)(?P<name>[^,。;:《》]{4,44}?)(?:的)?项目(?!名称|库|资金)"
)
#: 我院的司法业务费-聘用律师项目主要是 | 大厅改造项目的实施
_TOLD = re.compile(r"项目(?:主要|的实施|实施后|需要|资金主要|是为|是用于)")
_SUBJECT = re.compile(rf"(?:^|[。;])(?:[一二三四五六七八九十\d]+[、.])?(?P<name>[^,。;:《》]{{4,44}}?){_TOLD.pattern}")
_YEAR = re.compile(r"20\d\d")
_DASH = re.compile(r"[-—－]+")
_ALIKE, _OTHER = 0.8, 0.5
_SHORTEST = 5


def named_cases(form: Form, names: Sequence[str], bodies: Sequence[str]) -> Iterator[NamedCase]:
    """Yield the projects that a form's texts name as their purpose or subject; ``names`` are the projects of the document."""
    if not form.name or not form.table:
        return
    for entry in form.texts(*_TEXTS):
        text = entry.passage.text
        for pattern in (_PURPOSE, _SUBJECT) if _TOLD.search(text) else (_PURPOSE,):
            for found in pattern.finditer(text):
                named = _without_body(found["name"], bodies)
                if len(named) < _SHORTEST:
                    continue
                own = likeness(named, form.name)
                other = max(names, key=lambda name: likeness(named, name), default="")
                is_other = own < _OTHER and likeness(named, other) >= _ALIKE and not _holds(other, form.name)
                if is_other or _is_named_otherwise(named, form.name, own):
                    start = found.start() if is_other else found.end("name") - len(named)
                    end = found.end() if pattern is _PURPOSE else found.end("name") + len("项目")
                    place = entry.passage.place(start, end)
                    yield NamedCase(form=form, place=place, words=form.name, named=named, other=other if is_other else "")
                else:
                    yield NamedCase(form=form, place=entry.passage.place(*found.span()), words=form.name, named=form.name, other="")


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1; what stands in front of the longer one may be left out (基建专项-, a body's name)."""
    keys = [{project_key(part) for part in (name, *_DASH.split(name)[-1:])} for name in (one, other)]
    return max((_ratio(*sorted((a, b), key=len)) for a in keys[0] for b in keys[1]), default=0.0)


@lru_cache(maxsize=16384)
def _ratio(short: str, long: str) -> float:
    if len(short) < _SHORTEST:
        return float(short == long)
    return SequenceMatcher(None, short, long[-len(short) :], autojunk=False).ratio()


def _without_body(words: str, bodies: Sequence[str]) -> str:
    """Return a name without the body in front of it: 学校的, 我院的, 某市某中心."""
    for body in bodies:
        if words.startswith(body):
            words = words[len(body) :]
    return re.sub(r"^(?:本|我)?(?:单位|部门|中心|院|校|局|学校|医院|法院)的?|^的", "", words)


def _holds(one: str, other: str) -> bool:
    """Whether one name is a part of the other."""
    a, b = project_key(one), project_key(other)
    return a in b or b in a


def _is_named_otherwise(named: str, own: str, alike: float) -> bool:
    """Whether a text names its own project with another year, or with another matter behind the same class (业务费-…)."""
    years = [set(_YEAR.findall(name)) for name in (named, own)]
    if years[0] and years[1] and years[0] != years[1] and is_same_project(named, own):
        return True
    said, printed = _DASH.split(named), _DASH.split(own)
    return len(said) > 1 and len(printed) > 1 and said[0] == printed[0] and likeness(said[-1], printed[-1]) < _ALIKE
