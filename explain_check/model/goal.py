"""What the texts of a project say in figures, and what they are held against."""

from __future__ import annotations

from enum import StrEnum

from explain_check.model.claim import Printed, TableCell
from explain_check.model.figure import Figure, Interval
from explain_check.model.form import Entry, Form, FormAmount, Indicator
from explain_check.model.placed import PlacedCase
from explain_check.model.quantity import CountClaim
from explain_check.model.text import Passage, Place
from explain_check.model.value import value


@value
class Quantity:
    """A figure of a project's text: 购置监护仪12台.

    ``before`` and ``behind`` are the words of its clause around it, ``context`` the sentence up to it. ``start`` and ``end``
    are positions in ``passage.text`` of the words that state it; ``per`` holds what it is counted for (每人每月: 人, 月).
    ``is_elsewhen`` says that it belongs to another year: 上年, 截至2023年底.
    """

    figure: Figure
    per: frozenset[str]
    before: str
    behind: str
    context: str
    is_elsewhen: bool
    passage: Passage
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The words that state the figure."""
        return self.passage.place(self.start, self.end)


class Closeness(StrEnum):
    """How a quantity and an indicator are known to be about one thing: by name, by words, or as the only ones of their sort."""

    NAME = "name"
    WORDS = "words"
    ONLY = "only"


@value
class FormCase(PlacedCase):
    """Something of a performance form that a rule is asked about."""

    form: Form


@value
class GoalCase(FormCase):
    """A figure of the goal's text and the indicators that measure the same thing, mostly one."""

    entry: Entry
    quantity: Quantity
    indicators: tuple[Indicator, ...]
    closeness: Closeness


@value
class SistersCase(FormCase):
    """Indicators named alike but for one word (租赁电信电路, 租赁联通电路) beside a text on the same things.

    ``listed`` are the quantities of the text that belong to one of them each, with its number; ``missing`` those that the text does
    not name; ``total`` is a figure for all of them together.
    """

    sisters: tuple[Indicator, ...]
    listed: tuple[tuple[int, Quantity], ...]
    missing: tuple[Indicator, ...]
    total: Quantity | None


class Lasting(StrEnum):
    """How long a project goes on: once, every year, or begun this year or before it."""

    ONCE = "once"
    RECURRING = "recurring"
    NEW = "new"
    CONTINUED = "continued"


@value
class AttributeCase(FormCase):
    """A form's 项目属性 beside a sentence of its texts that says the same of the project (此项目为经常性项目)."""

    attribute: Entry
    printed: Lasting
    said: Lasting


@value
class ProjectAmountCase(FormCase):
    """A project's amount in a form or description beside its rows in the tables of projects and of carry-over.

    ``is_exact`` says that names are the same, there is one such project and one row of all its funds, and the unit is printed.
    """

    amounts: tuple[FormAmount, ...]
    rows: tuple[TableCell, ...]
    carried: tuple[TableCell, ...]
    is_exact: bool

    @property
    def figures(self) -> tuple[Printed, ...]:
        """The amounts of a project that the prose describes; those of a form are no prose."""
        return () if self.form.table else tuple(amount.printed for amount in self.amounts)


@value
class StatedAmountCase(FormCase):
    """An amount that a form's text states for the whole project (此项目所需资金约35.9万元)."""

    quantity: Quantity
    amounts: tuple[FormAmount, ...]


@value
class FundsCase(FormCase):
    """An amount of a form and the funds that are printed as its parts."""

    whole: FormAmount
    parts: tuple[FormAmount, ...]


@value
class OtherFundsCase(FormCase):
    """其他资金 of a form and the cell of fiscal carry-over that holds the same amount, None where there is none."""

    amount: FormAmount
    carried: TableCell | None


@value
class CountsCase(FormCase):
    """Two texts on one project that count the same things: ``pairs`` in the order of the second text."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    is_one_amount: bool


@value
class NamedCase(FormCase):
    """A project named in a text of a form; ``other`` is the other project of the document that is meant, empty for none."""

    named: str
    other: str


@value
class TermCase(FormCase):
    """Terms of one family in one form: 四险一金 beside 五险一金, each with its places."""

    terms: tuple[tuple[str, tuple[Place, ...]], ...]


@value
class TopicCase(FormCase):
    """A clause that stands in the texts of two projects, on the matter of the other one (物业 beside 信息系统)."""

    other: str
    own_topic: str
    topic: str
    twin: Place


@value
class ProjectList:
    """A list of projects: how many, and what they make together in 元, None where that is not known."""

    name: str
    count: int
    total: Interval | None


@value
class CountedCase(PlacedCase):
    """A number of projects that the prose states, and the lists that it may count."""

    claim: CountClaim
    lists: tuple[ProjectList, ...]
