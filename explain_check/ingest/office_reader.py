"""Read what only an office program understands (DOC, WPS, RTF, ODT, ODS) through LibreOffice, where it is installed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from explain_check.ingest import ole
from explain_check.ingest.child import read_in_child
from explain_check.ingest.limits import LIMITS, Limits, damaged, encrypted, too_slow
from explain_check.ingest.sniff import sniff
from explain_check.ingest.soffice import convert, find_soffice
from explain_check.model.document import Source
from explain_check.model.errors import UnreadableDocumentError

SUFFIXES = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ods")
FORMATS = (".xml",)
"""The XML of Office 2003, which is mostly named .doc or .xls."""
IN_CHILD = False
"""LibreOffice is a process of its own, and what it makes is read in one, too."""


def read_bytes(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the source of a file; UnreadableDocumentError where LibreOffice is missing, fails, or takes too long."""
    suffix = sniff(content, name)
    if suffix == ".doc" and content.startswith(ole.MAGIC):
        _refuse_unless_readable(content, name)
    program = find_soffice()
    if program is None:
        raise UnreadableDocumentError(
            f"{name}：读取这种格式需要 LibreOffice（免费），本机没有安装；请安装，或用 Word、WPS 另存为 .docx（表格存为 .xlsx）。",
            f"{name}: this format is read through LibreOffice, which is not installed; install it, or save the file as .docx or .xlsx.",
        )
    target = "xlsx" if suffix == ".ods" or b'progid="Excel' in content[:2048] else "docx"
    try:
        converted = convert(program, content, suffix, target, limits.seconds)
    except TimeoutError as error:
        raise too_slow(name, limits) from error
    if converted is None:
        raise damaged(name, suffix.removeprefix(".").upper())
    source = read_in_child(f"explain_check.ingest.{target}_reader", converted, name, limits)
    return replace(source, sha256=hashlib.sha256(content).hexdigest())


def _refuse_unless_readable(content: bytes, name: str) -> None:
    """Stop at a Word file that is broken (LibreOffice would show it as text) or bears the mark of a password (FibBase.fEncrypted)."""
    try:
        stream = ole.CompoundFile(content).read("WordDocument")
    except (ValueError, KeyError, IndexError) as error:
        raise damaged(name, "Word") from error
    if len(stream) > 12 and stream[11] & 1:
        raise encrypted(name)
