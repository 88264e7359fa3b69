"""Budget against actual: 年初预算为77.59万元，支出决算为20.04万元，完成年初预算的25.83%."""

from __future__ import annotations

import re
from dataclasses import replace

from explain_check.extract.bases import compares_with_own_budget
from explain_check.extract.clauses import PARAGRAPH, Clause
from explain_check.extract.drafts import ExecutionDraft, Level, Reading
from explain_check.extract.levels import last_level
from explain_check.extract.subjects import account_of, clean_subject, is_account
from explain_check.model.claim import Printed
from explain_check.model.text import Passage

#: 完成年初预算数 | 低于预算的 | 比年初预算 | 与2024年度财政拨款支出年初预算 right before the budget, not 低于预算, which may lead to the
#: difference; in a bracket right behind what was spent: 支出12万元(预算15万元)
_CARRIED_OUT = re.compile(
    r"(?:完成了?(?:年初|全年|调整|年度|当年)?预算(?:安排)?数?(?:的|为|:)?"
    r"|(?:[高低多少小大]于|超[过出])(?:年初|全年|调整|年度|当年)?预算(?:安排)?数?的"
    r"|[比较](?:年初|全年|调整|年度|当年)?预算(?:安排)?数?的?"
    r"|(?<!变更)(?<!调整)[为占](?:年初|全年|调整)预算(?:安排)?数?的?"
    r"|[(](?:年初|全年|调整|当年)?预算(?:安排)?数?(?:为|是|:)?"
    r"|[与同][^,;。:]{0,24}(?:年初|全年|调整)预算(?:安排)?数?的?)$"
)
_BUDGET_KIND = re.compile(r"(?:年初|全年|调整)预算(?=[^预]*$)")
IN_ROW = 12
"""So many statements that one 分别 makes are looked back on."""
_COMPARED = re.compile(r"(.*?)(?:支出)?决算数?(?:大于|小于|等于|与|高于|低于)")
#: How many executions back one is found that is named.
_REACH = 6
_COMPARISONS = (
    ("greater", re.compile(r"大于|高于|超出|超过(?<!未超过)|多于")),
    ("less", re.compile(r"小于|低于|未超过|少于")),
    ("equal", re.compile(r"等于|持平|一致|相同|无差异")),
)


def note_execution_level(reading: Reading, level: Level, budget_kind: str) -> None:
    """Pair a budget amount with the actual that follows it, or the other way round."""
    if not level.role:
        return
    near = [draft for draft in reading.executions[-(IN_ROW if level.row else 1) :] if draft.section is level.section]
    draft = next((draft for draft in near if level.sentence - draft.sentence <= 1 and _takes(draft, level)), None)
    if draft is not None:
        if level.role == "actual":
            draft.actual = level
        else:
            draft.budget, draft.budget_kind = level, budget_kind
        draft.end = max(draft.end, level.end)
        if not draft.subject:
            draft.subject, draft.account = level.subject, level.account
            if draft.budget is not None:
                draft.budget.subject, draft.budget.account = level.subject, level.account
        return
    if not (near and _has_said(near[-1], level)):
        open_execution(reading, level, level.end, budget_kind)


def _has_said(draft: ExecutionDraft, level: Level) -> bool:
    """Whether a budget is that of the statement right before, said again: 年初预算0万元，支出决算42.8万元，(年初预算数为0万元)."""
    again = draft.budget is not None and draft.actual is not None and draft.budget.printed.figure == level.printed.figure
    return again and level.role == "budget" and level.sentence == draft.sentence and (not level.is_own or level.account == draft.account)


def _takes(draft: ExecutionDraft, level: Level) -> bool:
    """Whether a draft still lacks this amount, and the amount speaks of no other subject or year."""
    lacks = draft.actual is None if level.role == "actual" else draft.budget is None
    years = {one.year for one in (draft.actual, draft.budget, level) if one is not None and one.year is not None}
    return (
        lacks
        and len(years) < 2
        and (not level.is_own or not draft.subject or level.account == draft.account or level.subject in draft.subject)
        and draft.rate is None
    )


def is_carried_out(before: str) -> bool:
    """Whether the words before an amount make it the budget that the amount before it carried out: 完成年初预算数60999万元的40.4%."""
    return bool(_CARRIED_OUT.search(before))


def note_carried_out(reading: Reading, actual: Level, printed: Printed, before: str, kind: str, start: int, end: int) -> None:
    """Pair an amount with the budget printed behind 完成, 低于 or 比, with which the words ``before`` end."""
    budget = replace(actual, printed=printed, start=start, end=end, role="budget", share=None)
    draft = next((draft for draft in reversed(reading.executions[-2:]) if draft.actual is actual), None)
    if draft is None:
        draft = open_execution(reading, actual, end)
    if draft.budget is None:
        named = _BUDGET_KIND.search(before)
        draft.budget, draft.budget_kind, draft.end = budget, kind or (named.group() if named else ""), max(draft.end, end)
        draft.comparison = draft.comparison or comparison_in(before)


