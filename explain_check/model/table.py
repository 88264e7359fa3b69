"""Tables as cells that know their headers."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.figure import Figure
from explain_check.model.text import Passage
from explain_check.model.value import value


@value
class Cell:
    """A cell with a figure or text; ``row_path`` and ``column_path`` run from the outer label to the inner one.

    ``code`` is the functional or economic code of the row without blanks (2080502), empty where it has none.
    ``start`` and ``end`` are source offsets of the printed text, ``page`` is where it stands, None where that is unknown.
    """

    row: int
    column: int
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    text: str
    figure: Figure | None
    code: str
    start: int
    end: int
    page: int | None = None

    @property
    def row_label(self) -> str:
        """The innermost label of the row, empty where it has none."""
        return self.row_path[-1] if self.row_path else ""

    @property
    def column_label(self) -> str:
        """The labels of the column joined by blanks, as printed."""
        return " ".join(self.column_path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table (表): ``kind`` names what it holds (see lexicons/templates), empty where it is not recognised.

    ``cells`` holds the body's cells that carry a figure; ``rows`` and ``columns`` count the body as printed.
    ``note`` is the sentence under an empty table, ``remark`` the one under any. ``start`` and ``end`` are source offsets.
    ``lost_blanks`` says that it was copied without its empty cells: none of its figures can be trusted to stand in its column.
    """

    id: str
    caption: str
    kind: str
    unit: str
    cells: tuple[Cell, ...]
    rows: int
    columns: int
    note: str
    start: int
    end: int
    remark: Passage | None = None
    lost_blanks: bool = False

    def row_label_of(self, cell: Cell) -> str:
        """Return the label of a cell's row; the only row of a table, where it has none, is called what stands over most columns.

        2024年“三公”经费预算数 | 合计 | 因公出国（境）费 …: such a table is printed sideways.
        """
        if cell.row_path or self.rows != 1:
            return cell.row_label
        label = cell.column_path[0] if len(cell.column_path) > 1 else ""
        below = sum(other.column_path[:1] == (label,) for other in self.cells)
        return label if 2 * below > len(self.cells) else ""
