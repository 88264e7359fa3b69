"""The documents below the paths that are given, and the names by which a store knows them.

A document is known by its folder: the name of the folder that was first surveyed and the path below it (2024/市本级/a.txt).
So it stays the same document wherever the folder lies and however it is written on the command line.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from explain_check.ingest.bundle import ARCHIVES, bundle_archive
from explain_check.ingest.folders import walk_files
from explain_check.model.errors import ExplainCheckError, UnreadableDocumentError


class FolderNameError(ExplainCheckError):
    """Two different folders that a store would know by the same name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document: its name in the store, where it lies, and the folder in it where an archive there holds several."""

    path: str
    location: str
    inner: str = ""


class Names:
    """The names of the folders that were surveyed, by where they lie."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """Take the names and locations that a store knows."""
        self._names = {Path(location): name for name, location in known}

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """All names with their locations."""
        return sorted((name, str(location)) for location, name in self._names.items())

    def add(self, folder: Path) -> None:
        """Give a folder its own name unless it lies in one that has a name; FolderNameError where another bears it."""
        if any(above in self._names for above in (folder, *folder.parents)):
            return
        name = folder.name or "root"
        for location, known in list(self._names.items()):
            if known == name:
                if location.is_dir():
                    chinese = f"{folder}：汇总库中已有同名文件夹 {location}，请改名，或另用一个汇总库。"
                    raise FolderNameError(
                        chinese, f"{folder}: the store has another folder of this name, {location}; rename it or use another store."
                    )
                del self._names[location]  # it was moved
        self._names[folder] = name

    def name(self, path: Path) -> str:
        """Return the name of a path below a folder that has one, KeyError otherwise."""
        for above in (path, *path.parents):
            if above in self._names:
                below = path.relative_to(above).as_posix()
                return self._names[above] if below == "." else f"{self._names[above]}/{below}"
        raise KeyError(path)


@dataclass(slots=True)
class Walk:
    """The walk over paths; ``own`` begins the store's files, ``refused`` could not be opened, ``skipped`` are other files by suffix."""

    names: Names
    suffixes: frozenset[str]
    own: str = ""
    refused: list[OSError] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def over(self, paths: Iterable[Path]) -> Iterator[Found]:
        """Yield each document once, sorted inside a folder; files that are named are taken whatever their suffix."""
        for path in paths:
            start = path.resolve()
            if not start.is_dir():
                yield from _opened(start, self.names.name(start))
                continue
            folder, name = start, self.names.name(start)
            for file in walk_files(start, self.refused):
                if self.own and os.fspath(file).startswith(self.own):
                    continue
                if file.suffix.lower() not in self.suffixes:
                    self.skipped[file.suffix.lower()] += 1
                    continue
                if file.parent != folder:
                    folder, name = file.parent, self.names.name(file.parent)
                yield from _opened(file, f"{name}/{file.name}")


def _opened(file: Path, name: str) -> Iterator[Found]:
    """Yield the documents of an archive, a folder in it for each; any other file, and one that cannot be opened, is one itself."""
    inner = [""]
    if file.suffix.lower() in ARCHIVES:
        with suppress(UnreadableDocumentError):
            inner = [bundle.name.removeprefix(file.as_posix()).strip("/") for bundle in bundle_archive(file)]
    for folder in inner:
        yield Found(path=f"{name}/{folder}" if folder else name, location=os.fspath(file), inner=folder)


def outermost(paths: Iterable[Path]) -> list[Path]:
    """Return the paths that do not lie in another one, each once, in the order given."""
    resolved = {path.resolve(): path for path in reversed(list(paths))}
    return [path for place, path in reversed(resolved.items()) if not any(above in resolved for above in place.parents)]
