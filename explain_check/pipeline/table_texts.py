"""The texts that stand in tables, to be read for their wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explain_check.model.case import CellCase, WordingCase
from explain_check.model.document import Document, Row
from explain_check.structure.fold import read_passage

_LONG_TEXT = 24
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def find_table_texts(document: Document) -> Iterator[CellCase | WordingCase]:
    """Yield the texts in tables, each wording once: labels as cells, long ones (goals, bases of projects) as passages."""
    tables = sorted(document.tables, key=lambda table: table.start)
    at = 0
    seen: set[str] = set()
    for block in document.source.blocks:
        if not isinstance(block, Row):
            continue
        for piece in block.cells:
            text = piece.text
            if text in seen:
                continue
            seen.add(text)
            if not _CHINESE.search(text):
                continue
            while at + 1 < len(tables) and tables[at + 1].start <= piece.offsets[0]:
                at += 1
            passage = read_passage(piece, tables[at].caption if tables else "", block.page)
            if len(passage.text) > _LONG_TEXT:
                yield WordingCase(passage=passage, year=document.year)
            elif tables:
                yield CellCase(table=tables[at], passage=passage)
