"""The units that a department's disclosure speaks for: 纳入本部门2024年部门预算编制范围的二级预算单位包括：…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.document import Document
from explain_check.structure.fold import squeezed
from explain_check.survey.bodies import kind_of, read_body

#: 纳入某局2024年部门预算编制范围的二级预算单位包括： | 某局预算单位包括： | 纳入编制范围的预算单位共3个，分别是：
_OPENS = re.compile(r"(?:编[制报]范围|预算单位|决算单位|下属单位|所属单位|二级单位).{0,20}?(?:包括|有|如下|分别[是为])[:：]?(?P<rest>.*)$")
_NUMBER = re.compile(
    r"(?:^|(?<=[;；。、，,]))"
    r"(?:\d{1,3}[.、．]|[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[-•·●①-⑳])"
)
_STOPS = re.compile(r"[;；。，,:：]")
_NAME = re.compile(r"^[\u4e00-\u9fff()（）“”\"]{3,33}[局委办室心站所院校学园馆队处会部厅台团社级关场库区府司庭宫)）]$")
_NO_NAME = re.compile(r"^(?:我|本)(?:部门|单位)$|预算|决算|包括|下设|编制")
_MOST_LINES = 400


def named_units(document: Document) -> tuple[str, ...]:
    """Return the units that a disclosure lists as part of its budget, in its order; empty where it lists fewer than two."""
    lines = [squeezed(text) for section in document.sections for text in (section.heading, *(passage.text for passage in section.passages))]
    for number, line in enumerate(lines[:_MOST_LINES]):
        match = _OPENS.search(line)
        if match is None:
            continue
        names = list(dict.fromkeys([*_names(match["rest"]), *_listed(lines[number + 1 :])]))
        if len(names) > 1:
            return tuple(names)
    return ()


def _listed(lines: list[str]) -> Iterator[str]:
    """Yield the names of numbered lines, up to the first line that is none."""
    for line in lines:
        names = _names(line) if _NUMBER.match(line) else []
        if not names:
            return
        yield from names


def _names(text: str) -> list[str]:
    """Return the bodies named in a text, one after the other."""
    parts = [part for numbered in _NUMBER.split(text) for part in re.split(r"[;；。，,、]", numbered)]
    return [part for part in (_STOPS.sub("", part).strip() for part in parts) if _is_unit(part)]


def _is_unit(name: str) -> bool:
    """Whether a text is a body's name: it has a region or a kind, and no other words."""
    return bool(_NAME.match(name)) and not _NO_NAME.search(name) and bool(kind_of(read_body(name).name))
