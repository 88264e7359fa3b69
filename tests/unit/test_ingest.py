"""Reading of files: blocks, offsets, encodings, refusals."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest import read_source, readable_suffixes
from explain_check.model.document import Line, Row
from explain_check.model.errors import UnreadableDocumentError

FOLDER = Path(__file__).parents[1] / "cases" / "ingest"
CASES = [case for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
TEXT = "一、收入支出预算总体情况说明\n本单位2024年收入总计100.00万元，支出总计100.00万元。\n"


def pieces_of(block):
    return block.cells if isinstance(block, Row) else (block.piece,)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_blocks(case, tmp_path):
    path = tmp_path / case.get("file", "a.txt")
    path.write_bytes(case["text"].replace("→", "\t").replace("␌", "\f").encode(case.get("encoding", "utf-8")))
    source = read_source(path)
    lines = [block for block in source.blocks if isinstance(block, Line)]
    rows = [block for block in source.blocks if isinstance(block, Row)]
    if "lines" in case:
        assert [line.piece.text for line in lines] == case["lines"]
    if "rows" in case:
        assert [[piece.text for piece in row.cells] for row in rows] == case["rows"]
    if "levels" in case:
        assert [line.level for line in lines] == case["levels"]
    if "pages" in case:
        assert [block.page for block in source.blocks] == case["pages"]
    if "gaps" in case:
        assert [block.gap for block in source.blocks] == case["gaps"]
    for block in source.blocks:
        for piece in pieces_of(block):
            assert len(piece.text) == len(piece.offsets)
            if not case.get("folded"):
                assert "".join(source.text[i] for i in piece.offsets) == piece.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    source = read_source(path)
    assert source.blocks[0].piece.text == "一、收入支出预算总体情况说明"
    assert source.text.lstrip("\ufeff") == TEXT


REFUSED = {
    "empty.txt": (b"", "空"),
    "blank.txt": (b" \n\t\n", "空"),
    "nul.txt": (b"abc\x00\x01\x02", "二进制"),
    "pdf.txt": (b"%PDF-1.7\n...", "PDF"),
    "zip.txt": (b"PK\x03\x04\x00\x00", "损坏"),
    "ole.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "损坏"),
    "broken.txt": (b"\xff\xfa\x81\x20\xc3\x28", "UTF-8"),
    "big5.txt": ("預算收入總計與支出總計說明，單位為萬元，請參閱附件內容。".encode("big5"), "UTF-8"),
    "mojibake.txt": ("一、收入支出预算总体情况说明，单位收入总计和支出总计".encode().decode("gb18030", "ignore").encode(), "乱码"),
    "table.csv": (b"x", "不支持"),
    "nosuffix": (b"x", "不支持"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals(name, tmp_path):
    content, word = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableDocumentError) as caught:
        read_source(path)
    assert name in str(caught.value)
    assert name in caught.value.english
    assert word in str(caught.value) or "乱码" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_and_folder(tmp_path):
    with pytest.raises(UnreadableDocumentError, match="找不到"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(UnreadableDocumentError, match="文件夹"):
        read_source(tmp_path)


def test_suffixes():
    assert {".docx", ".md", ".pdf", ".txt"} <= set(readable_suffixes())
