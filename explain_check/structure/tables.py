"""Tables out of a source's rows, and the prose that remains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explain_check.model.document import Line, Source
from explain_check.model.table import Cell, Table
from explain_check.structure.body import body_cells
from explain_check.structure.drafts import Draft, DraftMaker
from explain_check.structure.fold import read_passage
from explain_check.structure.forms import form_cells
from explain_check.structure.header import column_paths, is_two_sided
from explain_check.structure.header_sums import are_doubtful, paths_by_sums
from explain_check.structure.roles import Column, Use, column_uses, read_columns
from explain_check.structure.widths import fit_widths, lost_blanks


def take_tables(source: Source, unit_default: str = "万元") -> tuple[tuple[Table, ...], tuple[Line, ...]]:
    """Return the tables with ids t01, t02 … and the lines of prose, both in reading order.

    Captions and the lines on maker and unit are no prose. ``unit_default`` holds where a table states no unit and no
    table before it does.
    """
    maker = DraftMaker()
    maker.take(source)
    tables: list[Table] = []
    notes: set[int] = set()
    for draft in maker.drafts:
        unit_default = draft.furniture.unit or unit_default
        table = _read_table(draft, f"t{len(tables) + 1:02d}", unit_default)
        if draft.note is not None and not table.cells:
            notes.add(id(draft.note))
        tables.append(table)
    return tuple(tables), tuple(line for line in maker.prose if id(line) not in notes)


def _read_table(draft: Draft, id_: str, unit: str) -> Table:
    """Return a draft as a table."""
    fit_widths(draft.grid, draft.pieces)
    is_ragged = lost_blanks(draft.grid)
    cells, width = ((), max(map(len, draft.grid))) if is_ragged else _read_cells(draft, unit)
    if any(draft.pages):
        cells = tuple(replace(cell, page=draft.pages[cell.row]) for cell in cells)
    note = " ".join(draft.note.piece.text.split()) if draft.note is not None and not cells else ""
    outer = [piece for row in (*draft.pieces[:1], *draft.pieces[-1:]) for piece in row]
    outer += [line.piece for line in draft.furniture.lines]
    places = [offset for piece in outer if piece.text for offset in (piece.offsets[0], piece.offsets[-1])]
    return Table(
        id=id_,
        caption=draft.furniture.caption,
        kind=draft.kind,
        unit=unit,
        cells=cells,
        rows=len(draft.grid),
        columns=width,
        note=note,
        start=min(places, default=0),
        end=max(places, default=-1) + 1,
        remark=read_passage(draft.note.piece, draft.furniture.caption, draft.note.page) if draft.note is not None else None,
        lost_blanks=is_ragged,
    )


def _read_cells(draft: Draft, unit: str) -> tuple[tuple[Cell, ...], int]:
    """Return the cells with figures and the number of columns."""
    grid = draft.grid
    width = max([draft.numbered, *map(len, grid), *map(len, () if draft.numbered else draft.header)])
    if draft.kind == "performance" and not draft.header:
        return tuple(form_cells(grid, draft.pieces, unit)), width
    columns = read_columns(grid, width)
    if not any(column.figures for column in columns):
        return (), width
    paths = _paths(draft, columns, width)
    return tuple(body_cells(grid, draft.pieces, column_uses(columns, paths), paths, unit)), width


def _paths(draft: Draft, columns: Sequence[Column], width: int) -> list[tuple[str, ...]]:
    """Return the labels of each column: as they stand, put back by their positions, or by the sums that they promise."""
    paths = column_paths(draft.header, width, 0, repair=False)
    if draft.is_exact or not draft.header or is_two_sided(draft.header):
        return paths
    if len(draft.header) > 1:
        top = column_uses(columns, column_paths(draft.header[:1], width, 0, repair=False))
        uses = [use if top[column] is Use.VALUE else top[column] for column, use in enumerate(column_uses(columns, paths))]
        first_figure = next((column for column, use in enumerate(uses) if use is Use.VALUE and columns[column].figures), 0)
        paths = column_paths(draft.header, width, first_figure, repair=True)
    values = [column for column, use in enumerate(column_uses(columns, paths)) if use is Use.VALUE and columns[column].figures]
    if not are_doubtful(draft.header, paths, values):
        return paths
    return paths_by_sums(draft.header, columns, draft.grid) or paths
