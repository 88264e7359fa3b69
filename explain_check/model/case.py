"""What a rule is asked about, where a single claim is not enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from explain_check.model.claim import ChangeClaim, LevelClaim, Printed, ShareClaim, TableCell, printed_figures
from explain_check.model.recomputation import Recomputation
from explain_check.model.table import Table
from explain_check.model.text import Anchor, Passage, Place
from explain_check.model.value import value


class Case(Protocol):
    """Anything that rules are asked about: a claim, a link, or one of the cases below."""

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The figures of the prose that the case holds against each other; none where it is about words."""


class WithoutFigures:
    """A case that holds no figures of the prose against each other: it is about words, or about another document."""

    __slots__ = ()

    @property
    def figures(self) -> tuple[Printed, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCase:
    """A change statement with what it implies; ``year`` and ``kind`` are the document's.

    ``beside`` holds the statements together with which its rate cannot be true, though it could alone; ``usual`` counts those,
    as finely printed, whose rates follow exactly, where its own does not.
    """

    claim: ChangeClaim
    recomputed: Recomputation
    year: int | None
    kind: str = ""
    beside: tuple[ChangeClaim, ...] = ()
    usual: int = 0

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.claim.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The figures of the statement, where one of them follows from the others."""
        claim = self.claim
        is_held = claim.rate is not None or claim.stated_prior is not None or not claim.amount or claim.amount.figure.value == 0
        return tuple(printed_figures(claim)) if is_held else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSumCase:
    """How a whole moved and how its parts moved; several claims as ``whole`` are the other side of the budget, part by part.

    ``is_closed`` says that the whole has no other parts, in neither year; ``decimals`` are those at which the prose usually prints;
    not ``is_announced`` are parts that only their sum makes the whole's.
    """

    whole: tuple[ChangeClaim, ...]
    parts: tuple[ChangeClaim, ...]
    is_closed: bool
    is_announced: bool = True
    decimals: int = 0

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.whole[0].anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The changes of the whole and its parts."""
        return tuple(claim.amount for claim in (*self.whole, *self.parts) if claim.amount is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareList:
    """The shares of one list (基本支出…占99.59%；项目支出…占0.41%), at least two, all of the same whole."""

    shares: tuple[ShareClaim, ...]
    is_complete: bool

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=self.shares[0].id, place=self.shares[0].place, words=self.shares[0].whole_subject)

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The shares with their amounts."""
        return tuple(printed for share in self.shares for printed in printed_figures(share))


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase(WithoutFigures):
    """What an item's money is said to be for (主要用于…), in a list whose uses are mostly the names of their items.

    ``other`` is the other item of the list that the use names, if any.
    """

    anchor: Anchor
    division: str
    item: str
    use: str
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsCase(WithoutFigures):
    """The economic items (经济分类科目) that an amount is said to hold: 人员经费…万元，主要包括基本工资、津贴补贴….

    ``listed`` are the names with their places and codes, empty for a name that is no item; ``held`` are the items' cells that add up
    to the amount.
    """

    anchor: Anchor
    listed: tuple[tuple[Place, str], ...]
    held: tuple[TableCell, ...]


@value
class WordingCase(WithoutFigures):
    """A passage of prose read for its wording; ``year`` is the document's."""

    passage: Passage
    year: int | None

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.passage.anchor


@value
class CellCase(WithoutFigures):
    """A table's short text (label, note) read for its wording, or several as one; ``passage`` bears the table's caption as its section."""

    table: Table
    passage: Passage

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.passage.anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkCase(WithoutFigures):
    """A table and the sentence right below it."""

    table: Table
    passage: Passage

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.passage.anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCase(WithoutFigures):
    """Something that could not be read as meant: ``kind`` says what, ``detail`` shows it, ``english`` says the same."""

    kind: str
    detail: str
    place: Place
    english: str = ""

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=None, place=self.place, words=self.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsCase:
    """收入总计 and 支出总计 printed side by side in one sentence."""

    income: LevelClaim
    expenditure: LevelClaim

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return self.income.anchor

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The two totals."""
        return (self.income.current, self.expenditure.current)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationCase(WithoutFigures):
    """Something that a ``form`` asks to be explained; ``passage`` is the first of the disclosure."""

    label: str
    form: str
    is_there: bool
    passage: Passage

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=None, place=self.passage.anchor.place, words=self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRateCase(WithoutFigures):
    """A rate of change in a table beside the amounts of ``last`` and ``this`` year in its row."""

    last: TableCell
    this: TableCell
    rate: TableCell

    @property
    def anchor(self) -> Anchor:
        """Where a finding on the case is shown."""
        return Anchor(claim=None, place=self.rate.place, words=self.rate.cell.row_label)
