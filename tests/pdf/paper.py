"""Write small PDFs: text at its place, rules, boxes, pictures."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pdf.box_font import box_font

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Box /Encoding /UniGB-UCS2-H /DescendantFonts [<<"
    b" /Type /Font /Subtype /CIDFontType2 /BaseFont /Box /DW 1000 /W [1 95 500] /CIDToGIDMap 5 0 R"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /Box /Flags 4 /FontBBox [50 -120 950 880]"
    b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontFile2 6 0 R >> >>] >>"
)


@dataclass(slots=True)
class Paper:
    """A page on which one can write and draw; places are points from the lower left corner."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    _marks: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 12, *, degrees: float = 0, hidden: bool = False, spread: float = 0) -> None:
        """Write a text from (x, y); ``spread`` points are added after each character."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        code = text.encode("utf-16-be").hex()
        mode = 3 if hidden else 0
        self._marks.append(
            f"BT /F1 {size} Tf {mode} Tr {spread} Tc {cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x:.2f} {y:.2f} Tm <{code}> Tj ET"
        )

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a line."""
        self._marks.append(f"{width} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a line as a filled box, as many programs do."""
        wide, high = max(x1 - x0, width), max(y1 - y0, width)
        self._marks.append(f"{x0:.2f} {y0:.2f} {wide:.2f} {high:.2f} re f")

    def dots(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line as small squares."""
        steps = max(int(max(x1 - x0, y1 - y0) / 1.5), 1)
        for step in range(steps + 1):
            x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
            self._marks.append(f"{x:.2f} {y:.2f} 0.75 0.75 re f")

    def double(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line twice, side by side."""
        aside = (0.0, 0.75) if y0 == y1 else (0.75, 0.0)
        for sign in (-1, 1):
            dx, dy = sign * aside[0], sign * aside[1]
            self.bar(x0 + dx, y0 + dy, x1 + dx, y1 + dy)

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw the four sides of a box in one stroke."""
        self._marks.append(f"0.5 w {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re S")

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a grey picture."""
        self._marks.append(f"q {x1 - x0:.2f} 0 0 {y1 - y0:.2f} {x0:.2f} {y0:.2f} cm /I1 Do Q")

    @property
    def content(self) -> bytes:
        """The operators of the page."""
        return "\n".join(self._marks).encode()


def width_of(text: str, size: float) -> float:
    """Return how wide a text is."""
    return sum(size if char >= "\u2e80" else size / 2 for char in text)


def write_pdf(papers: Sequence[Paper]) -> bytes:
    """Return the bytes of a PDF with these pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT, _picture(), *_font_files()]
    kids: list[str] = []
    for paper in papers:
        kids.append(f"{len(objects) + 1} 0 R")
        box = f"/MediaBox [0 0 {paper.width} {paper.height}] /Rotate {paper.rotate}"
        resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {resources} /Contents {len(objects) + 2} 0 R >>".encode())
        objects.append(_stream(b"", zlib.compress(paper.content)))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _font_files() -> Iterator[bytes]:
    """Yield which glyph each character has, the narrow box for the first 95, and the font itself."""
    yield _stream(b"", zlib.compress(b"\0\0" + b"\0\2" * 95 + b"\0\1" * (0x10000 - 96)))
    yield _stream(b"", zlib.compress(box_font()))


def _picture() -> bytes:
    return _stream(b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", zlib.compress(b"\x80"))


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


def _file(objects: Iterable[bytes]) -> bytes:
    """Return the objects, numbered from 1, as a file with its table of offsets."""
    out = bytearray(b"%PDF-1.7\n")
    offsets: list[int] = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, start)
    return bytes(out)
