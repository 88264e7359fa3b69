"""Read saved web pages (HTML, MHTML): the article's paragraphs, headings and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.ingest.decode import decode_marked
from explain_check.ingest.docx_numerals import write_number
from explain_check.ingest.headings import heading_level
from explain_check.ingest.html_article import Weights, find_article, find_titles
from explain_check.ingest.html_tables import cells_of, is_frame, is_unseen, read_table, rows_of
from explain_check.ingest.layout import SourceBuilder
from explain_check.ingest.limits import LIMITS, Limits, damaged, too_large
from explain_check.ingest.xml import Element
from explain_check.model.document import Notice, NoticeKind, Source

SUFFIXES = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
IS_TEXT = True
_MHTML = re.compile(rb"^(?:[A-Za-z-]+:.*\r?\n)*?MIME-Version:", re.IGNORECASE)
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "header", "center", "form", "fieldset", "blockquote", "pre", "address", "figure", "details")
) | frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr", "table", "tr", "td", "th", "tbody", "caption"))
_LISTS = frozenset(("ul", "ol", "dl", "div", "table", "center"))
_NUMBER_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
#: 某局2024年部门预算公开, but not 预算公开
_TITLE = re.compile(r".{4}(?:预算|决算)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENCODING = re.compile(r"<\?xml[^>]*\?>")
_SMALL = 100


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a page; UnreadableDocumentError where it has no text or goes beyond the limits."""
    if len(content) > limits.unpacked:
        raise too_large(name, "网页", "the page", limits.unpacked)
    page, charset = _page_of_archive(content) if _MHTML.match(content[:4096]) else (content, "")
    root = _parse(_ENCODING.sub("", decode_marked(page, name, charset), count=1), name)
    return PageReader(root).read(content, name)


def _page_of_archive(content: bytes) -> tuple[bytes, str]:
    """Return the page in a web archive (MHTML) and its character set; the archive itself where it holds none."""
    from email import message_from_bytes

    for part in message_from_bytes(content).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b"", part.get_content_charset() or ""
    return content, ""


def _parse(text: str, name: str) -> Element:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, "HTML") from error


class PageReader:
    """Reads the article of one page."""

    def __init__(self, root: Element) -> None:
        """Find the article."""
        self._root = root
        body = root.find("body")
        self._body = root if body is None else body
        self._weights = Weights(self._body)
        self._article = find_article(self._body, self._weights)
        self._builder = SourceBuilder()
        self._parts: list[str] = []
        self._pictures = 0

    def read(self, content: bytes, name: str) -> Source:
        """Return the source; ``content`` is the file's bytes."""
        self._add_title()
        self._read(self._article)
        self._end_line()
        return self._builder.build(content, name, self._notices())

    def _add_title(self) -> None:
        """Add the title where it names the disclosure and the article does not begin with it."""
        opening = "".join("".join(self._article.itertext()).split())[:500]
        title = next((title for title in find_titles(self._root, self._article) if _TITLE.search(title)), "")
        if title and "".join(title.split()) not in opening:
            self._builder.add_line(title)

    def _walk(self, element: Element) -> None:
        """Gather the text of an element; blocks in it begin and end lines."""
        self._add_text(element.text, element)
        for child in element:
            if not is_unseen(child) and not (child.tag in _LISTS and self._weights.is_menu(child)):
                self._read(child)
            self._add_text(child.tail, element)

    def _read(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._end_line()
        elif tag == "img":
            self._pictures += _is_large(element)
        elif tag == "table":
            self._end_line()
            self._read_table(element)
        elif tag in _BLOCKS or element is self._article:
            self._end_line()
            if tag == "li":
                self._parts.append(_list_number(element))
            self._walk(element)
            self._end_line(int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0)
        else:
            self._walk(element)

    def _read_table(self, table: Element) -> None:
        self._builder.add_break()
        for caption in table.iterchildren("caption"):
            self._builder.add_line(self._text_of(caption))
        if is_frame(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self._walk(cell)
                    self._end_line()
        else:
            self._pictures += sum(_is_large(picture) for picture in table.iter("img"))
            self._builder.add_table(read_table(table, self._text_of))
        self._builder.add_break()

    def _text_of(self, cell: Element) -> str:
        """Return the text of a cell on one line."""
        return _SPACE.sub(" ", "".join(_texts(cell)))

    def _add_text(self, text: str | None, parent: Element) -> None:
        if text:
            self._parts.append(text if parent.tag == "pre" else _SPACE.sub(" ", text))

    def _end_line(self, level: int = 0) -> None:
        """Add the line that was gathered."""
        text, self._parts = "".join(self._parts), []
        for line in text.split("\n"):
            if line.strip():
                self._builder.add_line(line, level=heading_level(line.strip(), level))

    def _notices(self) -> Iterator[Notice]:
        if self._pictures:
            yield Notice(
                kind=NoticeKind.PART,
                text=f"网页正文里有 {self._pictures} 张图片，图片中的文字和表格没有读取",
                english=f"the article holds {self._pictures} pictures; text and tables in them were not read",
            )


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a cell; lines and blocks in it are parted by blanks."""
    yield element.text or ""
    for child in element:
        if not is_unseen(child):
            parted = child.tag == "br" or child.tag in _BLOCKS
            yield " " if parted else ""
            yield from _texts(child)
            yield " " if parted else ""
        yield child.tail or ""


def _list_number(item: Element) -> str:
    """Return the number that a browser prints before an item of a numbered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or "none" in (parent.get("style") or ""):
        return ""
    start = parent.get("start") or "1"
    place = sum(1 for _ in item.itersiblings("li", preceding=True))
    number = (int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1) + place
    return f"{write_number(number, _NUMBER_FORMS.get(parent.get('type') or '', 'decimal'))}. "


def _is_large(picture: Element) -> bool:
    """Whether a picture may hold text: it is not said to be as small as an icon."""
    sizes = [size for name in ("width", "height") if (size := (picture.get(name) or "").removesuffix("px")).isdigit()]
    return not sizes or all(int(size) > _SMALL for size in sizes)
