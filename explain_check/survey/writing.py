"""Write what workers found into the store, in a thread of its own, a batch at a time."""

from __future__ import annotations

import shutil
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread

from explain_check.survey.examine import Outcome
from explain_check.survey.store import Store

_DOCUMENTS = 100
_BYTES = 16_000_000
_SECONDS = 5.0
_BATCHES_WAITING = 2


class Batch:
    """The rows of some documents, by table, and the ids of the documents that they replace."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: dict[str, list[bytes]] = defaultdict(list)
        self.replaced: list[str] = []
        self._count = 0
        self._bytes = 0
        self._began = time.monotonic()

    @property
    def is_full(self) -> bool:
        """Whether enough is there to be written, or has waited long enough."""
        return self._count >= _DOCUMENTS or self._bytes >= _BYTES or (self._count > 0 and time.monotonic() - self._began > _SECONDS)

    def add(self, outcome: Outcome) -> None:
        """Take the rows of a document."""
        for table, lines in outcome.lines.items():
            self.lines[table].append(lines)
            self._bytes += len(lines)
        if outcome.replaces:
            self.replaced.append(outcome.replaces)
        self._count += 1

    def write(self, folder: Path) -> Written:
        """Write a CSV file a table into a new folder."""
        folder.mkdir(parents=True)
        for table, lines in self.lines.items():
            (folder / f"{table}.csv").write_bytes(b"".join(lines))
        return Written(folder=str(folder), replaced=tuple(self.replaced))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A folder with one file a table, CSV or Parquet, and the ids of the documents that these rows replace."""

    folder: str
    replaced: tuple[str, ...]


class Writer:
    """Adds outcomes to a store while others are being awaited; a failure is raised by the next call."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Write through files in a folder."""
        self._store = store
        self._folder = folder
        self._batch = Batch()
        self._batches = 0
        self._waiting: Queue[Written | None] = Queue(maxsize=_BATCHES_WAITING)
        self._error: BaseException | None = None
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    def add(self, outcome: Outcome) -> None:
        """Take an outcome; waits while too much is waiting to be written."""
        if outcome.status:
            self._batch.add(outcome)
        if self._batch.is_full:
            self._flush()

    def add_written(self, written: Written) -> None:
        """Take what is in files already; waits while too much is waiting."""
        if self._error is not None:
            raise self._error
        self._waiting.put(written)

    def close(self) -> None:
        """Write what is left and wait until all is written."""
        if self._error is None:
            self._flush()
        self._waiting.put(None)
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _flush(self) -> None:
        self._batches += 1
        self.add_written(self._batch.write(self._folder / f"batch{self._batches}"))
        self._batch = Batch()

    def _work(self) -> None:
        while (written := self._waiting.get()) is not None:
            if self._error is not None:
                continue
            try:
                self._store.add(Path(written.folder), list(written.replaced))
                shutil.rmtree(written.folder)
            except BaseException as error:  # it is raised where the next outcome is added
                self._error = error
