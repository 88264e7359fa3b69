"""The article of a saved page: what is neither menu nor script, and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.ingest.xml import Element

#: Elements that show no text of the article.
UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "nav", "footer", "aside", "select", "button", "textarea", "iframe", "svg", "object")
) | frozenset(("del", "map", "audio", "video", "canvas", "rt", "rp", "dialog", "datalist", "meta", "link", "title", "input"))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_TITLES = ("articletitle", "og:title", "title")
_SITE = re.compile(r"\s*[-_|—–>＞]+\s*")
_CONTAINERS = frozenset(
    ("div", "section", "article", "main", "body", "td", "tr", "tbody", "table", "center", "form", "span", "font", "ul", "li")
)
_MOST_LINKED = 0.6
_LEAST_SHARE = 0.9


def is_unseen(element: Element) -> bool:
    """Whether a browser shows nothing of an element, or what it shows is a control."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and bool(_HIDDEN.search(style))


class Weights:
    """How much text each element holds, without links and with them."""

    def __init__(self, root: Element) -> None:
        """Weigh the page once, from its leaves upwards."""
        self._plain: dict[Element, int] = {}
        self._linked: dict[Element, int] = {}
        self._weigh(root, False)

    def plain(self, element: Element) -> int:
        """Return how many characters are no link."""
        return self._plain.get(element, 0)

    def is_menu(self, element: Element) -> bool:
        """Whether an element holds mostly links: a menu, a trail, a list of other articles."""
        linked = self._linked.get(element, 0)
        return linked > 0 and linked > _MOST_LINKED * (linked + self._plain.get(element, 0))

    def _weigh(self, element: Element, in_link: bool) -> tuple[int, int]:
        if is_unseen(element):
            return 0, 0
        in_link = in_link or (element.tag == "a" and element.get("href") is not None)
        own = _letters(element.text)
        plain, linked = (0, own) if in_link else (own, 0)
        for child in element:
            below = self._weigh(child, in_link)
            tail = _letters(child.tail)
            plain += below[0] + (0 if in_link else tail)
            linked += below[1] + (tail if in_link else 0)
        self._plain[element], self._linked[element] = plain, linked
        return plain, linked


def _letters(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def find_article(body: Element, weights: Weights) -> Element:
    """Return the innermost element that holds nearly all of the page's text."""
    least = _LEAST_SHARE * weights.plain(body)
    article = body
    while True:
        inner = next((child for child in article if weights.plain(child) >= least and child.tag in _CONTAINERS), None)
        if inner is None or least <= 0:
            break
        article = inner
    while article.tag in ("tr", "tbody", "li", "font", "span") and article.getparent() is not None and article is not body:
        article = article.getparent()
    return article


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
