"""The text of a Word paragraph as it reads: insertions accepted, deletions and hidden text dropped, fields shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from explain_check.ingest.docx_numbering import is_on
from explain_check.ingest.docx_styles import Styles
from explain_check.ingest.xml import Element, attribute, child, local, value

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_DROPPED = frozenset(("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "proofErr", "bookmarkStart", "bookmarkEnd"))
_PICTURES = frozenset(("drawing", "pict", "object"))
_FIELD_TEXT = "instruction"


@dataclass(slots=True)
class Paragraph:
    """A paragraph read: its text, the text boxes anchored in it, the ids of its notes, the pages that begin in it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pages: int = 0
    pictures: int = 0

    @property
    def text(self) -> str:
        """The text; lines that are broken by hand are parted by line ends."""
        return "".join(self.parts)


class RunReader:
    """Reads paragraphs of one part of a Word file."""

    def __init__(self, styles: Styles) -> None:
        """Keep the styles, which may hide text."""
        self._styles = styles
        self._fields: list[str] = []

    def read(self, paragraph: Element) -> Paragraph:
        """Return what a paragraph (w:p) holds."""
        found = Paragraph()
        self._fields.clear()
        self._walk(paragraph, found)
        return found

    def _walk(self, parent: Element, found: Paragraph) -> None:
        for element in parent:
            name = local(element)
            if name in _DROPPED:
                continue
            if name == "r":
                if not self._is_hidden(element):
                    self._read_run(element, found)
            elif name == "AlternateContent":
                self._walk(_choice(element), found)
            elif name in ("oMath", "oMathPara"):
                found.parts.extend(part.text or "" for part in element.iter() if local(part) == "t")
            else:
                self._walk(element, found)

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        switch = child(properties, "vanish")
        return is_on(switch) if switch is not None else self._styles.hides(value(properties, "rStyle"))

    def _read_run(self, run: Element, found: Paragraph) -> None:
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._read_field(attribute(element, "fldCharType"))
            elif name == "lastRenderedPageBreak":
                found.pages += 1
            elif name == "AlternateContent":
                self._read_run(_choice(element), found)
            elif name in _PICTURES:
                found.boxes.extend(_boxes(element))
                found.pictures += any(local(part) in ("blip", "imagedata") for part in element.iter())
            elif name in ("footnoteReference", "endnoteReference"):
                found.notes.append((name.removesuffix("Reference"), attribute(element, "id") or ""))
            elif name == "ruby":
                self._walk(child(element, "rubyBase") or (), found)
            elif _FIELD_TEXT not in self._fields:
                found.parts.append(_text(element, name))

    def _read_field(self, kind: str | None) -> None:
        """Follow a field: what stands between its begin and its separator is an instruction, what follows is shown."""
        if kind == "begin":
            self._fields.append(_FIELD_TEXT)
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()


def _text(element: Element, name: str) -> str:
    """Return the text of a part of a run; pages that are begun by hand are no text."""
    if name == "t":
        return element.text or ""
    if name == "br":
        return "\n"
    return _SIGNS.get(name, "")


def _choice(element: Element) -> Element:
    """Return the one of several forms of the same content (a text box as drawing and as VML) that is to be read."""
    return next(iter(element), ())


def _boxes(picture: Element) -> Iterator[Element]:
    """Yield the contents of the outermost text boxes of a drawing."""
    for element in picture:
        name = local(element)
        if name == "txbxContent":
            yield element
        else:
            yield from _boxes(_choice(element) if name == "AlternateContent" else element)
