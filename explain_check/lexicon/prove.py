"""Prove the rows of the plain word lists by their own examples, for an editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explain_check.lexicon.load import COLUMNS, lexicon_folder, load_entries

_FOLD = str.maketrans("０１２３４５６７８９，．％：；（）", "0123456789,.%:;()")


def plain_lists() -> tuple[str, ...]:
    """Return the names of the lists with the columns phrase, sense, example, source."""
    heads = {path.stem: path.read_text(encoding="utf-8-sig").partition("\n")[0].strip() for path in sorted(lexicon_folder().glob("*.csv"))}
    return tuple(name for name, head in heads.items() if head == ",".join(COLUMNS))


def find_broken_entries() -> Iterator[tuple[str, int, str, str]]:
    """Yield list, line, phrase and what is wrong: a phrase twice with one sense, an example without its phrase."""
    for name in plain_lists():
        entries = load_entries(name)
        counts = Counter((entry.phrase, entry.sense) for entry in entries)
        for entry in sorted(entries, key=lambda entry: entry.line):
            if counts[entry.phrase, entry.sense] > 1:
                yield name, entry.line, entry.phrase, "重复"
            elif not holds(entry.example, entry.phrase):
                yield name, entry.line, entry.phrase, "例句中没有这个短语"


def holds(example: str, phrase: str) -> bool:
    """Whether an example holds a phrase; … in a phrase stands for other words (系…所致)."""
    at, text = 0, _plain(example)
    for part in _plain(phrase).split("…"):
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def _plain(text: str) -> str:
    return "".join(text.split()).translate(_FOLD)
