"""The texts that stand in tables, to be read for their wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

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
    rows = [block for block in document.source.blocks if isinstance(block, Row)]
    labels = dict.fromkeys([piece.text for row in rows for piece in row.cells if len(piece.text) <= _LONG_TEXT])
    are_right = not tables or _are_right(tables[0], labels)
    for piece, page in _distinct(rows, _LONG_TEXT if are_right else 0):
        if not _CHINESE.search(piece.text):
            continue
        table = tables[max(0, bisect_right(starts, piece.offsets[0]) - 1)] if tables else None
        passage = read_passage(piece, table.caption if table else "", page)
        if len(passage.text) > _LONG_TEXT:
            yield WordingCase(passage=passage, year=document.year)
        elif table:
            yield CellCase(table=table, passage=passage)


def _distinct(rows: Sequence[Row], length: int) -> Iterable[tuple[Piece, int | None]]:
    """Return the cells with more than ``length`` characters, of those with one text the first one, and their pages."""
    texts: dict[str, tuple[Piece, int | None]] = {}
    for row in rows:
        for piece in row.cells:
            if len(piece.text) > length:
                texts.setdefault(piece.text, (piece, row.page))
    return texts.values()


def _are_right(table: Table, labels: Iterable[str]) -> bool:
    """Whether no rule on cells finds a slip in any of some labels: it would find it in all of them read as one, too."""
    text = _BETWEEN.join(labels)
    whole = CellCase(table=table, passage=read_passage(Piece(text, range(len(text))), table.caption, None))
    return all(verdict.outcome is not Outcome.FAIL for _, verdict in judge_case(whole))
