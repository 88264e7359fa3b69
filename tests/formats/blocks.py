"""A disclosure of the corpus as headings, paragraphs and tables: what the renderers write in each format."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"</?b>")
#: 一、本部门职责.....	1
_LEADER = re.compile(r"\.{4,}")
#: ※ ※ 1 2 3 | 栏次 1 2 3
_NUMBER_ROW = re.compile(r"[※*\d栏行次]*$")
_TOTAL = re.compile(r"(?:合计|总计|栏次)$")
_NAMING = re.compile(r"名称|科目|行次")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; ``level`` is its heading level, 0 for none."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A printed table cell with the rows and columns that it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: ``rows`` holds its texts, one for each column; ``head`` counts its header rows."""

    rows: tuple[tuple[str, ...], ...]
    head: int

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(len(row) for row in self.rows)

    def spans(self) -> Iterator[Span]:
        """Yield the cells as an office program holds them: labels of the header over their columns, 合计 over its code and name."""
        covered: set[tuple[int, int]] = set()
        for row, texts in enumerate(self.rows):
            for column, text in enumerate((*texts, *[""] * (self.width - len(texts)))):
                if (row, column) in covered:
                    continue
                span = self._span(text, row, column)
                covered |= {(row + down, column + right) for down in range(span.rows) for right in range(span.columns)}
                yield span

    def _span(self, text: str, row: int, column: int) -> Span:
        texts = self.rows[row]
        if not text:
            return Span(text=text, row=row, column=column)
        end = column + 1
        if row == 0 and self.head > 1:
            while end < len(texts) and not texts[end]:
                end += 1
        elif column == 0 and _TOTAL.match(text) and not texts[1] and _NAMING.search(self.rows[0][1]):
            end = 2
        down = 1
        if end == column + 1 and row < self.head:
            while row + down < self.head and not self.rows[row + down][column]:
                down += 1
        return Span(text=text, row=row, column=column, rows=down, columns=end - column)


Block = Paragraph | Grid


def read_corpus(file: str) -> str:
    """Return the text of a file of the corpus."""
    entries = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["documents"]
    encoding = next(entry["encoding"] for entry in entries if entry["file"] == file)
    return (CORPUS / file).read_text(encoding=encoding)


def corpus_files() -> list[str]:
    """Return the names of the corpus' documents, in their order."""
    entries = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["documents"]
    return [entry["file"] for entry in entries]


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text: a line is a paragraph, neighbouring lines with tabs are a table."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in [*_BOLD.sub("", text).split("\n"), ""]:
        if "\t" in line and not _LEADER.search(line):
            rows.append(tuple(cell.strip() for cell in line.split("\t")))
            continue
        if rows:
            blocks.append(Grid(rows=tuple(rows), head=_count_head(rows)))
            rows = []
        heading = _HEADING.match(line)
        words = line[heading.end() if heading else 0 :].strip()
        if words:
            blocks.append(Paragraph(text=words, level=len(heading[1]) if heading else 0))
    return tuple(blocks)


def _count_head(rows: list[tuple[str, ...]]) -> int:
    """Return the number of header rows: the first, and those that name a column below a label that covers several."""
    for index, row in enumerate(rows):
        names = any(text and not above for text, above in zip(row, rows[0], strict=False))
        if index and (not names or all(_NUMBER_ROW.match(text) for text in row) or any(re.search(r"\d\.\d", text) for text in row)):
            return index
    return len(rows)
