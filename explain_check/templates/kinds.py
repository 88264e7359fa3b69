"""What a table holds, by the words of its caption; works for all local forms."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.lexicon.load import load_entries

#: These words settle the kind wherever they stand in a caption; among the others the longest phrase wins.
_SETTLING = (
    "performance",
    "three_public",
    "operating_cost",
    "procurement",
    "government_fund",
    "state_capital",
    "carryover",
)
_DROPPED = re.compile(r"[\s“”\"'‘’]|20\d\d年度?|[（(][^（）()]*[）)]$")


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    """Return phrases and kinds in the order in which they are tried."""
    rows = [(entry.phrase, entry.sense) for entry in load_entries("table_kinds")]
    return tuple(sorted(rows, key=lambda row: (row[1] not in _SETTLING, _SETTLING.index(row[1]) if row[1] in _SETTLING else 0)))


@lru_cache(maxsize=512)
def table_kind(caption: str) -> str:
    """Return the kind of a table by its caption: ``other`` where no phrase fits, empty without a caption."""
    text = _DROPPED.sub("", caption)
    if not text:
        return ""
    return next((kind for phrase, kind in _phrases() if phrase in text), "other")


def table_kinds() -> frozenset[str]:
    """Return all kinds."""
    return frozenset(kind for _, kind in _phrases()) | {"other"}


def kind_label(kind: str) -> str:
    """Return Chinese words for a kind: the shortest phrase that tells it in a caption (收入总表), empty where none does."""
    phrases = [phrase for phrase, known in _phrases() if known == kind]
    return min(phrases, key=lambda phrase: (not phrase.endswith("表"), len(phrase), phrase)) if kind != "other" and phrases else ""
