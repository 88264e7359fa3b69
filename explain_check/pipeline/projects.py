"""What the rules are asked about projects, their performance forms, and the body that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explain_check.extract.quantities import QuantityReader
from explain_check.link.amounts import funds_cases, other_funds_cases, project_amount_cases, stated_amount_cases
from explain_check.link.attributes import attribute_cases
from explain_check.link.bodies import body_cases, code_cases, level_cases
from explain_check.link.costs import cost_cases
from explain_check.link.goals import match_goals
from explain_check.link.labels import TOTAL_LABELS, plain_label
from explain_check.link.listed import counted_cases
from explain_check.link.names import named_cases
from explain_check.link.periods import period_cases
from explain_check.link.projects import Projects
from explain_check.link.terms import term_cases
from explain_check.link.topics import topic_cases
from explain_check.link.twins import count_cases
from explain_check.model.claim import Claim
from explain_check.model.document import Document
from explain_check.model.placed import PlacedCase
from explain_check.pipeline.plans import dated_cases

_PROJECT_TABLES = ("project", "general_budget_project", "carryover")


def project_cases(document: Document, claims: Sequence[Claim]) -> Iterator[PlacedCase]:
    """Yield the cases of the forms, in reading order, then those of the whole document."""
    names = _project_names(document)
    bodies = tuple(sorted({document.entity, *(form.body for form in document.forms)} - {""}, key=lambda name: (-len(name), name)))
    reader, projects = QuantityReader(document.year), Projects(document.forms)
    for form in document.forms:
        yield from match_goals(form, projects, reader)
        yield from attribute_cases(form)
        yield from stated_amount_cases(form, reader)
        yield from funds_cases(form)
        yield from count_cases(form, projects, reader)
        yield from named_cases(form, names, bodies)
        yield from term_cases(form)
    yield from project_amount_cases(projects, document.tables)
    yield from other_funds_cases(document.forms, document.tables)
    yield from cost_cases(document.forms, document.tables)
    yield from topic_cases(document.forms)
    yield from counted_cases(document, claims)
    yield from dated_cases(document)
    yield from period_cases(document.sections, projects)
    yield from code_cases(document)
    yield from body_cases(document)
    yield from level_cases(document)


def _project_names(document: Document) -> tuple[str, ...]:
    """Return the names of all projects of a document, in the order of their mention."""
    named = [form.name for form in document.forms if form.name]
    rows = (cell.row_label for table in document.tables if table.kind in _PROJECT_TABLES for cell in table.cells)
    return tuple(dict.fromkeys([*named, *(label for label in rows if label and plain_label(label) not in TOTAL_LABELS)]))
