"""Speed and memory of a survey over generated documents, and what is left after it was killed."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.disclosures.__main__ import write_disclosures

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "survey"]
_PAUSE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a survey took; seconds of the processor are those of the parent and its workers, memory is the parent's alone."""

    documents: int
    bytes: int
    workers: int
    seconds: float
    processor_seconds: float
    parent_megabytes: float | None

    @property
    def a_second(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds

    @property
    def a_second_and_core(self) -> float:
        """Documents a second that one core does, whatever else the machine is doing."""
        return self.documents / self.processor_seconds


def start(folder: Path, store: Path, workers: int, *more: str) -> subprocess.Popen[bytes]:
    """Start a survey."""
    words = [str(folder), "--store", str(store), "--workers", str(workers), *more]
    return subprocess.Popen([*COMMAND, *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def measure(folder: Path, store: Path, workers: int) -> Measure:
    """Survey a folder into a new store."""
    files = [path for path in folder.rglob("*") if path.suffix in (".txt", ".md")]
    before, began = _processor_seconds(), time.perf_counter()
    process = start(folder, store, workers)
    peak = _Peak(process.pid)
    process.wait()
    seconds = time.perf_counter() - began
    return Measure(
        documents=len(files),
        bytes=sum(path.stat().st_size for path in files),
        workers=workers,
        seconds=seconds,
        processor_seconds=_processor_seconds() - before or seconds * workers,
        parent_megabytes=peak.close(),
    )


class _Peak:
    """Watches the memory that a process holds, where the system tells."""

    def __init__(self, process: int) -> None:
        self._status = Path(f"/proc/{process}/status")
        self._peak: float | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def close(self) -> float | None:
        """Return the most memory that was seen, in MB."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._ended.wait(_PAUSE):
            try:
                lines = self._status.read_text().splitlines()
            except OSError:
                continue
            self._peak = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), self._peak)


def _processor_seconds() -> float:
    """Return the seconds that ended child processes took of the processor, 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def kill_and_resume(folder: Path, work: Path, workers: int, kills: int, longest: float, seed: int) -> tuple[int, bool]:
    """Kill a survey at random moments, let it end at last; return how often it was killed, and whether its export equals another's."""
    rng = random.Random(seed)
    killed = 0
    while killed < kills:
        process = start(folder, work / "killed.duckdb", workers)
        try:
            process.wait(timeout=rng.uniform(0.5, longest))
            break  # it was done before it could be killed once more
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
            process.wait()
            killed += 1
    for name in ("killed", "calm"):
        start(folder, work / f"{name}.duckdb", workers, "--parquet", str(work / name)).wait()
    return killed, exports(work / "killed") == exports(work / "calm")


def exports(folder: Path) -> dict[str, bytes]:
    """Return the exported files."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def show(measures: list[Measure]) -> None:
    """Print the measures for a person."""
    print("documents  KB each  workers  seconds  documents/s  documents/s and core  parent MB")
    for one in measures:
        memory = f"{one.parent_megabytes:9.0f}" if one.parent_megabytes else "        ?"
        size = one.bytes / one.documents / 1000
        rates = f"{one.a_second:11.1f}  {one.a_second_and_core:20.1f}"
        print(f"{one.documents:9}  {size:7.1f}  {one.workers:7}  {one.seconds:7.1f}  {rates}  {memory}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.survey", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2000], help="sizes of the surveys")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=0, help="kill a survey of the smallest size so many times, and compare")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder by default")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    work = asked.folder or Path(tempfile.mkdtemp())
    measures = []
    for count in sorted(asked.documents):
        write_disclosures(work / f"documents{count}", count, seed=asked.seed, slips=0.05)
        measures.append(measure(work / f"documents{count}", work / f"{count}.duckdb", asked.workers))
    if asked.json:
        print(json.dumps([asdict(one) for one in measures], indent=2))
    else:
        show(measures)
    if asked.kills:
        longest = max(2.0, 1.5 * measures[0].seconds / asked.kills)
        killed, same = kill_and_resume(work / f"documents{min(asked.documents)}", work, asked.workers, asked.kills, longest, asked.seed)
        print(f"killed {killed} times and resumed: the exports are {'equal' if same else 'DIFFERENT'}", file=sys.stderr)
    if asked.folder is None:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
