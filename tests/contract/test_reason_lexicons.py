"""The word lists of the reasons: the taxonomy's categories, nothing twice, every row alive and proven by its example."""

from collections import Counter

import pytest

from explain_check.model.errors import LexiconError
from explain_check.reasons.matching import find_matches, squeeze_reason
from explain_check.reasons.needed import PatternIndex, needed_words
from explain_check.reasons.rows import CATEGORIES, GROUPS, PATTERNS, Row, pattern_of, quality_rows, reason_rows, word_classes

ROWS = reason_rows()
TAXONOMY = set(
    [
        "pay_rise",
        "contribution_base",
        "headcount",
        "retirees",
        "personnel_cost",
        "frugality",
        "new_project",
        "project_growth",
        "project_cut",
        "project_end",
        "continuing",
        "progress",
        "carryover",
        "fund_reclass",
        "transfer",
        "fiscal_arrangement",
        "budget_method",
        "central_arrangement",
        "revenue",
        "reorganisation",
        "not_applicable",
        "workload",
        "reception",
        "assets",
        "price",
        "event",
        "policy",
        "execution_basis",
        "not_budgeted",
        "unchanged",
        "other",
    ]
)


def found_in(example):
    return [match.row for match in find_matches(squeeze_reason(example).text)]


def test_the_lists_hold_the_categories_of_the_taxonomy():
    assert set(CATEGORIES) == TAXONOMY
    assert {row.sense for row in ROWS} == TAXONOMY
    assert [(row.list, row.line, row.sense) for row in ROWS if row.sense not in GROUPS[row.list]] == []


def test_there_are_enough_phrases():
    counts = Counter(row.sense for row in ROWS if row.kind == "phrase")
    assert sum(counts.values()) >= 650
    assert [sense for sense in CATEGORIES if counts[sense] < 12] == []


def test_no_row_stands_twice():
    assert [phrase for phrase, count in Counter(row.phrase for row in ROWS).items() if count > 1] == []
    assert [phrase for phrase, count in Counter(row.phrase for row in quality_rows()).items() if count > 1] == []


@pytest.mark.parametrize("group", GROUPS)
def test_every_row_and_no_other_is_found_in_its_example(group):
    rows = [row for row in ROWS if row.list == group and row.kind != "not"]
    dead = [(row.line, row.phrase, [other.phrase for other in found]) for row in rows if (found := found_in(row.example)) != [row]]
    assert dead == []


@pytest.mark.parametrize("row", [row for row in ROWS if row.kind == "not"], ids=lambda row: row.phrase)
def test_a_misleading_phrase_gives_no_category(row):
    assert row.phrase in squeeze_reason(row.example).text
    assert row.sense not in {found.sense for found in found_in(row.example)}


def test_every_phrase_on_quality_stands_in_its_example():
    assert [row.phrase for row in quality_rows() if row.phrase not in squeeze_reason(row.example).text] == []


@pytest.mark.parametrize("name", word_classes())
def test_a_class_of_words_is_used_and_says_nothing_twice(name):
    words = word_classes()[name].split("|")
    assert len(words) == len(set(words))
    assert name in ("up", "down") or [row for row in ROWS if row.kind in PATTERNS and f"{{{name}}}" in row.phrase]


def test_only_patterns_read_their_effect_from_the_text():
    assert [row.phrase for row in ROWS if row.effect == "moved" and row.kind not in PATTERNS] == []


def test_a_pattern_is_asked_of_every_text_that_holds_it():
    rows = [row for row in ROWS if row.kind in PATTERNS]
    index = PatternIndex(rows)
    for text in (squeeze_reason(row.example).text for row in rows):
        asked = {row.phrase for _, row in index.worth_asking(text)}
        assert [row.phrase for row in rows if row.phrase not in asked and pattern_of(row).search(text)] == []


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("增资", [("增资",)]),
        ("(?<!新)增资(?![产金])", [("增资",)]),
        ("人员?增加", [("人",), ("增加",)]),
        ("(?:职工|人员)(?:数)?增加", [("职工", "人员"), ("增加",)]),
        ("(?:职工|[人员]+)增加", [("增加",)]),
        ("税{2,}费{0,4}的*", [("税",)]),
        ("停办|撤并(?:学校)", [("停办", "撤并")]),
        ("停办|.+", []),
        ("[增减]资?", []),
        ("(", []),
    ],
)
def test_the_words_that_a_pattern_asks_for(pattern, words):
    assert needed_words(pattern) == words


def test_a_broken_pattern_is_named():
    row = Row(phrase="(?:增资", sense="pay_rise", effect="increase", example="增资。", kind="pattern", list="personnel", line=7)
    with pytest.raises(LexiconError, match=r"personnel\.csv"):
        pattern_of(row)
