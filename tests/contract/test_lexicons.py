"""Every word list loads, repeats nothing, and every phrase stands in the example that proves it."""

from collections import Counter
from pathlib import Path

import pytest

from explain_check.lexicon.load import COLUMNS, load_entries
from explain_check.lexicon.prove import holds

FOLDER = Path(__file__).resolve().parents[2] / "lexicons"
#: Lists of phrases; other tables of the folder have columns of their own.
LISTS = [
    path.relative_to(FOLDER).with_suffix("").as_posix()
    for path in sorted(FOLDER.rglob("*.csv"))
    if path.read_text(encoding="utf-8-sig").partition("\n")[0].strip() == ",".join(COLUMNS)
]


def test_there_are_lists():
    assert LISTS


@pytest.mark.parametrize("name", LISTS)
def test_a_list_loads(name):
    assert load_entries(name)


@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_said_twice(name):
    counts = Counter((entry.phrase, entry.sense) for entry in load_entries(name))
    assert [pair for pair, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_phrase_stands_in_its_example(name):
    missing = [(entry.line, entry.phrase) for entry in load_entries(name) if not holds(entry.example, entry.phrase)]
    assert missing == []
