"""Pages without text: read with the help of the extra ``ocr`` and marked, or counted and reported."""

from pathlib import Path

from explain_check.ingest import read_source
from explain_check.ingest.pdf_reader import read_bytes
from explain_check.model.document import NoticeKind
from explain_check.pipeline import check_source
from explain_check.report.contract import report_of
from pdf.paper import Paper, write_pdf

SCAN = Path(__file__).with_name("scan.pdf")


def test_a_scan_is_read_and_every_finding_says_so():
    checked = check_source(read_bytes(SCAN.read_bytes(), "scan.pdf"))
    report = report_of(checked)
    assert report["document"]["notices"] == ["共 1 页，第 1 页由OCR识别，其中的数字请核对原件"]
    change = next(claim for claim in report["claims"] if claim["kind"] == "change")
    assert (change["current"], change["delta"], change["rate"], change["ocr"]) == ("3048.31", "100.93", "5.42", True)
    assert change["cells"][0]["row"] == "合计"
    wrong = next(finding for finding in report["findings"] if finding["rule"] == "EC101")
    assert wrong["severity"] == "warning"
    assert wrong["message"].endswith("（由OCR识别，请核对原件）")
    assert wrong["message_en"].endswith("(read by OCR, compare with the original)")


def test_tables_of_a_scan_have_their_cells():
    source = read_bytes(SCAN.read_bytes(), "scan.pdf")
    rows = [[piece.text for piece in block.cells] for block in source.blocks if hasattr(block, "cells")]
    assert rows[1:] == [
        ["教育管理事务", "2,900.00", "2,450.00", "450.00"],
        ["住房公积金", "148.31", "148.31", ""],
        ["合计", "3,048.31", "2,598.31", "450.00"],
    ]


def test_recognising_leaves_nothing_behind(tmp_path, monkeypatch):
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    monkeypatch.chdir(tmp_path)
    assert read_source(SCAN).recognised
    assert list(tmp_path.iterdir()) == []


def picture_page():
    paper = Paper()
    paper.picture(0, 0, 595, 842)
    return paper


def text_page():
    paper = Paper()
    paper.text(60, 700, "一般公共预算支出1,234.50万元，比上年增加34.50万元，增长2.88%。")
    return paper


def test_a_document_of_pictures_is_reported_with_its_number_of_pages():
    checked = check_source(read_bytes(write_pdf([picture_page()] * 3), "scan.pdf"))
    (notice,) = checked.document.source.notices
    assert notice.kind is NoticeKind.SCAN
    assert notice.text.startswith("共 3 页，全部没有文字层（扫描件或图片），未能读取")
    assert [(finding.rule, finding.severity) for finding in checked.findings] == [("EC905", "warning")]


def test_single_pictures_are_an_information():
    checked = check_source(read_bytes(write_pdf([text_page(), picture_page(), text_page(), picture_page(), text_page()]), "some.pdf"))
    (notice,) = checked.document.source.notices
    assert notice.kind is NoticeKind.PICTURE
    assert "第 2、4 页没有文字层" in notice.text
    assert [finding.severity for finding in checked.findings if finding.rule == "EC905"] == ["info"]


def test_the_text_layer_of_a_scanner_is_read_and_marked():
    paper = picture_page()
    paper.text(60, 700, "一般公共预算支出1,234.50万元", hidden=True)
    source = read_bytes(write_pdf([paper]), "scan.pdf")
    assert "1,234.50" in source.text
    assert [notice.kind for notice in source.notices] == [NoticeKind.OCR]
    assert source.is_recognised(source.text.index("1,234.50"))
