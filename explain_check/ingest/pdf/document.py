"""All pages of a PDF, read one after the other, and what must be said of those that could not be."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from explain_check.ingest.limits import Limits, damaged, too_many_characters, too_slow
from explain_check.ingest.pdf.marks import PageMarks
from explain_check.ingest.pdf.page import read_marks
from explain_check.ingest.pdf.parts import Page
from explain_check.ingest.pdf.pdfium import Handle, open_pdf, read_page, render_page
from explain_check.ingest.pdf.recognise import SCALE, Recogniser, can_recognise
from explain_check.ingest.pdf.sideways import Sheets
from explain_check.model.document import Notice, NoticeKind

#: The share of the time for recognising: the rest is for what comes after.
_SHARE = 0.7
#: A file that begins with so many pages that cannot be loaded is broken, whatever number of pages it claims.
_MOST_BROKEN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPages:
    """The pages that could be read; ``recognised`` are the numbers of those whose characters were recognised in a picture."""

    pages: tuple[Page, ...]
    notices: tuple[Notice, ...]
    recognised: frozenset[int]


def read_document(content: bytes, name: str, limits: Limits) -> FoundPages:
    """Return the pages of a PDF's bytes; UnreadableDocumentError where it is encrypted, broken or takes too long."""
    start = time.monotonic()
    pages: list[Page] = []
    pictures: list[int] = []
    broken: list[int] = []
    recognised: set[int] = set()
    characters = 0
    sheets = Sheets()
    with open_pdf(content, name) as document:
        for index in range(len(document)):
            if time.monotonic() - start > limits.seconds:
                raise too_slow(name, limits)
            marks = read_page(document, index)
            if marks is None:
                broken.append(index + 1)
                if len(broken) > _MOST_BROKEN and not characters:
                    break
                continue
            characters += len(marks.glyphs)
            if characters > limits.characters:
                raise too_many_characters(name, limits)
            if marks.is_picture:
                pictures.append(marks.number)
            if marks.is_recognised:
                recognised.add(marks.number)
            pages += [read_marks(whole) for whole in sheets.take(marks)]
        pages += [read_marks(whole) for whole in sheets.rest()]
        read = _recognise(document, pictures, start + _SHARE * limits.seconds)
        count = len(document)
    if not pages:
        raise damaged(name, "PDF")
    by_number = {page.number: page for page in pages} | {marks.number: read_marks(marks) for marks in read}
    recognised.update(marks.number for marks in read)
    notices = _notices(sorted(set(pictures) - recognised), sorted(recognised), broken, count)
    return FoundPages(pages=tuple(by_number[n] for n in sorted(by_number)), notices=tuple(notices), recognised=frozenset(recognised))


def _recognise(document: Handle, pictures: Sequence[int], deadline: float) -> list[PageMarks]:
    """Return what could be recognised on pages without text before a deadline, nothing where the library is not installed."""
    if not pictures or not can_recognise():
        return []
    try:
        recogniser = Recogniser()
    except ImportError:
        return []
    found: list[PageMarks] = []
    for number in pictures:
        if time.monotonic() > deadline:
            break
        picture = render_page(document, number - 1, SCALE)
        marks = recogniser.read(picture, number) if picture is not None else None
        if marks is not None and marks.glyphs:
            found.append(marks)
    return found


def _notices(unread: Sequence[int], recognised: Sequence[int], broken: Sequence[int], count: int) -> Iterator[Notice]:
    if unread:
        is_scan = 2 * len(unread) > count
        hint = "请安装 explain-check[ocr] 或用 --max-seconds 延长时间" if not recognised else "请用 --max-seconds 延长时间"
        english = "install explain-check[ocr], or give it more time with --max-seconds"
        which = "全部" if len(unread) == count else f"第 {_ranges(unread)} 页"
        yield Notice(
            kind=NoticeKind.SCAN if is_scan else NoticeKind.PICTURE,
            text=f"共 {count} 页，{which}没有文字层（扫描件或图片），未能读取；{hint}，或使用可复制文字的 PDF",
            english=f"{len(unread)} of {count} pages ({_ranges(unread)}) have no text layer and were not read; {english}",
        )
    if recognised:
        yield Notice(
            kind=NoticeKind.OCR,
            text=f"共 {count} 页，第 {_ranges(recognised)} 页由OCR识别，其中的数字请核对原件",
            english=f"pages {_ranges(recognised)} of {count} were read by OCR: compare their figures with the original",
        )
    if broken:
        yield Notice(
            kind=NoticeKind.PART,
            text=f"第 {_ranges(broken)} 页已损坏，未能读取",
            english=f"pages {_ranges(broken)} are damaged and were not read",
        )


def _ranges(numbers: Sequence[int]) -> str:
    """Return page numbers with runs drawn together: 1–3、7."""
    runs = [[number for _, number in group] for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return "、".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
