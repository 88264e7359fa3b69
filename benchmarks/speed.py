"""CPU time of each stage on documents of 100 KB, of single files, of the command's start; peak memory."""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from disclosure import write_disclosure

from explain_check.extract import extract_claims
from explain_check.ingest import read_source
from explain_check.ingest.decode import decode
from explain_check.link import link_claims
from explain_check.model.claim import ChangeClaim
from explain_check.pipeline import check_document
from explain_check.pipeline.cases import build_cases
from explain_check.pipeline.check import structure_document
from explain_check.reasons import explain_reasons
from explain_check.reconcile.recompute import recompute_change
from explain_check.report.contract import report_of
from explain_check.rules.registry import judge_case

ROOT = Path(__file__).resolve().parents[1]
SIZE = 100_000
WARM_UP = 2
#: How seldom the command and the survey's workers look for garbage.
COLLECT = (50_000, 20, 20)


def disclosure(seed: int) -> str:
    """Return a disclosure shaped like published ones, with new figures and names for each seed."""
    return write_disclosure(seed, SIZE)


def dense(seed: int) -> str:
    """Return the corpus strung together, from its document number ``seed`` on: five times as many statements as published text has."""
    files = sorted(path for path in (ROOT / "corpus").glob("0*") if path.is_file())
    first = seed % len(files)
    texts = [decode(path.read_bytes(), path.name) for path in files[first:] + files[:first]]
    return "\n".join(texts).encode()[:SIZE].decode(errors="ignore")


def time_stages(path: Path) -> dict[str, float]:
    """Return the CPU seconds of each stage of checking a file, and of its check as a whole."""
    times: dict[str, float] = {}

    def clock(name: str, call: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401 - each stage has its own types
        start = time.process_time()
        result = call(*given)
        times[name] = time.process_time() - start
        return result

    source = clock("read", read_source, path)
    document = clock("structure", structure_document, source)
    claims = clock("extract", extract_claims, document.sections, document.entity, document.year, document.kind, document.forms)
    claims = clock("reasons", explain_reasons, claims)
    recomputed = clock("recompute", lambda: {c.id: recompute_change(c) for c in claims if isinstance(c, ChangeClaim)})
    links = clock("link", link_claims, claims, document.tables, document.entity, document.year, document.kind)
    clock("rules", lambda: [judge_case(case) for case in build_cases(document, claims, recomputed, links)])
    return times


def time_check(path: Path) -> dict[str, float]:
    """Return the CPU seconds of checking a file and of writing its report."""
    start = time.process_time()
    checked = check_document(path)
    middle = time.process_time()
    json.dumps(report_of(checked), ensure_ascii=False)
    return {"report": time.process_time() - middle, "all": time.process_time() - start}


def measure_texts(make: Callable[[int], str], rounds: int, folder: Path) -> dict[str, Any]:
    """Return the least CPU seconds of each stage over some texts, each one read once by its stages and another one as a whole."""
    path = folder / "document.txt"
    rows: list[dict[str, float]] = []
    for seed in range(rounds + WARM_UP):
        row: dict[str, float] = {}
        for number, measure in enumerate((time_stages, time_check)):
            path.write_text(make(2 * seed + number), encoding="utf-8")
            row |= measure(path)
        rows.append(row)
    size, characters = path.stat().st_size, len(path.read_text(encoding="utf-8"))
    least = {name: min(row[name] for row in rows[WARM_UP:]) for name in rows[0]}
    return {"bytes": size, "characters": characters, "seconds": least}


def measure_file(path: Path, rounds: int) -> dict[str, Any]:
    """Return a file's size and the least CPU seconds of checking it and writing its report."""
    return {"file": path.name, "bytes": path.stat().st_size, "seconds": min(time_check(path)["all"] for _ in range(rounds + WARM_UP))}


def measure_start(*words: str, rounds: int) -> float:
    """Return the least wall time of the command line in a process of its own, in seconds."""
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", *words]
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(call, cwd=ROOT, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def peak_megabytes() -> float | None:
    """Return the most memory this process has held; None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def measure(rounds: int, files: list[Path]) -> dict[str, Any]:
    """Return all measures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short = folder / "short.txt"
        short.write_text(write_disclosure(1, 1), encoding="utf-8")
        return {
            "texts": {make.__name__: measure_texts(make, rounds, folder) for make in (disclosure, dense)},
            "files": [measure_file(path, rounds) for path in files],
            "starts": {
                "--help": measure_start("--help", rounds=rounds),
                f"check, {short.stat().st_size // 1000} KB": measure_start("check", str(short), rounds=rounds),
            },
            "peak_megabytes": peak_megabytes(),
        }


def show(measures: dict[str, Any]) -> None:
    """Print the measures for a person."""
    for name, text in measures["texts"].items():
        print(f"{name}: {text['bytes']} bytes on disk, {text['characters']} characters")
        for stage, seconds in text["seconds"].items():
            print(f"  {stage:12} {seconds * 1000:8.2f} ms {text['characters'] / seconds / 1e6:8.2f} M chars/s")
    for file in measures["files"]:
        each = file["seconds"] * 1e8 / file["bytes"]
        print(f"{file['file']}: {file['bytes']} bytes {file['seconds'] * 1000:8.2f} ms {each:8.2f} ms per 100 KB")
    for name, seconds in measures["starts"].items():
        print(f"{name:14} {seconds * 1000:8.0f} ms from start to end of the process")
    peak = measures["peak_megabytes"]
    print(f"{'peak memory':14} {peak:8.0f} MB" if peak is not None else "peak memory: not known on this system")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="documents to time as well, each by itself")
    parser.add_argument("--rounds", type=int, default=15, help="rounds a measure; the least counts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    gc.set_threshold(*COLLECT)
    measures = measure(asked.rounds, asked.files)
    if asked.json:
        print(json.dumps(measures, indent=2))
    else:
        show(measures)


if __name__ == "__main__":
    main()
