"""Files that mean harm or are broken: each gets one clear line, at once, and nothing of it is executed or fetched."""

import contextlib
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from pdf.paper import Paper, write_pdf

from explain_check.ingest import read_document, readable_suffixes
from explain_check.ingest.limits import Limits
from explain_check.ingest.pdf_reader import read_bytes as read_pdf
from explain_check.model.document import NoticeKind
from explain_check.model.errors import UnreadableDocumentError
from explain_check.pipeline import check_document, check_text
from formats.old_files import write_ole
from formats.render import write_zip

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTE = "<w:p><w:r><w:t>2024年住房公积金支出预算151.37万元，财政拨款收入预算151.37万元。</w:t></w:r></w:p>"
_NESTED = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
LAUGHS = f"<!DOCTYPE x [<!ENTITY a 'ha'>{_NESTED}]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def relation(kind: str, target: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}"><Relationship Id="r" Type="x/{kind}" Target="{target}"/></Relationships>'


def write_docx(path: Path, body: str, prologue: str = "", **more: str) -> Path:
    main = f"{prologue}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    write_zip(path, {"_rels/.rels": relation("officeDocument", "word/document.xml"), "word/document.xml": main, **more})
    return path


def write_xlsx(path: Path, rows: str, prologue: str = "", sheet: str = "worksheets/sheet1.xml", **more: str) -> Path:
    book = '<workbook xmlns:r="http://r"><sheets><sheet name="支出预算表" r:id="r"/></sheets></workbook>'
    parts = {
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relation("worksheet", sheet),
        "xl/worksheets/sheet1.xml": f"{prologue}<worksheet><sheetData>{rows}</sheetData></worksheet>",
    }
    write_zip(path, parts | more)
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    """Return the one line that a file is refused with, in Chinese."""
    with pytest.raises(UnreadableDocumentError) as caught:
        check_document(path, limits or Limits())
    assert path.name in str(caught.value)
    assert path.name in caught.value.english
    assert "\n" not in str(caught.value) + caught.value.english
    return str(caught.value)


