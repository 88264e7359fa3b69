"""Totals of both sides of a budget and what stands for them: 收支总计 is 收入总计 or 支出总计."""

from __future__ import annotations

from functools import cache

from explain_check.lexicon.load import load_entries


@cache
def load_sides() -> dict[str, frozenset[str]]:
    """Return the accounts that may stand for each total of both sides."""
    entries = load_entries("sides")
    return {whole: frozenset(entry.phrase for entry in entries if entry.sense == whole) for whole in {entry.sense for entry in entries}}
