"""What is printed on every page and belongs to no paragraph: running heads, page numbers, tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from explain_check.ingest.contents import contents_lines, has_leader, is_page_number
from explain_check.ingest.pdf.parts import Page, PageLine, PageTable

_DIGITS = re.compile(r"[\d\s]+")
#: What a browser prints around a page of the web, each page with the same minute: 11/21/26, 7:04 PM  公开 | 2026/11/21 19:04 |
#: 21.11.2026, 19:04 | https://www.example.gov.cn/art_1.html  3/12
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?!\d|\s*[-—至])|(?:https?|file|about)://?\S*\s*(?:\d{1,3}\s*/\s*\d{1,3})?$",
    re.IGNORECASE,
)
#: The share of a page at its top and bottom where heads and page numbers stand.
_MARGIN = 0.14
_FEWEST, _SHARE, _LINES = 3, 0.5, 2


def drop_furniture(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without page numbers, a browser's stamps, contents and the lines that most pages share at one place.

    The first of the shared lines stays: it may be the only place where the body or the year is named.
    """
    numbered = [replace(page, parts=tuple(part for part in page.parts if not _is_number(part, page))) for page in pages]
    seen: set[tuple[str, bool]] = set()
    heads = _running(numbered)
    return _without_contents([_without_heads(page, heads, seen) for page in numbered])


def _is_number(part: PageLine | PageTable, page: Page) -> bool:
    if not isinstance(part, PageLine) or not _in_margin(part, page):
        return False
    return is_page_number(part.text) or bool(_PRINTED.match(part.text))


def _in_margin(line: PageLine, page: Page) -> bool:
    return line.y < _MARGIN * page.height or line.y > (1 - _MARGIN) * page.height


def _edges(page: Page) -> list[tuple[PageLine, bool]]:
    """Return the lines at the top (True) and the bottom (False) of a page that could be running heads."""
    top = _leading(page.parts)
    bottom = _leading(page.parts[::-1])
    edges = [(line, True) for line in top] + [(line, False) for line in bottom if line not in top]
    return [(line, at) for line, at in edges if _in_margin(line, page)]


def _leading(parts: Sequence[PageLine | PageTable]) -> list[PageLine]:
    found: list[PageLine] = []
    for part in parts[:_LINES]:
        if not isinstance(part, PageLine):
            break
        found.append(part)
    return found


def _key(line: PageLine) -> str:
    return _DIGITS.sub("", line.text)


def _running(pages: Sequence[Page]) -> frozenset[tuple[str, bool]]:
    counts: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        counts.update({(_key(line), at) for line, at in _edges(page)})
    return frozenset(key for key, count in counts.items() if count >= _FEWEST and count > _SHARE * len(pages))


def _without_heads(page: Page, heads: frozenset[tuple[str, bool]], seen: set[tuple[str, bool]]) -> Page:
    if not heads:
        return page
    dropped: set[int] = set()
    for line, at in _edges(page):
        key = (_key(line), at)
        if key in heads and key in seen:
            dropped.add(id(line))
        seen.add(key)
    return replace(page, parts=tuple(part for part in page.parts if id(part) not in dropped)) if dropped else page


def _without_contents(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without the entries of tables of contents."""
    texts: list[str] = []
    for page in pages:
        texts += [part.text if isinstance(part, PageLine) else "|" for part in page.parts]
    dropped = contents_lines(texts)
    kept: list[Page] = []
    at = 0
    for page in pages:
        parts = [part for index, part in enumerate(page.parts, at) if index not in dropped and not has_leader(texts[index])]
        at += len(page.parts)
        kept.append(replace(page, parts=tuple(parts)) if len(parts) < len(page.parts) else page)
    return kept
