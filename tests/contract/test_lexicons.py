"""Every word list loads, repeats nothing, and every row is proved by its example, read as a disclosure is read."""

from collections import Counter
from pathlib import Path

import pytest

from explain_check.lexicon.load import COLUMNS, load_entries
from explain_check.lexicon.prove import holds
from explain_check.pipeline.proofs import find_unproven, proven_lists

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


#: Lists of names and kinds of bodies: read by the survey, proved by tests/unit/test_bodies.py.
PROVED_ELSEWHERE = {"body_kinds", "body_names", "body_parts", "region_aliases"}


def test_every_list_has_a_proof():
    assert set(proven_lists()) | PROVED_ELSEWHERE == set(LISTS)


@pytest.mark.parametrize("name", proven_lists())
def test_every_row_is_read_in_its_example(name):
    assert [(entry.line, entry.phrase) for entry in find_unproven(name)] == []
