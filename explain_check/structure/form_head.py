"""The upper part of a form: labels with the text or the amount beside them."""

from __future__ import annotations

from collections.abc import Sequence

from explain_check.model.document import Piece
from explain_check.model.form import Field, Fund
from explain_check.structure.body import label_unit
from explain_check.structure.cells import is_figure
from explain_check.structure.fold import squeezed
from explain_check.structure.form_maker import FormMaker
from explain_check.structure.form_row import Cells, FormRow

_GOALS = (Field.GOAL, Field.LONG_GOAL)
_FUNDS = frozenset(fund.value for fund in Fund)
_HEADS = (Fund.TOTAL, Fund.YEAR)


class HeadReader:
    """Goes through the rows above the indicators; what a row at the left names holds for the rows below it."""

    def __init__(self, maker: FormMaker) -> None:
        """Begin above the first row."""
        self._maker = maker
        self._group = ""
        self._group_label = ""
        self._pending: Sequence[str] = ()
        self._in_tasks = False
        self._heads: dict[int, int] = {}

    def take(self, row: FormRow) -> None:
        """Take one row."""
        cells, senses = row.cells, row.senses
        if not cells:
            return
        pieces = list(cells.values())
        if 0 in cells:
            self._group, self._group_label = senses[0], pieces[0].text
        if any([piece.text[0] == "任" and squeezed(piece.text) == "任务名称" for piece in pieces]):
            self._in_tasks = True
            return
        if self._in_tasks and not any(senses):
            self._take_task(pieces)
            return
        self._in_tasks = False
        if len(pieces) > 1 and all(senses):
            self._take_labels(pieces, senses)
            return
        self._take_values(cells, senses)

    def _take_task(self, pieces: list[Piece]) -> None:
        if len(pieces) > 1:
            self._maker.add_task(pieces[-2], pieces[-1])

    def _take_labels(self, pieces: list[Piece], senses: Sequence[str]) -> None:
        """Remember a row of labels alone: 实施期目标 | 年度目标 and 预期目标 | 实际完成情况 over texts, 资金总额(万元) over amounts."""
        columns = senses[1:] if senses[0] in _GOALS and len(senses) > 2 else senses
        self._pending = columns if any(sense in _GOALS for sense in columns) else ()
        self._maker.unit = next((unit for piece in pieces if (unit := label_unit(piece.text))), self._maker.unit)

    def _take_values(self, cells: Cells, senses: Sequence[str]) -> None:
        """Give each text or figure to the label at its left."""
        if self._pending and all(sense in ("", *_GOALS) for sense in senses):
            texts = [piece for piece, sense in zip(cells.values(), senses, strict=True) if not sense]
            if len(texts) == len(self._pending):
                for field, piece in zip(self._pending, texts, strict=True):
                    self._maker.add(field, field, piece)
                self._pending = ()
                return
        labels: list[tuple[int, str, str]] = [] if 0 in cells else [(-1, self._group, self._group_label)]
        after_name = False
        for (column, piece), sense in zip(cells.items(), senses, strict=True):
            if sense and not after_name:
                labels.append((column, sense, piece.text))
                self._maker.unit = label_unit(piece.text) or self._maker.unit
            elif is_figure(piece.text):
                self._take_amount(labels, column, piece)
            elif labels and labels[-1][1] not in _FUNDS:
                self._maker.add(labels[-1][1], labels[-1][2], piece)
            else:
                labels.append((column, "", piece.text))
            after_name = sense == Field.PROJECT and not after_name

    def _take_amount(self, labels: list[tuple[int, str, str]], column: int, piece: Piece) -> None:
        """Give a figure to the nearest label of money; a part belongs to the whole in its row, else to that above its column."""
        near = next(((sense, label) for _, sense, label in reversed(labels) if sense in _FUNDS), None)
        if near is None:
            return
        sense, label = near
        maker = self._maker
        in_row = any([at >= 0 and kind in _HEADS for at, kind, _ in labels[:-1]])
        head = maker.last_head if in_row else self._heads.get(column, -1)
        maker.add(sense, label, piece, head)
        if sense in _HEADS:
            self._heads[column] = maker.last_head
