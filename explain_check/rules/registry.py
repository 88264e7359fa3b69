"""The rules: how one is declared, how all are found, how a case is judged."""

from __future__ import annotations

import difflib
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

from explain_check.model.errors import ExplainCheckError, UnknownRuleError
from explain_check.model.finding import Outcome, Severity, Verdict
from explain_check.model.rule import Rule

CRASHED = "EC901"
RAISE = "EXPLAIN_CHECK_RAISE"
_FAMILIES = ("prose", "prose_table", "table", "form", "explanation", "years", "wording", "reading")

Judged = TypeVar("Judged")


class BrokenRuleError(ExplainCheckError):
    """A file of rules without exactly one rule, or a code given twice."""


def rule(
    *, code: str, name: str, label: str, severity: Severity, applies_to: type[Judged]
) -> Callable[[Callable[[Judged], Verdict]], Rule]:
    """Make a rule of a judging function; its page is the docstring of the module that holds it."""

    def declare(judge: Callable[[Judged], Verdict]) -> Rule:
        """Return the rule."""
        page = sys.modules[judge.__module__].__doc__ or ""
        return Rule(code=code, name=name, label=label, severity=severity, applies_to=applies_to, page=page, judge=judge)

    return declare


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of the package by code; BrokenRuleError names a file without exactly one rule."""
    rules = sorted((_only_rule(module) for module in _modules()), key=lambda found: found.code)
    for first, second in pairwise(rules):
        if first.code == second.code:
            raise BrokenRuleError(f"规则编号 {first.code} 重复。", f"Rule code {first.code} is given twice.")
    return tuple(rules)


def _modules() -> list[str]:
    """Return the names of the modules that hold rules."""
    names: list[str] = []
    for family in _FAMILIES:
        package = importlib.import_module(f"explain_check.rules.{family}")
        names += [f"{package.__name__}.{found.name}" for found in pkgutil.iter_modules(package.__path__) if found.name.startswith("ec")]
    return names


def _only_rule(name: str) -> Rule:
    """Return the one rule that a module declares."""
    module = importlib.import_module(name)
    found = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(found) != 1:
        raise BrokenRuleError(f"{name}：须恰有一条规则，现有 {len(found)} 条。", f"{name}: needs exactly one rule, has {len(found)}.")
    return found[0]


def find_rule(code: str) -> Rule:
    """Return the rule with a code or name; UnknownRuleError offers the nearest ones."""
    wanted = code.strip()
    for known in all_rules():
        if wanted.upper() == known.code or wanted.lower() == known.name:
            return known
    offered = [known.code for known in all_rules()] + [known.name for known in all_rules()]
    digits = wanted.upper()[:2] + wanted.upper()[2:].translate(str.maketrans("OIL", "011"))
    near = difflib.get_close_matches(digits, offered, 3) + difflib.get_close_matches(wanted.lower(), offered, 3)
    hints = list(dict.fromkeys(near)) or ["EC101"]
    raise UnknownRuleError(f"没有规则“{code}”；相近的有：{'、'.join(hints)}。", f"No rule {code!r}; near ones: {', '.join(hints)}.")


@cache
def _rules_for(kind: type[Any]) -> tuple[Rule, ...]:
    """Return the rules that apply to a type of case."""
    return tuple(known for known in all_rules() if issubclass(kind, known.applies_to))


def judge_case(case: object) -> list[tuple[Rule, Verdict]]:
    """Return each rule that applies to the case with its verdict; a crash is a finding, or raised where the environment asks for it."""
    kind: Any = type(case)
    rules = _rules_for(kind)
    try:
        return [(known, known.judge(case)) for known in rules]
    except Exception:
        if os.environ.get(RAISE) == "1":
            raise
        return [_judge(known, case) for known in rules]


def _judge(known: Rule, case: object) -> tuple[Rule, Verdict]:
    """Return a rule's verdict on a case, or the finding that it crashed."""
    try:
        return known, known.judge(case)
    except Exception as error:
        return find_rule(CRASHED), _crash(known, error)


def _crash(known: Rule, error: Exception) -> Verdict:
    """Return the verdict that says that a rule crashed."""
    shown = f"{type(error).__name__}: {error}"
    message = f"规则 {known.code}（{known.label}）执行出错，本处未能检查：{shown}"
    english = f"Rule {known.code} ({known.name}) crashed; this place was not checked: {shown}"
    return Verdict(outcome=Outcome.FAIL, message=message, message_en=english)
