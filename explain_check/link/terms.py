"""Set terms with a number that must not differ within one form: 四险一金 and 五险一金."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.form import Form
from explain_check.model.goal import TermCase
from explain_check.model.text import Place

_TERM = re.compile(r"[三四五六七]险[一二两三]金")


def term_cases(form: Form) -> Iterator[TermCase]:
    """Yield the terms of a form where there is more than one of a family, or the one."""
    places: dict[str, list[Place]] = {}
    values = [passage for indicator in form.indicators for passage in (indicator.name, indicator.value)]
    for passage in [*[entry.passage for entry in form.entries], *values]:
        for found in _TERM.finditer(passage.text) if "险" in passage.text else ():
            places.setdefault(found.group(), []).append(passage.place(max(0, found.start() - 12), min(len(passage.text), found.end() + 8)))
    if places:
        terms = sorted(((term, tuple(found)) for term, found in places.items()), key=lambda item: len(item[1]))
        yield TermCase(form=form, place=terms[0][1][0], words=form.name, terms=tuple(terms))