def add_bomb(path: Path, part: str, content: bytes) -> Path:
    """Add a part that unpacks to 50 MB."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content * 50_000_000)
    return path


@pytest.mark.parametrize("part", ["numbering", "styles", "footnotes"])
def test_a_bomb_in_a_word_file(tmp_path, part):
    path = write_docx(tmp_path / "a.docx", NOTE, **{"word/_rels/document.xml.rels": relation(part, f"{part}.xml")})
    assert "上限" in refusal(add_bomb(path, f"word/{part}.xml", b" "))


def test_a_bomb_in_a_workbook(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", "", sheet="worksheets/sheet2.xml")
    assert "上限" in refusal(add_bomb(path, "xl/worksheets/sheet2.xml", b"<"))


@pytest.mark.parametrize("prologue", [LAUGHS, OUTSIDE])
def test_entities_are_not_followed(tmp_path, prologue):
    assert "实体" in refusal(write_docx(tmp_path / "a.docx", NOTE.replace("。", "&i;"), prologue))
    assert "实体" in refusal(write_xlsx(tmp_path / "a.xlsx", '<row><c t="str"><v>&i;</v></c></row>', prologue))
    (tmp_path / "a.html").write_text(f"{prologue}<html><p>支出预算100万元，收入&i;</p></html>", encoding="utf-8")
    assert "root" not in check_document(tmp_path / "a.html").document.source.text


def test_deep_nesting(tmp_path):
    cell, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    assert "损坏" in refusal(write_docx(tmp_path / "a.docx", cell * 5000 + end * 5000))
    (tmp_path / "a.html").write_text("<html><div>" * 50_000 + "支出预算100万元，收入预算100万元", encoding="utf-8")
    check_or_refuse(tmp_path / "a.html")


def check_or_refuse(path: Path) -> None:
    """Hold that a file is read or refused: any other error fails the test."""
    with contextlib.suppress(UnreadableDocumentError):
        check_document(path)


def test_formulas_and_macros_are_not_executed(tmp_path):
    rows = '<row><c t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>支出预算合计</v></c><c><f>1+1</f><v>3</v></c></row>'
    path = write_xlsx(tmp_path / "a.xlsm", rows, **{"xl/vbaProject.bin": "x"})
    assert [piece.text for piece in read_document(path).blocks[-1].cells] == ["支出预算合计", "3"]
    assert "住房公积金" in read_document(write_docx(tmp_path / "a.docm", NOTE, **{"word/vbaProject.bin": "x"})).text


@pytest.mark.parametrize("suffix", [suffix for suffix in readable_suffixes() if suffix not in (".md",)])
def test_empty_and_senseless_files(tmp_path, suffix):
    for number, content in enumerate(
        (b"", b"\0" * 600, b"PK\x03\x04" + bytes(40), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), b"%PDF-1.7")
    ):
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(content)
        refusal(path)


def test_files_cut_short(tmp_path):
    whole = [write_docx(tmp_path / "a.docx", NOTE * 50), write_xlsx(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>" * 500)]
    old = tmp_path / "a.doc"
    old.write_bytes(write_ole({"WordDocument": b"x" * 9000})[:3000])
    assert "损坏" in refusal(old)
    for path in whole:
        content = path.read_bytes()
        for share in range(1, 10):
            path.write_bytes(content[: len(content) * share // 10])
            assert "损坏" in refusal(path)


def test_a_wrong_suffix_is_said(tmp_path):
    path = write_docx(tmp_path / "a.pdf", NOTE)
    checked = check_document(path)
    assert [notice.kind for notice in checked.document.source.notices] == [NoticeKind.SUFFIX]
    assert "EC907" in {finding.rule for finding in checked.findings}


def test_a_file_of_two_gigabytes_is_not_read(tmp_path):
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(2 << 30)
    assert "上限" in refusal(path)


def test_more_text_than_one_body_discloses(tmp_path):
    path = write_docx(tmp_path / "a.docx", NOTE * 1000)
    assert "字" in refusal(path, Limits(characters=10_000))
    assert "陈述" in refusal(path, Limits(claims=100))
    path = tmp_path / "a.txt"
    path.write_text("支出预算\t100万元\t收入\n" * 1000, encoding="utf-8")
    assert "单元格" in refusal(path, Limits(cells=1000))


def test_a_reader_that_takes_too_long_is_stopped(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(write_ole({"Workbook": bytes(5000)}))
    assert "秒" in refusal(path, Limits(seconds=0.001))


def test_checking_that_takes_too_long_is_stopped(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("某单位2024年支出预算100万元，比上年增加10万元，增长11%。\n", encoding="utf-8")
    assert "秒" in refusal(path, Limits(seconds=1e-6))


def test_a_pdf_with_more_text_than_one_body_discloses_is_left_at_once(tmp_path):
    paper = Paper()
    for line in range(30):
        paper.text(60, 700 - 20 * line, "某单位2024年支出预算100万元，比上年增加10万元，增长11%。")
    (tmp_path / "a.pdf").write_bytes(write_pdf([paper] * 100))
    started = time.monotonic()
    with pytest.raises(UnreadableDocumentError, match="个字的上限"):
        read_pdf((tmp_path / "a.pdf").read_bytes(), "a.pdf", Limits(characters=3000))
    assert time.monotonic() - started < 2


def test_the_report_of_an_unreadable_file_names_its_page(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "check", str(tmp_path / "a.docx"), "--format", "json"]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", cwd=Path(__file__).parents[2], check=False)
    report = json.loads(done.stdout)
    assert (done.returncode, report["rule"], len(done.stderr.splitlines())) == (2, "EC908", 1)


def long_sentence() -> str:
    """Return a text that lost all ends of lines and sentences, with a part of a part everywhere."""
    parts = "，".join(f"其中：项目{number}支出{number * 37 % 91 + 1}.{number % 90 + 10}万元" for number in range(400))
    return f"某单位2024年支出预算1327.09万元，{parts}"


def broken_table() -> str:
    """Return a table that agrees but for one group, of which nearly all rows and columns are wrong."""
    rows = ""
    for group in range(201, 230):
        rows += f"{group}\t类{group}\t60.00\t20.00\t40.00\n"
        rows += "".join(f"{group}{item:02}\t款{group}{item}\t6.00\t2.00\t4.00\n" for item in range(1, 11))
    rows += "230\t类230\t600.00\t200.00\t400.00\n"
    rows += "".join(f"230{item:02}\t款230{item}\t7.00\t2.00\t4.00\n" for item in range(1, 90))
    return f"支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n{rows}合计\t\t2340.00\t780.00\t1560.00\n"


LEADERS = f"支出预算100万元\n{'.' * 300}{' ' * 3000}- 1{' ' * 3000}x-"
RUN = f"支出预算100万元，其中：甲1万元，{'乙2个和' * 60}丙：丁3万元。"


@pytest.mark.parametrize("text", [long_sentence(), broken_table(), LEADERS, RUN], ids=["sentence", "table", "leaders", "run of figures"])
def test_figures_that_could_be_put_together_in_many_ways(text):
    started = time.process_time()
    check_text(text)
    assert time.process_time() - started < 3


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".zip"])
def test_a_member_without_a_name_is_left_out(tmp_path, suffix):
    path = write_docx(tmp_path / f"a{suffix}", NOTE)
    content = path.read_bytes().replace(b"_rels/.rels", b"x_els/.rels")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", content)
    broken = bytearray(path.read_bytes())
    head = broken.rindex(b"PK\x01\x02")
    broken[head + 28 : head + 30] = bytes(2)
    del broken[head + 46]
    end = broken.rindex(b"PK\x05\x06")
    broken[end + 12 : end + 16] = (end - head).to_bytes(4, "little")
    path.write_bytes(broken)
    refusal(path)
