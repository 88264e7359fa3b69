"""The files of a folder that may be documents."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile

#: By what a report says that this program wrote it.
GENERATOR: Final = "explain-check"
_HEAD = 4096


def walk_files(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    """Yield the files of a folder and those below it, sorted, but hidden ones, lock files, READMEs and reports of this program.

    Folders that may not be opened are added to ``refused``.
    """
    for root, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_document_name(name) and not is_own_report(Path(root) / name):
                yield Path(root) / name


def is_own_report(path: Path) -> bool:
    """Whether this program wrote a page or a workbook: a report beside the documents is none of them."""
    try:
        if path.suffix.lower() == ".html":
            with path.open("rb") as file:
                return f'name="generator" content="{GENERATOR}"'.encode() in file.read(_HEAD)
        if path.suffix.lower() == ".xlsx":
            with ZipFile(path) as book:
                return f"<dc:description>{GENERATOR}</dc:description>".encode() in book.read("docProps/core.xml")[:_HEAD]
    except (OSError, BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return False  # what it is is said where it is read
    return False


def is_document_name(name: str) -> bool:
    """Whether a file, named with forward slashes, may hold a part of a disclosure: not hidden, no lock file, no README."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and path.stem.lower() not in ("readme", "readme.zh")
