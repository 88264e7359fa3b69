"""Write compound files (OLE) and the records of old workbooks (BIFF8), as small as programs accept them."""

from __future__ import annotations

import struct
from collections.abc import Iterable

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_CUTOFF = 4096
_PER_SECTOR = _SECTOR // 4


def write_ole(streams: dict[str, bytes]) -> bytes:
    """Return a compound file with the streams; each is filled up so that it stands in sectors of its own."""
    chains: list[list[bytes]] = []
    for content in streams.values():
        filled = content.ljust(max(len(content), _CUTOFF), b"\0")
        chains.append([filled[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(filled), _SECTOR)])
    starts = [sum(map(len, chains[:number])) for number in range(len(chains))]
    sizes = [max(len(content), _CUTOFF) for content in streams.values()]
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    entries += [
        _entry(name, 2, start, size, sibling=number + 2 if number + 1 < len(streams) else _FREE)
        for number, (name, start, size) in enumerate(zip(streams, starts, sizes, strict=True))
    ]
    directory = b"".join(entries)
    chains.append([directory[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(directory), _SECTOR)])
    used = sum(map(len, chains))
    tables = -(-(used + 1) // (_PER_SECTOR - 1))
    numbers: list[int] = []
    for chain in chains:
        numbers += [*range(len(numbers) + 1, len(numbers) + len(chain)), _END]
    numbers += [_TABLE] * tables
    numbers += [_FREE] * (tables * _PER_SECTOR - len(numbers))
    places = [used + number for number in range(tables)]
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, used - len(chains[-1]), 0, _CUTOFF, _END, 0, _END, 0,
        *places, *[_FREE] * (109 - len(places)),
    )  # fmt: skip
    return header + b"".join(sector for chain in chains for sector in chain) + struct.pack(f"<{len(numbers)}I", *numbers)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, sibling: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16xI16xII4x", written, len(written), kind, 1, _FREE, sibling, child, 0, start, size)


def write_xls(
    texts: dict[tuple[int, int], str], numbers: dict[tuple[int, int], tuple[float, int]], formats: Iterable[str], extra: bytes = b""
) -> bytes:
    """Return an old workbook with one sheet 表: texts and numbers by row and column, each number with the index of its format.

    ``extra`` are further records of the sheet.
    """
    strings = list(dict.fromkeys(texts.values()))
    looks = b"".join(record(0x41E, struct.pack("<HHB", 164 + i, len(form), 1) + form.encode("utf-16-le")) for i, form in enumerate(formats))
    looks += b"".join(record(0xE0, struct.pack("<HH16x", 0, 164 + i)) for i, _ in enumerate(formats))
    shared = record(0xFC, struct.pack("<II", len(texts), len(strings)) + b"".join(_text(text) for text in strings))
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    size = len(start + looks + shared) + len(record(0x85, struct.pack("<IH", 0, 0) + _text("表", short=True))) + 4
    name = record(0x85, struct.pack("<IH", size, 0) + _text("表", short=True))
    cells = {place: record(0xFD, struct.pack("<HHHI", *place, 0, strings.index(text))) for place, text in texts.items()}
    cells |= {place: record(0x203, struct.pack("<HHHd", *place, form, value)) for place, (value, form) in numbers.items()}
    body = b"".join(cells[place] for place in sorted(cells))
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + body + extra + record(0x0A, b"")
    return write_ole({"Workbook": start + name + looks + shared + record(0x0A, b"") + sheet})


def record(kind: int, data: bytes) -> bytes:
    """Return a record."""
    return struct.pack("<HH", kind, len(data)) + data


def _text(text: str, *, short: bool = False) -> bytes:
    return struct.pack("<BB" if short else "<HB", len(text), 1) + text.encode("utf-16-le")
