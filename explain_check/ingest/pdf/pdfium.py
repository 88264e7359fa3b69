"""Read a PDF with PDFium; beside ``rules.py`` the only file that knows it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

import pypdfium2
import pypdfium2.raw as raw

from explain_check.ingest.limits import damaged, encrypted
from explain_check.ingest.pdf.marks import Glyph, PageMarks
from explain_check.ingest.pdf.rules import Drawing
from explain_check.ingest.pdf.turning import Turn, main_quarter, quarter_of

if TYPE_CHECKING:
    from explain_check.ingest.pdf.recognise import Pixels

#: PDFium is not thread-safe: one document at a time in a process.
_LOCK = Lock()
_PASSWORD, _SECURITY = 4, 5
#: PDFium writes U+0002 for a hyphen at the end of a line.
_HYPHEN = 2
_UNMAPPED = frozenset((0, 0xFFFD, 0xFFFE, 0xFFFF))
#: A text layer with more characters without a meaning than this share is of no use.
_MOST_UNMAPPED = 0.3
#: A page without text is a scan where pictures cover this share of it, or drawn outlines where it has more paths than this.
_PICTURE, _DRAWN = 0.25, 300
#: An invisible layer with so many times the visible characters is the text of a scan that has a printed page number.
_MOSTLY = 3
_NUMBERING = frozenset("0123456789-—–－第页共/ ")
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE

Handle: TypeAlias = "pypdfium2.PdfDocument"
RawGlyph = tuple[float, float, float, float, float, float, str]


@contextmanager
def open_pdf(content: bytes, name: str) -> Iterator[Handle]:
    """Give a PDF's handle and close it; UnreadableDocumentError where it is encrypted or broken."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise (encrypted(name) if error.err_code in (_PASSWORD, _SECURITY) else damaged(name, "PDF")) from error
        try:
            yield document
        finally:
            document.close()


def read_page(document: Handle, index: int) -> PageMarks | None:
    """Return the marks of the page at ``index``, None where it cannot be loaded."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        return _page_marks(page, index + 1)
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def render_page(document: Handle, index: int, scale: float) -> Pixels | None:
    """Return the pixels of a page, rows of blue, green and red, ``scale`` pixels a point; None where it cannot be drawn."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        pixels: Pixels = page.render(scale=scale).to_numpy()
        return pixels
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        return None
    finally:
        page.close()


def _page_marks(page: pypdfium2.PdfPage, number: int) -> PageMarks:
    drawing = Drawing()
    drawing.take_page(page.raw)
    text_page = page.get_textpage()
    try:
        layer = _read_layer(text_page.raw, has_invisible=drawing.invisible > 0)
    finally:
        text_page.close()
    turn = Turn(main_quarter({quarter: len(glyphs) for quarter, glyphs in layer.glyphs.items()}), *page.get_bbox())
    glyphs = tuple(_upright(layer.glyphs.get(turn.quarter, ()), turn))
    horizontal, vertical = drawing.rules(turn)
    width, height = turn.size
    pictured = drawing.pictured / max(width * height, 1.0)
    is_useless = layer.unmapped > _MOST_UNMAPPED * (layer.unmapped + len(glyphs))
    return PageMarks(
        number=number,
        width=width,
        height=height,
        glyphs=() if is_useless else glyphs,
        horizontal=horizontal,
        vertical=vertical,
        is_picture=is_useless or _shows_more(glyphs, pictured, drawing.paths),
        is_recognised=layer.is_invisible and pictured > _PICTURE,
    )


def _shows_more(glyphs: Sequence[Glyph], pictured: float, paths: int) -> bool:
    """Whether a page shows something that its text does not say: a scan, with a printed page number at most, or outlines."""
    words = [glyph for glyph in glyphs if glyph.char not in _NUMBERING]
    return (not glyphs and (pictured > _PICTURE or paths > _DRAWN)) or (not words and pictured > 0.5)


@dataclass(slots=True)
class _Layer:
    """The text layer of a page: glyphs by the direction they run in, how many more have no meaning, whether all are invisible."""

    glyphs: dict[int | None, list[RawGlyph]] = field(default_factory=dict)
    unmapped: int = 0
    is_invisible: bool = False


def _read_layer(text_page: object, has_invisible: bool) -> _Layer:
    """Return the text layer; where a visible and an invisible one lie over each other, the visible one."""
    seen, hidden = _Layer(), _Layer(is_invisible=True)
    unicode, origin, owner = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetTextObject
    loose, angle = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharAngle
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    for i in range(raw.FPDFText_CountChars(text_page)):
        code = unicode(text_page, i)
        char = "-" if code == _HYPHEN else chr(code)
        if (code <= 0x20 and code not in (0, _HYPHEN)) or char.isspace():
            continue
        layer = hidden if has_invisible and raw.FPDFTextObj_GetTextRenderMode(owner(text_page, i)) == _INVISIBLE else seen
        if code in _UNMAPPED or 0xE000 <= code <= 0xF8FF:
            layer.unmapped += 1
            continue
        origin(text_page, i, at_x, at_y)
        loose(text_page, i, at_box)
        lean = angle(text_page, i)
        quarter = quarter_of(lean) if lean else 0
        layer.glyphs.setdefault(quarter, []).append((box.left, box.bottom, box.right, box.top, x.value, y.value, char))
    return hidden if _count(hidden) > _MOSTLY * _count(seen) else seen


def _count(layer: _Layer) -> int:
    return sum(len(glyphs) for glyphs in layer.glyphs.values())


def _upright(glyphs: Iterable[RawGlyph], turn: Turn) -> Iterator[Glyph]:
    """Yield glyphs at their upright place; those that stand upright, nearly all, are only moved."""
    if turn.quarter == 0:
        for left, _, right, _, _, y, char in glyphs:
            yield Glyph(left - turn.left, right - turn.left, y - turn.bottom, char)
        return
    for left, bottom, right, top, x, y, char in glyphs:
        start, _, end, _ = turn.box(left, bottom, right, top)
        yield Glyph(start, end, turn.point(x, y)[1], char)
