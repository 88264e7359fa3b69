"""Known slips in set phrases: 例行节约 for 厉行节约."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.lexicon.load import Entry, load_entries


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, Entry]]:
    entries = {entry.phrase: entry for entry in load_entries("misspellings")}
    return re.compile("|".join(re.escape(phrase) for phrase in entries)), entries


def find_misspelling(text: str) -> tuple[Entry, int, int] | None:
    """Return the first known slip of a text with its place, None where there is none."""
    pattern, entries = _pattern()
    found = pattern.search(text)
    return (entries[found.group()], found.start(), found.end()) if found else None
