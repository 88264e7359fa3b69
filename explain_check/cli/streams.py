"""Standard output and error that no character and no closed pipe can break."""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

#: What stands for a character that a Windows console of code page 936 does not have.
NEAREST = {"−": "-", "━": "=", "²": "2", "\N{NO-BREAK SPACE}": " ", "✓": "v"}


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Return the nearest character for one that cannot be encoded."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(NEAREST.get(char, "?") for char in error.object[error.start : error.end]), error.end


def prepare_streams() -> None:
    """Let standard output and error take every character, whatever the console's encoding is."""
    codecs.register_error("nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_able(stream.encoding), errors="nearest")


def _able(encoding: str) -> str:
    """Return the encoding, or UTF-8 where it has no Chinese characters at all."""
    try:
        "预算".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return encoding


@contextmanager
def output_stream(path: Path | None, *, is_data: bool) -> Iterator[TextIO]:
    """Yield the file, or standard output where none is given; data is UTF-8 with plain line ends everywhere.

    File names that are no UTF-8 stay readable: their odd bytes become escapes, which in JSON are escapes too.
    """
    if path is not None:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        return
    if is_data and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    yield sys.stdout


def is_closed_pipe(error: OSError) -> bool:
    """Whether the reader of our output has gone (Windows calls it an invalid argument)."""
    return isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


def drop_output() -> None:
    """Send what is left of the output nowhere, so that the interpreter does not complain while it ends."""
    with suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