def note_completion(reading: Reading, passage: Passage, printed: Printed, before: str, end: int) -> None:
    """Give 完成年初预算的25.83% to the open statement, or to the last amount; ``before`` are the words of its clause before it."""
    draft = reading.executions[-1] if reading.executions else None
    if draft is None or draft.section is not passage or not _is_spoken_of(reading, draft) or draft.rate is not None:
        level = last_level(reading, reading.sentence - before.startswith("完成"))
        if level is None or level.section is not passage or PARAGRAPH in passage.text[level.end : end]:
            return
        named = _BUDGET_KIND.search(before)
        draft = open_execution(reading, level, end, named.group() if named else "预算")
    draft.rate, draft.end = printed, max(draft.end, end)
    if draft.actual is None and draft.budget is not None and not draft.budget.is_own:
        draft.actual = _spent_before(reading, draft.budget)


def _spent_before(reading: Reading, budget: Level) -> Level | None:
    """Return what was spent, told before its budget: 城市建设支出842.16万元，比上年减少…；年初预算600.00万元，完成年初预算的140.36%."""
    before = [level for level in reading.levels[-IN_ROW:] if level.section is budget.section and level.end < budget.end and not level.row]
    last = before[-1] if before else None
    is_actual = last is not None and last.role != "budget" and last.account == budget.account and last.year in (None, reading.year)
    return last if last is not None and is_actual and budget.sentence - last.sentence <= 1 else None


def _is_spoken_of(reading: Reading, draft: ExecutionDraft) -> bool:
    """Whether this sentence may go on with a statement: the one before, or the last change of its actual.

    支出预算6万元，支出决算5万元。与上年相比，增加1万元，主要原因是…；完成预算的83.33%.
    """
    last = reading.changes[-1] if reading.changes else None
    goes_on = last is not None and last.level is not None and last.level is draft.actual and last.sentence >= reading.sentence - 1
    return reading.sentence - draft.sentence <= 1 or goes_on


def give_completion(reading: Reading, level: Level, printed: Printed, end: int) -> ExecutionDraft:
    """Give a rate of execution to one amount of several, and return its statement."""
    recent = reading.executions[-IN_ROW:]
    draft = next((draft for draft in recent if level in (draft.actual, draft.budget) and draft.rate is None), None)
    draft = draft or open_execution(reading, level, end)
    draft.rate, draft.end = printed, max(draft.end, end)
    return draft


def open_execution(reading: Reading, level: Level, end: int, budget_kind: str = "预算") -> ExecutionDraft:
    """Begin a statement on a budget, or on an amount that was spent."""
    draft = ExecutionDraft(
        subject=_without_budget(level.subject) if level.role == "budget" else level.subject,
        account=level.account,
        section=level.section,
        budget=level if level.role == "budget" else None,
        actual=level if level.role != "budget" else None,
        budget_kind=budget_kind,
        start=level.start,
        end=end,
        sentence=reading.sentence,
        row=level.row,
    )
    reading.executions.append(draft)
    return draft


def _without_budget(subject: str) -> str:
    """Return the account that a budget is of: 公务接待费 of 公务接待费预算."""
    name = subject.removesuffix("预算")
    return name if name != subject and name[-1:] in "费出入款" and is_account(name) else subject


def named_execution(reading: Reading, text: str) -> ExecutionDraft | None:
    """Return the recent execution that 2024年度“三公”经费支出决算数小于预算数 names."""
    match = compares_with_own_budget(text) and _COMPARED.match(text)
    subject = clean_subject(match[1], reading.entity) if match else ""
    account = account_of(subject) if subject else None
    return next((draft for draft in reversed(reading.executions[-_REACH:]) if draft.account == account), None)


def note_comparison(reading: Reading, passage: Passage, clause: Clause) -> None:
    """Note 决算数大于预算数 on the statement that it names, else on the open one."""
    named = named_execution(reading, clause.text)
    draft = named or (reading.executions[-1] if reading.executions else None)
    if draft is None or (named is None and (reading.sentence - draft.sentence > 1 or _speaks_of_later(reading, passage, draft))):
        return
    found = comparison_in(clause.text)
    if draft.comparison is None and found is not None:
        draft.comparison = found
        is_last = draft is reading.executions[-1] and draft.section is passage
        draft.end = max(draft.end, clause.end) if is_last else draft.end


def comparison_in(words: str) -> str | None:
    """Return greater, less or equal by the words that compare an actual with its budget; None where none does."""
    return next((name for name, pattern in _COMPARISONS if pattern.search(words)), None)


def _speaks_of_later(reading: Reading, passage: Passage, draft: ExecutionDraft) -> bool:
    """Whether an amount of this sentence stands behind a statement and is none of its own: the next item's."""
    later = last_level(reading, reading.sentence)
    return (
        later is not None
        and later.section is passage
        and draft.section is passage
        and later.start > draft.end
        and draft.actual is not later
    )
