"""Why an amount moved, as the prose says it."""

from __future__ import annotations

from dataclasses import dataclass

from explain_check.model.figure import Figure
from explain_check.model.printed import Direction
from explain_check.model.text import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category of the taxonomy found in a reason: id, the words that show it, its effect on the amount."""

    id: str
    quote: str
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonItem:
    """A part of a reason that carries its own amount; ``point`` numbers the point of the list (一是, 二是) in which it stands."""

    text: str
    amount: Figure
    direction: Direction | None
    place: Place
    point: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A stated reason, as printed; empty ``text`` with a ``connector`` is a clause left empty (主要原因是。).

    ``points`` is the number of points where the reason is a list (一是…；二是…), else 0; ``is_elsewhere`` says that a claim without a
    reason of its own is explained by what its section says of its parts or whole; ``is_shared`` that it was given once for several items
    (分别减少…); ``names_part`` that it only says which part moved; ``is_offset`` that another thing, unmeasured, moved the other way.
    """

    text: str
    connector: str
    place: Place | None
    items: tuple[ReasonItem, ...] = ()
    points: int = 0
    categories: tuple[Category, ...] = ()
    flags: tuple[str, ...] = ()
    is_elsewhere: bool = False
    is_shared: bool = False
    names_part: bool = False
    is_offset: bool = False
