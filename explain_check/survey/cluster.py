"""A survey on a cluster: the same documents, the same workers, spread over machines by Dask.

Each task checks some hundreds of documents in a process of its own, so that a document that crashes or hangs takes down
neither the task nor the machine's Dask worker, and writes what it found as Parquet into a folder that all machines see. The
store reads these files as the tasks end. A Dask worker that is lost loses its tasks only: they are done again elsewhere, and
files that nobody reports are never read.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from explain_check import __version__
from explain_check.model.errors import ExplainCheckError
from explain_check.survey.engine import examine_all
from explain_check.survey.examine import Outcome, Task, explain_failure, lexicon_hash
from explain_check.survey.limits import Limits
from explain_check.survey.store import write_parquet
from explain_check.survey.worker import Failure, Reason
from explain_check.survey.writing import Batch, Writer, Written

if TYPE_CHECKING:
    from distributed import Client, Future

_TASKS_A_CORE = 4
_AHEAD = 2


class ClusterError(ExplainCheckError):
    """A cluster that cannot be reached, or does not fit: another version, a folder that it does not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a task wrote, what became of each document, and which version and word lists checked them."""

    written: Written
    outcomes: tuple[Outcome, ...]
    checker: tuple[str, str]


def survey_part(tasks: tuple[Task, ...], folder: str, limits: Limits) -> Part:
    """Check documents on a machine of the cluster and write their rows as Parquet; return where they are."""
    batch, outcomes = Batch(), []
    for outcome in examine_all(iter(tasks), 1, limits):
        if outcome.status:
            batch.add(outcome)
        outcomes.append(outcome.without_rows())
    place = Path(folder) / uuid.uuid4().hex
    written = batch.write(place)
    write_parquet(place)
    return Part(written=written, outcomes=tuple(outcomes), checker=_checker())


def _checker() -> tuple[str, str]:
    return __version__, lexicon_hash()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The workers of a Dask scheduler; a task has from ``fewest`` to ``most`` documents, so that each core has some tasks."""

    scheduler: str
    limits: Limits
    fewest: int = 100
    most: int = 500

    def check(self, tasks: Iterator[Task], total: int, writer: Writer, folder: Path) -> Generator[Outcome]:
        """Yield what became of each document."""
        with _connect(self.scheduler) as client:
            cores = max(1, sum(client.ncores().values()))
            size = min(self.most, max(self.fewest, total // (cores * _TASKS_A_CORE)))
            yield from _Round(client, writer, folder, self.limits).run(_chunks(tasks, size), cores * _AHEAD)


def _connect(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        chinese = "分布式核对需要另装：pip install 'explain-check[cluster]'。"
        raise ClusterError(chinese, "A cluster needs an extra: pip install 'explain-check[cluster]'.") from error
    try:
        return Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        chinese = f"{address}：连接不上调度器（{reason}），请检查地址。"
        raise ClusterError(chinese, f"{address}: cannot reach the scheduler ({reason}), check the address.") from error


def _chunks(tasks: Iterator[Task], size: int) -> Iterator[tuple[Task, ...]]:
    while chunk := tuple(islice(tasks, size)):
        yield chunk


class _Round:
    """The tasks that a cluster is at; ``_held`` are their documents, in case a task must be cut in smaller ones."""

    def __init__(self, client: Client, writer: Writer, folder: Path, limits: Limits) -> None:
        self._client = client
        self._writer = writer
        self._folder = folder
        self._limits = limits
        self._held: dict[str, tuple[Task, ...]] = {}

    def run(self, chunks: Iterator[tuple[Task, ...]], ahead: int) -> Iterator[Outcome]:
        """Yield outcomes; so many tasks are with the cluster at a time."""
        from distributed import as_completed

        waiting = as_completed([self._submit(chunk) for chunk in islice(chunks, ahead)], loop=self._client.loop)
        for future in waiting:
            chunk = self._held.pop(future.key)
            yield from self._receive(future, chunk, waiting.add)
            if (following := next(chunks, None)) is not None:
                waiting.add(self._submit(following))

    def _submit(self, chunk: tuple[Task, ...]) -> Future:
        future = self._client.submit(survey_part, chunk, str(self._folder), self._limits, pure=False)
        self._held[future.key] = chunk
        return future

    def _receive(self, future: Future, chunk: tuple[Task, ...], add: Callable[[Future], None]) -> Iterable[Outcome]:
        """Return the outcomes of a task; one that its workers fell over is cut in halves, down to the document at fault."""
        from distributed import KilledWorker

        try:
            part: Part = future.result()
        except KilledWorker:
            if len(chunk) == 1:
                failure = Failure(reason=Reason.CRASHED, detail="KilledWorker")
                outcome = explain_failure(chunk[0], failure, self._limits)
                self._writer.add(outcome)
                return [outcome]
            half = len(chunk) // 2
            for smaller in (chunk[:half], chunk[half:]):
                add(self._submit(smaller))
            return []
        except OSError as error:
            chinese = f"{self._folder}：集群中的机器无法写入这个文件夹（{error}），请把汇总库放在各台机器都能访问的共享文件夹。"
            english = (
                f"{self._folder}: a machine of the cluster cannot write here ({error}); keep the store in a folder that all machines share."
            )
            raise ClusterError(chinese, english) from error
        return self._keep(part)

    def _keep(self, part: Part) -> tuple[Outcome, ...]:
        if part.checker != _checker():
            chinese = f"集群中有机器装的是另一版本（{part.checker[0]}）或另一套词表，请各台机器安装同一版本。"
            raise ClusterError(
                chinese, f"A machine of the cluster has another version ({part.checker[0]}) or other word lists; install the same."
            )
        self._writer.add_written(part.written)
        return part.outcomes
