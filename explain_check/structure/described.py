"""Projects that the prose describes one by one, each under its own heading: （二）项目名称：办公楼物业费."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.model.claim import Printed
from explain_check.model.form import Entry, Field, Form, FormAmount, Fund
from explain_check.model.text import Passage, Section
from explain_check.numerals import read_mentions
from explain_check.structure.fold import squeezed
from explain_check.structure.form_labels import label_sense

_HEADING = re.compile(r"^[(]?[一二三四五六七八九十\d]{1,3}[)]?[、.]?项目(?:名称)?:(?P<name>[^,。;]{2,40})$")
#: 预算安排规模：42.00万元。项目承担单位：某局。 : each label begins a line or follows a sentence
_LABEL = re.compile(r"(?:^|[。;])(?:\d{1,2}[、.])?(?P<label>[\u4e00-\u9fff()、]{2,16}):")
_FUNDS = frozenset(Fund)
_FIELDS = frozenset(Field)


def read_described(sections: Sequence[Section]) -> tuple[Form, ...]:
    """Return the projects that have a section of their own, in reading order."""
    return tuple(form for section in sections if (form := _describe(section)) is not None)


def _describe(section: Section) -> Form | None:
    heading = _HEADING.match(squeezed(section.heading))
    if heading is None:
        return None
    parts = [part for passage in section.passages for part in _labelled(passage)]
    entries = tuple(Entry(field=Field(sense), label=label, passage=part) for sense, label, part in parts if sense in _FIELDS)
    body = next((entry.passage.text.rstrip("。;") for entry in entries if entry.field is Field.BODY), "")
    amounts = tuple(amount for sense, label, part in parts if sense in _FUNDS and (amount := _amount(Fund(sense), label, part)))
    return Form(table="", caption=section.heading, name=heading["name"], body=body, entries=entries, amounts=amounts, indicators=())


def _labelled(passage: Passage) -> Iterator[tuple[str, str, Passage]]:
    """Yield the parts of a passage with their labels and what these say; text without a label describes the project."""
    labels = [found for found in _LABEL.finditer(passage.text) if label_sense(found["label"])]
    if not labels:
        yield Field.DESCRIPTION, "", passage
    for at, found in enumerate(labels):
        end = labels[at + 1].start("label") if at + 1 < len(labels) else len(passage.text)
        if found.end() < end:
            yield label_sense(found["label"]), found["label"], passage.part(found.end(), end)


def _amount(fund: Fund, label: str, part: Passage) -> FormAmount | None:
    mention = next(read_mentions(part.text), None)
    if mention is None or mention.start or not mention.figure.is_money:
        return None
    printed = Printed(figure=mention.figure, place=part.place(mention.start, mention.end))
    return FormAmount(fund=fund, label=label, printed=printed, has_unit=True)
