"""What two forms of a document must share: claims and findings, but for the places where they stand."""

from __future__ import annotations

import json
from typing import Any

from explain_check.model.checked import CheckedDocument
from explain_check.report.contract import report_of

#: Where something stands and how the file is called differ from format to format; the rest may not.
_OF_THE_FILE = frozenset(("location", "sha256", "notices", "source", "files", "fingerprint"))
#: Numbers in reading order, which is another one where the tables stand in a file of their own.
_NUMBERS = frozenset(("id", "table", "list", "claim"))
PARTS = ("document", "tables", "claims", "findings", "unchecked", "summary")


def essence(checked: CheckedDocument) -> dict[str, Any]:
    """Return the report without places and without white space."""
    report = report_of(checked)
    return {part: _bare(report[part]) for part in PARTS}


def unordered(found: dict[str, Any]) -> dict[str, Any]:
    """Return an essence without numbers and order."""
    return {part: sorted(json.dumps(_without_numbers(one), sort_keys=True) for one in _listed(found[part])) for part in PARTS}


def _listed(part: Any) -> list[Any]:
    return part if isinstance(part, list) else [part]


def _without_numbers(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_numbers(inner) for key, inner in value.items() if key not in _NUMBERS}
        case list():
            return [_without_numbers(inner) for inner in value]
        case _:
            return value


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
