"""The font of the test's PDFs: every character is a box, so that pages read alike whatever fonts a machine has."""

from __future__ import annotations

import struct


def _box(right: int) -> bytes:
    """Return a glyph with four corners, an even number of bytes long."""
    ends = struct.pack(">hhhhhHHBBBB", 1, 50, -120, right, 880, 3, 0, 1, 1, 1, 1)
    return ends + struct.pack(">4h4h", 50, right - 50, 0, 50 - right, -120, 0, 1000, 0)


_WIDE, _NARROW = _box(950), _box(450)
_GLYPHS = 3


def box_font() -> bytes:
    """Return a TrueType font of 1000 units an em: glyph 0 is empty, glyph 1 a box, glyph 2 a box half as wide."""
    ends = len(_WIDE) // 2, (len(_WIDE) + len(_NARROW)) // 2
    tables = {
        b"glyf": _WIDE + _NARROW,
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 50, -120, 950, 880, 0, 8, 2, 0, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 1000, 50, 50, 950, 1, 0, 0, 0, 0, 0, 0, 0, _GLYPHS),
        b"hmtx": struct.pack(">HhHhHh", 1000, 0, 1000, 50, 500, 50),
        b"loca": struct.pack(">4H", 0, 0, *ends),
        b"maxp": struct.pack(">I14H", 0x10000, _GLYPHS, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    start = 12 + 16 * len(tables)
    directory, body = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64), b""
    for tag, table in tables.items():
        directory += tag + struct.pack(">III", 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return directory + body
