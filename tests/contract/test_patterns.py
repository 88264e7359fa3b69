"""Patterns that every clause is searched for begin with a certain character: re skips to it, else it tries each place in full."""

import re

import pytest

from explain_check.extract import bases, clauses, connectors, form_texts, heads, items, moves, quantities, telling, unmeasured
from explain_check.lexicon import misspellings
from explain_check.numerals.pattern import NUMBER
from explain_check.rules.wording import ec601_template_alternative, ec605_doubled_connector, ec618_mark_inside_figure
from explain_check.structure import cells, fold

sre = pytest.importorskip("re._compiler")

PATTERNS = {
    "connectors": connectors.connector_pattern(),
    "equalities": moves.equality_pattern(),
    "telling": telling._telling(),
    "unmeasured": unmeasured._unmeasured(),
    "verbs": moves._verb_tail(),
    "bases": bases._BASE,
    "elsewhere": bases._ELSEWHERE,
    "own budget": bases._OWN_BUDGET,
    "same period": bases._SAME_PERIOD,
    "details": heads._DETAILS,
    "heads": heads._HEAD,
    "breaks of clauses": clauses._BREAK,
    "structure of lists": items._STRUCTURE,
    "breaks of labels": items._LABEL_BREAK,
    "figures of forms": form_texts._COUNTED,
    "clauses of forms": quantities._CLAUSE,
    "sentences of forms": quantities._SENTENCE,
    "the past": quantities._PAST,
    "numbers": NUMBER,
    "misspellings": misspellings._pattern()[0],
    "EC601": ec601_template_alternative._SIGNS,
    "EC605": ec605_doubled_connector._DOUBLED,
    "EC618": ec618_mark_inside_figure._BETWEEN_DIGITS,
    "blanks": cells._BLANK,
    "folded": fold._FOLDED,
}


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in PATTERNS.items()])
def test_a_pattern_of_clauses_begins_with_a_certain_character(pattern: re.Pattern) -> None:
    parsed = sre._parser.parse(pattern.pattern, pattern.flags)
    literal, *_ = sre._get_literal_prefix(parsed, pattern.flags)
    assert literal or sre._get_charset_prefix(parsed, pattern.flags)
