"""What the renderers write is the corpus: no character is lost, every cell has its place."""

import pytest

from formats.blocks import Grid, Paragraph, corpus_files, read_blocks, read_corpus
from formats.render import html_of, write_docx
from formats.render_xlsx import split_tables, write_xlsx

each = pytest.mark.parametrize("file", corpus_files())


def letters(text):
    return "".join(text.replace("#", "").replace("<b>", "").replace("</b>", "").replace("\ufeff", "").split())


@each
def test_blocks_hold_the_text(file):
    text = read_corpus(file)
    blocks = read_blocks(text)
    found = [block.text if isinstance(block, Paragraph) else "".join(cell for row in block.rows for cell in row) for block in blocks]
    assert letters("".join(found)) == letters(text)
    assert sum(isinstance(block, Grid) for block in blocks) >= 9


@each
def test_spans_cover_each_place_once(file):
    for grid in (block for block in read_blocks(read_corpus(file)) if isinstance(block, Grid)):
        places = [
            (span.row + down, span.column + right) for span in grid.spans() for down in range(span.rows) for right in range(span.columns)
        ]
        assert sorted(places) == [(row, column) for row in range(len(grid.rows)) for column in range(grid.width)]
        assert [span.text for span in grid.spans() if span.text] == [cell for row in grid.rows for cell in row if cell]


def test_merged_headers_are_found_again():
    grid = Grid(rows=(("科目编码", "", "科目名称", "合计"), ("类", "款", "", ""), ("205", "01", "教育管理", "1.00")), head=2)
    merged = [(span.text, span.rows, span.columns) for span in grid.spans() if span.rows * span.columns > 1]
    assert merged == [("科目编码", 1, 2), ("科目名称", 2, 1), ("合计", 2, 1)]


def test_files_are_written(tmp_path):
    blocks = read_blocks(read_corpus(corpus_files()[0]))
    prose, tables = split_tables(blocks)
    assert write_docx(blocks, tmp_path / "a.docx").stat().st_size > 5000
    assert write_xlsx(tables, tmp_path / "a.xlsx").stat().st_size > 5000
    assert html_of(blocks).count("<table>") == len(tables)
    assert not [block for block in prose if isinstance(block, Grid)]
