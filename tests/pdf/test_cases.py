"""Pages: each case is what is drawn, and the lines and rows that must be read from it."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest.pdf_reader import read_bytes
from explain_check.model.document import Line, Row
from pdf.drawing import Drawn, draw_table
from pdf.paper import Paper, write_pdf

FOLDER = Path(__file__).parents[1] / "cases" / "pdf"
CASES = [(path.stem, case) for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def draw(page):
    width, height = page.get("size", [595, 842])
    paper = Paper(width=width, height=height, rotate=page.get("rotate", 0))
    for x, y, text, *options in page.get("text", []):
        paper.text(x, y, text, **(options[0] if options else {}))
    for box in page.get("lines", []):
        paper.line(*box)
    for box in page.get("pictures", []):
        paper.picture(*box)
    for table in page.get("table", []):
        rows = [[cell.strip() for cell in row.split("|")] for row in table.pop("rows").strip().splitlines()]
        draw_table(paper, Drawn(rows=rows, **table))
    return paper


def read(case):
    return read_bytes(write_pdf([draw(page) for page in case["page"]]), "case.pdf")


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{stem}-{case['name']}" for stem, case in CASES])
def test_pages(case):
    source = read(case)
    lines = [block.piece.text for block in source.blocks if isinstance(block, Line)]
    rows = ["|".join(piece.text for piece in block.cells) for block in source.blocks if isinstance(block, Row)]
    assert lines == case.get("expected_lines", [])
    assert rows == ["|".join(cell.strip() for cell in row.split("|")) for row in case.get("expected_rows", "").strip().splitlines()]
    if "pages" in case:
        assert [block.page for block in source.blocks] == case["pages"]
    for block in source.blocks:
        for piece in block.cells if isinstance(block, Row) else (block.piece,):
            assert "".join(source.text[offset] for offset in piece.offsets) == piece.text
