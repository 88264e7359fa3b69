"""What could not be read as meant, for the rules that say so."""

from __future__ import annotations

from collections.abc import Iterator

from explain_check.model.case import ReadingCase
from explain_check.model.document import Document, Notice
from explain_check.model.text import Location, Place


def find_unread(document: Document) -> Iterator[ReadingCase]:
    """Yield what was left unread, in the order in which it was noticed."""
    for notice in document.source.notices:
        yield ReadingCase(kind=notice.kind.value, detail=notice.text, english=notice.english, place=_place(notice, document))


def _place(notice: Notice, document: Document) -> Place:
    """Return the beginning of the line where a notice stands."""
    text = document.source.text
    end = text.find("\n", notice.start)
    quote = text[notice.start : end if end >= 0 else len(text)][:40]
    where = Location(section="", page=None, start=notice.start, end=notice.start + len(quote))
    return Place(quote=quote.strip(), location=where)
