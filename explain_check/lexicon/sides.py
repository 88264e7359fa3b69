"""Totals of both sides of a budget and what stands for them: 收支总计 is 收入总计 or 支出总计."""

from __future__ import annotations

from functools import cache

from explain_check.lexicon.load import load_entries

_NONE: frozenset[str] = frozenset()


@cache
def load_sides() -> dict[str, frozenset[str]]:
    """Return the accounts that may stand for each total of both sides."""
    entries = load_entries("sides")
    return {whole: frozenset(entry.phrase for entry in entries if entry.sense == whole) for whole in {entry.sense for entry in entries}}


@cache
def _wholes() -> dict[str, frozenset[str]]:
    sides = load_sides()
    return {side: frozenset(whole for whole in sides if side in sides[whole]) for side in frozenset().union(*sides.values())}


def wholes_of(account: str) -> frozenset[str]:
    """Return the totals of both sides that an account may stand for."""
    return _wholes().get(account, _NONE)
