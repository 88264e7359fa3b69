"""What a file holds, by its content: a suffix may be wrong."""

from __future__ import annotations

import io
import re
import zipfile

from explain_check.ingest import ole
from explain_check.ingest.archive import Archive
from explain_check.ingest.limits import encrypted
from explain_check.model.errors import UnreadableDocumentError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = re.compile(rb"%PDF-\d")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table)[\s>]", re.IGNORECASE)
_MHTML = re.compile(rb"^(?:[A-Za-z-]+:.*\r?\n)*?MIME-Version:", re.IGNORECASE)
_PROGRAM = re.compile(rb'<\?mso-application\s+progid="(?:Word|Excel)\.')
_HEAD = 2048
#: What cannot be read as a disclosure, and what to do about it.
_REFUSED = (
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"BM", "图片", "a picture"),
    (b"II*\x00", "图片", "a picture"),
    (b"MM\x00*", "图片", "a picture"),
    (b"\x1f\x8b", "gzip 压缩文件", "a gzip archive"),
    (b"7z\xbc\xaf", "7z 压缩包", "a 7z archive"),
    (b"Rar!", "rar 压缩包", "a rar archive"),
    (b"MZ", "程序文件", "a program"),
    (b"\x7fELF", "程序文件", "a program"),
)
#: Folders of an office file, and the suffix of what has them.
_FOLDERS = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"))
_OLD_BOOKS = (".xls", ".xlt", ".et")
_STREAMS = (("WordDocument", ".doc"), ("Workbook", ".xls"), ("Book", ".xls"), ("PowerPoint Document", ".ppt"))
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
}


def sniff(content: bytes, name: str) -> str:
    """Return the usual suffix of what the bytes are, empty where they are text or unknown.

    UnreadableDocumentError where they are something that is never read: a picture, a program, an encrypted file.
    """
    head = content[:_HEAD]
    if content.startswith(_ZIP):
        return _sniff_zip(content, name)
    if content.startswith(ole.MAGIC):
        return _sniff_ole(content, name)
    if content.startswith(b"{\\rtf"):
        return ".rtf"
    if _PDF.search(head[:1024]):
        return ".pdf"
    for magic, chinese, english in _REFUSED:
        if content.startswith(magic) and b"\x00" in head:
            raise refused(name, chinese, english)
    return _sniff_markup(head)


def refused(name: str, chinese: str, english: str) -> UnreadableDocumentError:
    """Return the error for content of a kind that is not read."""
    return UnreadableDocumentError(
        f"{name}：内容是{chinese}，不能核对；请给出文字版文件（PDF、Word、网页、Excel 或文本）。",
        f"{name}: this is {english}, which cannot be checked; give a file with text (PDF, Word, HTML, Excel or plain text).",
    )


def _sniff_markup(head: bytes) -> str:
    """Return the suffix of HTML, MHTML or the XML of Office 2003; also in UTF-16."""
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _PROGRAM.search(plain):
        return ".xml"
    if plain.startswith(b"<") and _HTML.search(plain):
        return ".html"
    return ".mht" if _MHTML.match(plain) else ""


def _sniff_zip(content: bytes, name: str) -> str:
    names = Archive(content, name, len(content)).names
    if "OFD.xml" in names:
        return ".ofd"
    if "mimetype" in names and "content.xml" in names:
        return _MIMETYPES.get(_read_mimetype(content), ".odt")
    if "[Content_Types].xml" in names or "_rels/.rels" in names:
        if "xl/workbook.bin" in names:
            return ".xlsb"
        return next((suffix for folder, suffix in _FOLDERS if any(inner.startswith(folder) for inner in names)), ".docx")
    return ".zip"


def _read_mimetype(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("mimetype") as stream:
            return stream.read(100).strip()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return b""


def _sniff_ole(content: bytes, name: str) -> str:
    try:
        names = ole.CompoundFile(content).names
    except (ValueError, IndexError, OverflowError):
        return ".xls" if name.lower().endswith(_OLD_BOOKS) else ".doc"
    if "EncryptedPackage" in names:
        raise encrypted(name)
    return next((suffix for stream, suffix in _STREAMS if stream in names), ".doc")
