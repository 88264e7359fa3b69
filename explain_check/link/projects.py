"""One project under several names: 2024年征信信息共享接入项目, 征信信息共享接入项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from explain_check.model.form import Entry, Field, Form

_DATED = re.compile(r"^(?:\(?20\d\d年?度?\)?)+|\(20\d\d年?度?\)$|\(?(?:续建|续|本级|跨年)\)$")
_MARKS = re.compile(r"[“”\"'‘’《》\s·—_-]")
_KIND = re.compile(r"(?:项目(?:经费|资金)?|专项(?:经费|资金)|经费)$")
#: what tells two projects apart although one name holds the other: 二期, 第2批, 城东
_TELLING = re.compile(r"[\d一二三四五六七八九十期批东西南北]")
_LONGER = 4


@lru_cache(maxsize=4096)
def project_key(name: str) -> str:
    """Return a project's name without year, quotation marks and a final 项目 or 经费."""
    key = _MARKS.sub("", name)
    key = _DATED.sub("", key)
    shorter = _KIND.sub("", key)
    return shorter if len(shorter) > 1 else key


@lru_cache(maxsize=16384)
def is_same_project(one: str, other: str) -> bool:
    """Whether two names are the same but for year, marks and one word put in."""
    short, long = project_key(one), project_key(other)
    if short == long:
        return True
    if len(short) > len(long):
        short, long = long, short
    if len(short) < 6 or not 0 < len(long) - len(short) <= _LONGER:
        return False
    put_in = _difference(short, long)
    return put_in is not None and not _TELLING.search(put_in)


def _difference(short: str, long: str) -> str | None:
    """Return the one word by which the longer name exceeds the shorter one, None where it is not one word."""
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    return long[start : start + len(long) - len(short)] if short[start:] == long[start + len(long) - len(short) :] else None


def belongs_to(form: Form, name: str, body: str) -> bool:
    """Whether a name, with the body that carries it where that is said, is the form's project."""
    return bool(form.name) and is_same_project(form.name, name) and (not body or not form.body or _same_body(form.body, body))


def _same_body(one: str, other: str) -> bool:
    short, long = sorted((re.sub(r"^\d+-?|\([^()]*\)", "", one), re.sub(r"^\d+-?|\([^()]*\)", "", other)), key=len)
    return short == long


def texts_about(form: Form, forms: Sequence[Form], fields: Sequence[Field]) -> Iterator[Entry]:
    """Yield the texts of some fields about a form's project: its own, its description in the prose, its task in the body's form."""
    yield from form.texts(*fields)
    rivals = [other for other in forms if other is not form and other.indicators and is_same_project(other.name, form.name)]
    for other in forms:
        if other is form:
            continue
        if not other.table and belongs_to(form, other.name, other.body) and (other.body or not rivals):
            yield from other.texts(*fields)
        elif not other.name and Field.TASK in fields and not rivals:
            yield from (entry for entry in other.texts(Field.TASK) if form.name and is_same_project(form.name, entry.label))
