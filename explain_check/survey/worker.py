"""A worker: a process that does one job after the other, read from its standard input, until that is closed."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO

from explain_check.survey.limits import Limits, confine_memory

#: A document is checked with many small objects that are gone with it: looking for cycles every 700 of them takes a tenth of the time.
_COLLECT = (50_000, 20, 20)


class Reason(StrEnum):
    """Why a job has no result."""

    CRASHED = "crashed"
    TIMEOUT = "timeout"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A job without a result: why, and what is known of it (ValueError: …, SIGSEGV)."""

    reason: Reason
    detail: str = ""


class Replies:
    """The way back to the parent; the watch on memory may speak while a job is being done."""

    def __init__(self, stream: BinaryIO) -> None:
        """Write to a binary stream."""
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, reply: object) -> None:
        """Write one reply."""
        with self._lock:
            pickle.dump(reply, self._stream, pickle.HIGHEST_PROTOCOL)
            self._stream.flush()


def work(tasks: BinaryIO, replies: Replies) -> None:
    """Do jobs until the tasks end; the first two things read are the job and its limits."""
    job: Callable[[Any], object] = pickle.load(tasks)
    limits: Limits = pickle.load(tasks)
    confine_memory(limits, lambda: replies.send(Failure(reason=Reason.MEMORY)))
    replies.send(None)
    gc.set_threshold(*_COLLECT)
    while True:
        try:
            task = pickle.load(tasks)
        except EOFError:
            return
        try:
            reply = job(task)
        except MemoryError:
            reply = Failure(reason=Reason.MEMORY)
        except Exception as error:  # one document must not keep the others from being checked
            reply = Failure(reason=Reason.CRASHED, detail=f"{type(error).__name__}: {error}".splitlines()[0])
        replies.send(reply)


def main() -> None:
    """Work for the parent; what libraries print goes nowhere, so that it cannot come between the replies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    replies = Replies(os.fdopen(os.dup(1), "wb"))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        work(sys.stdin.buffer, replies)
    except (BrokenPipeError, EOFError):
        os._exit(0)  # the parent is gone


if __name__ == "__main__":
    main()
