"""Tables of contents and page numbers: lines that are neither prose nor headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_TITLE = re.compile(r"^[#\s*]*目\s*录[\s*:：]*$")
#: 一、本部门职责.....1 | 第二部分 预算报表…………（3）
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|·{4,}|．{3,}|。{4,}|_{4,}|-{6,})\s*[（(\-]?\s*\d{0,4}\s*[）)\-]?\s*$")
#: - 12 - | 12 | 第 3 页 共 20 页 | 3/20
_PAGE_NUMBER = re.compile(
    r"^(?:[-—–－~·•]*\s*\d{1,3}\s*[-—–－~·•]*|第\s*\d+\s*页[\s,，/]*(?:共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}|[Pp]age\s*\d+.*)$"
)
_DOTS = ("....", "……", "····", "．．．", "。。。。", "____", "------")
#: What a leader may end with beside the digits of a page number.
_LEADER_ENDS = frozenset("….·．。_-)）(（")
_ENTRY_KEY = re.compile(r"第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\d+[.、]")
_PAGE_TAIL = re.compile(r"[\s.…·]*\d*$")
_BULLET = re.compile(r"^[-*•·\s]+")
LONGEST_NUMBER = 24
"""Characters that a line with a page number has fewer than."""
_LONGEST = 150
_TAIL = 80
"""A leader's end: the dots, blanks and the number that a line ends with; the whole of a long line would be tried from every place."""


def is_page_number(text: str) -> bool:
    """Whether a trimmed line is nothing but a page number."""
    return len(text) < LONGEST_NUMBER and bool(_PAGE_NUMBER.match(text))


def may_lead(text: str) -> bool:
    """Whether any line of a text may be such an entry."""
    return any([dots in text for dots in _DOTS])


def has_leader(text: str) -> bool:
    """Whether a line is an entry of a table of contents: dots lead to a page number."""
    last = text[-1:]
    return (last in _LEADER_ENDS or last.isdigit()) and may_lead(text) and bool(_LEADER.search(text[-_TAIL:]))


def contents_lines(texts: Sequence[str]) -> frozenset[int]:
    """Return the indexes of the lines of the tables of contents; ``texts`` are the trimmed lines, blank ones included."""
    found: set[int] = set()
    for title, text in enumerate(texts):
        if title not in found and len(text) < 12 and "录" in text and _TITLE.match(text):
            found.update(range(title, _contents_end(texts, title + 1)))
    return frozenset(found)


def _contents_end(texts: Sequence[str], start: int) -> int:
    """Return the index after the last entry: where an entry comes for the second time, or prose or a table begins."""
    seen: dict[str, int] = {}
    first_key = ""
    end = start
    for index in range(start, min(start + 2 * _LONGEST, len(texts))):
        text = texts[index]
        if not text:
            continue
        entry = _plain(text)
        key = _entry_key(entry)
        if has_leader(text):
            first_key = first_key or key
            seen[entry] = index
            end = index + 1
            continue
        if _is_body(text) or text.startswith("#"):
            return end
        if seen and (entry in seen or (key and key == first_key and len(seen) > 1)):
            return index
        if not seen:
            first_key = key
        seen[entry] = index
        end = index
    return end


def _plain(text: str) -> str:
    return _PAGE_TAIL.sub("", _BULLET.sub("", "".join(text.split())))


def _entry_key(entry: str) -> str:
    match = _ENTRY_KEY.match(entry)
    return match.group() if match else entry


def _is_body(text: str) -> bool:
    return len(text) > 90 or text.endswith(("。", "；", ";")) or text.count("\t") > 1 or text.startswith("|")


def running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the first and last lines that most pages share; ``pages`` holds the trimmed lines of each page."""
    if len(pages) < 4:
        return frozenset()
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        edges.update({lines[0], lines[-1]} if lines else ())
    return frozenset(text for text, count in edges.items() if count >= 3 and 2 * count > len(pages) and "\t" not in text)
