"""The same document in every format gives the same claims and findings."""

from functools import cache
from pathlib import Path

import pytest

from explain_check.pipeline import check_document, check_text
from formats.blocks import corpus_files, read_blocks, read_corpus
from formats.compare import PARTS, essence
from formats.render import write_docx

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
