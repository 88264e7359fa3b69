"""How a document names the body whose budget it is."""

from __future__ import annotations

from explain_check.model.placed import PlacedCase
from explain_check.model.text import Place
from explain_check.model.value import value


@value
class CodeCase(PlacedCase):
    """One body with the codes printed before its name (255-石塘区教育局), the most frequent first, each with its places."""

    body: str
    codes: tuple[tuple[str, tuple[Place, ...]], ...]


@value
class BodyCase(PlacedCase):
    """The body's name in the title beside the one above the tables; ``titled`` is a place where the first one stands."""

    name: str
    maker: str
    titled: Place | None


@value
class LevelCase(PlacedCase):
    """A definition of the glossary that speaks of one level of government (省直部门) beside the body's own level."""

    said: str
    body: str
    level: str
