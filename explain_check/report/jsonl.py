"""JSON lines: one report a line, in the order of the documents."""

from __future__ import annotations

import json
from typing import TextIO

from explain_check.model.checked import CheckedDocument
from explain_check.report.claims import Fields
from explain_check.report.contract import UNREAD, failure_of, report_of


class JsonLinesWriter:
    """Writes one object a line, each as soon as its document is done."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream

    def add(self, source: str, checked: CheckedDocument) -> None:
        """Write the report of a document."""
        self._write(report_of(checked, source))

    def fail(self, source: str, message: str, rule: str = UNREAD) -> None:
        """Write that a document could not be read."""
        self._write(failure_of(source, message, rule))

    def close(self) -> None:
        """Nothing stands at the end of JSON lines."""

    def _write(self, fields: Fields) -> None:
        self._stream.write(json.dumps(fields, ensure_ascii=False, separators=(", ", ": ")) + "\n")
        self._stream.flush()
