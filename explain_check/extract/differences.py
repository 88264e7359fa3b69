"""By how much an actual differs from its budget: 较年初预算数减少10.93万元，下降14.09% | 差值为0.05万元."""

from __future__ import annotations

import re

from explain_check.extract.bases import find_base
from explain_check.extract.binding import outside_bracket
from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import ExecutionDraft, Level, Reading, is_explained
from explain_check.extract.executions import IN_ROW, comparison_in, open_execution
from explain_check.extract.levels import is_earlier_year, last_level
from explain_check.extract.moves import directions_in, verb_before
from explain_check.model.claim import Direction, Printed
from explain_check.model.text import Passage

#: 年初预算为2万元，差值为 | 与预算相差 right before the difference
_GAP = re.compile(r"(?:差值|差额|差异数?|相差)(?:为|是|:)?$")
#: 全县收入完成144020万元，为调整预算的100.6%，超收820万元: against the budget, whether or not it is named
_OVER_OR_SHORT = "(?:(?P<greater>超收|超支)|短收|歉收|欠收)约?"
_BEYOND, _NEAR = re.compile(f"{_OVER_OR_SHORT}$"), 4
_BEYOND_FIGURE, _LONGEST_FIGURE = re.compile(rf"{_OVER_OR_SHORT}[\d,.]+[万亿千百]*元$"), 24
_BESIDE_BUDGET = re.compile(r"(?:大于|高于|超出|超过|多于|小于|低于|少于)(?:年初|全年|调整)?预算(?:安排)?数?(?:约)?$")


def note_gap(reading: Reading, passage: Passage, clause: Clause, number: int, printed: Printed, own_budget: bool) -> bool:
    """Take a figure by which an actual differs from its budget (较年初预算数减少10.93万元, 差值为0.05万元); False where it is none."""
    mention, beyond = clause.mentions[number], _BEYOND.search(clause.before(number)[-_NEAR:])
    way = gap_direction(clause, number) if own_budget else None
    if beyond and find_base(clause.text[: mention.start - clause.start], reading.year) is None:
        if not reading.executions or reading.executions[-1].sentence != reading.sentence:
            return True  # 动用基金弥补短收3000万元: of nothing that the sentence holds against a budget
        way = "greater" if beyond["greater"] else "less"
    if way is not None:
        note_difference(reading, passage, way, printed, mention.start, mention.end)
        return True
    draft = reading.executions[-1] if reading.executions else None
    if draft is None or draft.section is not passage or draft.sentence != reading.sentence or not _GAP.search(clause.before(number)):
        return False
    if draft.actual is None and draft.budget is not None:
        draft.actual = _spent(reading, draft.budget)
    if draft.difference is None:
        draft.difference, draft.end = printed, max(draft.end, mention.end)
    return True


def _spent(reading: Reading, budget: Level) -> Level | None:
    """Return the amount of the same account right before a budget in its sentence: 公务接待费支出2.05万元，年初预算为2万元."""
    before = [level for level in reading.levels[-2:] if level is not budget and level.section is budget.section]
    near = [level for level in before if level.sentence == budget.sentence and level.account == budget.account]
    return near[0] if near and near[0].role != "budget" and not is_earlier_year(near[0], reading) else None


def gap_direction(clause: Clause, number: int) -> str | None:
    """Return where an amount says that the actual differs from the budget: 较年初预算数减少10.93万元 | 决算数大于预算数55.93万元."""
    words = directions_in(clause.before(number))
    if words and verb_before(clause.before(number), is_percent=False):
        return "less" if words[-1][1] is Direction.DECREASE else "greater"
    beside = _BESIDE_BUDGET.search(clause.before(number))
    return None if beside is None else comparison_in(beside.group())


def note_difference(reading: Reading, passage: Passage, comparison: str, printed: Printed, start: int, end: int) -> None:
    """Take 较年初预算数减少10.93万元 as a statement on the last amount; its budget may stand anywhere before it."""
    last = reading.changes[-1] if reading.changes else None
    is_behind_reason = last is not None and is_explained(last) and last_level(reading, reading.sentence - 1) is None
    reach = 2 if is_behind_reason else 1  # …增加950.05万元。主要原因是…。较年初预算数减少
    level = last.level if last is not None and last.section is passage and last.sentence >= reading.sentence - reach else None
    own = last_level(reading, reading.sentence)
    if last is not None and own is not None and own.section is passage and own.start >= last.end:
        level = own  # 因公出国(境)费0万元，…无增减。2.公务接待费支出5.21万元，与2021年度预算相比，减少0.1万元
    level = level or own or last_level(reading, reading.sentence - 1)
    if level is None or level.section is not passage or level.role == "budget":
        return
    level = outside_bracket(reading, level, start)
    differ_from_budget(reading, level, comparison, printed, end)


def note_difference_rate(reading: Reading, passage: Passage, clause: Clause, number: int, printed: Printed) -> bool:
    """Give 下降14.09% to the difference from the budget right before it, or to budget and actual; False where there is none."""
    end = clause.mentions[number].end
    draft = reading.executions[-1] if reading.executions else None
    if draft is not None and _follows_budget(draft, passage, clause, number):
        draft.comparison = "less" if directions_in(clause.before(number))[-1][1] is Direction.DECREASE else "greater"
        draft.difference_rate, draft.end = printed, end
        return True
    if draft is None or draft.section is not passage or draft.difference is None or draft.difference_rate is not None:
        return False
    if _BEYOND_FIGURE.search(passage.text, max(0, draft.end - _LONGEST_FIGURE), draft.end):
        return False  # 为预算的101.0%，超收1000万元，增长5.2%: against the year before
    if draft.sentence != reading.sentence or draft.end < clause.start - 1 or printed.figure.value < 0:
        return False
    words = directions_in(clause.before(number))
    draft.is_turned = bool(words) and draft.comparison == ("greater" if words[-1][1] is Direction.DECREASE else "less")
    draft.difference_rate, draft.end = printed, end
    return True


def _follows_budget(draft: ExecutionDraft, passage: Passage, clause: Clause, number: int) -> bool:
    """Whether a rate stands right behind the budget from which an actual differs: 比年初预算的650万元下降50.8%."""
    if draft.section is not passage or draft.budget is None or draft.actual is None or draft.comparison or draft.difference_rate:
        return False
    verb, between = verb_before(clause.before(number), is_percent=True), clause.before(number)
    is_right_behind = passage.text[draft.budget.end : clause.mentions[number].start] == between
    return is_right_behind and verb is not None and verb.group() == between and draft.budget.start > draft.actual.start


def differ_from_budget(reading: Reading, level: Level, comparison: str, printed: Printed, end: int) -> ExecutionDraft:
    """Say by how much an actual differs from its budget, which may stand anywhere before it; return the statement."""
    draft = next((draft for draft in reversed(reading.executions[-IN_ROW:]) if draft.actual is level), None)
    if draft is None:
        draft = open_execution(reading, level, end)
    if draft.budget is None:
        budgets = (other for other in reversed(reading.levels) if other.role == "budget" and other.account == level.account)
        draft.budget = next((other for other in budgets if other.year in (None, reading.year)), None)
    if draft.difference is None:
        draft.difference, draft.comparison, draft.end, draft.sentence = printed, comparison, max(draft.end, end), reading.sentence
    return draft
