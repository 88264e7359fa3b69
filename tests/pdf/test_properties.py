"""Every table that is drawn with its lines is read as it was drawn; no bytes make the reader fall over."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explain_check.ingest.pdf_reader import read_bytes
from explain_check.model.document import Row
from explain_check.model.errors import UnreadableDocumentError
from pdf.drawing import ABOVE, LEFT, Drawn, draw_table, merged_cells
from pdf.paper import Paper, write_pdf

LABELS = st.sampled_from(["", "合计", "行政运行", "基本支出", "机关事业单位基本养老保险缴费支出", "“三公”经费", "项目（2024年）"])
FIGURES = st.sampled_from(["", "0", "0.00", "1,234.56", "-12.00", "16,603,248", "99.79%"])
SAMPLE = write_pdf([Paper()])


@st.composite
def tables(draw):
    """Rows of texts with merged cells."""
    columns, rows = draw(st.integers(2, 6)), draw(st.integers(2, 8))
    grid = [[draw(LABELS if column == 0 or row == 0 else FIGURES) for column in range(columns)] for row in range(rows)]
    for _ in range(draw(st.integers(0, 4))):
        row, column = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        down, right = draw(st.integers(1, min(3, rows - row))), draw(st.integers(1, min(3, columns - column)))
        block = [(row + y, column + x) for y in range(down) for x in range(right)]
        if all(grid[y][x] not in (LEFT, ABOVE) for y, x in block) and not _is_merged(grid, row, column, down, right):
            for y, x in block[1:]:
                grid[y][x] = LEFT if x > column else ABOVE
    assume(_has_all_borders(grid))
    assume(sum(text not in ("", LEFT, ABOVE) for texts in grid for text in texts) > 1)
    return grid


def _is_merged(grid, row, column, down, right):
    """Whether one of the places already begins a merged cell."""
    starts = {(y, x) for y, x, rows, columns in merged_cells(grid) if rows * columns > 1}
    return any((row + y, column + x) in starts for y in range(down) for x in range(right))


def _has_all_borders(grid):
    """Whether some cell ends at each line of the grid: a line that no cell has is not there."""
    cells = list(merged_cells(grid))
    rows, columns = len(grid), len(grid[0])
    return all(any(y + down == line for y, _, down, _ in cells) for line in range(1, rows)) and all(
        any(x + right == line for _, x, _, right in cells) for line in range(1, columns)
    )


def expected(grid):
    rows = [[""] * len(grid[0]) for _ in grid]
    for row, column, _, columns in merged_cells(grid):
        rows[row][column : column + columns] = [grid[row][column]] * columns
    return [row for row in rows if any(row)]


@settings(deadline=None, max_examples=150)
@given(grid=tables(), style=st.sampled_from(["lines", "bars", "frames", "dots", "double", "apart"]), width=st.sampled_from([60, 74.5, 90]))
def test_a_drawn_table_is_read_as_it_was_drawn(grid, style, width):
    paper = Paper()
    draw_table(paper, Drawn(rows=grid, left=40, top=800, widths=[width] * len(grid[0]), height=44, style=style, size=8))
    source = read_bytes(write_pdf([paper]), "table.pdf")
    assert [[piece.text for piece in block.cells] for block in source.blocks if isinstance(block, Row)] == expected(grid)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", SAMPLE[:200], b"PK\x03\x04", bytes(range(256))], ids=repr)
def test_broken_files_are_refused_with_the_way_out(content):
    with pytest.raises(UnreadableDocumentError, match=r"^x\.pdf：PDF 文件已损坏或不完整，请重新"):
        read_bytes(content, "x.pdf")


def test_encrypted_files_are_refused_with_the_way_out():
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >> /ID [<00> <00>]" % (b"00" * 32, b"00" * 32)
    with pytest.raises(UnreadableDocumentError, match=r"^x\.pdf：文件有密码保护") as refusal:
        read_bytes(SAMPLE.replace(b"trailer <<", b"trailer << " + lock), "x.pdf")
    assert "password" in refusal.value.english


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_mutated_files_give_a_source_or_a_refusal(data):
    paper = Paper()
    paper.text(60, 700, "基本支出12.00万元")
    draw_table(paper, Drawn(rows=[["项目", "金额"], ["合计", "12.00"]], left=50, top=600, widths=[100, 100]))
    content = bytearray(write_pdf([paper]))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=12)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        source = read_bytes(bytes(content), "x.pdf")
    except UnreadableDocumentError:
        return
    assert source.name == "x.pdf"


def test_pages_are_closed(tmp_path: Path):
    """A file can be removed after reading, also where an open handle would hold it."""
    path = tmp_path / "x.pdf"
    path.write_bytes(SAMPLE)
    from explain_check.ingest import read_source

    read_source(path)
    path.unlink()
