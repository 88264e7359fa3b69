"""A job for workers that goes wrong at documents of certain names, as a library that reads them may."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from explain_check.survey.examine import Outcome, Task, examine

FAULTS = {
    "exit.txt": lambda: os._exit(3),
    "abort.txt": os.abort,
    "killed.txt": lambda: os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM),
    "error.txt": lambda: 1 / 0,
    "memory.txt": lambda: bytearray(10**11),
    "slow.txt": lambda: time.sleep(600),
}


def examine_or_fail(task: Task) -> Outcome:
    """Return the outcome of a document, but of one that is named after a fault."""
    fault = FAULTS.get(Path(task.path).name)
    if fault is not None:
        fault()
    return examine(task)
