"""Bytes become text, or are refused with the way out."""

from __future__ import annotations

import re

from explain_check.model.errors import UnreadableDocumentError

_KINDS = (
    (b"%PDF", "PDF 文件", "a PDF"),
    (b"PK\x03\x04", "zip 压缩包或 Word、Excel 文件（docx、xlsx）", "a zip archive or Office file (docx, xlsx)"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件（doc、xls）", "an old Office file (doc, xls)"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"\x1f\x8b", "gzip 压缩文件", "a gzip archive"),
    (b"7z\xbc\xaf", "7z 压缩包", "a 7z archive"),
    (b"Rar!", "rar 压缩包", "a rar archive"),
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: <meta charset="gb2312"> | <?xml version="1.0" encoding="utf-8"?>
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*(?P<name>[A-Za-z][A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", "big5": "big5"} | dict.fromkeys(
    ("gb2312", "gbk", "gb-2312", "gb2312-80", "gb18030", "x-gbk", "cp936", "csgb2312"), "gb18030"
)
_PROLOGUE = 4096
_LETTERS = re.compile(r"[^\x00-\x7f\u2000-\u206f\u2e80-\u2fd5\u3000-\u303f\uff00-\uffef\s]+")
_SAMPLE = 2500
#: Least share of the letters that must be in the first level of GB 2312, the common characters of modern Chinese.
_COMMON_SHARE = 0.6
_RARE_LEADS = bytes(lead for lead in range(0x100) if not 0xB0 <= lead <= 0xD7)


def decode(content: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a byte order mark, or GB 18030; UnreadableDocumentError otherwise."""
    if not content.strip():
        raise UnreadableDocumentError(f"{name}：文件是空的，请检查导出是否成功。", f"{name}: the file is empty, export it again.")
    text = _decode_bytes(content, name)
    if not text.strip().strip("\ufeff\x00"):
        raise UnreadableDocumentError(f"{name}：文件里只有空白，请检查导出是否成功。", f"{name}: nothing but white space, export it again.")
    if not _is_plausible(text):
        raise UnreadableDocumentError(
            f"{name}：文字是乱码，请从原文件重新导出为 UTF-8 编码的 .txt 或 .md。",
            f"{name}: the text is garbled, export the original again as .txt or .md in UTF-8.",
        )
    return text


def decode_marked(content: bytes, name: str, charset: str = "") -> str:
    """Return the text of a page in the character set that it declares, or the one that fits; UnreadableDocumentError otherwise.

    A page that declares GB 2312 is mostly GBK; one that declares a set that it is not in is read by its content.
    """
    declared = charset or (match["name"].decode("ascii") if (match := _DECLARED.search(content[:_PROLOGUE])) else "")
    encoding = _ENCODINGS.get(declared.lower().replace("_", "-"))
    if encoding is None or content.startswith(tuple(bom for bom, _ in _BOMS)):
        return decode(content, name)
    try:
        return decode(content.decode(encoding).encode("utf-8", "replace"), name)
    except UnicodeDecodeError:
        return decode(_without_stray_bytes(content), name)


def _without_stray_bytes(content: bytes) -> bytes:
    """Return the content in UTF-8 where all but a few bytes of it are in one of the usual character sets."""
    for encoding in ("utf-8", "gb18030"):
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") <= 1 + len(text) // 1000:
            return text.encode("utf-8")
    return content


def _decode_bytes(content: bytes, name: str) -> str:
    for magic, chinese, english in _KINDS:
        if content.startswith(magic):
            raise _not_text(name, chinese, english)
    encodings = [encoding for bom, encoding in _BOMS if content.startswith(bom)] or ["utf-8", "gb18030"]
    if b"\x00" in content and encodings[0] != "utf-16":
        raise _not_text(name, "二进制文件", "a binary file")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableDocumentError(
        f"{name}：既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8 编码。", f"{name}: neither UTF-8 nor GB 18030, save it in UTF-8."
    )


def _not_text(name: str, chinese: str, english: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name}：内容像是{chinese}，不是文本，请先转换或导出为 .txt 或 .md。",
        f"{name}: looks like {english}, not text; convert or export it as .txt or .md.",
    )


def _is_plausible(text: str) -> bool:
    """Whether the text reads as Chinese (or has too few letters to tell): 鏀垮簻 and ÔÚ are marks of a wrong encoding."""
    if text.count("\ufffd") > 1 + len(text) // 200 or "锟斤拷" in text:
        return False
    letters = "".join(_LETTERS.findall(text[: 4 * _SAMPLE]))[:_SAMPLE]
    if len(letters) < 12:
        return True
    pairs = letters.encode("gb2312", "ignore")
    return len(pairs[::2].translate(None, _RARE_LEADS)) >= _COMMON_SHARE * len(letters)
