"""Rows of performance tables become typed forms: one a project, also where many projects stand in one list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from explain_check.model.document import Row, Source
from explain_check.model.form import Form
from explain_check.model.table import Table
from explain_check.structure.body import label_unit
from explain_check.structure.fold import squeezed
from explain_check.structure.form_head import HeadReader
from explain_check.structure.form_indicators import Columns, indicator_columns, read_indicators, with_levels
from explain_check.structure.form_maker import FormMaker
from explain_check.structure.form_row import FormRow, read_form_row


def read_forms(source: Source, tables: Sequence[Table]) -> tuple[Form, ...]:
    """Return the forms of all tables of kind ``performance``, in reading order."""
    forms: list[Form] = []
    if not any(table.kind == "performance" for table in tables):
        return ()
    blocks = [block for block in source.blocks if isinstance(block, Row)]
    rows = sorted(zip(map(_start, blocks), blocks, strict=True), key=itemgetter(0))
    starts = [start for start, _ in rows]
    for table in tables:
        if table.kind == "performance":
            first, last = bisect_left(starts, table.start), bisect_left(starts, table.end)
            forms.extend(form for form in _forms_of(table, [row for _, row in rows[first:last]]) if form.indicators)
    return tuple(forms)


def _start(row: Row) -> int:
    for piece in row.cells:
        if piece.text:
            return piece.offsets[0]
    return -1


def _forms_of(table: Table, rows: Sequence[Row]) -> Iterator[Form]:
    """Yield the forms of one table."""
    grid = [read_form_row(row) for row in rows]
    head = next((at for at, row in enumerate(grid[:5]) if indicator_columns(row)), None)
    if head is not None and (listed := _list_columns(grid[: head + 1])):
        unit = next((unit for row in grid[: head + 1] for piece in row.cells.values() if (unit := label_unit(piece.text))), "")
        over = with_levels(indicator_columns(grid[head]), grid[:head])
        yield from _read_list(table, grid[head + 1 :], listed, over, unit)
        return
    maker = FormMaker(table)
    reader = HeadReader(maker)
    columns: tuple[Columns, ...] = ()
    for row in grid:
        maker.page = row.page
        found = indicator_columns(row)
        if found:
            columns = found
        elif columns and _begins_form(row):
            yield maker.finish()
            maker = FormMaker(table)
            reader, columns = HeadReader(maker), ()
            maker.page = row.page
            reader.take(row)
        elif columns:
            maker.indicators.extend(read_indicators(row.cells, columns, maker))
        else:
            reader.take(row)
    yield maker.finish()


def _begins_form(row: FormRow) -> bool:
    """Whether a row below the indicators names the next project or body."""
    return len(row.senses) > 1 and row.senses[0] in ("project", "body") and not row.senses[1]


def _list_columns(header: Sequence[FormRow]) -> dict[int, tuple[str, str]]:
    """Return what the columns of a list hold, with their labels; empty where the rows above the indicators are a form's head.

    In a list the cell beside 项目名称 is another label; in a form it is the project's name.
    """
    senses: dict[int, tuple[str, str]] = {}
    is_list = False
    for row in header:
        read = [(column, sense, piece.text) for (column, piece), sense in zip(row.cells.items(), row.senses, strict=True)]
        is_list = is_list or any(one[1] == "project" and other[1] for one, other in pairwise(read))
        senses.update({column: (sense, label) for column, sense, label in read if sense})
    return senses if is_list else {}


def _read_list(
    table: Table, grid: Sequence[FormRow], senses: dict[int, tuple[str, str]], columns: Sequence[Columns], unit: str
) -> Iterator[Form]:
    """Yield a form for each project of a list; a blank name goes on with the project above."""
    named = next((column for column, (sense, _) in senses.items() if sense == "project"), None)
    if named is None:
        return
    maker: FormMaker | None = None
    for page, cells, _ in grid:
        name = cells.get(named)
        if name is not None and (maker is None or squeezed(name.text) != maker.name):
            if maker is not None:
                yield maker.finish()
            maker = FormMaker(table)
            maker.page, maker.unit = page, unit
            for column, piece in cells.items():
                maker.add(*senses.get(column, ("", "")), piece)
        if maker is not None:
            maker.page = page
            maker.indicators.extend(read_indicators(cells, columns, maker))
    if maker is not None:
        yield maker.finish()
