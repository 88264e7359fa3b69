"""How well planted slips are named: ``python benchmarks/slips.py FOLDER REPORTS.jsonl [--verbose]``.

FOLDER holds copies of documents with one altered figure each and an ``index.json``: a list of objects with ``file``, ``document``
(its unaltered copy is ``DOCUMENT_original.txt``), ``what`` (current, delta, rate, share, direction, table), ``old`` and ``new``. REPORTS
is what ``explain-check check FOLDER --format jsonl`` wrote. Of the slips that were noticed, printed are the shares whose altered figure
is the one that the first new finding calls wrong, and whose original figure is the one that it proposes.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

Report = dict[str, object]
Finding = dict[str, object]


def number(text: object) -> Decimal | None:
    """Return a printed figure as a number."""
    try:
        return Decimal(str(text).replace(",", ""))
    except InvalidOperation:
        return None


def key(finding: Finding) -> tuple[object, ...]:
    """Return what tells a finding from another one."""
    return finding["rule"], re.sub(r"\s+", "", str(finding["quote"])), finding["stated"], finding["computed"]


def new_findings(report: Report, before: Report) -> list[Finding]:
    """Return the errors, then the warnings, that the unaltered document's report does not hold."""
    known = {key(finding) for finding in serious(before)}
    return sorted((finding for finding in serious(report) if key(finding) not in known), key=lambda finding: finding["severity"] != "error")


def serious(report: Report) -> list[Finding]:
    """Return the findings that are not mere information."""
    return [finding for finding in report["findings"] if finding["severity"] != "info"]  # type: ignore[union-attr,index]


def names(finding: Finding, new: str) -> bool:
    """Whether a finding calls the altered figure wrong."""
    diagnosis = finding.get("diagnosis") or {}
    suspected = re.match(r"(?:.* )?(\d[\d,.]*) 疑为", str(diagnosis.get("message", "")))
    return number(suspected[1] if suspected else finding["stated"]) == number(new)


def is_turned(finding: Finding) -> bool:
    """Whether a finding says that a direction was turned."""
    return (finding.get("diagnosis") or {}).get("kind") == "turned_direction" or finding["rule"] in ("EC102", "EC103")  # type: ignore[union-attr]


def proposes(finding: Finding, old: str) -> bool:
    """Whether a finding proposes the original figure."""
    diagnosis = finding.get("diagnosis") or {}
    proposed = diagnosis.get("correction")
    return number(old) == number(finding["computed"] if proposed is None else proposed)


def main() -> None:
    """Print a line a kind of figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    lines = arguments.reports.read_text(encoding="utf-8").splitlines()
    reports = {Path(report["document"]["source"]).name: report for report in map(json.loads, lines)}
    tally: Counter[tuple[str, str]] = Counter()
    for slip in json.loads((arguments.folder / "index.json").read_text(encoding="utf-8")):
        found = new_findings(reports[slip["file"]], reports[f"{slip['document']}_original.txt"])
        is_figure = slip["what"] != "direction"
        for group in (slip["what"], "all figures" if is_figure else "all directions"):
            tally[group, "planted"] += 1
            tally[group, "noticed"] += bool(found)
            tally[group, "named"] += bool(found) and (names(found[0], slip["new"]) if is_figure else is_turned(found[0]))
            tally[group, "proposed"] += bool(found) and (proposes(found[0], slip["old"]) if is_figure else is_turned(found[0]))
        if arguments.verbose and found and is_figure and not (names(found[0], slip["new"]) and proposes(found[0], slip["old"])):
            print(slip["file"], slip["what"], slip["old"], "->", slip["new"], "|", found[0]["rule"], found[0]["message"][:160])
    for group in sorted({group for group, _ in tally}):
        planted, noticed, named, proposed = (tally[group, name] for name in ("planted", "noticed", "named", "proposed"))
        print(
            f"{group:15s} planted {planted:4d}  noticed {noticed / planted:.3f}  named first {named / max(noticed, 1):.3f}"
            f"  original proposed {proposed / max(noticed, 1):.3f}"
        )


if __name__ == "__main__":
    main()
