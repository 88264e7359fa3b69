"""The corpus as other programs write it: PDF by LibreOffice and Chromium, and the formats that are read through LibreOffice."""

import http.server
import threading
from pathlib import Path

import pytest

from explain_check.ingest import read_source
from explain_check.ingest.soffice import convert as convert_alone
from explain_check.ingest.soffice import find_soffice
from explain_check.model.document import Row
from explain_check.pipeline import check_document, check_text
from formats.blocks import corpus_files, read_blocks, read_corpus
from formats.compare import PARTS, essence
from formats.render import convert, html_of, print_page, write_docx, write_zip
from formats.render_xlsx import split_tables, write_printed, write_xlsx

pytestmark = pytest.mark.programs
FILES = corpus_files()
each = pytest.mark.parametrize("file", FILES)
#: Each file that is read through LibreOffice takes seconds: a budget, a final account, Markdown.
SOME = [FILES[0], FILES[3], FILES[11]]


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """A folder with the corpus as DOCX, its tables as XLSX, and both as LibreOffice converts them."""
    folder = tmp_path_factory.mktemp("corpus")
    for file in FILES:
        blocks = read_blocks(read_corpus(file))
        write_docx(blocks, folder / f"{file}.docx")
        write_xlsx(split_tables(blocks)[1], folder / f"{file}.xlsx")
    convert([folder / f"{file}.docx" for file in FILES], "pdf", folder)
    convert([folder / f"{file}.xlsx" for file in FILES], "xls", folder)
    for form in ("doc", "rtf", "odt"):
        convert([folder / f"{file}.docx" for file in SOME], form, folder)
    convert([folder / f"{file}.xlsx" for file in SOME], "ods", folder)
    return folder


def hold_against_text(path: Path, file: str) -> None:
    found, wanted = essence(check_document(path)), essence(check_text(read_corpus(file), file))
    for part in PARTS:
        assert found[part] == wanted[part], part


@each
def test_pdf_by_libreoffice(file, written):
    hold_against_text(written / f"{file}.pdf", file)


@each
def test_pdf_by_chromium(file, tmp_path):
    page = tmp_path / "a.html"
    page.write_text(html_of(read_blocks(read_corpus(file))), encoding="utf-8")
    hold_against_text(print_page(page, tmp_path), file)


@pytest.mark.parametrize("is_fitted", [True, False], ids=["fitted", "wide"])
def test_sheets_without_borders(tmp_path, is_fitted):
    tables = split_tables(read_blocks(read_corpus(FILES[0])))[1]
    (path,) = convert([write_printed(tables, tmp_path / "a.xlsx", is_fitted=is_fitted)], "pdf", tmp_path)
    found = {text for block in read_source(path).blocks if isinstance(block, Row) for text in ["|".join(p.text for p in block.cells)]}
    assert {"科目编码|科目编码|科目编码|科目名称|合计|一般公共预算|政府性基金预算|国有资本经营预算|单位资金|上年结转结余"} <= found
    assert {"205|01|01|行政运行|1,107.57|1,107.57||||", "本年收入合计|2,020.27|本年支出合计|2,020.27"} <= found


@pytest.mark.parametrize("form", ["doc", "rtf", "odt", "wps"])
@pytest.mark.parametrize("file", SOME)
def test_through_libreoffice(file, form, written):
    path = written / f"{file}.{form}"
    if form == "wps":
        path.write_bytes((written / f"{file}.doc").read_bytes())
    hold_against_text(path, file)


@each
def test_xls_is_read_as_xlsx(file, written):
    assert read_source(written / f"{file}.xls").text == read_source(written / f"{file}.xlsx").text


@pytest.mark.parametrize("file", SOME)
def test_ods_is_read_as_xlsx(file, written):
    assert read_source(written / f"{file}.ods").text == read_source(written / f"{file}.xlsx").text


def test_nothing_is_fetched(tmp_path):
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    space = "urn:oasis:names:tc:opendocument:xmlns"
    picture = f'<draw:frame><draw:image xlink:href="http://127.0.0.1:{server.server_port}/a.png" xlink:type="simple"/></draw:frame>'
    entry = '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    write_zip(
        tmp_path / "a.odt",
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}:manifest:1.0">{entry}</m:manifest>',
            "content.xml": f'<o:document-content xmlns:o="{space}:office:1.0" xmlns:t="{space}:text:1.0" xmlns:draw="{space}:drawing:1.0" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink"><o:body><o:text><t:p>支出{picture}</t:p></o:text></o:body></o:document-content>',
        },
    )
    assert "支出" in read_source(tmp_path / "a.odt").text
    server.shutdown()
    assert asked == []


def test_a_hanging_program_is_stopped(tmp_path):
    program = find_soffice()
    assert program is not None
    with pytest.raises(TimeoutError):
        convert_alone(program, b"{\\rtf1 a}", ".rtf", "docx", 0.2)
