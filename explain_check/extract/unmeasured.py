"""Movements told without a figure beside last year's amount: 支出决算126.40万元，上年为100.00万元，有所增长."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import Reading
from explain_check.extract.levels import last_level, prior_level
from explain_check.extract.statements import direction_words, open_change
from explain_check.lexicon import phrases
from explain_check.model.claim import Base, BaseKind


@lru_cache(maxsize=1)
def _unmeasured() -> re.Pattern[str]:
    """有所增长 | 略有下降 at the end of a clause."""
    verbs = "|".join(map(re.escape, phrases("directions")))
    return re.compile(rf"(?:略有|有所|稍有|小幅|大幅|明显|逐步)(?P<verbs>{verbs})$")


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
