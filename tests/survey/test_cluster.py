"""A survey on a cluster of several worker processes: the same rows as on one machine, whoever is killed."""

from __future__ import annotations

import os
import signal
from contextlib import closing

import pytest
from distributed import Client, LocalCluster

from benchmarks.disclosures.__main__ import write_disclosures
from explain_check.survey.cluster import Cluster, ClusterError
from explain_check.survey.limits import Limits
from explain_check.survey.run import Survey
from explain_check.survey.store import open_store

LIMITS = Limits()


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as local:
        yield local


@pytest.mark.slow
def test_a_cluster_gives_the_same_rows(cluster, documents, survey):
    write_disclosures(documents / "made", 20, slips=0.2)
    engine = Cluster(scheduler=cluster.scheduler_address, limits=LIMITS, fewest=4, most=4)
    assert survey(documents, store="cluster.duckdb", engine=engine)[1] == survey(documents, store="here.duckdb")[1]


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(cluster, survey, tmp_path):
    folder = tmp_path / "made"
    write_disclosures(folder, 60, slips=0.2)
    engine = Cluster(scheduler=cluster.scheduler_address, limits=LIMITS, fewest=5, most=5)
    with Client(cluster.scheduler_address) as client:
        processes = sorted(client.run(os.getpid).values())
    seen = []
    with closing(open_store(tmp_path / "killed.duckdb")) as opened:
        found = Survey([folder], opened, tmp_path / "killed.duckdb.parts")
        for outcome in found.run(engine):
            if len(seen) == 15:
                os.kill(processes[0], signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
            seen.append(outcome.path)
        assert sum(found.linking().run()) == 40
        opened.export(tmp_path / "killed")
    assert len(seen) == len(set(seen)) == 60
    files = {path.name: path.read_bytes() for path in sorted((tmp_path / "killed").iterdir())}
    assert files == survey(folder, store="calm.duckdb", workers=2)[1]


@pytest.mark.slow
def test_a_document_that_takes_too_long_is_recorded(cluster, documents, survey, tmp_path):
    engine = Cluster(scheduler=cluster.scheduler_address, limits=Limits(seconds=0.001))
    outcomes, _ = survey(documents / "2024", engine=engine)
    assert [outcome.status for outcome in outcomes] == ["timeout", "timeout"]


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_said(documents, survey):
    with pytest.raises(ClusterError, match="调度器"):
        survey(documents, engine=Cluster(scheduler="tcp://127.0.0.1:1", limits=LIMITS))
