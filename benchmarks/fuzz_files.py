"""Small whole files of each format, and files with mutated bytes made of them."""

from __future__ import annotations

import copy
import io
import random
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from lxml import etree, html

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from formats.blocks import Block, Grid, read_blocks, read_corpus  # noqa: E402
from formats.old_files import write_ole, write_xls  # noqa: E402
from formats.pages import old_page  # noqa: E402
from formats.render import html_of, write_docx  # noqa: E402
from formats.render_xlsx import split_tables, write_xlsx  # noqa: E402

FILE = "010_hedu-town-2023.txt"
#: What hostile tables and sentences are made of; one of these is put into a file now and then.
WORDS = (
    *("\t", "\n", "|", "\u3000", "合计", "其中：", "0", "1,234.50", "-", "%", "万元", "，增长", "（", "#", "※", "\x00", "\ufffd", "𠮷"),
    *("<td>", "<td colspan=9999 rowspan=9999>", "<w:tc/>", "&a;", "]]>", "<table>", "<w:tbl>", "| --- |", "99999999999", "1e9", "1/0"),
    *(" 0 Td", " Tj", " re S", "<<", ">>", "/Kids[2 0 R]", "endstream"),
)
#: A tree that has grown beyond this only takes time.
MOST_ELEMENTS = 5000
_OLE = b"\xd0\xcf\x11\xe0"
Run = TypeVar("Run", bytes, str)


def write_seeds(folder: Path) -> dict[str, bytes]:
    """Return one whole file of each format; ``folder`` is where office files are written on the way."""
    blocks = _small(read_blocks(read_corpus(FILE)))
    tables = split_tables(blocks)[1]
    lines = ["\n".join("\t".join(row) for row in block.rows) if isinstance(block, Grid) else block.text for block in blocks]
    seeds = {"txt": "\n\n".join(lines).encode(), "md": "\n\n".join(_marked(block) for block in blocks).encode()}
    seeds |= {"html": html_of(blocks).encode(), "htm": old_page(blocks)}
    for path in (write_docx(blocks, folder / "a.docx"), write_xlsx(tables, folder / "a.xlsx")):
        seeds[path.suffix[1:]] = path.read_bytes()
        path.unlink()
    texts = {(row, 0): f"项目{row}" for row in range(20)}
    seeds["xls"] = write_xls(texts, {(row, 1): (row * 1.5, 0) for row in range(1, 20)}, ["#,##0.00"])
    seeds["doc"] = write_ole({"WordDocument": "支出预算".encode("utf-16-le") * 400})
    seeds["pdf"] = _print_pdf([line for line in lines if len(line) < 60][:36])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("说明.txt", seeds["txt"])
        archive.writestr("附表/表.xlsx", seeds["xlsx"])
    return seeds | {"zip": buffer.getvalue()}


def _small(blocks: tuple[Block, ...]) -> list[Block]:
    """Return a part of a disclosure that has everything: title, prose, captions, two tables."""
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    return [*blocks[:2], *blocks[20:45], *blocks[tables[0] - 3 : tables[1] + 1]]


def _marked(block: Block) -> str:
    """Return a block in Markdown."""
    if not isinstance(block, Grid):
        return f"{'#' * block.level} {block.text}".lstrip()
    rows = [f"| {' | '.join(row)} |" for row in block.rows]
    return "\n".join([*rows[: block.head], f"|{' --- |' * block.width}", *rows[block.head :]])


def _print_pdf(lines: list[str]) -> bytes:
    """Return a page with lines, a ruled table and an aligned one, by hand: a font that is not embedded, nothing compressed."""
    marks = [_show(40, 800 - 14 * at, line) for at, line in enumerate(lines)]
    for row in range(5):
        y = 200 - 20 * row
        marks += [_show(44 + 110 * column, y + 5, text) for column, text in enumerate(("住房公积金", f"{151 + row}.37", "0.00"))]
        marks += [_show(40 + 110 * column, y - 110, text) for column, text in enumerate((f"项目{row}", f"1,{151 + row}.37", f"{row}.00"))]
        marks.append(f"40 {y} m 370 {y} l S {40 + 82.5 * row} 120 m {40 + 82.5 * row} 200 l S\n")
    stream = "".join(marks).encode()
    return _number_parts(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>",
    )


def _show(x: float, y: float, line: str) -> str:
    return f"BT /F 9 Tf {x} {y} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"


