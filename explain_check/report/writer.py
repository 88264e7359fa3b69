"""What every report writer can do, and how one is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TextIO

from explain_check.model.checked import CheckedDocument

FORMATS = ("text", "json", "jsonl")


class Writer(Protocol):
    """Writes the reports of documents one after the other; nothing is kept in memory."""

    def add(self, source: str, checked: CheckedDocument) -> None:
        """Write the report of a document."""

    def fail(self, source: str, message: str, rule: str = "EC908") -> None:
        """Write that a document could not be read; ``rule`` names the page that explains it."""

    def close(self) -> None:
        """Write what belongs at the end; the stream stays open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to write: ``labels`` names the rules by code, ``single`` says that one document only is coming."""

    lang: str = "zh"
    verbose: bool = False
    single: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)


def open_writer(form: str, stream: TextIO, manner: Manner) -> Writer:
    """Return the writer of a form of FORMATS; only the one that is asked for is loaded."""
    if form == "json":
        from explain_check.report.json import JsonWriter

        return JsonWriter(stream, single=manner.single)
    if form == "jsonl":
        from explain_check.report.jsonl import JsonLinesWriter

        return JsonLinesWriter(stream)
    from explain_check.report.text import TextWriter

    return TextWriter(stream, manner)
