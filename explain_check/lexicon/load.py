"""Load the rows of a word list: ``phrase,sense,example,source``, a row a phrase."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from explain_check.model.errors import LexiconError

COLUMNS = ("phrase", "sense", "example", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row: the phrase as it reads (no blanks, half-width digits), its sense, the example that proves it, its source."""

    phrase: str
    sense: str
    example: str
    source: str
    line: int


@cache
def lexicon_folder() -> Path:
    """Return the folder of the word lists: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "lexicons"
    return installed if installed.is_dir() else package.parent / "lexicons"


@cache
def load_entries(name: str) -> tuple[Entry, ...]:
    """Return the rows of ``lexicons/NAME.csv``, longest phrase first; LexiconError names a broken row."""
    path = lexicon_folder() / f"{name}.csv"
    if not path.is_file():
        raise LexiconError(f"{path}：找不到词表，请重新安装 explain-check。", f"{path}: word list missing, install explain-check again.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        entries = [_entry(path, number, row) for number, row in enumerate(csv.DictReader(file), 2)]
    return tuple(sorted(entries, key=lambda entry: (-len(entry.phrase), entry.phrase)))


def _entry(path: Path, line: int, row: dict[str, str]) -> Entry:
    """Return one checked row."""
    if any(row.get(column) is None for column in COLUMNS) or not (row["phrase"] and row["sense"] and row["example"]):
        raise LexiconError(
            f"{path} 第{line}行：须有 {','.join(COLUMNS)} 四列，前三列不得为空。", f"{path}:{line}: needs phrase, sense, example, source."
        )
    return Entry(phrase=row["phrase"].strip(), sense=row["sense"].strip(), example=row["example"], source=row["source"], line=line)


def phrases(name: str, sense: str | None = None) -> tuple[str, ...]:
    """Return the phrases of a list, those of one sense where it is given, longest first."""
    return tuple(entry.phrase for entry in load_entries(name) if sense in (None, entry.sense))


@cache
def senses(name: str) -> dict[str, str]:
    """Return the sense of each phrase of a list."""
    return {entry.phrase: entry.sense for entry in load_entries(name)}
