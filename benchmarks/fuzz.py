"""Check files with mutated bytes, in every format: no traceback, no hang, nothing written beside the file. See benchmarks/README.md."""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import IO

from fuzz_files import mutate, write_seeds

from explain_check.ingest.bundle import bundle_archive, read_bundle
from explain_check.ingest.limits import LIMITS, hold_limits
from explain_check.ingest.read import read_source
from explain_check.model.document import Source
from explain_check.model.errors import UnreadableDocumentError
from explain_check.pipeline.check import check_source

#: How many of a hundred inputs each format gets; what LibreOffice reads takes seconds an input and is asked for by name (doc).
SHARES = {"txt": 12, "md": 6, "html": 14, "htm": 6, "docx": 22, "xlsx": 14, "xls": 10, "pdf": 12, "zip": 4}
SLOW = 60.0
"""Seconds after which an input counts as hanging: the limit that a file has."""
#: What the command reads in a process of its own: a library that hangs or crashes there ends with one clear line, in time.
APART = ("xls", "pdf", "doc")
BAD = ("TRACEBACK", "HANG", "WROTE")


def read(path: Path) -> Source:
    """Return the source of an input; what the command reads in a process of its own is read in this one, which is a worker's."""
    match path.suffix:
        case ".zip":
            return read_bundle(bundle_archive(path)[0])
        case ".xls" | ".pdf":
            reader = import_module(f"explain_check.ingest.{path.suffix[1:]}_reader")
            source: Source = reader.read_bytes(path.read_bytes(), path.name, LIMITS)
            return hold_limits(source, path.name, LIMITS)
        case _:
            return read_source(path)


def work(form: str, numbers: range, seed: int, folder: Path, keep: Path | None) -> None:
    """Check the inputs of one format in an empty folder; say the number of each before, its seconds and fate after."""
    os.chdir(folder)
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    path = folder / f"a.{form}"
    original = write_seeds(folder)[form]
    for number in numbers:
        content = mutate(original, random.Random(f"{seed}-{form}-{number}"))
        path.write_bytes(content)
        print(f"begin {number}", flush=True)
        started = time.monotonic()
        fate = fate_of(path)
        seconds = time.monotonic() - started
        beside = sorted(one.name for one in folder.iterdir() if one != path)
        if beside or path.read_bytes() != content:
            fate = f"WROTE {beside or 'into the file'}"
        if fate.startswith(BAD) and keep is not None:
            shutil.copy(path, keep / f"{number}.{form}")
        print(f"end {seconds:.2f} {fate}", flush=True)
        if beside:
            return


def fate_of(path: Path) -> str:
    """Return what became of an input."""
    try:
        check_source(read(path))
    except UnreadableDocumentError as error:
        return "refused" if "\n" not in str(error) + error.english else "TRACEBACK several lines in the refusal"
    except BaseException as error:
        # Panics of libraries in Rust: the command runs these in a process of their own and refuses the file.
        return "library stopped" if "Panic" in type(error).__name__ else f"TRACEBACK {traceback.format_exc()[-1500:]!r}"
    return "read"


class Run:
    """The inputs of one format, checked by workers that are restarted after a crash or a hang."""

    def __init__(self, form: str, seed: int, keep: Path | None) -> None:
        """Begin with nothing; inputs with a bad fate are kept in the folder ``keep``."""
        self.fates: Counter[str] = Counter()
        self.told: list[str] = []
        self.slowest = (0.0, 0)
        self._form, self._seed, self._keep = form, seed, keep

    def over(self, first: int, last: int) -> None:
        """Check the inputs from the first to before the last."""
        while first < last:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
                call = [sys.executable, __file__, "--work", name, "--format", self._form, "--first", str(first)]
                call += ["--inputs", str(last - first), "--seed", str(self._seed)]
                call += ["--keep", str(self._keep.resolve())] if self._keep else []
                worker = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
                first = self._follow(worker, first, Path(name))
                worker.wait()

    def _follow(self, worker: subprocess.Popen[str], number: int, folder: Path) -> int:
        """Count the fates that a worker tells until it ends or hangs, and return the number of the next input."""
        lines: queue.Queue[str] = queue.Queue()
        assert worker.stdout is not None
        threading.Thread(target=_pass_on, args=(worker.stdout, lines), daemon=True).start()
        first, is_open = number, False
        while True:
            try:
                kind, _, words = lines.get(timeout=SLOW).partition(" ")
            except queue.Empty:
                worker.kill()
                self._count("library hung" if self._form in APART else "HANG", number, folder)
                return number + 1
            if not kind:
                break
            is_open = kind == "begin"
            if is_open:
                number = int(words)
                continue
            seconds, _, fate = words.partition(" ")
            self.slowest = max(self.slowest, (float(seconds), number))
            self._count(fate, number)
            number += 1
        if is_open:
            self._count("library crashed" if self._form in APART else "TRACEBACK crashed", number, folder)
        elif number == first:
            raise SystemExit(f"the worker for {self._form} did not start")
        return number + is_open

    def _count(self, fate: str, number: int, folder: Path | None = None) -> None:
        """Count a fate; ``folder`` holds the input of a worker that could not keep it itself."""
        is_bad = fate.startswith(BAD)
        self.fates[fate.split()[0] if is_bad else fate] += 1
        if is_bad or folder is not None:
            self.told.append(f"  {self._form} {number}: {fate}")
        if folder is not None and self._keep is not None:
            shutil.copy(folder / f"a.{self._form}", self._keep / f"{number}.{self._form}")


def _pass_on(stream: IO[str], lines: queue.Queue[str]) -> None:
    """Put the lines of a stream into a queue, and an empty one at its end."""
    for line in stream:
        lines.put(line.rstrip("\n"))
    lines.put("")


def main() -> None:
    """Check all formats and say what became of the inputs; exit code 1 after a traceback, a hang or a file written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="of all formats together, or of each that is asked for")
    parser.add_argument("--first", type=int, default=0, help="number of the first input, to see one again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=(*SHARES, "doc"), action="append", help="these formats only, all inputs each")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the inputs that made trouble")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work:
        work(asked.format[0], range(asked.first, asked.first + asked.inputs), asked.seed, asked.work, asked.keep)
        return
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
    bad = 0
    totals = {form: asked.inputs for form in asked.format or ()} or {form: asked.inputs * share // 100 for form, share in SHARES.items()}
    for form, total in totals.items():
        run, started = Run(form, asked.seed, asked.keep), time.monotonic()
        with contextlib.suppress(KeyboardInterrupt):
            run.over(asked.first, asked.first + total)
        shown = ", ".join(f"{fate} {count}" for fate, count in sorted(run.fates.items()))
        slowest = f"slowest {run.slowest[0]:.1f} s ({run.slowest[1]})"
        print(f"{form:5}{run.fates.total():6} inputs in {time.monotonic() - started:5.0f} s, {slowest}: {shown}", flush=True)
        print("".join(f"{line}\n" for line in run.told), end="", flush=True)
        bad += sum(run.fates[fate] for fate in BAD)
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
