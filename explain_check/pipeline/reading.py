"""What could not be read as meant, for the rules that say so."""

from __future__ import annotations

from collections.abc import Iterator

from explain_check.model.case import ReadingCase
from explain_check.model.document import Document
from explain_check.model.text import Location, Place


def find_unread(document: Document) -> Iterator[ReadingCase]:
    """Yield what was left unread: what the reader noticed, then tables of which there is the title alone."""
    for notice in document.source.notices:
        yield ReadingCase(kind=notice.kind.value, detail=notice.text, english=notice.english, place=_line(document, notice.start))
    for table in document.tables:
        if table.kind and not table.rows and not table.note:
            title, place = table.caption, _line(document, table.start)
            yield ReadingCase(kind="table", detail=f"“{title}”下没有读到行和列", english=f"no rows were read below {title}", place=place)
        elif table.lost_blanks:
            title, place = table.caption or "续表", _line(document, table.start)
            detail = f"“{title}”中的空单元格没有保留下来，数字对不上所在的列，未与其他数字核对；请改用原文件（PDF、Excel、Word）"
            english = f"the empty cells of {table.caption or 'a table'} are gone, its figures in no sure columns; take the original file"
            yield ReadingCase(kind="table", detail=detail, english=english, place=place)


def _line(document: Document, start: int) -> Place:
    """Return the beginning of the line at ``start``."""
    text = document.source.text
    end = text.find("\n", start)
    quote = text[start : end if end >= 0 else len(text)][:40]
    where = Location(section="", page=None, start=start, end=start + len(quote))
    return Place(quote=quote.strip(), location=where)
