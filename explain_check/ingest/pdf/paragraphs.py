"""Lines become paragraphs, also over the end of a page."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explain_check.ingest.pdf.parts import Page, PageLine

_ITEM = re.compile(
    r"第[一二三四五六七八九十]+(?:部分|条|章)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳•●■◆]"
)
_ENDS = re.compile(r"[。！？!?；;：:][”’」）)]*$")
#: In shares of the type's size: what a line may leave free at its right end, also in the middle of a sentence (words and
#: figures are not broken), an indent, the difference of two sizes.
_ROOM, _BROKEN_ROOM, _INDENT, _OTHER_SIZE = 1.3, 5.0, 1.2, 0.15
#: Paragraphs stand further apart than lines by this share.
_APART = 1.35
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Where prose begins and ends on pages of one size, how far its lines are apart, and the size of most of its type."""

    left: float
    right: float
    pitch: float
    em: float


def find_margins(pages: Iterable[Page]) -> dict[tuple[int, int], Margins]:
    """Return the margins by the size of the page in whole points."""
    lines: dict[tuple[int, int], list[PageLine]] = defaultdict(list)
    pitches: dict[tuple[int, int], list[float]] = defaultdict(list)
    for page in pages:
        found = [part for part in page.parts if isinstance(part, PageLine)]
        lines[page_size(page)] += found
        pitches[page_size(page)] += [one.y - other.y for one, other in pairwise(found) if one.y - other.y < 3 * one.em]
    return {size: _margins(found, pitches[size], size[0]) for size, found in lines.items() if found}


def page_size(page: Page) -> tuple[int, int]:
    """Return width and height in whole points."""
    return round(page.width), round(page.height)


def _margins(lines: Sequence[PageLine], pitches: Sequence[float], width: float) -> Margins:
    """Return the margins of lines; where few of them end at one place, the right one is as wide as the left one."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    em = statistics.median(line.em for line in lines)
    left, right = lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]
    if sum(right - place < 1.5 * em for place in rights) < _FEW:
        right = max(right, width - left)
    return Margins(left=left, right=right, pitch=statistics.median(pitches) if pitches else 1.5 * em, em=em)


def goes_on(before: PageLine, after: PageLine, margins: Margins, is_overleaf: bool, is_first: bool) -> bool:
    """Whether a line belongs to the paragraph of the line before it.

    ``is_overleaf`` says that a page ends between them, ``is_first`` that ``before`` begins its paragraph.
    """
    em = before.em
    if abs(after.em - em) > _OTHER_SIZE * em:
        return False
    if is_title(before, margins) or is_title(after, margins):
        return is_title(before, margins) and is_title(after, margins) and _is_broken_title(before, after, margins)
    ends = bool(_ENDS.search(before.text))
    is_apart = not is_overleaf and before.y - after.y > _APART * max(margins.pitch, 1.2 * em)
    is_indented = after.left > margins.left + _INDENT * em
    if _ITEM.match(after.text):
        return False
    room = margins.right - before.right - after.token
    if room > (_ROOM if ends else _BROKEN_ROOM) * em or (is_apart and (ends or room > _ROOM * em)):
        return False
    return not is_indented or (not ends and is_first and abs(after.left - before.left) < 0.5 * em)


def is_title(line: PageLine, margins: Margins) -> bool:
    """Whether a line is set larger than the prose and in the middle."""
    middle = (margins.left + margins.right) / 2
    return line.em > 1.2 * margins.em and abs((line.left + line.right) / 2 - middle) < 2 * line.em and not _ENDS.search(line.text)


def _is_broken_title(before: PageLine, after: PageLine, margins: Margins) -> bool:
    """Whether a title goes on in the next line: the first one is long, the second one close below."""
    is_long = before.right - before.left > 0.6 * (margins.right - margins.left)
    return is_long and before.y - after.y < 2.2 * before.em and not _ITEM.match(after.text)
