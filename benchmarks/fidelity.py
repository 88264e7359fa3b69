"""How many cells of the corpus' tables keep their row and column on the way through a PDF."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from formats.blocks import Grid, corpus_files, read_blocks, read_corpus  # noqa: E402
from formats.render import html_of, write_docx, write_pdf  # noqa: E402

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
    """Return how many cells are right, of how many that were printed or read."""
    found = found + [{}] * (len(expected) - len(found))
    right = sum(sum(other.get(place) == text for place, text in one.items()) for one, other in zip(expected, found, strict=False))
    return right, sum(max(len(one), len(other)) for one, other in zip(expected, found, strict=False))


def measure(renderers: list[str], files: list[str]) -> float:
    """Print each document's share of right cells and return that of all."""
    right = total = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            blocks = read_blocks(read_corpus(file))
            expected = [grid_cells(block) for block in blocks if isinstance(block, Grid)]
            for renderer in renderers:
                page = folder / f"{Path(file).stem}.html"
                page.write_text(html_of(blocks), encoding="utf-8")
                origin = page if renderer == "chromium" else write_docx(blocks, folder / f"{Path(file).stem}.docx")
                some, all_ = count_right(expected, list(read_tables(read_source(write_pdf(origin, folder)))))
                print(f"{file[:40]:42} {renderer:12} {some:5} of {all_:5} {some / all_:8.4f}")
                right, total = right + some, total + all_
    return right / total


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renderer", choices=("chromium", "libreoffice"), action="append")
    parser.add_argument("--documents", type=int, default=None, help="the first so many documents only")
    asked = parser.parse_args()
    share = measure(asked.renderer or ["chromium", "libreoffice"], corpus_files()[: asked.documents])
    print(f"cells at their row and column: {share:.4f}")


if __name__ == "__main__":
    main()
