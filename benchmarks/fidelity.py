"""How many cells of the corpus' tables keep their row and column on the way through a PDF."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from formats.blocks import Block, Grid, corpus_files, read_blocks, read_corpus  # noqa: E402
from formats.render import html_of, write_docx, write_pdf  # noqa: E402
from formats.render_xlsx import split_tables, write_printed  # noqa: E402

from explain_check.ingest import read_source  # noqa: E402
from explain_check.model.document import Row, Source  # noqa: E402

Cells = dict[tuple[int, int], str]


def grid_cells(grid: Grid) -> Cells:
    """Return the texts of a table by row and column; a cell over several columns stands in each."""
    return {
        (span.row, column): "".join(span.text.split())
        for span in grid.spans()
        for column in range(span.column, span.column + span.columns)
        if span.text
    }


def read_tables(source: Source) -> Iterator[Cells]:
    """Yield the tables of what was read: rows without a gap between them."""
    rows: list[Row] = []
    for block in (*source.blocks, None):
        if not isinstance(block, Row) or block.gap:
            if rows:
                yield {(r, c): "".join(p.text.split()) for r, row in enumerate(rows) for c, p in enumerate(row.cells) if p.text}
            rows = []
        if isinstance(block, Row):
            rows.append(block)


def count_right(expected: list[Cells], found: list[Cells]) -> tuple[int, int]:
    """Return how many cells are right, of how many that were printed or read; tables are held against each other in their order.

    A table that is not found leaves those behind it with their own.
    """
    best = [[(0, 0)] * (len(found) + 1) for _ in range(len(expected) + 1)]
    for i, one in enumerate(expected, 1):
        for j, other in enumerate(found, 1):
            right = sum(other.get(place) == text for place, text in one.items())
            paired = (best[i - 1][j - 1][0] + right, best[i - 1][j - 1][1] + min(len(one), len(other)))
            best[i][j] = max(paired, best[i - 1][j], best[i][j - 1], key=lambda sums: sums[0])
    right, shared = best[-1][-1]
    return right, sum(map(len, expected)) + sum(map(len, found)) - shared


def write_origin(blocks: tuple[Block, ...], stem: Path, renderer: str) -> Path:
    """Return the file that is printed: a page, a text, or a workbook without borders whose sheets fit their page (or do not)."""
    if renderer == "chromium":
        page = stem.with_suffix(".html")
        page.write_text(html_of(blocks), encoding="utf-8")
        return page
    if renderer == "libreoffice":
        return write_docx(blocks, stem.with_suffix(".docx"))
    return write_printed(split_tables(blocks)[1], stem.with_suffix(".xlsx"), is_fitted=renderer == "sheets")


def measure(renderers: list[str], files: list[str]) -> float:
    """Print each document's share of right cells and return that of all."""
    right = total = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            blocks = read_blocks(read_corpus(file))
            expected = [grid_cells(block) for block in blocks if isinstance(block, Grid)]
            for renderer in renderers:
                origin = write_origin(blocks, folder / Path(file).stem, renderer)
                some, all_ = count_right(expected, list(read_tables(read_source(write_pdf(origin, folder)))))
                print(f"{file[:40]:42} {renderer:12} {some:5} of {all_:5} {some / all_:8.4f}")
                right, total = right + some, total + all_
    return right / total


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renderer", choices=("chromium", "libreoffice", "sheets", "wide-sheets"), action="append")
    parser.add_argument("--documents", type=int, default=None, help="the first so many documents only")
    asked = parser.parse_args()
    share = measure(asked.renderer or ["chromium", "libreoffice"], corpus_files()[: asked.documents])
    print(f"cells at their row and column: {share:.4f}")


if __name__ == "__main__":
    main()
