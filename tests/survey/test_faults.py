"""Documents that their worker falls over: each is recorded with the reason, costs no other one, and is tried again."""

from __future__ import annotations

import os
from contextlib import closing

import pytest
from survey.faults import FAULTS, examine_or_fail

from explain_check.survey.engine import examine_all
from explain_check.survey.limits import Limits
from explain_check.survey.store import open_store

EXPECTED = {
    "exit.txt": ("crashed", "程序内部出错（3）"),
    "abort.txt": ("crashed", "SIGABRT"),
    "killed.txt": ("crashed", "SIGKILL"),
    "error.txt": ("crashed", "ZeroDivisionError"),
    "memory.txt": ("memory", "超过内存上限 700 MB"),
    "slow.txt": ("timeout", "超过时间上限 4 秒"),
}


class Faulty:
    """This machine, with workers that fall over some documents."""

    def check(self, tasks, total, writer, folder):
        """Yield what became of each document."""
        for outcome in examine_all(tasks, 2, Limits(seconds=4.0, megabytes=700), examine_or_fail):
            writer.add(outcome)
            yield outcome.without_rows()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals")
def test_a_document_that_fails_is_recorded_and_costs_no_other(documents, survey, tmp_path):
    sound = next(documents.rglob("001_*")).read_bytes()
    for name in FAULTS:
        (documents / name).write_bytes(sound)
    outcomes, _ = survey(documents, engine=Faulty())
    assert len(outcomes) == len(FAULTS) + 5
    with closing(open_store(tmp_path / "survey.duckdb", read_only=True)) as opened:
        told = {str(path): (status, str(error)) for path, status, error in opened.query("SELECT path, status, error FROM documents")}
        rows = opened.query("SELECT count(DISTINCT document_id) FROM claims")
    assert rows == [(3,)]
    for name, (status, words) in EXPECTED.items():
        assert told[f"公开/{name}"][0] == status
        assert words in told[f"公开/{name}"][1]
    assert sorted(status for status, _ in told.values()).count("checked") == 3
    again, files = survey(documents)
    assert {outcome.path.removeprefix("公开/") for outcome in again if outcome.status} == set(FAULTS)
    assert files == survey(documents, store="afresh.duckdb")[1]
