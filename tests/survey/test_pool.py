"""The pool of workers: whatever a task does, all the others get done, and its own fate is told."""

from __future__ import annotations

import os
import signal
import time

import pytest

from explain_check.survey.limits import Limits
from explain_check.survey.pool import Pool
from explain_check.survey.worker import Failure, Reason

#: Tasks are expressions: a new process knows how to evaluate them without knowing these tests.
SUMS = [f"{number} + 1" for number in range(40)]
ANSWERS = {task: number + 1 for number, task in enumerate(SUMS)}


def do(tasks, workers=2, seconds=60.0, megabytes=512):
    return dict(Pool(eval, workers, Limits(seconds=seconds, megabytes=megabytes)).run(tasks))


def is_gone(process):
    """Whether a process ends soon."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except OSError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("workers", [1, 3])
def test_every_task_has_its_result(workers):
    assert do(SUMS, workers) == ANSWERS


def test_no_task_no_process():
    assert do([]) == {}


@pytest.mark.parametrize("at", [0, 40])
@pytest.mark.parametrize(
    ("task", "failure"),
    [
        pytest.param("1 / 0", Failure(reason=Reason.CRASHED, detail="ZeroDivisionError: division by zero"), id="error"),
        pytest.param("__import__('os')._exit(3)", Failure(reason=Reason.CRASHED, detail="3"), id="exit"),
        pytest.param(
            "__import__('os').abort()",
            Failure(reason=Reason.CRASHED, detail="SIGABRT"),
            id="abort",
            marks=pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals"),
        ),
        pytest.param("bytearray(10 ** 10)", Failure(reason=Reason.MEMORY), id="memory"),
        pytest.param("__import__('time').sleep(600)", Failure(reason=Reason.TIMEOUT), id="time"),
    ],
)
def test_a_bad_task_fails_alone(task, failure, at):
    seconds = 3.0 if failure.reason is Reason.TIMEOUT else 60.0
    assert do([*SUMS[:at], task, *SUMS[at:]], seconds=seconds) == {**ANSWERS, task: failure}


def test_a_worker_killed_from_outside_costs_no_task():
    slow = [f"(__import__('time').sleep(0.02), __import__('os').getpid(), {number})" for number in range(60)]
    seen = {}
    for task, result in Pool(eval, 2, Limits()).run(slow):
        if len(seen) == 10:
            os.kill(result[1], signal.SIGTERM)
        seen[task] = result[2]
    assert seen == dict(zip(slow, range(60), strict=True))


@pytest.mark.skipif(os.name == "nt", reason="sleep is a program of POSIX")
def test_what_a_task_started_ends_with_it(tmp_path):
    mark = tmp_path / "process"
    task = f"__import__('subprocess').run(['sh', '-c', 'echo $$ > {mark}; exec sleep 600'])"
    assert do([task], 1, seconds=2.0) == {task: Failure(reason=Reason.TIMEOUT)}
    assert is_gone(int(mark.read_text()))


def test_what_a_task_prints_does_not_come_between():
    assert do(["print('{' * 100)", "__import__('os').write(1, b'x' * 100)"], 1) == {
        "print('{' * 100)": None,
        "__import__('os').write(1, b'x' * 100)": 100,
    }


def test_tasks_are_fetched_as_they_are_needed():
    fetched = []

    def tasks():
        for task in SUMS * 10:
            fetched.append(task)
            yield task

    results = Pool(eval, 1, Limits()).run(tasks())
    next(results)
    assert len(fetched) < 20
    results.close()


def test_a_pool_that_is_left_ends_its_workers():
    results = Pool(eval, 2, Limits()).run(["__import__('os').getpid()"] * 50)
    _, process = next(results)
    results.close()
    assert is_gone(process)
