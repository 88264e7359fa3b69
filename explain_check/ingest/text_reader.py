"""Read plain text and Markdown: lines, headings, rows with tabs or pipes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from explain_check.ingest.contents import LONGEST_NUMBER, contents_lines, has_leader, is_page_number, may_lead, running_heads
from explain_check.ingest.decode import decode
from explain_check.ingest.limits import LIMITS, Limits, too_large
from explain_check.ingest.markup import EMPTY, cut_piece, cut_plain, has_markup, strip_markup
from explain_check.ingest.radicals import fold_radicals
from explain_check.model.document import Line, Notice, NoticeKind, Piece, Row, Source

SUFFIXES = (".txt", ".md")
IS_TEXT = True
_BLANKS = " \r\f\v\u3000\u00a0\u200b\ufeff"
_EDGES = _BLANKS + "\t"
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_PAGE_BREAK = re.compile(r"(?<=[^\f])(?=\f)")
_RULE_CELL = re.compile(r"^:?-{2,}:?$")
_MOST_BYTES = 4
"""Bytes that a character takes at the most."""
_TITLE_ROW = re.compile(
    r"[^。；！？，,:：\d\s]{0,30}(?:20\d\d\s?年)[^。；！？，,:：\d]{0,60}表$|[^。；！？，,:：\d\s]{2,60}(?:总|预算|决算|情况|明细|申报)表$"
)
#: What a page number that is no amount of a table begins with: - 7 - | 第 7 页
_DASHES = frozenset("-—–－~·•第")
_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[)）、.．]?$|^[-•●■◆]$")


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a text file's bytes; UnreadableDocumentError where it is no text."""
    if len(content) > _MOST_BYTES * limits.characters:
        raise too_large(name, "文本", "the text", _MOST_BYTES * limits.characters)
    text = decode(content, name)
    return Source(
        name=Path(name).name,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        blocks=tuple(_blocks(_one_line_end(fold_radicals(text)))),
        notices=tuple(_lost_characters(text)),
    )


def _lost_characters(text: str) -> Iterator[Notice]:
    """Yield a notice where a conversion before has lost characters."""
    if count := text.count("\ufffd"):
        chinese = f"文中有 {count} 处无法识别的字符"
        yield Notice(kind=NoticeKind.PART, text=chinese, english=f"{count} characters of the text are lost", start=text.index("\ufffd"))


def _one_line_end(text: str) -> str:
    r"""Return the text with ``\n`` at line ends only; the length is kept."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _blocks(text: str) -> Iterator[Line | Row]:
    """Yield lines and rows, without contents, page numbers and running heads."""
    starts, raw_lines = _lines(text)
    trimmed = [line.strip(_EDGES) for line in raw_lines]
    is_marked_up, paged = has_markup(text), "\f" in text
    if is_marked_up:
        trimmed = [strip_markup(line) if has_markup(line) else line for line in trimmed]
    left_out = _left_out(raw_lines, trimmed, paged)
    gap, page, in_table = 0, 1, False
    for index, (begin, raw, words) in enumerate(zip(starts, raw_lines, trimmed, strict=True)):
        if paged:
            page += raw.count("\f")
        if not words or index in left_out:
            gap += 1
            continue
        where = page if paged else None
        tabbed = "\t" in raw
        parts = _cell_texts(raw, words, in_table and gap == 0) if tabbed or words[0] == "|" else []
        if parts:
            if "--" in raw and all(_RULE_CELL.match(part.strip()) for part in parts):
                continue
            pieces = _cut_cells(parts, begin + (0 if tabbed else raw.index("|") + 1), is_marked_up and has_markup(raw))
            if (tabbed and not is_marked_up) or any([piece.text for piece in pieces]):
                yield Row(pieces, gap, where)
                in_table = True
        else:
            heading = _HEADING.match(words) if words[0] == "#" else None
            left = begin + (raw.index("#") + heading.end() if heading else 0)
            piece = cut_piece(raw[left - begin :], left)
            if piece.text:
                yield Line(piece=piece, level=len(heading[1]) if heading else 0, gap=gap, page=where)
                in_table = False
        gap = 0


def _left_out(raw_lines: list[str], trimmed: list[str], paged: bool) -> set[int]:
    """Return the indexes of the lines of contents, and of page numbers and running heads."""
    numbers = [index for index, words in enumerate(trimmed) if words and len(words) < LONGEST_NUMBER and is_page_number(words)]
    heads = running_heads(_pages(raw_lines, trimmed, paged, numbers))
    left_out = {index for index in numbers if "\t" not in raw_lines[index]} | contents_lines(trimmed)
    if heads:
        left_out.update(index for index, words in enumerate(trimmed) if words in heads)
    if may_lead("\n".join(trimmed)):
        left_out.update(index for index, words in enumerate(trimmed) if has_leader(words))
    return left_out


def _lines(text: str) -> tuple[list[int], list[str]]:
    """Return where each line begins, and the lines; a form feed begins a line, also where none ended before it."""
    lines = text.split("\n")
    ends = [len(line) + 1 for line in lines]
    if "\f" in text:
        split = [_PAGE_BREAK.split(line) for line in lines]
        lines = [part for parts in split for part in parts]
        ends = [len(part) + (at == len(parts)) for parts in split for at, part in enumerate(parts, 1)]
    return list(accumulate(ends, initial=0))[:-1], lines


def _pages(raw_lines: list[str], trimmed: list[str], paged: bool, numbers: list[int]) -> list[list[str]]:
    """Return the trimmed lines of each page: form feeds part them or, where a conversion left none, their numbers (- 7 -)."""
    if paged:
        starts = [index for index, raw in enumerate(raw_lines) if "\f" in raw]
        return [trimmed[first:last] for first, last in pairwise([0, *starts, len(trimmed)])]
    starts = [index for index in numbers if trimmed[index][0] in _DASHES]
    return [trimmed[first + 1 : last] for first, last in pairwise([*starts, len(trimmed)])]


def _cell_texts(raw: str, words: str, follows_row: bool) -> list[str]:
    """Return the cells of a row as they stand between its tabs or pipes, none for a line of prose."""
    if "\t" in raw:
        return [] if _is_prose(raw, words, follows_row) else raw.split("\t")
    if words.count("|") > 1:
        return words[1 : -1 if words.endswith("|") else None].split("|")
    return []


def _cut_cells(parts: list[str], begin: int, is_marked_up: bool) -> tuple[Piece, ...]:
    """Return the pieces of cells of which the first begins at ``begin``, with one character between two of them."""
    cut = cut_piece if is_marked_up else cut_plain
    pieces: list[Piece] = []
    for part in parts:
        end = begin + len(part)
        if is_marked_up or part.strip(_BLANKS) is not part:
            pieces.append(cut(part, begin))
        else:
            pieces.append(Piece(part, range(begin, end)) if part else EMPTY)
        begin = end + 1
    return tuple(pieces)


def _is_prose(raw: str, words: str, follows_row: bool) -> bool:
    r"""Whether the tabs of a line are indents, stand after its numbering or fill up a title: ``一、\t部门概况`` | ``支出总表\t\t``."""
    if "\t" not in words and _TITLE_ROW.match(words):
        return True
    if follows_row:
        return False
    if "\t" not in words:
        return raw.strip(_BLANKS).startswith("\t") and not raw.rstrip(_BLANKS).endswith("\t") and raw.count("\t") < 3
    first, _, rest = words.partition("\t")
    if "\t" in rest:
        return False
    return bool(_NUMBERING.match(first) and not rest[:1].isdigit()) or (len(first) > 20 and words.endswith("。"))
