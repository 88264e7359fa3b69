"""Find the reader of a file; a reader is one module ``*_reader.py`` with ``SUFFIXES`` and ``read_bytes``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import explain_check.ingest
from explain_check.model.document import Source
from explain_check.model.errors import UnreadableDocumentError

Reader = Callable[[bytes, str], Source]


@lru_cache(maxsize=1)
def _readers() -> dict[str, Reader]:
    """Return the reader of each suffix, found by walking the package."""
    readers: dict[str, Reader] = {}
    for module_info in pkgutil.iter_modules(explain_check.ingest.__path__):
        if module_info.name.endswith("_reader"):
            module = importlib.import_module(f"explain_check.ingest.{module_info.name}")
            readers.update(dict.fromkeys(module.SUFFIXES, module.read_bytes))
    return readers


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes that can be read, lower case with their dot, sorted."""
    return tuple(sorted(_readers()))


def read_source(path: Path) -> Source:
    """Return the blocks of a file; UnreadableDocumentError names the file and the way out."""
    if not path.exists():
        raise UnreadableDocumentError(f"{path}：找不到这个文件，请检查路径。", f"{path}: no such file, check the path.")
    if path.is_dir():
        raise UnreadableDocumentError(f"{path}：这是文件夹，请给出其中的文件。", f"{path}: is a folder, name a file in it.")
    reader = _readers().get(path.suffix.lower())
    if reader is None:
        known = " ".join(readable_suffixes())
        raise UnreadableDocumentError(
            f"{path}：不支持“{path.suffix or '无后缀'}”格式，请另存为 {known} 之一。",
            f"{path}: cannot read {path.suffix or 'files without a suffix'}, save it as one of {known}.",
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(f"{path}：无法打开，请检查读取权限。", f"{path}: cannot be opened, check its permissions.") from error
    return reader(content, str(path))
