"""What a disclosure's form asks to be explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.case import ExplanationCase
from explain_check.model.document import Document
from explain_check.model.template import Template


def find_explanations(document: Document, template: Template) -> Iterator[ExplanationCase]:
    """Yield each explanation that the form asks for; it is there where heading or prose shows its words."""
    first = next((passage for section in document.sections for passage in section.passages), None)
    if first is None:
        return
    words = "\n".join("\n".join((section.heading, *(passage.text for passage in section.passages))) for section in document.sections)
    for wanted in template.explanations:
        yield ExplanationCase(label=wanted.label, form=template.title, is_there=bool(re.search(wanted.pattern, words)), passage=first)
