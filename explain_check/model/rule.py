"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from explain_check.model.finding import Severity, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check (规则): its code, names, severity, the type it applies to, its page and the judging function."""

    code: str
    name: str
    label: str
    severity: Severity
    applies_to: type[Any]
    page: str
    judge: Callable[[Any], Verdict]
