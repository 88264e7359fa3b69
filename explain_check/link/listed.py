"""Projects in lists: rows of project tables, performance forms, descriptions; held against the number that the prose states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from explain_check.link.labels import TOTAL_LABELS, is_whole_column, plain_label
from explain_check.link.projects import project_key
from explain_check.model.claim import Claim
from explain_check.model.document import Document
from explain_check.model.figure import Interval
from explain_check.model.form import Form, Fund
from explain_check.model.goal import CountedCase, ProjectList
from explain_check.model.quantity import CountClaim
from explain_check.model.table import Cell, Table

_TABLES = ("project", "general_budget_project")
_LEAF = (0, 7)
#: 特定目标3710013Q：4.93万元，完全不予公开
_SECRET = re.compile(r"(?:^|[。;:])(?:\d{1,2}[.、])?(?P<name>[^,。;:]{2,30}?):?\d[\d,.]*万?元,?(?:完全|内容)?不予公开")
_HIDDEN = re.compile(r"不予公开|涉密")


def counted_cases(document: Document, claims: Sequence[Claim]) -> Iterator[CountedCase]:
    """Yield each stated number of projects with the lists that it may count."""
    stated = [claim for claim in claims if isinstance(claim, CountClaim) and claim.current is not None]
    if not any(claim.sort in ("projects", "secret_projects") for claim in stated):
        return
    lists, secret = tuple(_lists(document)), tuple(_secret(document))
    for claim in stated:
        found = lists if claim.sort == "projects" else secret if claim.sort == "secret_projects" else ()
        if found:
            yield CountedCase(place=claim.place, words=claim.subject, claim=claim, lists=found)


def _lists(document: Document) -> Iterator[ProjectList]:
    """Yield the lists of projects with what they make together, in 元."""
    for table in document.tables:
        if table.kind in _TABLES:
            rows = [cell for cell in _whole_cells(table) if _is_project(cell, document.entity)]
            if rows:
                yield ProjectList(
                    name=table.caption, count=len(rows), total=_sum(cell.figure.interval_in("元") for cell in rows if cell.figure)
                )
    for is_described, name in ((False, "项目绩效目标表"), (True, "项目说明")):
        forms = [form for form in document.forms if form.name and bool(form.table) != is_described]
        amounts = [amount for form in forms if (amount := _whole(form)) is not None]
        if forms and len(amounts) == len(forms):
            yield ProjectList(name=name, count=len(forms), total=_sum(amounts))


def _whole_cells(table: Table) -> Iterator[Cell]:
    """Yield the first cell of each row that holds a whole amount."""
    seen: set[int] = set()
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.row not in seen and cell.figure is not None and cell.figure.is_money and is_whole_column(cell):
            seen.add(cell.row)
            yield cell


def _is_project(cell: Cell, entity: str) -> bool:
    """Whether a cell holds the amount of a project: a row that is neither a total, a body nor a functional class."""
    label = plain_label(cell.row_label)
    if cell.figure is None or not cell.figure.value or not label or label in TOTAL_LABELS:
        return False
    return len(cell.code) in _LEAF and not (entity and (label.startswith(entity) or entity.startswith(label)))


def _whole(form: Form) -> Interval | None:
    amounts = [amount.printed.figure for amount in form.amounts_of(Fund.YEAR, Fund.TOTAL) if amount.printed.figure.value]
    yearly = [amount.printed.figure for amount in form.amounts_of(Fund.YEAR) if amount.printed.figure.value]
    return (yearly or amounts)[0].interval_in("元") if amounts else None


def _sum(amounts: Iterator[Interval] | Sequence[Interval]) -> Interval:
    total = Interval(low=Decimal(0), high=Decimal(0))
    for amount in amounts:
        total = total + amount
    return total


def _secret(document: Document) -> Iterator[ProjectList]:
    """Yield the undisclosed projects: those described for this year, and all that are named."""
    described = {project_key(form.name) for form in document.forms if any(_HIDDEN.search(entry.passage.text) for entry in form.entries)}
    named = {
        project_key(found["name"])
        for section in document.sections
        for passage in section.passages
        if "不予公开" in passage.text
        for found in _SECRET.finditer(passage.text)
    }
    for name, keys in (("本年不予公开的项目", described), ("不予公开的项目", described | named)):
        if keys:
            yield ProjectList(name=name, count=len(keys), total=None)
