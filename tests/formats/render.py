"""Write a disclosure's blocks as DOCX, HTML, XLSX, and PDF through LibreOffice or Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from formats.blocks import Block, Grid, Paragraph, Span

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONT = "Noto Serif CJK SC"
_BORDER = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
#: Wide enough for a page of A4 with small margins, in twentieths of a point.
_PAGE_WIDTH = 10200
#: Half points: the text of tables.
_SMALL = 14
_SECONDS = 180


def write_docx(blocks: Sequence[Block], path: Path, *, footer: bool = True) -> Path:
    """Write a Word file with true tables, heading styles and, with ``footer``, a page number."""
    body = "".join(_docx_table(block) if isinstance(block, Grid) else _docx_paragraph(block) for block in blocks)
    note = '<w:footerReference w:type="default" r:id="rId2"/>' if footer else ""
    page = f'<w:sectPr>{note}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1100" w:bottom="1100" w:left="850" w:right="850"/></w:sectPr>'
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    write_zip(
        path,
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": _relations(("rId1", "styles", "styles.xml"), ("rId2", "footer", "footer1.xml")),
            "word/document.xml": f'{_XML}<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>{body}{page}</w:body></w:document>',
            "word/footer1.xml": f'{_XML}<w:ftr xmlns:w="{_WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{number}</w:p></w:ftr>',
            "word/styles.xml": _styles(),
        },
    )
    return path


def write_zip(path: Path, parts: dict[str, str]) -> None:
    """Write texts into a ZIP archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "footer1": "footer"}
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in parts.items())
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{default}{overrides}</Types>'


def _relations(*relations: tuple[str, str, str]) -> str:
    parts = "".join(f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id_, kind, target in relations)
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{parts}</Relationships>'


def _styles() -> str:
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}"/>'
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level in range(1, 7)
    )
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    return f'{_XML}<w:styles xmlns:w="{_WORD}">{defaults}{headings}</w:styles>'


def _docx_paragraph(paragraph: Paragraph) -> str:
    style = f'<w:pPr><w:pStyle w:val="{paragraph.level}"/></w:pPr>' if paragraph.level else ""
    runs = "<w:r><w:tab/></w:r>".join(_docx_run(part) for part in paragraph.text.split("\t"))
    return f"<w:p>{style}{runs}</w:p>"


def _docx_run(text: str, size: int = 24) -> str:
    return f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _docx_table(grid: Grid) -> str:
    spans = list(grid.spans())
    width = _PAGE_WIDTH // grid.width
    columns = f'<w:gridCol w:w="{width}"/>' * grid.width
    rows = "".join(_docx_row(spans, row, row < grid.head, width) for row in range(len(grid.rows)))
    frame = f'<w:tblPr><w:tblW w:w="{_PAGE_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDER}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{frame}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl><w:p/>"


def _docx_row(spans: Sequence[Span], row: int, is_head: bool, width: int) -> str:
    """Return a row; a cell that covers rows below goes on there as an empty cell (w:vMerge)."""
    cells = ""
    for span in sorted((span for span in spans if span.row <= row < span.row + span.rows), key=lambda span: span.column):
        covers = f'<w:tcW w:w="{width * span.columns}" w:type="dxa"/>'
        covers += f'<w:gridSpan w:val="{span.columns}"/>' if span.columns > 1 else ""
        covers += ('<w:vMerge w:val="restart"/>' if span.row == row else "<w:vMerge/>") if span.rows > 1 else ""
        text = _docx_run(span.text, _SMALL) if span.row == row and span.text else ""
        cells += f'<w:tc><w:tcPr>{covers}</w:tcPr><w:p><w:pPr><w:rPr><w:sz w:val="{_SMALL}"/></w:rPr></w:pPr>{text}</w:p></w:tc>'
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if is_head else ''}{cells}</w:tr>"


def html_of(blocks: Sequence[Block], *, charset: str = "utf-8") -> str:
    """Return a page with the blocks as its article."""
    body = "\n".join(_html_table(block) if isinstance(block, Grid) else _html_paragraph(block) for block in blocks)
    style = f"body {{ font-family: '{_FONT}' }} table {{ border-collapse: collapse; font-size: 7pt }} td {{ border: 1px solid }}"
    head = f'<meta charset="{charset}"><title>公开</title><style>{style}</style>'
    return f'<!DOCTYPE html>\n<html><head>{head}</head>\n<body><div class="article">\n{body}\n</div></body></html>\n'


def _html_paragraph(paragraph: Paragraph) -> str:
    tag = f"h{paragraph.level}" if paragraph.level else "p"
    return f"<{tag}>{escape(paragraph.text)}</{tag}>"


def _html_table(grid: Grid) -> str:
    by_row: list[list[str]] = [[] for _ in grid.rows]
    for span in grid.spans():
        covers = f' colspan="{span.columns}"' if span.columns > 1 else ""
        covers += f' rowspan="{span.rows}"' if span.rows > 1 else ""
        by_row[span.row].append(f"<td{covers}>{escape(span.text)}</td>")
    rows = [f"<tr>{''.join(cells)}</tr>" for cells in by_row]
    head, body = "\n".join(rows[: grid.head]), "\n".join(rows[grid.head :])
    return f"<table><thead>{head}</thead>\n<tbody>{body}</tbody></table>"


def convert(sources: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """Write files in another format through LibreOffice, all in one go, into a folder."""
    with tempfile.TemporaryDirectory() as profile:
        options = (f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", form, "--outdir", str(folder))
        _run("soffice", *options, *map(str, sources))
    return [folder / f"{source.stem}.{form}" for source in sources]


def print_page(source: Path, folder: Path) -> Path:
    """Write an HTML file as a PDF of the same stem through Chromium, with the browser's running heads, into a folder."""
    target = folder / f"{source.stem}.pdf"
    with tempfile.TemporaryDirectory() as profile:
        options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", f"--print-to-pdf={target}")
        _run("chromium", *options, source.as_uri())
    return target


def write_pdf(source: Path, folder: Path) -> Path:
    """Write an office file (LibreOffice) or HTML file (Chromium) as a PDF of the same stem into a folder."""
    return print_page(source, folder) if source.suffix == ".html" else convert([source], "pdf", folder)[0]


def _run(name: str, *options: str) -> None:
    program = shutil.which(name)
    if program is None:
        raise FileNotFoundError(f"{name} is not installed")
    subprocess.run([program, *options], check=True, capture_output=True, timeout=_SECONDS)
