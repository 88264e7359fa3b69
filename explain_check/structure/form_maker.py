"""Gathers what the rows of one form say."""

from __future__ import annotations

from explain_check.model.claim import Printed
from explain_check.model.document import Piece
from explain_check.model.form import Entry, Field, Form, FormAmount, Fund, Indicator
from explain_check.model.table import Table
from explain_check.model.text import Passage
from explain_check.structure.body import label_unit, read_figure
from explain_check.structure.fold import read_passage

_FIELDS = {field.value: field for field in Field}
_FUNDS = {fund.value: fund for fund in Fund}
_HEADS = (Fund.TOTAL, Fund.YEAR)
_PARTS = (Fund.FISCAL, Fund.OTHER, Fund.PART)


class FormMaker:
    """A form while its rows are read; ``page`` is that of the row at hand, ``unit`` the one that labels printed last.

    ``last_head`` is the place of the whole that was read last, -1 before any.
    """

    def __init__(self, table: Table) -> None:
        """Begin with an empty form."""
        self.page: int | None = None
        self.unit = ""
        self.last_head = -1
        self.indicators: list[Indicator] = []
        self.name = ""
        self._table = table
        self._body = ""
        self._entries: list[Entry] = []
        self._amounts: list[FormAmount] = []

    def passage(self, piece: Piece) -> Passage:
        """Return a cell's text as it reads."""
        return read_passage(piece, self._table.caption, self.page)

    def add(self, sense: str, label: str, piece: Piece, head: int = -1) -> None:
        """Take a cell by what its label says; a figure under an unknown label is left out."""
        if sense == Field.PROJECT:
            self.name = self.name or self.passage(piece).text
        elif sense in _FUNDS:
            self._add_amount(_FUNDS[sense], label, piece, head)
        elif sense in _FIELDS:
            passage = self.passage(piece)
            if sense == Field.BODY:
                self._body = self._body or passage.text
            self._entries.append(Entry(_FIELDS[sense], label, passage))

    def add_task(self, name: Piece, content: Piece) -> None:
        """Take a task with what it consists of; its name stands as the label."""
        self._entries.append(Entry(field=Field.TASK, label=self.passage(name).text, passage=self.passage(content)))

    def _add_amount(self, fund: Fund, label: str, piece: Piece, head: int) -> None:
        unit = label_unit(label) or self.unit
        figure = read_figure(piece.text, unit or self._table.unit)
        if figure is None or not figure.is_money:
            return
        passage = self.passage(piece)
        place = passage.place(0, len(passage.text))
        printed = Printed(figure=figure, place=place)
        head = head if fund in _PARTS else -1
        if fund in _HEADS:
            self.last_head = len(self._amounts)
        self._amounts.append(FormAmount(fund=fund, label=label, printed=printed, has_unit=bool(unit), head=head))

    def finish(self) -> Form:
        """Return the form."""
        return Form(
            table=self._table.id,
            caption=self._table.caption,
            name=self.name,
            body=self._body,
            entries=tuple(self._entries),
            amounts=tuple(self._amounts),
            indicators=tuple(self.indicators),
        )
