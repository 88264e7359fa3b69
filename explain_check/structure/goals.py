"""Rows of performance tables become typed forms: one a project, also where many projects stand in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from explain_check.model.document import Piece, Row, Source
from explain_check.model.form import Form
from explain_check.model.table import Table
from explain_check.structure.body import label_unit
from explain_check.structure.fold import squeezed
from explain_check.structure.form_head import HeadReader
from explain_check.structure.form_indicators import Columns, indicator_columns, read_indicators, with_levels
from explain_check.structure.form_labels import label_sense
from explain_check.structure.form_maker import FormMaker

Cells = dict[int, Piece]


def read_forms(source: Source, tables: Sequence[Table]) -> tuple[Form, ...]:
    """Return the forms of all tables of kind ``performance``, in reading order."""
    forms: list[Form] = []
    rows = [(row, _start(row)) for row in source.blocks if isinstance(row, Row)]
    for table in tables:
        if table.kind == "performance":
            inside = [row for row, start in rows if table.start <= start < table.end]
            forms.extend(form for form in _forms_of(table, inside) if form.indicators)
    return tuple(forms)


def _start(row: Row) -> int:
    return next((piece.offsets[0] for piece in row.cells if piece.text), -1)


def _cells_of(row: Row) -> Cells:
    """Return a row's filled cells by column; a cell over several columns stands at its first."""
    return {column: piece for column, piece in enumerate(row.cells) if piece.text and (not column or row.cells[column - 1] is not piece)}


def _forms_of(table: Table, rows: Sequence[Row]) -> Iterator[Form]:
    """Yield the forms of one table."""
    grid = [(row.page, _cells_of(row)) for row in rows]
    head = next((at for at, (_, cells) in enumerate(grid[:5]) if indicator_columns(cells)), None)
    if head is not None and (listed := _list_columns([cells for _, cells in grid[: head + 1]])):
        unit = next((unit for _, cells in grid[: head + 1] for piece in cells.values() if (unit := label_unit(piece.text))), "")
        over = with_levels(indicator_columns(grid[head][1]), [cells for _, cells in grid[:head]])
        yield from _read_list(table, grid[head + 1 :], listed, over, unit)
        return
    maker = FormMaker(table)
    reader = HeadReader(maker)
    columns: tuple[Columns, ...] = ()
    for page, cells in grid:
        maker.page = page
        found = indicator_columns(cells)
        if found:
            columns = found
        elif columns and _begins_form(cells):
            yield maker.finish()
            maker = FormMaker(table)
            reader, columns = HeadReader(maker), ()
            maker.page = page
            reader.take(cells)
        elif columns:
            maker.indicators.extend(read_indicators(cells, columns, maker))
        else:
            reader.take(cells)
    yield maker.finish()


def _begins_form(cells: Cells) -> bool:
    """Whether a row below the indicators names the next project or body."""
    texts = [piece.text for piece in cells.values()]
    return len(texts) > 1 and label_sense(texts[0]) in ("project", "body") and not label_sense(texts[1])


def _list_columns(header: Sequence[Cells]) -> dict[int, tuple[str, str]]:
    """Return what the columns of a list hold, with their labels; empty where the rows above the indicators are a form's head.

    In a list the cell beside 项目名称 is another label; in a form it is the project's name.
    """
    senses: dict[int, tuple[str, str]] = {}
    is_list = False
    for cells in header:
        read = [(column, label_sense(piece.text), piece.text) for column, piece in cells.items()]
        is_list = is_list or any(one[1] == "project" and other[1] for one, other in pairwise(read))
        senses.update({column: (sense, label) for column, sense, label in read if sense})
    return senses if is_list else {}


def _read_list(
    table: Table, grid: Sequence[tuple[int | None, Cells]], senses: dict[int, tuple[str, str]], columns: Sequence[Columns], unit: str
) -> Iterator[Form]:
    """Yield a form for each project of a list; a blank name goes on with the project above."""
    named = next(column for column, (sense, _) in senses.items() if sense == "project")
    maker: FormMaker | None = None
    for page, cells in grid:
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
