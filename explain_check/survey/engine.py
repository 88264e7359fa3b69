"""Where documents are checked: in processes of this machine, or on the machines of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from explain_check.survey.examine import Outcome, Task, examine, explain_failure
from explain_check.survey.limits import Limits
from explain_check.survey.pool import Pool
from explain_check.survey.worker import Failure
from explain_check.survey.writing import Writer


class Engine(Protocol):
    """Checks documents and gives their rows to a writer."""

    def check(self, tasks: Iterator[Task], total: int, writer: Writer, folder: Path) -> Generator[Outcome]:
        """Yield what became of each of ``total`` documents; files on the way to the store lie in ``folder``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The machine that this runs on, with so many worker processes."""

    workers: int
    limits: Limits

    def check(self, tasks: Iterator[Task], total: int, writer: Writer, folder: Path) -> Generator[Outcome]:
        """Yield what became of each document."""
        del total, folder
        for outcome in examine_all(tasks, self.workers, self.limits):
            writer.add(outcome)
            yield outcome.without_rows()


def examine_all(tasks: Iterator[Task], workers: int, limits: Limits, job: Callable[[Task], Outcome] = examine) -> Generator[Outcome]:
    """Yield the outcome of each document, also of those that a worker fell over; ``job`` is what a worker does with a document."""
    for task, result in Pool(job, workers, limits).run(tasks):
        yield explain_failure(task, result, limits) if isinstance(result, Failure) else result
