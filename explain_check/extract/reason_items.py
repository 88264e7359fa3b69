"""The parts of a reason that carry their own change: 一是住房公积金增加29.95万元；二是新增档案整理项目12万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from explain_check.extract.clauses import Clause
from explain_check.extract.moves import Role, directions_in, role_of, verb_before
from explain_check.extract.numbering import item_number
from explain_check.lexicon import phrases, senses
from explain_check.model.claim import Direction, ReasonItem
from explain_check.model.text import Passage


def read_items(own: Decimal | None, passage: Passage, clauses: Sequence[Clause], start: int) -> tuple[tuple[ReasonItem, ...], int]:
    """Return the parts that carry a change, and the number of points of the list, 0 where the reason is none.

    A change that repeats the statement's own amount ``own`` is no part; ``start`` is where the reason begins.
    """
    items: list[ReasonItem] = []
    points, group = 0, start
    for clause in clauses:
        begins = max(clause.start, start)
        if item_number(clause.text[begins - clause.start :])[1]:
            points, group = points + 1, begins
        for number, mention in enumerate(clause.mentions):
            is_change, direction = _movement(clause, number)
            if is_change and mention.start >= start and mention.figure.value != own:
                words, place = passage.place(group, mention.end), passage.place(mention.start, mention.end)
                items.append(ReasonItem(text=words.quote, amount=mention.figure, direction=direction, place=place, point=points))
        if clause.ends_sentence and not points:
            group = clause.end + 1
    return tuple(items), points


def _movement(clause: Clause, number: int) -> tuple[bool, Direction | None]:
    """Return whether a figure of a clause is a change, and where it moves: 增加29.95万元, 新增档案整理项目12万元."""
    role = role_of(clause, number, None)
    before = clause.before(number)
    if role is Role.CHANGE:
        verb = verb_before(before, False)
        words = directions_in(verb["verbs"]) if verb else ()
        return True, words[0][1] if words else None
    named = _named_thing().search(before) if role is Role.LEVEL else None
    return (True, Direction(senses("item_moves")[named["verb"]])) if named else (False, None)


@lru_cache(maxsize=1)
def _named_thing() -> re.Pattern[str]:
    """新增智慧校园项目 | 减少会议费 right before an amount; 增加到 and 减少至 lead to a level."""
    verbs = "|".join(map(re.escape, phrases("item_moves")))
    return re.compile(rf"(?P<verb>{verbs})了?(?![至到为])[^,;。、\d至到为]{{2,24}}$")
