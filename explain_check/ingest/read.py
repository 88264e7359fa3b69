"""Find the reader of a file by its content; a reader is one module ``*_reader.py`` with ``SUFFIXES`` and ``read_bytes``.

``read_bytes(content, name, limits)`` returns the source. A module with ``IN_CHILD = True`` hands the bytes to a library that
might hang or crash: it runs in a process of its own that is stopped in time. ``FORMATS`` names what is known by its content
only. One with ``IS_TEXT = True`` reads files that bear no
mark of what they are; tables exported as .xls are often plain text.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from types import ModuleType

import explain_check.ingest
from explain_check.ingest.child import read_in_child
from explain_check.ingest.limits import LIMITS, MEGABYTE, Limits, hold_limits, too_large
from explain_check.ingest.sniff import refused, sniff
from explain_check.model.document import Notice, NoticeKind, Source
from explain_check.model.errors import UnreadableDocumentError

_LARGE = 4 * MEGABYTE
"""From this size on every reader has a deadline; below it the limits on what is unpacked are enough."""


@lru_cache(maxsize=1)
def _readers() -> dict[str, str]:
    """Return the module that reads each suffix, found by walking the package."""
    readers: dict[str, str] = {}
    for module_info in pkgutil.iter_modules(explain_check.ingest.__path__):
        if module_info.name.endswith("_reader"):
            name = f"explain_check.ingest.{module_info.name}"
            module = importlib.import_module(name)
            readers.update(dict.fromkeys((*module.SUFFIXES, *getattr(module, "FORMATS", ())), name))
    return readers


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes that can be read, lower case with their dot, sorted."""
    return tuple(sorted({suffix for name in _readers().values() for suffix in importlib.import_module(name).SUFFIXES}))


def read_source(path: Path, limits: Limits = LIMITS) -> Source:
    """Return the blocks of a file; UnreadableDocumentError names the file and the way out."""
    return read_content(load(path, limits), str(path), limits)


def load(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file that is there and not too large."""
    if not path.exists():
        raise UnreadableDocumentError(f"{path}：找不到这个文件，请检查路径。", f"{path}: no such file, check the path.")
    if path.is_dir():
        raise UnreadableDocumentError(f"{path}：这是文件夹，请给出其中的文件。", f"{path}: is a folder, name a file in it.")
    if not path.is_file():
        raise UnreadableDocumentError(f"{path}：这不是普通文件，不能读取。", f"{path}: is no ordinary file and cannot be read.")
    try:
        if path.stat().st_size > limits.size:
            raise too_large(str(path), "文件", "the file", limits.size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(f"{path}：无法打开，请检查读取权限。", f"{path}: cannot be opened, check its permissions.") from error


def read_content(content: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """Return the blocks of a file's bytes; where suffix and content disagree, the content decides and a notice says so."""
    if len(content) > limits.size:
        raise too_large(name, "文件", "the file", limits.size)
    suffix = Path(name).suffix.lower()
    found = sniff(content, name)
    if not found and suffix not in _readers():
        raise _unknown(name, suffix)
    module = _module(found or suffix, name)
    if not found and not getattr(module, "IS_TEXT", False):
        module = _module(".txt", name)
    risky = getattr(module, "IN_CHILD", len(content) > _LARGE)
    read = partial(read_in_child, module.__name__) if risky else module.read_bytes
    source: Source = hold_limits(read(content, name, limits), name, limits)
    if not suffix or suffix in module.SUFFIXES:
        return source
    return replace(source, notices=(_wrong_suffix(suffix, found or ".txt"), *source.notices))


def _module(suffix: str, name: str) -> ModuleType:
    module = _readers().get(suffix)
    if module is None:
        kind = suffix.removeprefix(".").upper()
        raise refused(name, f" {kind} 文件", f"a {kind} file")
    return importlib.import_module(module)


def _unknown(name: str, suffix: str) -> UnreadableDocumentError:
    known = " ".join(readable_suffixes())
    return UnreadableDocumentError(
        f"{name}：不支持“{suffix or '无后缀'}”格式，请另存为 {known} 之一。",
        f"{name}: cannot read {suffix or 'files without a suffix'}, save it as one of {known}.",
    )


def _wrong_suffix(suffix: str, found: str) -> Notice:
    return Notice(
        kind=NoticeKind.SUFFIX,
        text=f"文件后缀是 {suffix}，内容却是 {found} 格式，已按内容读取",
        english=f"the suffix is {suffix}, the content is {found}; read by its content",
    )
