"""A row of a performance form: its filled cells, and what each of them says as a label."""

from __future__ import annotations

from typing import NamedTuple

from explain_check.model.document import Piece, Row
from explain_check.structure.form_labels import label_sense

Cells = dict[int, Piece]


class FormRow(NamedTuple):
    """The filled cells by column, a cell over several columns at its first; ``senses`` holds the sense of each, in their order."""

    page: int | None
    cells: Cells
    senses: tuple[str, ...]


def read_form_row(row: Row) -> FormRow:
    """Return a row as one of a form."""
    pieces = row.cells
    cells = {column: piece for column, piece in enumerate(pieces) if piece.text}
    if row.is_exact:
        cells = {column: piece for column, piece in cells.items() if not column or pieces[column - 1] is not piece}
    return FormRow(row.page, cells, tuple([label_sense(piece.text) for piece in cells.values()]))