def _number_parts(*parts: bytes) -> bytes:
    """Return the objects, numbered from 1, as a file with its table of offsets."""
    out = b"%PDF-1.7\n"
    places: list[int] = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(out))


def mutate(content: bytes, chance: random.Random) -> bytes:
    """Return a file mutated: bytes, characters or elements, mostly inside of an archive that is whole itself."""
    kind = chance.randrange(4)
    if content.startswith(b"PK") and kind:
        return _mutate_inside(content, chance)
    if kind and content.startswith((_OLE, b"%PDF")):
        return _mutate_in_place(content, chance)
    if kind > 1 and content.lstrip().startswith(b"<"):
        return _mutate_tree(content, chance)
    if kind > 1 and b"\x00" not in content:
        return _mutate_run(content.decode("utf-8", "replace"), chance).encode("utf-8", "replace")
    return _mutate_run(content, chance)


def _mutate_run(content: Run, chance: random.Random) -> Run:
    """Return bytes or characters with some of them turned, lost, doubled, moved, emptied, or words put in."""
    is_text = isinstance(content, str)
    words: Sequence[Any] = [word for word in WORDS if word != "\x00"] if is_text else [word.encode() for word in WORDS]
    changed: Any = content
    for _ in range(chance.choice((1, 2, 4, 16, 64))):
        at, other = chance.randrange(len(changed) or 1), chance.randrange(len(changed) or 1)
        end = at + chance.choice((1, 2, 8, 64, 512))
        piece = changed[at:end]
        match chance.randrange(7):
            case 0:
                turned = chr(chance.randrange(0x20, 0xA000)) if is_text else bytes([chance.randrange(256)])
                changed = changed[:at] + turned + changed[at + 1 :]
            case 1:
                changed = changed[:at] + changed[end:]
            case 2:
                changed = changed[:at] + piece * chance.choice((2, 2, 2, 50)) + changed[end:]
            case 3:
                changed = changed[:other] + piece + changed[other + len(piece) :]
            case 4:
                changed = changed[:at] + chance.choice(words) * chance.choice((1, 1, 2, 30)) + changed[at:]
            case 5:
                changed = changed[:at] + (" " * len(piece) if is_text else bytes(len(piece))) + changed[end:]
            case _:
                changed = changed[: max(1, at)] if not chance.randrange(8) else changed
    found: Run = changed
    return found


def _mutate_in_place(content: bytes, chance: random.Random) -> bytes:
    """Return bytes with some turned, copied from elsewhere or emptied, so that what lies at a place still does."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 4, 16, 64))):
        at, other = chance.randrange(len(changed)), chance.randrange(len(changed))
        size = min(chance.choice((1, 1, 2, 8, 64)), len(changed) - max(at, other))
        turned = bytes(chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256))) for _ in range(size))
        changed[at : at + size] = chance.choice((turned, bytes(changed[other : other + size]), bytes(size)))
    return bytes(changed)


def _mutate_tree(content: bytes, chance: random.Random) -> bytes:
    """Return XML or HTML with elements lost, doubled, nested or moved, attributes and texts of others or of nobody."""
    is_page = b"<html" in content[:200]
    root = html.document_fromstring(content) if is_page else etree.fromstring(content)
    for _ in range(chance.choice((1, 2, 4, 16, 64))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        one, other = chance.choice(elements), chance.choice(elements)
        parent = one.getparent()
        if len(elements) > MOST_ELEMENTS or parent is None or other in one.iter():
            continue
        match chance.randrange(6):
            case 0:
                parent.remove(one)
            case 1:
                for _ in range(chance.choice((1, 1, 1, 50))):
                    parent.insert(parent.index(one), copy.deepcopy(one))
            case 2:
                other.append(one)
            case 3:
                one.tag = other.tag
            case 4:
                one.text = chance.choice((*[word for word in WORDS if word != "\x00"], other.text, "9" * 400))
            case _ if other.attrib:
                name = chance.choice(list(other.attrib))
                one.set(name, chance.choice(("", "0", "-1", "9999", "1e9", "x", other.get(name))))
    written: bytes = html.tostring(root, encoding="utf-8") if is_page else etree.tostring(root)
    return written


def _mutate_inside(content: bytes, chance: random.Random) -> bytes:
    """Return an archive of which one file is mutated."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        largest = max(names, key=lambda name: source.getinfo(name).file_size)
        chosen = largest if chance.randrange(3) else chance.choice(names)
        for name in names:
            part = source.read(name)
            target.writestr(name, mutate(part, chance) if name == chosen else part)
    return buffer.getvalue()
