"""Word files: numbers that Word computes, merged cells, tracked changes, text boxes, notes, fields."""

import tomllib
from pathlib import Path

import pytest

from explain_check.ingest import read_source
from explain_check.model.document import Line, Row
from formats.render import write_zip

FOLDER = Path(__file__).parents[1] / "cases" / "docx"
CASES = [case for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = ("styles", "numbering", "footnotes", "endnotes")
ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}


def relations(*found: tuple[str, str]) -> str:
    items = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(found))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def write_case(case: dict, path: Path) -> Path:
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*((part, f"{part}.xml") for part in PARTS if part in case)),
        "word/document.xml": f"<w:document {SPACES}><w:body>{case['body']}</w:body></w:document>",
    }
    parts |= {f"word/{part}.xml": f"<w:{ROOTS[part]} {SPACES}>{case[part]}</w:{ROOTS[part]}>" for part in PARTS if part in case}
    write_zip(path, parts)
    return path


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_blocks(case, tmp_path):
    source = read_source(write_case(case, tmp_path / "a.docx"))
    lines = [block for block in source.blocks if isinstance(block, Line)]
    rows = [block for block in source.blocks if isinstance(block, Row)]
    assert [line.piece.text for line in lines] == case.get("lines", [])
    assert [[piece.text for piece in row.cells] for row in rows] == case.get("rows", [])
    if "levels" in case:
        assert [line.level for line in lines] == case["levels"]
    if "pages" in case:
        assert [block.page for block in source.blocks] == case["pages"]
    assert len(source.notices) == case.get("notices", 0)
