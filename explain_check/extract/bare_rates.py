"""Rates that name neither change nor base: 个人所得税6547万元，为预算的100.7%，增长5.5%."""

from __future__ import annotations

import re

from explain_check.extract.drafts import Level, Reading
from explain_check.extract.levels import last_level
from explain_check.model.claim import Printed
from explain_check.model.text import Passage

#: What may stand between an amount and its rate: shares, completions and progress,
#: ，占一般公共预算收入的67%，为预算的100.7%，快于序时进度3.4个百分点，
_BETWEEN = re.compile(
    r"(?:[,(、]?(?:(?:比重|比例|占比)|(?:约?占|为|完成|达到?)[^,。;:()\d]{0,14}(?:的|比重|比例)?(?:为|达到?)?)\d[\d.]*%\)?"
    r"|[,(、][快慢高低超]于?[^,。;:()\d]{0,10}\d[\d.]*个百分点\)?)*[,(、]?[^,。;:()\d]{0,4}$"
)
#: 可比增长8.4%, 剔除减税因素，同口径下降0.9%: not from the amount of last year as it was printed
_ADJUSTED = re.compile(r"可比|口径|剔除|扣除|还原|年均")


def is_of_amount(reading: Reading, passage: Passage, start: int, rate: Printed) -> bool:
    """Whether a rate at ``start`` that names no base is that of the amount before it: by custom against last year.

    Where 完成预算的97.3% and 下降2.7% make 100%, the rate is that of the difference from the budget.
    """
    level = last_level(reading, reading.sentence)
    if level is None or level.section is not passage or not level.printed.figure.is_money:
        return False
    if level.role == "budget" and (reading.is_final_accounts or _is_spent(reading, level)):
        return False
    between = passage.text[level.end : start]
    if _ADJUSTED.search(between) or not _BETWEEN.match(between) or any(change.level is level for change in reading.changes[-2:]):
        return False
    completed = _completed(reading, level)
    return completed is None or abs(completed.figure.value - 100) != abs(rate.figure.value)


def _is_spent(reading: Reading, budget: Level) -> bool:
    """Whether the text says what was spent of a budget: it is no amount of this year's own then."""
    return any(draft.budget is budget and draft.actual for draft in reading.executions[-2:])


def _completed(reading: Reading, level: Level) -> Printed | None:
    """Return how far the budget of an amount was carried out, if the text says so."""
    return next((draft.rate for draft in reading.executions[-1:] if draft.actual is level), None)
