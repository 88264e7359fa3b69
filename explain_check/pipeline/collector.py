"""The cyclic garbage collector waits while one document is checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the collector from looking for cycles among what lives until the end anyway.

    A document is frozen data: nothing in it refers back to what holds it, so that counting references frees all of it. A reader's
    library may leave cycles; they are collected afterwards.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
