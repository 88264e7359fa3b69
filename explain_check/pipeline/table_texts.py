"""The texts that stand in tables, to be read for their wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from explain_check.model.case import CellCase, WordingCase
from explain_check.model.document import Document, Piece, Row
from explain_check.model.finding import Outcome
from explain_check.model.table import Table
from explain_check.rules.registry import judge_case
from explain_check.structure.fold import read_passage

_LONG_TEXT = 24
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: Parts labels that are read as one text; no slip reaches over it.
_BETWEEN = "|"


def find_table_texts(document: Document) -> Iterator[CellCase | WordingCase]:
    """Yield the texts in tables, each wording once: labels as cells, long ones (goals, bases of projects) as passages.

    Labels stand in a document by the hundred, and hardly ever is one wrong: all of them together are asked about first.
    """
    tables = sorted(document.tables, key=lambda table: table.start)
    starts = [table.start for table in tables]
    texts = _distinct(document)
    are_right = not tables or _are_right(tables[0], [text for text in texts if len(text) <= _LONG_TEXT])
    for text, (piece, page) in texts.items():
        if (are_right and len(text) <= _LONG_TEXT) or not _CHINESE.search(text):
            continue
        table = tables[max(0, bisect_right(starts, piece.offsets[0]) - 1)] if tables else None
        passage = read_passage(piece, table.caption if table else "", page)
        if len(passage.text) > _LONG_TEXT:
            yield WordingCase(passage=passage, year=document.year)
        elif table:
            yield CellCase(table=table, passage=passage)


def _distinct(document: Document) -> dict[str, tuple[Piece, int | None]]:
    """Return the texts of all cells, each with the first cell that holds it and its page."""
    texts: dict[str, tuple[Piece, int | None]] = {}
    for block in document.source.blocks:
        if isinstance(block, Row):
            for piece in block.cells:
                if piece.text not in texts:
                    texts[piece.text] = piece, block.page
    return texts


def _are_right(table: Table, labels: Sequence[str]) -> bool:
    """Whether no rule on cells finds a slip in any of some labels: it would find it in all of them read as one, too."""
    text = _BETWEEN.join(labels)
    whole = CellCase(table=table, passage=read_passage(Piece(text, range(len(text))), table.caption, None))
    return all(verdict.outcome is not Outcome.FAIL for _, verdict in judge_case(whole))
