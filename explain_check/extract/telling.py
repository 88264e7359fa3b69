"""What says nothing of amounts is passed over: sections of duties and glossaries, clauses that only name something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from explain_check.extract.bases import compares_with_own_budget
from explain_check.extract.clauses import Clause
from explain_check.extract.connectors import connector_pattern
from explain_check.extract.moves import equality_pattern
from explain_check.extract.unmeasured import MOVES_UNMEASURED

#: What compares (比上年, 与预算相比, 同比) or opens a list; each word by itself, so that re can skip to their first characters
_WORDS = "年|20|上一度|预算|比|与|同|较|具体|其中|用于|包括|分别"


def states_anything(text: str, clauses: Sequence[Clause]) -> bool:
    """Whether a section may hold a claim or a reason: duties and glossaries state no figure, and compare nothing."""
    has_figures = any(clause.mentions for clause in clauses)
    return has_figures or bool(connector_pattern().search(text) or equality_pattern().search(text)) or compares_with_own_budget(text)


def only_names(clause: Clause) -> bool:
    """Whether a clause neither holds a figure nor compares, moves or announces anything: 拟订工作计划并组织实施."""
    return not clause.mentions and _telling().search(clause.text) is None


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    """Return what a clause without figures holds where it says more than a name."""
    return re.compile(f"{_WORDS}|{equality_pattern().pattern}|{MOVES_UNMEASURED}")
