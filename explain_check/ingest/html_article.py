"""The article of a saved page: what is neither menu nor script, and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explain_check.ingest.html_tables import is_frame, is_unseen
from explain_check.ingest.xml import Element

_TITLES = ("articletitle", "og:title", "title")
_SITE = re.compile(r"\s*[-_|—–>＞]+\s*")
_CONTAINERS = frozenset(
    ("div", "section", "article", "main", "body", "td", "tr", "tbody", "table", "center", "form", "span", "font", "ul", "li")
)
_MOST_LINKED = 0.6
_LEAST_SHARE = 0.9
_LEAST_TABLED = 0.99


@dataclass(frozen=True, slots=True)
class Weight:
    """How many characters an element holds: ``prose`` outside of links and tables, in links, in tables."""

    prose: int = 0
    linked: int = 0
    tabled: int = 0

    def __add__(self, other: Weight) -> Weight:
        """Return the sum."""
        return Weight(self.prose + other.prose, self.linked + other.linked, self.tabled + other.tabled)


_NOTHING = Weight()


class Weights:
    """How much text each element holds."""

    def __init__(self, root: Element) -> None:
        """Weigh the page once, from its leaves upwards."""
        self._found: dict[Element, Weight] = {}
        self._weigh(root, Weight(prose=1))

    def of(self, element: Element) -> Weight:
        """Return the weight of an element, nothing for one that is not shown."""
        return self._found.get(element, _NOTHING)

    def is_menu(self, element: Element) -> bool:
        """Whether an element holds mostly links: a menu, a trail, a list of other articles."""
        weight = self.of(element)
        return weight.linked > 0 and weight.linked > _MOST_LINKED * (weight.linked + weight.prose + weight.tabled)

    def _weigh(self, element: Element, kind: Weight) -> Weight:
        """Return the weight of an element; ``kind`` says what a character in it counts as."""
        if is_unseen(element):
            return _NOTHING
        if element.tag == "a" and element.get("href") is not None:
            kind = Weight(linked=1)
        elif element.tag == "table" and kind.prose and not is_frame(element):
            kind = Weight(tabled=1)
        weight = _times(kind, element.text)
        for child in element:
            weight = weight + self._weigh(child, kind) + _times(kind, child.tail)
        self._found[element] = weight
        return weight


def _times(kind: Weight, text: str | None) -> Weight:
    letters = len("".join(text.split())) if text else 0
    return Weight(kind.prose * letters, kind.linked * letters, kind.tabled * letters) if letters else _NOTHING


def find_article(body: Element, weights: Weights) -> Element:
    """Return the innermost element that holds nearly all of the page's prose and all of its tables."""
    whole = weights.of(body)
    article = body
    while True:
        inner = next((child for child in article if _holds(weights.of(child), whole) and child.tag in _CONTAINERS), None)
        if inner is None:
            break
        article = inner
    while article.tag in ("tr", "tbody", "li", "font", "span") and article.getparent() is not None and article is not body:
        article = article.getparent()
    return article


def _holds(part: Weight, whole: Weight) -> bool:
    return part.prose >= max(1, _LEAST_SHARE * whole.prose) and part.tabled >= _LEAST_TABLED * whole.tabled


def find_titles(root: Element, article: Element) -> Iterator[str]:
    """Yield the title of the article where it stands outside of it: a heading, or what the page's head says."""
    inside = {element for element in article.iter() if isinstance(element.tag, str)}
    for heading in root.iter("h1", "h2"):
        if heading not in inside and not is_unseen(heading):
            yield " ".join("".join(heading.itertext()).split())
    named = {(meta.get("name") or meta.get("property") or "").lower(): meta.get("content") or "" for meta in root.iter("meta")}
    yield from (" ".join(named[name].split()) for name in _TITLES if named.get(name))
    for title in root.iter("title"):
        parts = _SITE.split(" ".join("".join(title.itertext()).split()))
        yield max(parts, key=len, default="")
