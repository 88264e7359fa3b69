"""Amounts of a project wherever they are printed: forms, descriptions, tables of projects and of carry-over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

from explain_check.extract.quantities import QuantityReader
from explain_check.link.labels import TOTAL_LABELS, is_whole_column, plain_label
from explain_check.link.projects import Projects, is_same_project, project_key
from explain_check.link.units import same_figure
from explain_check.model.claim import TableCell
from explain_check.model.form import Field, Form, Fund
from explain_check.model.goal import FundsCase, OtherFundsCase, ProjectAmountCase, Quantity, StatedAmountCase
from explain_check.model.table import Table

_PROJECTS = ("project", "general_budget_project")
_WHOLES = (Fund.YEAR, Fund.TOTAL, Fund.FISCAL)
_TEXTS = (Field.DESCRIPTION, Field.GOAL, Field.NEED, Field.ALLOCATION, Field.PLAN)
#: 此项目所需资金约35.9万元 | 预算数为5万元 | 每年需支付91000元; 本项目三年总投资 is more than this year's money
_STATED = re.compile(
    r"(?:(?:此|本|该)项目(?:共)?(?:所?需|需要|申请)?(?:的)?(?:资金|经费|预算|费用|金额)(?:总额|合计|预算)?|(?:^|[,;:]|项目|经费|费|(?<![两三四五])年度?|申请)预算(?:数|金额|资金)"
    r"|(?:此|本|该)项目[^,。;]{0,8},?每年需要?(?:支付|安排)?|(?:此|本|该)项目(?:共)?需)(?:约|为|共|是|合计|总计|:|计)*$"
)
#: what every amount of a text holds
_MONEY = re.compile(r"[元圆万亿]")
_CODED = re.compile(r"科目|编码|代码|编号|序号")
_FISCAL_CARRY = re.compile(r"财政拨款")


def project_amount_cases(projects: Projects, tables: Sequence[Table]) -> Iterator[ProjectAmountCase]:
    """Yield each project of a form or description that has rows in a table of projects."""
    kinds = {table.id: table.kind for table in tables}
    rows, carried = _rows(tables, _PROJECTS), _rows(tables, ("carryover",))
    by_label: dict[str, list[tuple[int, TableCell]]] = defaultdict(list)
    for at, row in enumerate(rows):
        by_label[row.cell.row_label].append((at, row))
    alike = {label: projects.names_like(label) for label in by_label}
    for form in projects.forms:
        amounts = tuple(amount for amount in form.amounts_of(*_WHOLES) if amount.printed.figure.value)
        if not amounts or not form.name:
            continue
        rows_of = sorted((found for label, names in alike.items() if form.name in names for found in by_label[label]), key=itemgetter(0))
        own = tuple(row for _, row in rows_of)
        if not own:
            continue
        names = projects.names_like(form.name)
        named = [other for other in projects.forms if other.name in names and other.indicators]
        keys = {project_key(row.cell.row_label) for row in own} | {project_key(form.name)}
        wholes = {(row.table, row.cell.row) for row in own}
        is_whole = not form.table or (amounts[0].fund is not Fund.TOTAL and all(kinds[row.table] == "project" for row in own))
        yield ProjectAmountCase(
            form=form,
            place=amounts[0].place,
            words=form.name,
            amounts=amounts,
            rows=own,
            carried=tuple(row for row in carried if is_same_project(form.name, row.cell.row_label)),
            is_exact=is_whole and len(keys) == 1 and len(wholes) == 1 and len(named) <= 1 and all(amount.has_unit for amount in amounts),
        )


def _rows(tables: Sequence[Table], kinds: Sequence[str]) -> list[TableCell]:
    """Return the cells of money in the rows of projects, whole amounts first."""
    cells = [
        TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell)
        for table in tables
        if table.kind in kinds
        for cell in table.cells
        if cell.figure is not None and cell.figure.is_money and cell.figure.value and plain_label(cell.row_label) not in TOTAL_LABELS
        if not _CODED.search(cell.column_label)
    ]
    return sorted(cells, key=lambda row: not is_whole_column(row.cell))


def stated_amount_cases(form: Form, reader: QuantityReader) -> Iterator[StatedAmountCase]:
    """Yield the amounts that a form's texts state for the whole project."""
    amounts = tuple(amount for amount in form.amounts if amount.fund is not Fund.LAST and amount.printed.figure.value)
    units = form.units if amounts else frozenset()
    for entry in form.texts(*_TEXTS) if amounts else ():
        if not _MONEY.search(entry.passage.text):
            continue
        for quantity in reader.read(entry.passage, units):
            if _is_plain(quantity) and _STATED.search(quantity.context):
                yield StatedAmountCase(form=form, place=quantity.place, words=form.name, quantity=quantity, amounts=amounts)


def _is_plain(quantity: Quantity) -> bool:
    """Whether an amount is one of this year's money, neither a rate nor a part (其中 …)."""
    is_part = quantity.before.startswith(("其中", "包括", "含"))
    return quantity.figure.is_money and not (quantity.is_elsewhen or quantity.per or is_part)


def funds_cases(form: Form) -> Iterator[FundsCase]:
    """Yield each whole of a form with the parts printed below it, at least two."""
    for at, whole in enumerate(form.amounts):
        parts = tuple(part for part in form.amounts if part.head == at)
        if len(parts) > 1 and whole.printed.figure.value:
            yield FundsCase(form=form, place=whole.place, words=form.name, whole=whole, parts=parts)


def other_funds_cases(forms: Sequence[Form], tables: Sequence[Table]) -> Iterator[OtherFundsCase]:
    """Yield each amount of other funds, with the cell where the same amount is carried over from fiscal funds."""
    carried = [row for row in _carried(tables) if is_whole_column(row.cell) or _FISCAL_CARRY.search(row.cell.column_label)]
    for form in forms:
        for amount in form.amounts_of(Fund.OTHER):
            figure = amount.printed.figure
            if figure.value:
                same = (row for row in carried if row.cell.figure and same_figure(row.cell.figure, figure) and _concerns(form, row))
                yield OtherFundsCase(form=form, place=amount.place, words=form.name, amount=amount, carried=next(same, None))


def _carried(tables: Sequence[Table]) -> Iterator[TableCell]:
    """Yield the cells of fiscal carry-over: rows and columns that name it, and the table of carry-over."""
    for table in tables:
        for cell in table.cells:
            if cell.figure is None or not cell.figure.is_money:
                continue
            labels = "".join((*cell.row_path, *cell.column_path))
            is_fiscal = "结转" in labels and bool(_FISCAL_CARRY.search(labels.replace("非财政", "")))
            if is_fiscal or (table.kind == "carryover" and _FISCAL_CARRY.search(cell.column_label.replace("非财政", ""))):
                yield TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell)


def _concerns(form: Form, row: TableCell) -> bool:
    """Whether a cell is about the form's project, or about the whole body where the form is."""
    return is_same_project(form.name, row.cell.row_label) if form.name else plain_label(row.cell.row_label) != ""
