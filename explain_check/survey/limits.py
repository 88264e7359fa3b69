"""How much one document may take, and how a worker is held to it."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

_MEGABYTE = 1 << 20
_PAUSE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds that one document may take, and megabytes that its worker may hold."""

    seconds: float = 120.0
    megabytes: int = 2048


def confine_memory(limits: Limits, give_up: Callable[[], None]) -> None:
    """Hold this process to its memory: Linux refuses more, elsewhere a watch calls ``give_up`` and the process must end.

    Linux counts the writable memory of a process (RLIMIT_DATA), not the libraries that it maps.
    """
    if sys.platform == "linux":
        import resource

        most = limits.megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    else:
        threading.Thread(target=_watch, args=(limits.megabytes, give_up), daemon=True).start()


def _watch(megabytes: int, give_up: Callable[[], None]) -> None:
    while held_megabytes() <= megabytes:
        time.sleep(_PAUSE)
    give_up()
    os._exit(1)


if sys.platform == "win32":

    def held_megabytes() -> float:
        """Return the most memory that this process has held, in MB (PeakWorkingSetSize)."""
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            """PROCESS_MEMORY_COUNTERS of the Windows API."""

            _fields_ = [("size", wintypes.DWORD), ("faults", wintypes.DWORD), *((f"bytes{i}", ctypes.c_size_t) for i in range(8))]

        counters = Counters(size=ctypes.sizeof(Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = [wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD]
        kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.size)
        return float(counters.bytes0) / _MEGABYTE

else:

    def held_megabytes() -> float:
        """Return the most memory that this process has held, in MB."""
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / _MEGABYTE if sys.platform == "darwin" else peak / 1024
