"""The texts that stand in tables, to be read for their wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

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
    texts = dict.fromkeys([piece.text for row in rows for piece in row.cells])
    are_right = not tables or _are_right(tables[0], [text for text in texts if len(text) <= _LONG_TEXT])
    asked = {text for text in texts if (len(text) > _LONG_TEXT or not are_right) and _CHINESE.search(text)}
    for piece, page in _firsts(rows, asked):
        table = tables[max(0, bisect_right(starts, piece.offsets[0]) - 1)] if tables else None
        passage = read_passage(piece, table.caption if table else "", page)
        if len(passage.text) > _LONG_TEXT:
            yield WordingCase(passage=passage, year=document.year)
        elif table:
            yield CellCase(table=table, passage=passage)


def _firsts(rows: Sequence[Row], texts: Collection[str]) -> Collection[tuple[Piece, int | None]]:
    """Return the first cell that holds each of some texts, in their order, and its page."""
    found: dict[str, tuple[Piece, int | None]] = {}
    for piece, page in [(piece, row.page) for row in rows for piece in row.cells if piece.text in texts]:
        found.setdefault(piece.text, (piece, page))
    return found.values()


def _are_right(table: Table, labels: Sequence[str]) -> bool:
    """Whether no rule on cells finds a slip in any of some labels: it would find it in all of them read as one, too."""
    text = _BETWEEN.join(labels)
    whole = CellCase(table=table, passage=read_passage(Piece(text, range(len(text))), table.caption, None))
    return all(verdict.outcome is not Outcome.FAIL for _, verdict in judge_case(whole))
