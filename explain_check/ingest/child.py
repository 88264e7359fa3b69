"""Run a reader in a process of its own, so that a deadline holds on every system even where a library hangs or crashes."""

from __future__ import annotations

import importlib
import io
import os
import pickle
import subprocess
import sys
from dataclasses import asdict

from explain_check.ingest.limits import Limits, hold_limits, too_slow
from explain_check.model.document import Source
from explain_check.model.errors import UnreadableDocumentError

_MEMORY = 1_500_000_000
"""Address space of the child in bytes, where the system can hold it: 1 GB of memory and the code of the libraries."""
_RESERVED = 4_000_000_000
_HIDDEN = 0x08000000 if sys.platform == "win32" else 0
"""No console window comes up on Windows."""


def read_in_child(module: str, content: bytes, name: str, limits: Limits) -> Source:
    """Return what ``module.read_bytes`` reads; UnreadableDocumentError where it takes too long or breaks down."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    call = [sys.executable, "-P", "-m", "explain_check.ingest.child"]
    job = pickle.dumps((module, name, asdict(limits))) + content
    try:
        done = subprocess.run(
            call,
            input=job,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=limits.seconds,
            check=False,
            creationflags=_HIDDEN,
        )
    except subprocess.TimeoutExpired as error:
        raise too_slow(name, limits) from error
    if done.returncode:
        raise UnreadableDocumentError(
            f"{name}：读取这份文件的程序崩溃了，文件可能已损坏或占用内存过多；请用原程序打开后另存。",
            f"{name}: the reader broke down, the file may be damaged or need too much memory; open and save it in its own program.",
        )
    answer = pickle.loads(done.stdout)
    if isinstance(answer, UnreadableDocumentError):
        raise answer
    source: Source = answer
    return source


def _answer(job: bytes) -> Source | UnreadableDocumentError:
    """Return what the parent asked for, or the error that it is to raise."""
    stream = io.BytesIO(job)
    module, name, limits = pickle.load(stream)
    try:
        source: Source = importlib.import_module(module).read_bytes(stream.read(), name, Limits(**limits))
        return hold_limits(source, name, Limits(**limits))
    except UnreadableDocumentError as error:
        return error


def _limit_memory() -> None:
    """Bound the memory, where the system knows how."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _RESERVED))


def allow_reserves() -> None:
    """Let libraries reserve addresses that they do not fill: those that recognise characters do; the memory used stays below 1 GB."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == _MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def main() -> None:
    """Read the job from standard input and write the answer to standard output, which libraries may not disturb."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    with output:
        pickle.dump(_answer(sys.stdin.buffer.read()), output, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
