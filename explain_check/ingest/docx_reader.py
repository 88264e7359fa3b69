"""Read Word files (DOCX): paragraphs with their computed numbers, tables with merged cells, text boxes, notes."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from explain_check.ingest.archive import Archive
from explain_check.ingest.docx_numbering import Numbering
from explain_check.ingest.docx_runs import Paragraph, RunReader
from explain_check.ingest.docx_styles import Styles, list_of, outline_level
from explain_check.ingest.docx_tables import TableReader
from explain_check.ingest.headings import heading_level
from explain_check.ingest.layout import SourceBuilder
from explain_check.ingest.limits import LIMITS, Limits, damaged
from explain_check.ingest.xml import Element, attribute, child, children, local, parse_xml, value
from explain_check.model.document import Notice, NoticeKind, Source

SUFFIXES = (".docx", ".docm", ".dotx")
_KIND = "Word"
#: What holds blocks and is no block itself: content controls, insertions, mark-up of others.
_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"))


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a Word file; UnreadableDocumentError where it is damaged or goes beyond the limits."""
    return DocxReader(Archive(content, name, limits.unpacked, _KIND), name).read(content)


class DocxReader:
    """Reads one file; what it found is laid out in reading order."""

    def __init__(self, archive: Archive, name: str) -> None:
        """Read the parts beside the text: styles, lists, notes."""
        self._archive = archive
        self._name = name
        self._main = self._find_main()
        related = self._related()
        self._styles = Styles(self._parse(related.get("styles")))
        self._numbering = Numbering(self._parse(related.get("numbering")))
        self._notes = {
            (kind, attribute(note, "id") or ""): note
            for kind in ("footnote", "endnote")
            for note in children(self._parse(related.get(f"{kind}s")), kind)
        }
        self._runs = RunReader(self._styles)
        self._builder = SourceBuilder()
        self._page: int | None = None
        self._before = ""
        self._pictures = 0
        self._chunks = 0
        self._revisions = 0
        self._has_contents = False

    def read(self, content: bytes) -> Source:
        """Return the source; ``content`` is the file's bytes."""
        root = self._parse(self._main)
        body = child(root, "body")
        if body is None:
            raise damaged(self._name, _KIND)
        names = Counter(local(element) for element in body.iter())
        self._page = 1 if names["lastRenderedPageBreak"] else None
        self._revisions = names["ins"] + names["del"] + names["moveTo"]
        self._add_blocks(body)
        self._flush()
        return self._builder.build(content, self._name, self._notices(), has_contents=not self._has_contents)

    def _parse(self, part: str | None) -> Element | None:
        content = self._archive.find(part) if part else None
        return parse_xml(content, self._name, _KIND) if content else None

    def _find_main(self) -> str:
        """Return the name of the part with the text, which is mostly word/document.xml."""
        for relation in children(self._parse("_rels/.rels"), "Relationship"):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                main = (attribute(relation, "Target") or "").removeprefix("/")
                if main in self._archive.names:
                    return main
        if "word/document.xml" in self._archive.names:
            return "word/document.xml"
        raise damaged(self._name, _KIND)

    def _related(self) -> dict[str, str]:
        """Return the names of the other parts by what they are: styles, numbering, footnotes, endnotes."""
        folder, file = posixpath.split(self._main)
        relations = children(self._parse(f"{folder}/_rels/{file}.rels"), "Relationship")
        found = {(attribute(one, "Type") or "").rpartition("/")[2]: attribute(one, "Target") or "" for one in relations}
        return {kind: posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for kind, target in found.items()}

    def _add_blocks(self, parent: Element) -> None:
        """Add the paragraphs and tables below an element."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._add_paragraph(element)
            elif name == "tbl":
                self._add_table(element)
            elif name == "sdt" and _is_contents(element):
                self._has_contents = True
            elif name in _WRAPPERS:
                self._add_blocks(element)
            elif name == "AlternateContent":
                self._add_blocks(next(iter(element), ()))
            self._chunks += name == "altChunk"

    def _add_paragraph(self, element: Element) -> None:
        """Add a paragraph; one whose end mark was deleted goes on in the next."""
        properties = child(element, "pPr")
        found = self._runs.read(element)
        style = self._styles.paragraph(value(properties, "pStyle"))
        self._pictures += found.pictures
        if self._page is not None:
            self._page += found.pages
        mark = child(properties, "rPr")
        is_joined = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        if is_joined:
            self._before += found.text
        elif style.is_contents:
            self._has_contents = True
        elif not style.is_hidden:
            text, self._before = self._before + found.text, ""
            level = outline_level(properties)
            self._add_lines(self._number(properties, text) + text, style.level if level is None else level)
        self._add_anchored(found)

    def _add_lines(self, text: str, level: int) -> None:
        """Add a paragraph line by line; a heading that looks like prose is prose."""
        lines = text.split("\n")
        for line in lines:
            self._builder.add_line(line, level=heading_level(line, level), page=self._page)
        if not text.strip():
            self._builder.add_break()

    def _number(self, properties: Element | None, text: str) -> str:
        """Return the number that Word prints before a paragraph; empty paragraphs are not numbered here."""
        style = self._styles.paragraph(value(properties, "pStyle"))
        found = list_of(properties) or style.list
        if found is None or not text.strip():
            return ""
        number_id, depth = found
        if depth is None:
            own = value(properties, "numPr", "ilvl")
            depth = int(own) if own and own.isdigit() else self._numbering.level_of_style(number_id, style.id)
        return self._numbering.advance(number_id, depth)

    def _add_anchored(self, found: Paragraph) -> None:
        """Add the text boxes and notes that are anchored in a paragraph."""
        for box in found.boxes:
            self._add_blocks(box)
        for key in found.notes:
            if key in self._notes:
                self._add_blocks(self._notes[key])

    def _add_table(self, element: Element) -> None:
        """Add a table; one that only frames others or a text is passed through."""
        reader = TableReader(self._cell_text)
        self._builder.add_break()
        if reader.is_frame(element):
            for cell in reader.cells(element):
                self._add_blocks(cell)
        else:
            self._builder.add_table(reader.read(element), page=self._page)
            if self._page is not None:
                self._page += sum(local(part) == "lastRenderedPageBreak" for part in element.iter())
        self._builder.add_break()

    def _cell_text(self, cell: Element) -> str:
        """Return the text of a cell, its paragraphs and those of tables inside parted by blanks."""
        return " ".join(text for paragraph in _paragraphs(cell) for text in self._paragraph_texts(paragraph) if text)

    def _paragraph_texts(self, element: Element) -> Iterator[str]:
        properties = child(element, "pPr")
        found = self._runs.read(element)
        self._pictures += found.pictures
        text = found.text.strip()
        yield (self._number(properties, text) + text).replace("\n", " ")
        for box in found.boxes:
            yield self._cell_text(box)

    def _flush(self) -> None:
        """Add what a paragraph without end mark left at the end of the document."""
        if self._before.strip():
            self._add_lines(self._before, 0)

    def _notices(self) -> Iterator[Notice]:
        if self._pictures:
            yield Notice(
                kind=NoticeKind.PART,
                text=f"文件里有 {self._pictures} 张图片，图片中的文字和表格没有读取",
                english=f"the file holds {self._pictures} pictures; text and tables in them were not read",
            )
        if self._revisions:
            yield Notice(
                kind=NoticeKind.PART,
                text=f"文件里有 {self._revisions} 处修订还没有接受或拒绝，按全部接受后的文字核对",
                english=f"{self._revisions} tracked changes are neither accepted nor rejected; the text is checked as if all were accepted",
            )
        if self._chunks:
            yield Notice(
                kind=NoticeKind.PART,
                text=f"文件里嵌入了 {self._chunks} 个其他文件，没有读取；请用 Word 打开后另存",
                english=f"{self._chunks} files embedded in this one were not read; open it in Word and save it",
            )


def _paragraphs(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs below an element, through tables and wrappers, but not those of text boxes."""
    for element in parent:
        name = local(element)
        if name == "p":
            yield element
        elif name == "AlternateContent":
            yield from _paragraphs(next(iter(element), ()))
        elif name not in ("del", "moveFrom", "tcPr", "trPr", "tblPr"):
            yield from _paragraphs(element)


def _is_contents(element: Element) -> bool:
    """Whether a content control holds a table of contents."""
    return value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"
