"""A survey: find the documents, check what is new or changed, keep what was found."""

from __future__ import annotations

import csv
import json
import os
import shutil
import uuid
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from explain_check import __version__
from explain_check.pipeline import readable_suffixes
from explain_check.survey.engine import Engine
from explain_check.survey.examine import UNREADABLE, Outcome, Task, lexicon_hash
from explain_check.survey.schema import TEXT
from explain_check.survey.store import Store, read_csv, write_rows
from explain_check.survey.walk import Found, Names, Walk, outermost
from explain_check.survey.writing import Writer
from explain_check.survey.years import Linking

_SEVERITIES = ("errors", "warnings", "infos")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a survey came to: documents found, those not checked, those with errors; findings; figures checked of all."""

    documents: int
    unread: int
    erroneous: int
    errors: int
    warnings: int
    infos: int
    figures: int
    figures_checked: int


class Survey:
    """A survey of some paths into a store; files for passing rows lie in a folder beside it."""

    def __init__(self, paths: Iterable[Path], store: Store, folder: Path) -> None:
        """Look at what is to be done: find the documents, take out of the store what is gone or no longer holds."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self._store = store
        self._folder = folder
        walk = self._find(outermost(paths))
        self.refused, self.skipped = walk.refused, walk.skipped
        with store.transaction():
            self._drop_stale()
        self.total = self._list_tasks()
        store.query("INSERT INTO runs VALUES (?, ?, ?, ?)", uuid.uuid4().hex, datetime.now(UTC), __version__, lexicon_hash())

    def run(self, engine: Engine) -> Generator[Outcome]:
        """Check the documents; yield what became of each."""
        writer = Writer(self._store.beside(), self._folder)
        try:
            yield from engine.check(self._tasks(), self.total, writer, self._folder)
        finally:
            writer.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    def linking(self) -> Linking:
        """Return what links the documents of one body over the years, after they are checked."""
        return Linking(self._store, self._folder)

    def summary(self) -> Summary:
        """Return what the store holds of the documents that were found."""
        counts = "count(*), count(*) FILTER (status <> 'checked'), count(*) FILTER (own.errors + coalesce(years.errors, 0) > 0)"
        sums = ", ".join(f"coalesce(sum(own.{name}), 0) + coalesce(sum(years.{name}), 0)" for name in _SEVERITIES)
        figures = "coalesce(sum(figures), 0), coalesce(sum(figures_checked), 0)"
        linked = ", ".join(f"count(*) FILTER (severity = '{name[:-1]}') AS {name}" for name in _SEVERITIES)
        (row,) = self._store.query(
            f"SELECT {counts}, {sums}, {figures} FROM documents AS own SEMI JOIN found USING (path) "
            f"LEFT JOIN (SELECT document_id, {linked} FROM year_findings GROUP BY document_id) AS years USING (document_id)"
        )
        values = [int(str(value)) for value in row]
        return Summary(**dict(zip(Summary.__dataclass_fields__, values, strict=True)))

    def unread(self) -> Iterator[tuple[str, str]]:
        """Yield why documents were not checked, in Chinese and English, by path."""
        rows = self._store.query(
            "SELECT error, error_en FROM documents SEMI JOIN found USING (path) WHERE status <> 'checked' ORDER BY path"
        )
        yield from ((str(chinese), str(english)) for chinese, english in rows)

    def _find(self, paths: list[Path]) -> Walk:
        """Put the documents into a table ``found``; return the walk, which tells what could not be opened."""
        names = Names([(str(name), str(location)) for name, location in self._store.query("SELECT name, location FROM roots")])
        for path in paths:
            names.add(path.resolve() if path.is_dir() else path.resolve().parent)
        walk = Walk(names=names, suffixes=frozenset(readable_suffixes()), own=os.fspath(self._folder.resolve()).removesuffix(".parts"))
        file = self._folder / "found.csv"
        write_rows(file, ((found.path, json.dumps([found.location, found.inner])) for found in map(_encodable, walk.over(paths))))
        source = read_csv(str(file).replace("'", "''"), {"path": TEXT, "location": TEXT})
        self._store.query(f"CREATE OR REPLACE TEMP TABLE found AS SELECT path, min(location) AS location FROM {source} GROUP BY path")
        with self._store.transaction():
            self._store.query("DELETE FROM roots")
            for pair in names.pairs:
                self._store.query("INSERT INTO roots VALUES (?, ?)", *pair)
        self._walked = [names.name(path.resolve()) + "/" for path in paths if path.is_dir()]
        return walk

    def _drop_stale(self) -> None:
        """Take out what is gone, what another version checked, and what failed for want of time or memory."""
        if not self.refused:
            below = "EXISTS (SELECT 1 FROM (SELECT unnest(?::VARCHAR[]) AS walked) WHERE starts_with(path, walked))"
            self._store.drop(f"SELECT document_id FROM documents ANTI JOIN found USING (path) WHERE {below}", self._walked)
        changed = "tool_version <> ? OR lexicon_hash <> ? OR status NOT IN ('checked', ?)"
        ids = f"SELECT document_id FROM documents SEMI JOIN found USING (path) WHERE {changed}"
        self._store.drop(ids, __version__, lexicon_hash(), UNREADABLE)

    def _list_tasks(self) -> int:
        """Write the tasks into a file, so that they need no memory; return how many there are."""
        known = "coalesce(document_id, ''), coalesce(sha256, '')"
        tasks = f"SELECT path, location, {known} FROM found LEFT JOIN documents USING (path) ORDER BY path"
        file = str(self._folder / "tasks.csv").replace("'", "''")
        self._store.query(f"COPY ({tasks}) TO '{file}' (FORMAT csv, HEADER false)")
        return int(str(self._store.query("SELECT count(*) FROM found")[0][0]))

    def _tasks(self) -> Iterator[Task]:
        with (self._folder / "tasks.csv").open(encoding="utf-8", newline="") as file:
            for path, location, known_id, known_hash in csv.reader(file):
                place, inner = json.loads(location)
                yield Task(path=path, location=place, inner=inner, known_id=known_id, known_hash=known_hash)


def _encodable(found: Found) -> Found:
    """Return a document with a name that any text can hold: odd bytes of file names become escapes."""
    return replace(found, path=found.path.encode("utf-8", "backslashreplace").decode())
