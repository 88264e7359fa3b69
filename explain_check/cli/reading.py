"""How much a file may ask for, as options."""

from __future__ import annotations

import click

from explain_check.cli.language import pick
from explain_check.ingest.limits import LIMITS, MEGABYTE, Limits


def limit_options(lang: str) -> tuple[click.Option, ...]:
    """Return the options for size and time."""
    size = pick(lang, "每个文件最多多少 MB [max size]", "the most that a file may have, in MB")
    seconds = pick(lang, "读取和核对一份文件最多多少秒 [max seconds]", "the most that a document may take, in seconds")
    above_zero = click.FloatRange(min=0, min_open=True)
    return (
        click.Option(["--max-size"], type=above_zero, default=LIMITS.size / MEGABYTE, show_default=True, metavar="MB", help=size),
        click.Option(["--max-seconds"], type=above_zero, default=LIMITS.seconds, show_default=True, metavar="S", help=seconds),
    )


def limits_from(size: float, seconds: float) -> Limits:
    """Return the limits; what may be in a file grows with its size."""
    factor = size * MEGABYTE / LIMITS.size
    return Limits(
        size=int(size * MEGABYTE),
        unpacked=int(LIMITS.unpacked * factor),
        characters=int(LIMITS.characters * factor),
        cells=int(LIMITS.cells * factor),
        claims=int(LIMITS.claims * factor),
        seconds=seconds,
    )
