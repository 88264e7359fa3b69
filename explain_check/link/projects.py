"""One project under several names: 2024年征信信息共享接入项目, 征信信息共享接入项目."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from explain_check.model.form import Entry, Field, Form

_DATED = re.compile(r"^(?:\(?20\d\d年?度?\)?)+|\(20\d\d年?度?\)$|\(?(?:续建|续|本级|跨年)\)$")
_MARKS = re.compile(r"[“”\"'‘’《》\s·—_-]")
_KIND = re.compile(r"(?:项目(?:经费|资金)?|专项(?:经费|资金)|经费)$")
#: what tells two projects apart although one name holds the other: 二期, 第2批, 城东
_TELLING = re.compile(r"[\d一二三四五六七八九十期批东西南北]")
_LONGER = 4
_SHORTEST = 6


@lru_cache(maxsize=4096)
def project_key(name: str) -> str:
    """Return a project's name without year, quotation marks and a final 项目 or 经费."""
    key = _MARKS.sub("", name)
    key = _DATED.sub("", key)
    shorter = _KIND.sub("", key)
    return shorter if len(shorter) > 1 else key


def is_same_project(one: str, other: str) -> bool:
    """Whether two names are the same but for year, marks and one word put in."""
    return _is_same_key(project_key(one), project_key(other))


def _is_same_key(one: str, other: str) -> bool:
    if one == other:
        return True
    gap = len(other) - len(one)
    if not gap or not -_LONGER <= gap <= _LONGER:
        return False
    short, long = (one, other) if gap > 0 else (other, one)
    if len(short) < _SHORTEST or (short[0] != long[0] and short[-1] != long[-1]):
        return False
    put_in = _difference(short, long, abs(gap))
    return put_in is not None and not _TELLING.search(put_in)


def _difference(short: str, long: str, gap: int) -> str | None:
    """Return the one word by which the longer name exceeds the shorter one, None where it is not one word."""
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    return long[start : start + gap] if short[start:] == long[start + gap :] else None


def _ends(key: str) -> tuple[str, str]:
    """Return how a name begins and ends, by a character each: two names of one project share one of them."""
    return f"^{key[:1]}", f"{key[-1:]}$"


class Projects:
    """The forms of a document, and which of their names mean one project: each name is compared with the others once."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Begin with nothing compared."""
        self.forms = tuple(forms)
        self._by_end: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for name in {form.name for form in forms}:
            for end in _ends(project_key(name)):
                self._by_end[end][name] = project_key(name)
        self._alike: dict[str, frozenset[str]] = {}

    def names_like(self, name: str) -> frozenset[str]:
        """Return the names of forms that mean the project of a name."""
        if name not in self._alike:
            key = project_key(name)
            near = [pair for end in _ends(key) for pair in self._by_end[end].items()]
            self._alike[name] = frozenset([own for own, own_key in near if _is_same_key(own_key, key)])
        return self._alike[name]

    def about(self, form: Form) -> Iterator[Form]:
        """Yield the other forms about a form's project, in reading order; none where it has no name."""
        names = self.names_like(form.name) if form.name else frozenset()
        return (other for other in self.forms if other.name in names and other is not form)

    def has_rival(self, form: Form) -> bool:
        """Whether another performance form is about the same project."""
        return any(other.indicators for other in self.about(form))


def may_be_of(form: Form, body: str) -> bool:
    """Whether a body may carry a form's project: the same one, or not both are named."""
    return not body or not form.body or _same_body(form.body, body)


def _same_body(one: str, other: str) -> bool:
    return one == other or _bare_body(one) == _bare_body(other)


@lru_cache(maxsize=256)
def _bare_body(name: str) -> str:
    return re.sub(r"^\d+-?|\([^()]*\)", "", name)


def texts_about(form: Form, projects: Projects, fields: Sequence[Field]) -> Iterator[Entry]:
    """Yield the texts of some fields about a form's project: its own, its description in the prose, its task in the body's form."""
    yield from form.texts(*fields)
    if not form.name:
        return
    names = projects.names_like(form.name)
    for other in projects.forms:
        if other.name in names:
            if other is not form and not other.table and may_be_of(form, other.body) and (other.body or not projects.has_rival(form)):
                yield from other.texts(*fields)
        elif not other.name and Field.TASK in fields and not projects.has_rival(form):
            yield from (entry for entry in other.texts(Field.TASK) if is_same_project(form.name, entry.label))
