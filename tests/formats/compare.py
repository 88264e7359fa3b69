"""What two forms of a document must share: claims and findings, but for the places where they stand."""

from __future__ import annotations

from typing import Any

from explain_check.model.checked import CheckedDocument
from explain_check.report.contract import report_of

#: Where something stands and how the file is called differ from format to format; the rest may not.
_OF_THE_FILE = frozenset(("location", "sha256", "notices", "source", "files", "fingerprint"))
PARTS = ("document", "tables", "claims", "findings", "unchecked", "summary")


def essence(checked: CheckedDocument) -> dict[str, Any]:
    """Return the report without places and without white space."""
    report = report_of(checked)
    return {part: _bare(report[part]) for part in PARTS}


def _bare(value: Any) -> Any:
    match value:
        case dict():
            return {key: _bare(inner) for key, inner in value.items() if key not in _OF_THE_FILE}
        case list():
            return [_bare(inner) for inner in value]
        case str():
            return "".join(value.split())
        case _:
            return value
