"""Load the word lists of the reasons: a row a phrase, a pattern, a phrase that misleads, or a weak one."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from explain_check.lexicon.load import lexicon_folder
from explain_check.model.errors import LexiconError

COLUMNS = ("phrase", "sense", "effect", "example", "source", "kind")
#: The lists, and the categories each one holds.
GROUPS = {
    "personnel": ("pay_rise", "contribution_base", "headcount", "retirees", "personnel_cost"),
    "economy": ("frugality",),
    "projects": ("new_project", "project_growth", "project_cut", "project_end", "continuing", "progress"),
    "funding": ("carryover", "fund_reclass", "transfer", "fiscal_arrangement", "budget_method", "central_arrangement", "revenue"),
    "organisation": ("reorganisation", "not_applicable"),
    "activity": ("workload", "reception", "assets", "price", "event", "policy", "execution_basis"),
    "none": ("not_budgeted", "unchanged", "other"),
}
CATEGORIES = tuple(name for group in GROUPS.values() for name in group)
#: Words that patterns name in braces: ``{staff}`` stands for any of its words.
CLASSES = "classes"
_CLASS = re.compile(r"\{([a-z]+)\}")
#: A list of its own: words that make a reason vague, and names of items that a reason may restate.
QUALITY = "quality"
#: A pattern of how a thing of any name is said to move, begin or end: it looks only at clauses in which no other row is found.
GENERAL = "general"
#: A phrase; a pattern; a pattern that gives way to any of these; a phrase that misleads; one that counts only where a reason
#: has nothing else.
_KINDS = ("phrase", "pattern", "broad", "not", "weak", GENERAL)
PATTERNS = ("pattern", "broad", GENERAL)
#: What a cause does to the amount; ``moved``: what the word of movement says with which the row's match ends.
_EFFECTS = ("increase", "decrease", "either", "moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: what to look for, its category, its effect on the amount, the example that proves it, its kind and place."""

    phrase: str
    sense: str
    effect: str
    example: str
    kind: str
    list: str
    line: int


@cache
def reason_rows() -> tuple[Row, ...]:
    """Return the rows of all groups, in the order of the taxonomy."""
    return tuple(row for group in GROUPS for row in _load(group))


@cache
def quality_rows() -> tuple[Row, ...]:
    """Return the rows on the quality of reasons, longest phrase first."""
    return tuple(sorted(_load(QUALITY), key=lambda row: -len(row.phrase)))


@cache
def quality_words(sense: str) -> re.Pattern[str]:
    """Return a pattern of all phrases of one sense of the quality list, longest first."""
    return re.compile("|".join(re.escape(row.phrase) for row in quality_rows() if row.sense == sense))


@cache
def word_classes() -> dict[str, str]:
    """Return the words of each class as an alternation, longest first; a class may name one that stands above it."""
    classes: dict[str, str] = {}
    for _, cells in _cells(CLASSES):
        words = _CLASS.sub(lambda found: classes[found[1]], cells["words"])
        classes[cells["name"]] = "|".join(sorted(words.split("|"), key=len, reverse=True))
    return classes


@cache
def compile_pattern(phrase: str) -> re.Pattern[str]:
    """Return a row's pattern with its classes filled in; KeyError names an unknown class, re.error a broken pattern."""
    return re.compile(_CLASS.sub(lambda found: f"(?:{word_classes()[found[1]]})", phrase))


def pattern_of(row: Row) -> re.Pattern[str]:
    """Return the pattern of a row; LexiconError names the row whose pattern is broken."""
    try:
        return compile_pattern(row.phrase)
    except (KeyError, re.error) as error:
        path = _path(row.list)
        raise LexiconError(f"{path} 第{row.line}行：正则表达式有误。", f"{path}:{row.line}: broken pattern: {error}.") from error


def _load(name: str) -> list[Row]:
    """Return the checked rows of a list; LexiconError names a broken one."""
    return [_row(name, line, cells) for line, cells in _cells(name)]


def _path(name: str) -> Path:
    return lexicon_folder() / "reasons" / f"{name}.csv"


def _cells(name: str) -> list[tuple[int, dict[str, str]]]:
    """Return the line number and cells of each row of a list."""
    path = _path(name)
    if not path.is_file():
        raise LexiconError(f"{path}：找不到词表，请重新安装 explain-check。", f"{path}: word list missing, install explain-check again.")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(enumerate(csv.DictReader(file), 2))


def _row(name: str, line: int, cells: dict[str, str]) -> Row:
    """Return one checked row."""
    whole = all(cells.get(column) is not None for column in COLUMNS) and all(cells[column] for column in ("phrase", "sense", "example"))
    if not whole or cells["kind"] not in _KINDS or cells["effect"] not in _EFFECTS:
        path = _path(name)
        raise LexiconError(f"{path} 第{line}行：须有 {','.join(COLUMNS)} 六列。", f"{path}:{line}: needs {', '.join(COLUMNS)}.")
    fields = {column: cells[column] for column in ("phrase", "sense", "effect", "example", "kind")}
    return Row(**fields, list=name, line=line)
