"""A pool of worker processes that outlives its workers.

A worker that crashes or exceeds its limits takes down itself only: its other tasks go to another worker; the task that it
was at is tried once more where the worker may have been killed from outside, and comes back as a Failure otherwise.
Results come in the order in which they are ready. Nothing grows with the number of tasks: each worker has a few at hand,
and workers wait while their results are not fetched.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Queue
from typing import Generic, TypeVar

from explain_check.model.errors import ExplainCheckError
from explain_check.survey.limits import Limits
from explain_check.survey.worker import Failure, Reason
from explain_check.survey.workshop import Reply, Worker

Task = TypeVar("Task")
Result = TypeVar("Result")
_AT_HAND = 4
_RESULTS_AHEAD = 8
_ATTEMPTS = 2
_STARTS = 3
_PAUSE = 0.2


class WorkersDoNotStartError(ExplainCheckError):
    """Worker processes end before they are ready."""


@dataclass(slots=True, kw_only=True)
class Attempt(Generic[Task]):
    """A task and how many workers were lost over it."""

    task: Task
    lost: int = 0


def count_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool(Generic[Task, Result]):
    """Workers that do one job with many tasks."""

    def __init__(self, job: Callable[[Task], Result], workers: int, limits: Limits) -> None:
        """Take a job that a new process can import, the number of workers, and what each task may take."""
        self._job = job
        self._count = max(1, workers)
        self._limits = limits
        self._replies: Queue[Reply] = Queue(maxsize=_RESULTS_AHEAD)
        self._workers: list[Worker] = []
        self._hands: dict[Worker, deque[Attempt[Task]]] = {}
        self._again: deque[Attempt[Task]] = deque()
        self._failed_starts = 0

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Result | Failure]]:
        """Yield each task with its result; all processes end with the generator."""
        waiting = iter(tasks)
        try:
            while self._supply(waiting):
                yield from self._receive()
        finally:
            self._close()

    def _supply(self, waiting: Iterator[Task]) -> bool:
        """Give tasks to workers that have few; return whether anything is still to come."""
        for few in range(_AT_HAND):
            for slot in range(self._count):
                if slot < len(self._workers) and len(self._hands[self._workers[slot]]) > few:
                    continue
                attempt = self._next(waiting)
                if attempt is None:
                    return any(self._hands.values())
                self._give(attempt, slot)
        return True

    def _next(self, waiting: Iterator[Task]) -> Attempt[Task] | None:
        if self._again:
            return self._again.popleft()
        for task in waiting:
            return Attempt(task=task)
        return None

    def _give(self, attempt: Attempt[Task], slot: int) -> None:
        """Hand a task to the worker of a slot, which is started where there is none."""
        if slot >= len(self._workers):
            self._workers.append(Worker(self._job, self._limits, self._replies))
            self._hands[self._workers[-1]] = deque()
        worker = self._workers[slot]
        hand = self._hands[worker]
        hand.append(attempt)
        worker.write(attempt.task)
        if worker.is_ready and len(hand) == 1:
            worker.start_clock()

    def _receive(self) -> Iterator[tuple[Task, Result | Failure]]:
        """Yield what the next reply gives, if one comes soon; stop workers whose time is over."""
        with suppress(Empty):
            reply = self._replies.get(timeout=_PAUSE)
            if reply.worker not in self._hands:
                return
            if reply.is_last:
                yield from self._bury(reply.worker)
            elif reply.worker.is_ready:
                yield self._take(reply)
            else:
                reply.worker.is_ready = True
                reply.worker.start_clock()
                self._failed_starts = 0
        for worker in self._workers:
            worker.stop_overdue()

    def _take(self, reply: Reply) -> tuple[Task, Result | Failure]:
        """Return the task that a reply belongs to, and the reply."""
        worker, content = reply.worker, reply.content
        hand = self._hands[worker]
        attempt = hand.popleft()
        if worker.has_overrun:
            worker.is_overdue, content = False, Failure(reason=Reason.TIMEOUT)
        if isinstance(content, Failure) and content.reason is Reason.MEMORY:
            worker.stop()  # what it holds it would hold on to
        if hand:
            worker.start_clock()
        else:
            worker.stop_clock()
        return attempt.task, content  # type: ignore[return-value]

    def _bury(self, worker: Worker) -> Iterator[tuple[Task, Failure]]:
        """Give the tasks of a worker that is gone to others; yield the one that it fell over."""
        self._workers.remove(worker)
        hand = self._hands.pop(worker)
        ending = worker.ending()
        worker.close()
        if worker.is_ready:
            yield from self._blame(worker, hand, ending)
        else:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                chinese = f"工作进程无法启动（{ending}），请重新安装 explain-check。"
                raise WorkersDoNotStartError(chinese, f"Worker processes do not start ({ending}), install explain-check again.")
        self._again.extend(hand)

    def _blame(self, worker: Worker, hand: deque[Attempt[Task]], ending: str) -> Iterator[tuple[Task, Failure]]:
        """Take the first task out of the hand and yield why it failed, unless it gets another chance."""
        if worker.is_overdue:
            yield hand.popleft().task, Failure(reason=Reason.TIMEOUT)
        elif hand and not worker.is_stopped:
            hand[0].lost += 1
            if hand[0].lost >= _ATTEMPTS:
                yield hand.popleft().task, Failure(reason=Reason.CRASHED, detail=ending)

    def _close(self) -> None:
        """End all processes and wait for their listeners, which may wait for room themselves."""
        for worker in self._workers:
            worker.close()
        while any(worker.is_heard for worker in self._workers):
            with suppress(Empty):
                self._replies.get(timeout=0.05)
        self._workers.clear()
        self._hands.clear()
