"""What the items of a list are said to be used for, where the list repeats their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explain_check.model.case import UseCase
from explain_check.model.text import Section

#: “某支出(类)某款(款)某项(项)”科目43.83万元,主要用于某款某项。 | 某支出(类)某款(款)某项(项)。主要用于:某项。
_USE = re.compile(
    r"\(类\)(?P<division>[^()。,;:]{2,30})\(款\)(?P<item>[^()。,;:]{2,40})\(项\)[^。;(]{0,40}[。,]?主要用于:?(?P<use>[^。,;:、\d()]{2,40})[。,;]"
)
#: So many uses that repeat the name of their own item make it the list's way of writing.
_ENOUGH = 3


def find_uses(sections: Sequence[Section]) -> Iterator[UseCase]:
    """Yield the use of each item (类/款/项), where most of the uses are nothing but the names of their items.

    主要用于群众团体事务一般行政管理事务 repeats division and item; 主要用于局本部人员经费 says more, and is not asked about.
    """
    uses = [use for section in sections for use in _uses_of(section)]
    repeated = sum(use.use in _names(use) for use in uses)
    if repeated < _ENOUGH or repeated * 2 <= len(uses):
        return
    items = {name: use.item for use in uses for name in _names(use)}
    for use in uses:
        yield replace(use, other=items.get(use.use, ""))


def _uses_of(section: Section) -> Iterator[UseCase]:
    for passage in section.passages:
        if "用于" in passage.text:
            for found in _USE.finditer(passage.text):
                part = passage.part(found.start("division"), found.end())
                yield UseCase(anchor=part.anchor, division=found["division"], item=found["item"], use=found["use"])


def _names(use: UseCase) -> tuple[str, str]:
    """Return an item's name, alone and behind its division's."""
    return use.item, use.division + use.item
