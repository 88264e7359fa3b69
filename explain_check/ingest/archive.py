"""ZIP archives, read in memory and within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from explain_check.ingest.limits import damaged, encrypted, too_large

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, IndexError, RuntimeError)


class Archive:
    """A ZIP archive; UnreadableDocumentError where it is damaged, encrypted or goes beyond the limits."""

    def __init__(self, content: bytes, name: str, most: int, kind: str = "ZIP") -> None:
        """Read the table of contents; ``most`` bytes may be read of all files together."""
        self._name = name
        self._kind = kind
        self._most = most
        self._left = most
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise damaged(name, kind) from error
        self._members = {plain_name(info): info for info in self._zip.infolist() if info.filename and not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in their order, with forward slashes."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Return a file's content; all that is read of one archive together stays within the limit.

        KeyError where there is no such file.
        """
        info = self._members[name]
        if info.flag_bits & _ENCRYPTED:
            raise encrypted(self._name)
        if info.file_size > self._left:
            raise self._too_large()
        try:
            with self._zip.open(info) as stream:
                content = stream.read(self._left + 1)
        except _BROKEN as error:
            raise damaged(self._name, self._kind) from error
        if len(content) > self._left:
            raise self._too_large()
        self._left -= len(content)
        return content

    def find(self, name: str) -> bytes | None:
        """Return a file's content, None where there is no such file."""
        return self.read(name) if name in self._members else None

    def _too_large(self) -> Exception:
        return too_large(self._name, "解压后的内容", "the unpacked content", self._most)


def plain_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; one that is not marked as UTF-8 is mostly GBK, which ``zipfile`` takes for code page 437."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        for encoding in ("utf-8", "gb18030"):
            try:
                name = info.filename.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/")


def is_safe_name(name: str) -> bool:
    """Whether a name stays inside its archive: relative, without ``..``, without a drive."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and ":" not in path.parts[0] if path.parts else False
