"""What must hold for the patterns of the package."""

import importlib
import pkgutil
import re
from re import _constants, _parser

import explain_check


def modules():
    for found in pkgutil.walk_packages(explain_check.__path__, "explain_check."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def gives_nothing_back(parsed):
    """Whether a pattern holds a group that is taken whole or not at all: Python 3.11.0 to 3.11.4 reads such groups wrongly.

    A single character (``\\s*+``) is read rightly, so it may stand.
    """
    for operator, operand in parsed:
        if operator is _constants.ATOMIC_GROUP or (operator is _constants.POSSESSIVE_REPEAT and not _compiled_alone(operand[2])):
            return True
        for part in operand if isinstance(operand, tuple) else (operand,):
            branches = part if isinstance(part, list) else [part]
            if any(gives_nothing_back(branch) for branch in branches if isinstance(branch, _parser.SubPattern)):
                return True
    return False


def _compiled_alone(body):
    return len(body) == 1 and body[0][0] in (_constants.IN, _constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.CATEGORY)


def test_no_pattern_holds_a_group_that_old_interpreters_read_wrongly():
    patterns = {
        f"{module.__name__}.{name}": value
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    }
    assert len(patterns) > 100
    assert [name for name, value in patterns.items() if gives_nothing_back(_parser.parse(value.pattern, value.flags))] == []


def test_such_groups_are_seen():
    found = {
        text: gives_nothing_back(_parser.parse(text))
        for text in (r"(?:ab)*+", r"a(?P<x>b|(?>c))?", r"(a(?:bd)?+|c)", r"\s*+a++[b]?+(?:ab)?")
    }
    assert list(found.values()) == [True, True, True, False]
