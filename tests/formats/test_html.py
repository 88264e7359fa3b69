"""Saved pages: the article's text, its tables, the character set."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest import read_source
from explain_check.model.document import Line, Row

FOLDER = Path(__file__).parents[1] / "cases" / "html"
CASES = [case for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_blocks(case, tmp_path):
    path = tmp_path / case.get("file", "a.html")
    path.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    source = read_source(path)
    lines = [block for block in source.blocks if isinstance(block, Line)]
    rows = [block for block in source.blocks if isinstance(block, Row)]
    assert [line.piece.text for line in lines] == case.get("lines", [])
    assert [[piece.text for piece in row.cells] for row in rows] == case.get("rows", [])
    if "levels" in case:
        assert [line.level for line in lines] == case["levels"]
    assert len(source.notices) == case.get("notices", 0)
