"""A survey that is killed goes on where it was: nothing lost, nothing twice, no process left behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.disclosures.__main__ import write_disclosures

ROOT = Path(__file__).resolve().parents[2]
CALL = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "survey"]
KILLED = signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM


def start(folder, store, *words):
    call = [*CALL, str(folder), "--store", str(store), *words]
    return subprocess.Popen(call, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(folder, store):
    """Survey to the end and return the exported files."""
    export = store.with_suffix(".export")
    assert start(folder, store, "--parquet", str(export)).wait() == 1
    return {path.name: path.read_bytes() for path in sorted(export.iterdir())}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_survey_goes_on(tmp_path, seed):
    write_disclosures(tmp_path / "made", 240, slips=0.2, seed=seed)
    rng = random.Random(seed)
    for _ in range(4):
        process = start(tmp_path / "made", tmp_path / "killed.duckdb", "--workers", "2")
        time.sleep(rng.uniform(0.5, 8))
        process.send_signal(KILLED)
        process.wait()
    assert finish(tmp_path / "made", tmp_path / "killed.duckdb") == finish(tmp_path / "made", tmp_path / "calm.duckdb")
    assert not (tmp_path / "killed.duckdb.parts").exists()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells the children of a process")
def test_a_killed_survey_leaves_no_process(tmp_path):
    write_disclosures(tmp_path / "made", 60)
    process = start(tmp_path / "made", tmp_path / "killed.duckdb", "--workers", "2")
    children = []
    while not children and process.poll() is None:
        time.sleep(0.05)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.send_signal(KILLED)
    process.wait()
    assert children
    for _ in range(600):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return
        time.sleep(0.1)
    pytest.fail("workers outlive their parent")


@pytest.mark.slow
def test_an_interrupted_survey_goes_on(tmp_path):
    write_disclosures(tmp_path / "made", 30, slips=0.3)
    process = start(tmp_path / "made", tmp_path / "stopped.duckdb", "--workers", "1")
    time.sleep(2)
    process.send_signal(signal.SIGINT if os.name != "nt" else signal.CTRL_C_EVENT)
    assert process.wait() in (1, 2)
    assert finish(tmp_path / "made", tmp_path / "stopped.duckdb") == finish(tmp_path / "made", tmp_path / "calm.duckdb")
