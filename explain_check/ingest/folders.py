"""The files of a folder that may be documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath


def walk_files(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    """Yield the files of a folder and those below it, sorted, but hidden ones, lock files of office programs and READMEs.

    Folders that may not be opened are added to ``refused``.
    """
    for root, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_document_name(name):
                yield Path(root) / name


def is_document_name(name: str) -> bool:
    """Whether a file, named with forward slashes, may hold a part of a disclosure: not hidden, no lock file, no README."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and path.stem.lower() not in ("readme", "readme.zh")
