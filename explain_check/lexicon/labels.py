"""What ids are called in reports: ``pay_rise`` is 调标增资, in English "Pay scales raised"."""

from __future__ import annotations

import csv
from functools import cache

from explain_check.lexicon.load import lexicon_folder
from explain_check.model.errors import LexiconError


@cache
def load_labels(group: str) -> dict[str, tuple[str, str]]:
    """Return the Chinese and the English name of each id of a group, in the order of ``lexicons/labels.csv``."""
    path = lexicon_folder() / "labels.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for line, row in enumerate(rows, 2):
        if not all(row.get(column) for column in ("group", "id", "chinese", "english", "source")):
            raise LexiconError(f"{path} 第{line}行：五列都不得为空。", f"{path}:{line}: no column may be empty.")
    return {row["id"]: (row["chinese"], row["english"]) for row in rows if row["group"] == group}


def label(group: str, name: str, lang: str) -> str:
    """Return what an id is called, the id itself where nothing else is known."""
    chinese, english = load_labels(group).get(name, (name, name))
    return english if lang == "en" else chinese
