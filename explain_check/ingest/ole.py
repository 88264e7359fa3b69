"""The streams of a compound file (OLE), the container of old Office files and of encrypted new ones."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""Sector numbers from here on mark the end of a chain, or a sector of the table itself."""
_STREAM = 2


class CompoundFile:
    """A compound file; ValueError where it does not hold together."""

    def __init__(self, content: bytes) -> None:
        """Read the tables and the directory."""
        if len(content) < 512 or not content.startswith(MAGIC):
            raise ValueError("no compound file")
        self._content = content
        self._sector = 1 << _number(content, 30, "H", most=12)
        self._mini = 1 << _number(content, 32, "H", most=12)
        self._cutoff = _number(content, 56)
        self._fat = self._read_fat()
        entries = list(self._read_directory(_number(content, 48)))
        self._streams = {name: (start, size) for name, kind, start, size in entries if kind == _STREAM}
        root = next(((start, size) for _, kind, start, size in entries if kind == 5), (_END, 0))
        self._mini_fat = self._numbers(self._chain(_number(content, 60), self._fat))
        self._mini_stream = b"".join(self._sectors(self._chain(root[0], self._fat)))[: root[1]]

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams, in all folders."""
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """Return a stream; KeyError where there is none of this name."""
        start, size = self._streams[name]
        if size >= self._cutoff:
            return b"".join(self._sectors(self._chain(start, self._fat)))[:size]
        places = (number * self._mini for number in self._chain(start, self._mini_fat))
        return b"".join(self._mini_stream[place : place + self._mini] for place in places)[:size]

    def _read_fat(self) -> tuple[int, ...]:
        numbers = list(struct.unpack_from("<109I", self._content, 76))
        following = _number(self._content, 68)
        per_sector = self._sector // 4
        for _ in range(len(self._content) // self._sector):
            if following >= _END:
                break
            table = self._numbers(iter((following,)))
            if len(table) < per_sector:
                raise ValueError("the table of sectors is cut off")
            numbers.extend(table[:-1])
            following = table[-1]
        return self._numbers(number for number in numbers if number < _END)

    def _read_directory(self, start: int) -> Iterator[tuple[str, int, int, int]]:
        """Yield name, kind, first sector and size of each entry."""
        for sector in self._sectors(self._chain(start, self._fat)):
            for entry in (sector[at : at + 128] for at in range(0, len(sector) - 127, 128)):
                length = struct.unpack_from("<H", entry, 64)[0]
                name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
                yield name, entry[66], *struct.unpack_from("<II", entry, 116)

    def _chain(self, start: int, table: Sequence[int]) -> Iterator[int]:
        """Yield the sectors of a chain; ValueError for one that comes back to itself, on which libraries hang."""
        number = start
        for _ in table:
            if number >= len(table):
                return
            yield number
            number = table[number]
        if number < len(table):
            raise ValueError("a chain of sectors has no end")

    def _sectors(self, numbers: Iterator[int]) -> Iterator[bytes]:
        for number in numbers:
            place = self._place(number)
            yield self._content[place : place + self._sector]

    def _numbers(self, numbers: Iterator[int]) -> tuple[int, ...]:
        """Return the numbers that sectors hold."""
        found: list[int] = []
        for sector in self._sectors(numbers):
            found.extend(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))
        return tuple(found)

    def _place(self, number: int) -> int:
        place = (number + 1) * self._sector
        if place >= len(self._content):
            raise ValueError("a sector lies beyond the end of the file")
        return place


def _number(content: bytes, place: int, form: str = "I", most: int | None = None) -> int:
    number: int = struct.unpack_from(f"<{form}", content, place)[0]
    if most is not None and number > most:
        raise ValueError("no sector is of this size")
    return number
