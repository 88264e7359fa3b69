"""Check one document of many, and give back its rows as the lines of CSV files."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from explain_check import __version__
from explain_check.ingest.bundle import Bundle, bundle_archive
from explain_check.lexicon.load import lexicon_folder
from explain_check.model.checked import CheckedDocument
from explain_check.model.errors import ExplainCheckError, UnreadableDocumentError
from explain_check.pipeline import check_document
from explain_check.survey.limits import Limits
from explain_check.survey.rows import ROWS, document_fields
from explain_check.survey.schema import TABLES
from explain_check.survey.values import Row, Value
from explain_check.survey.worker import Failure, Reason

CHECKED, UNREADABLE = "checked", "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A document: its name in the store, where it lies, and the id and content hash under which the store holds it already.

    ``inner`` is its folder in an archive that holds several documents.
    """

    path: str
    location: str
    inner: str = ""
    known_id: str = ""
    known_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a document: its status and rows, by table; no status where the store holds it as it is."""

    path: str
    status: str = ""
    error: str = ""
    error_en: str = ""
    errors: int = 0
    replaces: str = ""
    lines: dict[str, bytes] = field(default_factory=dict)

    def without_rows(self) -> Outcome:
        """Return what is told of the document, without the rows."""
        return replace(self, lines={})


@lru_cache(maxsize=1)
def lexicon_hash() -> str:
    """Return the hash of all word lists and templates: names and bytes."""
    folder = lexicon_folder()
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def examine(task: Task) -> Outcome:
    """Return the outcome of checking a document; its rows are the same on every machine and in every run."""
    location = Path(task.location)
    try:
        content = content_hash(location)
    except OSError as error:
        chinese, english = f"{task.path}：无法读取（{error.strerror}）。", f"{task.path}: cannot be read ({error.strerror})."
        return failed(task, UNREADABLE, chinese, english)
    if content == task.known_hash:
        return Outcome(path=task.path)
    try:
        checked = check_document(_bundle(location, task.inner) if task.inner else location)
    except ExplainCheckError as error:
        chinese, english = (_named(text, task) for text in (str(error), error.english))
        return failed(task, UNREADABLE, chinese, english, content)
    return _outcome(task, content, checked)


def _bundle(archive: Path, inner: str) -> Bundle:
    """Return one of the documents of an archive; UnreadableDocumentError where it is no longer there."""
    for bundle in bundle_archive(archive):
        if bundle.name == f"{archive.as_posix()}/{inner}":
            return bundle
    raise UnreadableDocumentError(f"{archive}：压缩包里没有 {inner}。", f"{archive}: there is no {inner} in the archive.")


def content_hash(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _named(message: str, task: Task) -> str:
    """Return a message on one line that names the document as the store does."""
    line = " ".join(message.replace(str(Path(task.location)), task.path).split())
    return line if Path(task.path).name in line else f"{task.path}：{line}"


def _outcome(task: Task, content: str, checked: CheckedDocument) -> Outcome:
    document_id = identify(content, task.path)
    fields = document_fields(checked)
    lines = {name: as_lines(rows(document_id, checked)) for name, rows in ROWS.items()}
    errors = fields["errors"]
    return Outcome(
        path=task.path,
        status=CHECKED,
        errors=errors if isinstance(errors, int) else 0,
        replaces=task.known_id,
        lines={"documents": _document_line(task.path, content, {"status": CHECKED, **fields}), **lines},
    )


def failed(task: Task, status: str, chinese: str, english: str, content: str = "") -> Outcome:
    """Return the outcome of a document that could not be checked."""
    fields: dict[str, Value] = {"status": status, "error": chinese, "error_en": english}
    line = _document_line(task.path, content, fields)
    return Outcome(path=task.path, status=status, error=chinese, error_en=english, replaces=task.known_id, lines={"documents": line})


def explain_failure(task: Task, failure: Failure, limits: Limits) -> Outcome:
    """Return the outcome of a document that its worker fell over."""
    name, detail = task.path, f"（{failure.detail}）" if failure.detail else ""
    chinese, english = {
        Reason.CRASHED: (f"程序内部出错{detail}，这份文件没有核对", f"internal error {failure.detail}, not checked"),
        Reason.TIMEOUT: (f"超过时间上限 {limits.seconds:g} 秒，没有核对完", f"took more than {limits.seconds:g} seconds, not checked"),
        Reason.MEMORY: (f"超过内存上限 {limits.megabytes} MB，没有核对完", f"needs more than {limits.megabytes} MB, not checked"),
    }[failure.reason]
    content = ""
    with suppress(OSError):
        content = content_hash(Path(task.location))
    return failed(task, failure.reason.value, f"{name}：{chinese}。", f"{name}: {english}.", content)


def identify(content: str, path: str) -> str:
    """Return the id of a document: its content and its place among the others."""
    return hashlib.sha256(f"{content}\0{path}".encode()).hexdigest()


def _document_line(path: str, content: str, fields: dict[str, Value]) -> bytes:
    """Return the row of a document; counts that are not known are zero."""
    own: dict[str, Value] = {
        "document_id": identify(content, path),
        "path": path,
        "sha256": content,
        "tool_version": __version__,
        "lexicon_hash": lexicon_hash(),
    }
    known = own | fields
    return as_lines(
        [tuple(known.get(name, None if name == "year" or kind == "VARCHAR" else 0) for name, kind in TABLES["documents"].items())]
    )


def as_lines(rows: Iterable[Row]) -> bytes:
    """Return rows as CSV in UTF-8; characters that UTF-8 or a database does not take are replaced or left out."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().replace("\0", "").replace("\r", " ").encode("utf-8", "replace")
