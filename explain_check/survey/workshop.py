"""The parent's side of a worker: start it, hand it tasks, listen to it, end it."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Queue
from threading import Thread
from typing import Any

from explain_check.survey.limits import Limits

_CALL = "from explain_check.survey.worker import main; main()"
_START_SECONDS = 120.0
#: No console window comes up on Windows.
_HIDDEN = 0x08000000 if sys.platform == "win32" else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a worker sent; ``is_last`` says that nothing will come any more, because it is gone."""

    worker: Worker
    content: object = None
    is_last: bool = False


class Worker:
    """A process that was started by spawn: a fresh interpreter, alike on every system, that knows nothing of its parent.

    ``is_overdue`` says that it was stopped because a task took too long, ``is_stopped`` that the parent ended it.
    """

    def __init__(self, job: Callable[[Any], object], limits: Limits, replies: Queue[Reply]) -> None:
        """Start the process; its replies arrive in the queue."""
        self.is_ready = False
        self.is_overdue = False
        self.is_stopped = False
        self._limits = limits
        self._replies = replies
        self._deadline: float | None = time.monotonic() + _START_SECONDS
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CALL],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_HIDDEN,
        )
        self.write(job)
        self.write(limits)
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def is_heard(self) -> bool:
        """Whether a reply may still come."""
        return self._listener.is_alive()

    def write(self, item: object) -> None:
        """Send something; a worker that is gone is noticed by its last reply."""
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.write(pickle.dumps(item))
            self._process.stdin.flush()

    def start_clock(self) -> None:
        """Give the task that the worker is at its time."""
        self._deadline = time.monotonic() + self._limits.seconds

    def stop_clock(self) -> None:
        """Let a worker without tasks wait."""
        self._deadline = None

    @property
    def has_overrun(self) -> bool:
        """Whether the task that the worker is at has had its time."""
        return self._deadline is not None and time.monotonic() > self._deadline

    def stop_overdue(self) -> None:
        """End the process where its task takes too long."""
        if self.has_overrun and not self.is_stopped:
            self.is_overdue = True
            self.stop()

    def stop(self) -> None:
        """End the process; its last reply is still to come."""
        self.is_stopped = True
        self._end()

    def ending(self) -> str:
        """Return how the process ended: SIGSEGV, or its exit code."""
        code = self._process.wait()
        try:
            return signal.Signals(-code).name
        except ValueError:
            return str(code)

    def close(self) -> None:
        """End the process and leave nothing open but the listener's pipe, which it closes."""
        self._end()
        self._process.wait()
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()

    def _end(self) -> None:
        """End the process and what it started: a file may be read in a process of its own."""
        if sys.platform == "win32":
            call = ["taskkill", "/F", "/T", "/PID", str(self._process.pid)]
            subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=_HIDDEN, check=False)
        else:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream, suppress(Exception):  # a reply that was cut off may be broken in any way
            while True:
                self._replies.put(Reply(worker=self, content=pickle.load(stream)))
        self._replies.put(Reply(worker=self, is_last=True))
