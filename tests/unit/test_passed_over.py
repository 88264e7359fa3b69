"""What is passed over as saying nothing would not have been read otherwise."""

from pathlib import Path

import pytest

from explain_check.extract.bases import compares_elsewhere, compares_with_own_budget, find_base
from explain_check.extract.clauses import split_clauses
from explain_check.extract.moves import equality_pattern
from explain_check.extract.telling import only_names
from explain_check.lexicon import load_entries
from explain_check.structure.fold import fold_text

CORPUS = sorted(path for path in (Path(__file__).parents[2] / "corpus").glob("0*") if path.is_file())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_name_compares_with_nothing(path):
    text = fold_text(path.read_bytes().decode("utf-8", errors="ignore")).replace(" ", "").replace("\n", "¶")
    passed = [clause.text for clause in split_clauses(text) if only_names(clause)]
    assert passed
    for words in passed:
        assert find_base(words, 2024) is None
        assert not compares_with_own_budget(words)
        assert not compares_elsewhere(words)
        assert not equality_pattern().search(words)


def test_no_equality_is_taken_for_a_name():
    for entry in load_entries("equalities"):
        assert not any(entry.phrase in clause.text and only_names(clause) for clause in split_clauses(entry.example + "¶")), entry.phrase
