"""Prove the rows of the reasons' word lists by their own examples, for an editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explain_check.reasons.matching import find_matches, squeeze_reason
from explain_check.reasons.rows import PATTERNS, Row, pattern_of, quality_rows, reason_rows


def find_broken_rows() -> Iterator[tuple[str, int, str, str]]:
    """Yield list, line, phrase and what is wrong: a row twice, an example without its row, a phrase that no longer misleads.

    LexiconError names a row whose pattern cannot be read.
    """
    rows = reason_rows()
    counts = Counter(row.phrase for row in (*rows, *quality_rows()) if row in rows)
    for row in rows:
        if counts[row.phrase] > 1:
            yield f"reasons/{row.list}", row.line, row.phrase, "重复"
        elif problem := _problem(row):
            yield f"reasons/{row.list}", row.line, row.phrase, problem


def _problem(row: Row) -> str:
    """Return what is wrong with a row, empty where its example proves it."""
    if row.kind in PATTERNS:
        pattern_of(row)
    text = squeeze_reason(row.example).text
    found = [match.row for match in find_matches(text)]
    if row.kind == "not":
        misled = row.phrase not in text or row.sense in {other.sense for other in found}
        return "例句没有证明这个短语会误导" if misled else ""
    if found == [row]:
        return ""
    return "例句中没有认出这一行" if row not in found else f"例句还认出了：{'、'.join(other.phrase for other in found if other is not row)}"
