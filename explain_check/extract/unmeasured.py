"""Movements told without a figure beside last year's amount: 支出决算126.40万元，上年为100.00万元，有所增长."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import Explained, Reading
from explain_check.extract.levels import last_level, prior_level
from explain_check.extract.statements import direction_words, open_change
from explain_check.lexicon import phrases
from explain_check.model.claim import Base, BaseKind
from explain_check.model.text import Passage

#: How many amounts back both years' are looked for, how many statements may be on them, how far before an amount its kind stands.
_NEAR, _LAST, _KIND_BEFORE = 8, 4, 24
_PAIR = 2


MOVES_UNMEASURED = "略有|有所|稍有|小幅|大幅|明显|逐步"
"""The words before a verb of movement that say that no figure follows."""


@lru_cache(maxsize=1)
def _unmeasured() -> re.Pattern[str]:
    """有所增长 | 略有下降 at the end of a clause."""
    verbs = "|".join(map(re.escape, phrases("directions")))
    return re.compile(rf"(?:{MOVES_UNMEASURED})(?P<verbs>{verbs})$")


def note_unmeasured(reading: Reading, context: SectionContext, clause: Clause) -> None:
    """Take a movement without a figure as a statement where its sentence prints the amounts of both years."""
    found = _unmeasured().search(clause.text)
    if found is None or reading.year is None:
        return
    passage, base = context.passage, Base(text="", year=reading.year - 1, kind=BaseKind.UNSPECIFIED)
    level, prior = last_level(reading, reading.sentence), prior_level(reading, base, reading.sentence)
    if level is None or prior is None or level is prior or level.section is not passage or prior.account != level.account:
        return
    if any(draft.level is level for draft in reading.changes[-1:]):
        return
    draft = open_change(reading, passage, context.scope, base, False, level, level.subject, level.account, level.start, clause.end)
    draft.words.extend(direction_words(passage, found["verbs"], clause.start + found.start("verbs"), is_negative=False))


def note_unsaid(reading: Reading, passage: Passage) -> list[Explained]:
    """Take both years' amounts before a reason as a statement: 2025年预算执行数为0万元，2026年预算安排412万元。主要原因是….

    They are the last two amounts of the sentence that the reason goes on with, or of the one before, and no other is of their account.
    """
    near = [level for level in reading.levels[-_NEAR:] if level.section is passage and level.sentence >= reading.sentence - 1]
    prior, level = sorted(near[-_PAIR:], key=lambda x: x.year or 0) if len(near) > 1 else (None, None)
    if prior is None or level is None or reading.year is None or level.row or prior.sentence != level.sentence:
        return []
    is_pair = (prior.year, level.year) == (reading.year - 1, reading.year) and prior.account == level.account
    same = [other for other in near if other.sentence == level.sentence and other.account == level.account]
    if not is_pair or len(same) != _PAIR or any(draft.level is level for draft in reading.changes[-_LAST:]):
        return []
    words = passage.text[max(prior.start, prior.end - _KIND_BEFORE) : prior.end]
    kind = BaseKind.EXECUTION if "执行" in words else BaseKind.BUDGET if prior.role == "budget" else BaseKind.UNSPECIFIED
    base = Base(text="", year=prior.year, kind=kind)
    start = min(prior.start, level.start)
    end = max(prior.end, level.end)
    draft = open_change(reading, passage, level.scope, base, False, level, level.subject, level.account, start, end)
    draft.stated_prior, draft.is_unsaid = prior.printed, True
    draft.is_equal = prior.printed.figure.value_in("元") == level.printed.figure.value_in("元")
    return [draft]
