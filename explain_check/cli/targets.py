"""The documents that a command line names: files as given, folders walked in a fixed order."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from explain_check.cli.language import pick
from explain_check.ingest.folders import walk_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A document to check under the name it is reported by, or a path with the reason why nothing can be read there."""

    path: Path
    problem: str = ""

    @property
    def source(self) -> str:
        """The path as given, with forward slashes on every system."""
        return self.path.as_posix()


def find_targets(paths: Iterable[Path], suffixes: Iterable[str], skip: Path | None, lang: str) -> list[Target]:
    """Return the documents in the order given, sorted inside a folder; ``skip`` is the report's own file."""
    readable = tuple(sorted(suffix.lower() for suffix in suffixes))
    found: list[Target] = []
    for path in paths:
        if path.is_dir():
            found += _in_folder(path, readable, skip, lang)
        elif not path.exists() and glob.has_magic(path.name):
            found += _matching(path, lang)
        else:
            found.append(Target(path=path))
    return found


def _matching(pattern: Path, lang: str) -> list[Target]:
    """Return the files that a pattern (*.txt) means: the consoles of Windows leave it to the program."""
    names = sorted(glob.glob(str(pattern)))
    problem = pick(lang, f"{pattern}：没有这样的文件，请检查路径。", f"{pattern}: no such file, check the path.")
    return [Target(path=Path(name)) for name in names] or [Target(path=pattern, problem=problem)]


def _in_folder(folder: Path, readable: tuple[str, ...], skip: Path | None, lang: str) -> list[Target]:
    """Return a folder's documents, or why there are none, and the folders below it that may not be opened."""
    refused: list[OSError] = []
    own = skip.resolve() if skip else None
    files = [path for path in walk_files(folder, refused) if path.suffix.lower() in readable and (own is None or path.resolve() != own)]
    targets = [Target(path=path) for path in files]
    targets += [Target(path=Path(str(error.filename)), problem=_refused(error, lang)) for error in refused]
    return targets or [Target(path=folder, problem=_empty(folder, readable, lang))]


def _empty(folder: Path, readable: tuple[str, ...], lang: str) -> str:
    kinds = " ".join(readable)
    chinese = f"{folder}：文件夹里没有可以读取的文件（能读取 {kinds}）。请检查路径，或直接给出文件。"
    return pick(lang, chinese, f"{folder}: no file here that can be read (readable: {kinds}). Check the path, or name the files.")


def _refused(error: OSError, lang: str) -> str:
    folder = error.filename
    return pick(lang, f"{folder}：无法打开文件夹，请检查权限。", f"{folder}: the folder cannot be opened, check its permissions.")
