"""Old Office files: workbooks by calamine with the formats of their cells, what needs LibreOffice, passwords."""

import struct

import pytest

from explain_check.ingest import read_source
from explain_check.ingest.limits import Limits
from explain_check.ingest.soffice import find_soffice
from explain_check.model.document import Line, Row
from explain_check.model.errors import UnreadableDocumentError
from formats.old_files import record, write_ole, write_xls


def read(path):
    source = read_source(path)
    lines = [block.piece.text for block in source.blocks if isinstance(block, Line)]
    return lines, [[piece.text for piece in block.cells] for block in source.blocks if isinstance(block, Row)]


def test_numbers_are_printed_by_their_format(tmp_path):
    texts = {(0, 0): "部门收支总体情况表", (1, 0): "项目", (1, 1): "金额", (2, 0): "合计", (3, 0): "占比"}
    content = write_xls(texts, {(2, 1): (4405.728, 0), (3, 1): (0.5, 1)}, ["#,##0.00", "0.0%"])
    (tmp_path / "a.xls").write_bytes(content)
    assert read(tmp_path / "a.xls") == (["部门收支总体情况表"], [["项目", "金额"], ["合计", "4,405.73"], ["占比", "50.0%"]])


def test_hidden_rows_and_merged_cells(tmp_path):
    texts = {(0, 0): "项目", (0, 1): "金额", (1, 0): "暗", (2, 0): "合计"}
    hidden = record(0x208, struct.pack("<HHHHHHHH", 1, 0, 2, 0, 0, 0, 0x20, 0))
    merged = record(0xE5, struct.pack("<HHHHH", 1, 0, 0, 1, 2))
    content = write_xls(texts, {(1, 1): (1, 0), (2, 1): (2, 0), (2, 2): (3, 0)}, ["0.00"], hidden + merged)
    (tmp_path / "a.et").write_bytes(content)
    assert read(tmp_path / "a.et")[1] == [["项目", "金额", "金额"], ["合计", "2.00", "3.00"]]


def test_a_sheet_that_would_fill_the_memory_is_refused(tmp_path):
    (tmp_path / "a.xls").write_bytes(write_xls({(0, 0): "甲", (65535, 255): "乙"}, {}, ["0"]))
    with pytest.raises(UnreadableDocumentError, match="上限"):
        read_source(tmp_path / "a.xls")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", write_ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})),
        ("a.xls", write_ole({"Workbook": record(0x809, struct.pack("<HHII", 0x600, 5, 0, 0)) + record(0x2F, b"x")})),
        ("a.doc", write_ole({"WordDocument": b"\xec\xa5\xc1\0" + bytes(7) + b"\x01" + bytes(20)})),
    ],
)
def test_passwords_are_said(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableDocumentError, match="密码"):
        read_source(tmp_path / name)


def test_without_libreoffice_the_way_out_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    if find_soffice() is not None:
        pytest.xfail("LibreOffice stands where it is found without PATH")
    (tmp_path / "a.doc").write_bytes(write_ole({"WordDocument": bytes(600)}))
    with pytest.raises(UnreadableDocumentError, match=r"LibreOffice.*\.docx"):
        read_source(tmp_path / "a.doc")


def test_a_page_named_as_an_old_workbook_is_read(tmp_path):
    (tmp_path / "a.xls").write_bytes("<html><meta charset=gbk><table><tr><td>合计<td>1.00</table>".encode("gbk"))
    assert read(tmp_path / "a.xls")[1] == [["合计", "1.00"]]
    (tmp_path / "b.xls").write_bytes("项目\t金额\n合计\t1.00\n".encode("gbk"))
    assert read(tmp_path / "b.xls")[1] == [["项目", "金额"], ["合计", "1.00"]]


@pytest.mark.parametrize("change", ["a chain that comes back", "a table beyond the end"])
def test_compound_files_that_do_not_hold_together(tmp_path, change):
    content = bytearray(write_xls({(0, 0): "甲"}, {(1, 0): (1, 0)}, ["0"]))
    if change == "a chain that comes back":
        table = 512 * (1 + struct.unpack_from("<I", content, 76)[0])
        struct.pack_into("<I", content, table + 4, 0)
    else:
        struct.pack_into("<I", content, 68, 0)
        content = content[:900]
    (tmp_path / "a.xls").write_bytes(content)
    with pytest.raises(UnreadableDocumentError, match="Excel 文件已损坏"):
        read_source(tmp_path / "a.xls", Limits(seconds=20))
