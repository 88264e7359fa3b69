from explain_check.ingest.layout import Placed, SourceBuilder
from explain_check.model.document import Line, Row


def test_offsets_lead_back_and_merged_cells_are_repeated() -> None:
    builder = SourceBuilder()
    builder.add_line("一、收支情况", level=1, page=1)
    builder.add_table(
        [
            Placed(text="科目", row=0, column=0, rows=2),
            Placed(text="基本支出", row=0, column=1, columns=2),
            Placed(text="人员经费", row=1, column=1),
            Placed(text="公用经费", row=1, column=2),
            Placed(text=" 合计 ", row=2, column=0),
            Placed(text="1.00", row=2, column=1),
        ],
        page=2,
    )
    source = builder.build(b"x", "folder/name.docx")
    assert source.name == "name.docx"
    line, *rows = source.blocks
    assert isinstance(line, Line)
    assert (line.piece.text, line.level, line.page) == ("一、收支情况", 1, 1)
    found = [[cell.text for cell in row.cells] for row in rows if isinstance(row, Row)]
    assert found == [["科目", "基本支出", "基本支出"], ["", "人员经费", "公用经费"], ["合计", "1.00", ""]]
    for block in source.blocks:
        for piece in block.cells if isinstance(block, Row) else (block.piece,):
            assert "".join(source.text[offset] for offset in piece.offsets) == piece.text
