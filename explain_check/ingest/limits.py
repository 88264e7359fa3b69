"""How much a file may ask for: what goes beyond is refused before it can fill the memory or the day."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from explain_check.model.document import Row, Source
from explain_check.model.errors import UnreadableDocumentError

MEGABYTE = 1_000_000
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read of one file: ``size`` and ``unpacked`` in bytes, ``seconds`` for reading and checking it, files of an archive.

    ``size`` is the file as it stands, pictures and all; ``unpacked`` the XML that is read of it; ``characters``, ``cells`` and
    ``claims`` the text, tables and statements that it holds. With the defaults the memory stays below 1 GB and the time below 60 s.
    """

    size: int = 100 * MEGABYTE
    unpacked: int = 40 * MEGABYTE
    characters: int = 1_500_000
    cells: int = 400_000
    claims: int = 10_000
    seconds: float = 60.0
    files: int = 500


LIMITS = Limits()


class Deadline:
    """When reading and checking a file must have ended."""

    def __init__(self, name: str, limits: Limits) -> None:
        """Begin to count; ``name`` is how the file is reported."""
        self.name, self._limits = name, limits
        self._end = time.monotonic() + limits.seconds

    def hold(self) -> None:
        """UnreadableDocumentError after the deadline."""
        if time.monotonic() > self._end:
            raise too_slow(self.name, self._limits)

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items as long as there is time."""
        for item in items:
            self.hold()
            yield item


def hold_limits(source: Source, name: str, limits: Limits) -> Source:
    """Return a source that keeps to the limits; UnreadableDocumentError for one with more text or cells."""
    if len(source.text) > limits.characters:
        raise too_many_characters(name, limits)
    cells = sum([len(block.cells) for block in source.blocks if isinstance(block, Row)])
    if cells > limits.cells:
        raise too_long(name, f"{limits.cells:,} 个单元格", f"{limits.cells:,} table cells")
    return source


def too_many_characters(name: str, limits: Limits) -> UnreadableDocumentError:
    """Return the error for a document with more text than one body discloses."""
    return too_long(name, f"{limits.characters:,} 个字", f"{limits.characters:,} characters")


def too_long(name: str, most: str, most_english: str) -> UnreadableDocumentError:
    """Return the error for a document that holds more than one body discloses."""
    return UnreadableDocumentError(
        f"{name}：内容超过 {most}的上限，不像一个单位的公开文件；请按单位拆分，或用 --max-size 调高上限。",
        f"{name}: it holds more than {most_english}, more than one body discloses; split it by bodies, or raise it with --max-size.",
    )


def too_large(name: str, what: str, what_english: str, most: int) -> UnreadableDocumentError:
    """Return the error for something that goes beyond a limit of ``most`` bytes."""
    size = f"{most / MEGABYTE:g} MB"
    return UnreadableDocumentError(
        f"{name}：{what}超过 {size} 的上限，没有读取；请拆分文件、压缩图片，或用 --max-size 调高上限。",
        f"{name}: {what_english} is above the limit of {size} and was not read; split the file, or raise it with --max-size.",
    )


def too_slow(name: str, limits: Limits) -> UnreadableDocumentError:
    """Return the error for a file that was not read and checked in time."""
    return UnreadableDocumentError(
        f"{name}：读取和核对超过 {limits.seconds:g} 秒，已停止；请拆分文件或另存为其他格式，或用 --max-seconds 调高上限。",
        f"{name}: it took more than {limits.seconds:g} s and was stopped; split or convert the file, or raise it with --max-seconds.",
    )


def damaged(name: str, kind: str) -> UnreadableDocumentError:
    """Return the error for a file whose inside does not hold together."""
    return UnreadableDocumentError(
        f"{name}：{kind} 文件已损坏或不完整，请重新下载，或用原程序打开后另存。",
        f"{name}: the {kind} file is damaged or incomplete, download it again, or open and save it in its own program.",
    )


def encrypted(name: str) -> UnreadableDocumentError:
    """Return the error for a file with a password."""
    return UnreadableDocumentError(
        f"{name}：文件有密码保护，请先去掉密码再核对。", f"{name}: the file is protected by a password, remove it first."
    )
