"""Time of each stage on a document of 100 KB, start of the command, peak memory."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from explain_check.extract import extract_claims
from explain_check.ingest import read_source
from explain_check.link import link_claims
from explain_check.model.claim import ChangeClaim
from explain_check.pipeline import check_document
from explain_check.pipeline.cases import build_cases
from explain_check.pipeline.check import check_source, structure_document
from explain_check.reconcile.recompute import recompute_change
from explain_check.report.contract import report_of
from explain_check.rules.registry import judge_case

ROOT = Path(__file__).resolve().parents[1]
SIZE = 100_000
#: Stands in where the corpus is missing.
SENTENCE = "2024年基本支出3,048.31万元，占68.32%，比上年预算增加100.93万元，增长3.42%，主要原因是上一年度调标增资。\n"


def long_text() -> str:
    """Return the corpus, one document after the other, as often as it takes to fill 100 KB."""
    files = sorted(path for path in (ROOT / "corpus").rglob("*") if path.suffix in (".txt", ".md"))
    texts = [path.read_text(encoding="utf-8", errors="ignore") for path in files] or [SENTENCE]
    parts: list[str] = []
    size = 0
    for text in cycle(texts):
        if size >= SIZE:
            break
        parts.append(text)
        size += len(text.encode())
    return "\n".join(parts).encode()[:SIZE].decode(errors="ignore")


def stages(path: Path) -> dict[str, Callable[[], object]]:
    """Return each stage as a call without arguments, fed with what the stages before it gave."""
    source = read_source(path)
    document = structure_document(source)
    claims = extract_claims(document.sections, document.entity, document.year, document.kind)
    changes = [claim for claim in claims if isinstance(claim, ChangeClaim)]
    recomputed = {claim.id: recompute_change(claim) for claim in changes}
    links = link_claims(claims, document.tables, document.entity, document.year, document.kind)
    checked = check_source(source)
    return {
        "read": lambda: read_source(path),
        "structure": lambda: structure_document(source),
        "extract": lambda: extract_claims(document.sections, document.entity, document.year, document.kind),
        "recompute": lambda: [recompute_change(claim) for claim in changes],
        "link": lambda: link_claims(claims, document.tables, document.entity, document.year, document.kind),
        "rules": lambda: [list(judge_case(case)) for case in build_cases(document, claims, recomputed, links)],
        "report": lambda: json.dumps(report_of(checked), ensure_ascii=False),
        "all": lambda: json.dumps(report_of(check_document(path)), ensure_ascii=False),
    }


def median(call: Callable[[], object], rounds: int) -> float:
    """Return the median time of a call in seconds, after one round that is not counted."""
    call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def run_command(*words: str) -> None:
    """Run the command line in a process of its own."""
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", *words]
    subprocess.run(call, cwd=ROOT, capture_output=True, check=False)


def peak_megabytes() -> float | None:
    """Return the most memory this process has held; None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def measure(rounds: int) -> dict[str, object]:
    """Return all measures."""
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder) / "long.txt", Path(folder) / "short.txt"
        text = long_text()
        long.write_text(text, encoding="utf-8")
        short.write_text("某中心2024年部门预算\n" + SENTENCE, encoding="utf-8")
        times = {name: median(call, rounds) for name, call in stages(long).items()}
        starts = {
            "--help": median(lambda: run_command("--help"), rounds),
            "one document": median(lambda: run_command("check", str(short)), rounds),
        }
    return {"bytes": len(text.encode()), "characters": len(text), "stages": times, "starts": starts, "peak_megabytes": peak_megabytes()}


def show(measures: dict[str, object]) -> None:
    """Print the measures for a person."""
    characters, times, starts = measures["characters"], measures["stages"], measures["starts"]
    assert isinstance(characters, int)
    assert isinstance(times, dict)
    assert isinstance(starts, dict)
    print(f"document: {measures['bytes']} bytes, {characters} characters")
    for name, seconds in times.items():
        print(f"{name:14} {seconds * 1000:9.2f} ms {characters / seconds / 1e6:9.2f} M chars/s")
    for name, seconds in starts.items():
        print(f"{name:14} {seconds * 1000:9.0f} ms (start of a process included)")
    peak = measures["peak_megabytes"]
    print(f"peak memory    {peak:9.0f} MB" if isinstance(peak, float) else "peak memory: not known on this system")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="rounds a measure, the median counts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    measures = measure(asked.rounds)
    if asked.json:
        print(json.dumps(measures, indent=2))
    else:
        show(measures)


if __name__ == "__main__":
    main()
