"""JSON: one object for one document, an array for several."""

from __future__ import annotations

import json
from typing import TextIO

from explain_check.model.checked import CheckedDocument
from explain_check.report.claims import Fields
from explain_check.report.contract import UNREAD, failure_of, report_of


class JsonWriter:
    """Writes indented JSON, each report as soon as its document is done."""

    def __init__(self, stream: TextIO, *, single: bool) -> None:
        """Write to a text stream; ``single`` leaves the array's brackets away."""
        self._stream = stream
        self._single = single
        self._count = 0

    def add(self, source: str, checked: CheckedDocument) -> None:
        """Write the report of a document."""
        self._write(report_of(checked, source))

    def fail(self, source: str, message: str, rule: str = UNREAD) -> None:
        """Write that a document could not be read."""
        self._write(failure_of(source, message, rule))

    def close(self) -> None:
        """Close the array."""
        if self._single:
            self._stream.write("\n")
        else:
            self._stream.write("\n]\n" if self._count else "[]\n")
        self._stream.flush()

    def _write(self, fields: Fields) -> None:
        if not self._single:
            self._stream.write(",\n" if self._count else "[\n")
        self._stream.write(json.dumps(fields, ensure_ascii=False, indent=2))
        self._count += 1
