"""The same document in every format gives the same claims and findings."""

from functools import cache
from pathlib import Path

import pytest

from explain_check.ingest import read_source
from explain_check.ingest.joining import join_sources
from explain_check.pipeline import check_document, check_source, check_text
from formats.blocks import corpus_files, read_blocks, read_corpus
from formats.compare import PARTS, essence, unordered
from formats.pages import new_page, old_page
from formats.render import html_of, write_docx
from formats.render_xlsx import split_tables, write_xlsx

each = pytest.mark.parametrize("file", corpus_files())


@cache
def text_form(file: str):
    return essence(check_text(read_corpus(file), file))


def hold_against_text(path: Path, file: str) -> None:
    found, wanted = essence(check_document(path)), text_form(file)
    for part in PARTS:
        assert found[part] == wanted[part], part


@each
def test_docx(file, tmp_path):
    hold_against_text(write_docx(read_blocks(read_corpus(file)), tmp_path / "a.docx"), file)


@each
def test_html(file, tmp_path):
    path = tmp_path / "a.html"
    path.write_text(html_of(read_blocks(read_corpus(file))), encoding="utf-8")
    hold_against_text(path, file)


@each
@pytest.mark.parametrize("page", [new_page, old_page])
def test_page_of_a_government_site(file, page, tmp_path):
    path = tmp_path / "a.htm"
    path.write_bytes(page(read_blocks(read_corpus(file))))
    hold_against_text(path, file)


@each
def test_xlsx_beside_its_note(file, tmp_path):
    prose, tables = split_tables(read_blocks(read_corpus(file)))
    sources = [read_source(write_docx(prose, tmp_path / "a.docx")), read_source(write_xlsx(tables, tmp_path / "b.xlsx"))]
    found, wanted = unordered(essence(check_source(join_sources(sources, "both")))), unordered(text_form(file))
    for part in PARTS:
        assert found[part] == wanted[part], part
