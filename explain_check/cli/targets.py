"""The documents that a command line names: files as given, folders walked in a fixed order."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explain_check.cli.language import pick
from explain_check.ingest.folders import walk_files
from explain_check.model.errors import ExplainCheckError

if TYPE_CHECKING:
    from explain_check.ingest import Bundle


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A document to check under the name it is reported by, or a path with the reason why nothing can be read there.

    ``bundle`` holds the files where several make the document.
    """

    path: Path
    problem: str = ""
    rule: str = ""
    bundle: Bundle | None = None

    @property
    def source(self) -> str:
        """The path as given, with forward slashes on every system."""
        return self.bundle.name if self.bundle else self.path.as_posix()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files on the disk that are read."""
        return tuple(member.path for member in self.bundle.members) if self.bundle else (self.path,)

    @property
    def document(self) -> Path | Bundle:
        """What is to be read."""
        return self.bundle or self.path


def find_targets(paths: Iterable[Path], suffixes: Iterable[str], skip: Path | None, lang: str, *, as_one: bool = False) -> list[Target]:
    """Return the documents in the order given, sorted inside a folder; ``skip`` is the report's own file.

    An archive stands for the documents in it. With ``as_one`` the files are one document, and so is each folder.
    """
    readable = tuple(sorted(suffix.lower() for suffix in suffixes))
    named = [Target(path=found) for path in paths for found in _follow(path)]
    if as_one:
        return list(_joined(named, readable, skip, lang))
    found: list[Target] = []
    for target in named:
        if target.path.is_dir():
            found += _in_folder(target.path, readable, skip, lang)
        elif not target.path.exists() and glob.has_magic(target.path.name):
            found.append(Target(path=target.path, problem=_no_match(target.path, lang)))
        else:
            found += _opened(target, lang)
    return found


def _follow(path: Path) -> list[Path]:
    """Return the files that a pattern (*.txt) means: the consoles of Windows leave it to the program."""
    if path.exists() or not glob.has_magic(path.name):
        return [path]
    return [Path(name) for name in sorted(glob.glob(str(path)))] or [path]


def _no_match(pattern: Path, lang: str) -> str:
    return pick(lang, f"{pattern}：没有这样的文件，请检查路径。", f"{pattern}: no such file, check the path.")


def _joined(named: list[Target], readable: tuple[str, ...], skip: Path | None, lang: str) -> Iterator[Target]:
    """Yield the files as one document, then each folder as one, or one for each of its folders where it holds no file itself."""
    from explain_check.ingest.bundle import bundle_files, bundle_folder

    files = [target.path for target in named if not target.path.is_dir()]
    if len(files) == 1:
        yield from _opened(Target(path=files[0]), lang)
    elif files:
        try:
            yield Target(path=files[0], bundle=bundle_files(files, files[0].as_posix()))
        except ExplainCheckError as error:
            yield _unread(files[0], error, lang)
    for folder in (target.path for target in named if target.path.is_dir()):
        refused: list[OSError] = []
        own = skip.resolve() if skip else None
        names = [path.relative_to(folder).as_posix() for path in walk_files(folder, refused) if own is None or path.resolve() != own]
        yield from (Target(path=Path(str(error.filename)), problem=_refused(error, lang)) for error in refused)
        bundles = bundle_folder(folder, names)
        yield from (Target(path=folder, bundle=bundle) for bundle in bundles)
        if not bundles:
            yield Target(path=folder, problem=_empty(folder, readable, lang))


def _opened(target: Target, lang: str) -> list[Target]:
    """Return the documents of an archive; a file that is none is a document itself."""
    if target.path.suffix.lower() != ".zip":
        return [target]
    from explain_check.ingest.bundle import bundle_archive, is_archive

    try:
        if not is_archive(target.path):
            return [target]
        return [Target(path=target.path, bundle=bundle) for bundle in bundle_archive(target.path)]
    except ExplainCheckError as error:
        return [_unread(target.path, error, lang)]


def _unread(path: Path, error: ExplainCheckError, lang: str) -> Target:
    return Target(path=path, problem=pick(lang, str(error), error.english), rule=getattr(error, "rule", ""))


def _in_folder(folder: Path, readable: tuple[str, ...], skip: Path | None, lang: str) -> list[Target]:
    """Return a folder's documents, or why there are none, and the folders below it that may not be opened."""
    refused: list[OSError] = []
    own = skip.resolve() if skip else None
    files = [path for path in walk_files(folder, refused) if path.suffix.lower() in readable and (own is None or path.resolve() != own)]
    targets = [opened for path in files for opened in _opened(Target(path=path), lang)]
    targets += [Target(path=Path(str(error.filename)), problem=_refused(error, lang)) for error in refused]
    return targets or [Target(path=folder, problem=_empty(folder, readable, lang))]


def _empty(folder: Path, readable: tuple[str, ...], lang: str) -> str:
    kinds = " ".join(readable)
    chinese = f"{folder}：文件夹里没有可以读取的文件（能读取 {kinds}）。请检查路径，或直接给出文件。"
    return pick(lang, chinese, f"{folder}: no file here that can be read (readable: {kinds}). Check the path, or name the files.")


def refuse_without_documents(folder: Path, lang: str) -> None:
    """Stop where a folder holds nothing that can be read: the path is wrong, or a drive is not there."""
    from explain_check.pipeline import readable_suffixes

    readable, refused = readable_suffixes(), list[OSError]()
    if folder.is_dir() and not any(path.suffix.lower() in readable for path in walk_files(folder, refused)) and not refused:
        raise click.UsageError(_empty(folder, readable, lang))


def _refused(error: OSError, lang: str) -> str:
    folder = error.filename
    return pick(lang, f"{folder}：无法打开文件夹，请检查权限。", f"{folder}: the folder cannot be opened, check its permissions.")
