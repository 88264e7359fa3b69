"""Statements of movement: 比上年预算增加100.93万元，增长3.42% and 与上年预算数持平."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from explain_check.extract.bare_rates import is_of_amount
from explain_check.extract.bases import BaseMention
from explain_check.extract.binding import (
    SHORTEST_NAME,
    both_totals,
    contradicted,
    differs_from_budget,
    first_start,
    last_before,
    outside_bracket,
    past_remainder,
    says_again,
    short_for,
    side_of_section,
    whole_beside,
)
from explain_check.extract.brackets import change_around
from explain_check.extract.clauses import Clause
from explain_check.extract.drafts import ChangeDraft, Level, Reading, is_explained
from explain_check.extract.levels import find_level, follows_row, last_level, level_before, printed_year, prior_level
from explain_check.extract.moves import Role, directions_in, leading_direction, verb_before
from explain_check.extract.subjects import account_of, clean_subject, is_account, without_adverbs
from explain_check.model.claim import Base, BaseKind, Direction, DirectionWord, Printed
from explain_check.model.text import Passage


def note_movement(
    reading: Reading,
    passage: Passage,
    scope: str,
    compared: str,
    base_in_force: Base | None,
    base: BaseMention | None,
    clause: Clause,
    number: int,
    role: Role,
    printed: Printed,
) -> None:
    """Take a change, a rate or a printed base amount into a statement: the open one where it fits, else a new one.

    ``compared`` is what the clause before compared: 收入支出总体与上年相比，增加58.21万元.
    """
    mention, before = clause.mentions[number], clause.before(number)
    verb = verb_before(before, role is Role.RATE)
    printed, is_negative = unsigned(printed)
    raw = before[: verb.start()] if verb else before
    subject, at = _subject_of(reading, raw, base, mention.start - len(before) - clause.start)
    if not subject and (totals := both_totals(reading, passage, raw)):
        subject = totals
    elif not subject and compared:
        subject, at = compared, passage.text.rfind(compared, 0, clause.start) - clause.start
    draft = _open_draft(reading, role, subject, base, clause.start)
    if draft is None:
        is_none = not subject and says_again(reading, raw, base, printed, mention.end)
        is_bare = role is Role.RATE and base is None and not subject and bool(verb)
        is_bare = is_bare and is_of_amount(reading, passage, mention.start, printed)
        if is_none or not (is_bare or _may_open(reading, passage, role, subject, base, clause.start)):
            return
        draft = _new_draft(reading, passage, scope, base_in_force, base, subject, clause.start + at, mention.end)
        own = printed_year(clause.text[: base.start]) if base and base.end <= mention.start - clause.start else None
        if own is not None and own != reading.year and draft.level is not None and draft.level.year != own:
            draft.level = draft.alternative = None  # 而2013年预算数比2012年增加 in 2015: another year's amount
    if role is Role.CHANGE:
        draft.amount = printed
    elif role is Role.RATE:
        draft.rate = printed
    else:
        draft.stated_prior = printed
    if verb:
        draft.words.extend(direction_words(passage, verb["verbs"], mention.start - len(before) + verb.start("verbs"), is_negative))
    elif role is Role.CHANGE and base:
        draft.words.extend(_leading_words(passage, clause, base))
    draft.end = max(draft.end, mention.end)


def direction_words(passage: Passage, verbs: str, start: int, is_negative: bool) -> Iterator[DirectionWord]:
    """Yield the words of direction of a run of verbs at ``start``; a minus sign behind them turns a rise into a fall."""
    for text, direction, offset in directions_in(verbs):
        yield DirectionWord(
            text=text,
            direction=Direction.DECREASE if is_negative else direction,
            is_doubled=is_negative and direction is Direction.DECREASE,
            place=passage.place(start + offset, start + offset + len(text)),
        )


def _leading_words(passage: Passage, clause: Clause, base: BaseMention) -> Iterator[DirectionWord]:
    """Yield the word of direction with which a base begins: 高于 of 高于上年5.00万元."""
    if lead := leading_direction(clause.text, base.start):
        start = clause.start + base.start
        yield DirectionWord(text=lead[0], direction=lead[1], place=passage.place(start, start + len(lead[0])))


def unsigned(printed: Printed) -> tuple[Printed, bool]:
    """Return a figure without its minus sign, and whether it had one: 增长-9.09% is a fall, 减少-5万元 no rise."""
    figure = printed.figure
    return (replace(printed, figure=replace(figure, value=-figure.value)), True) if figure.value < 0 else (printed, False)


def note_equality(
    reading: Reading,
    passage: Passage,
    scope: str,
    compared: str,
    base_in_force: Base | None,
    base: BaseMention | None,
    clause: Clause,
    equal: re.Match[str],
) -> None:
    """Take 与上年预算数持平 as a statement of no change, where an amount or account is known that did not change."""
    base_start = base.start if base else equal.start()
    last_figure = max((m.end - clause.start for m in clause.mentions if m.end - clause.start <= equal.start()), default=0)
    raw = clause.text[last_figure : max(last_figure, min(base_start, equal.start()))]
    subject = clean_subject(without_adverbs(raw), reading.entity) or compared
    known = level_before(reading, passage, clause.start)
    if not (base or base_in_force) or not (is_account(subject) if subject else known is not None):
        return
    draft = contradicted(reading, subject, base)
    end = clause.start + equal.end()
    if draft is None:
        at = clause.start + max(0, clause.text.find(subject) if subject else last_figure)
        draft = _new_draft(reading, passage, scope, base_in_force, base, subject, at, end)
        draft.is_equal = True
    place = passage.place(clause.start + equal.start(), end)
    draft.words.append(DirectionWord(text=equal.group(), direction=Direction.UNCHANGED, place=place))
    draft.end = max(draft.end, end)


def _subject_of(reading: Reading, raw: str, base: BaseMention | None, start: int) -> tuple[str, int]:
    """Return the subject named beside a verb and where it begins in the clause: after the base, else before it."""
    raw = without_adverbs(raw)
    if base and start <= base.start < start + len(raw) + 1:
        left, right = raw[: base.start - start], raw[base.end - start :]
    else:
        left, right = raw, ""
    for part, offset in ((right, base.end if base else start), (left, start)):
        subject = clean_subject(without_adverbs(part), reading.entity)
        if subject:
            return subject, offset + max(0, part.find(subject.split("/")[0]))
    return "", start


def _open_draft(reading: Reading, role: Role, subject: str, base: BaseMention | None, start: int) -> ChangeDraft | None:
    """Return the statement that a figure goes on with: same sentence, still without it, no other subject or base.

    A semicolon (减少4.50万元;减少率39.13%) or a reason in brackets between a change and its rate parts nothing; ``start`` is the clause's.
    """
    around = change_around(reading, reading.changes[-1].section, start) if reading.changes else None
    draft = around or (reading.changes[-1] if reading.changes else None)
    is_bracketed = draft is not None and role is Role.RATE and draft.section.text[draft.end - 1 : start] == "),"
    if draft is None or draft.is_equal or draft.row or (is_explained(draft) and not is_bracketed):
        return None
    if draft.sentence != reading.sentence and not (role is Role.RATE and draft.section.text[draft.end : start] == ";"):
        return None
    if role is Role.RATE:
        fits = draft.rate is None and (draft.amount is not None or draft.stated_prior is not None)
    elif role is Role.CHANGE:
        fits = draft.amount is None and (draft.stated_prior is not None or (draft.rate is not None and not subject and base is None))
    else:
        fits = False
    later = last_level(reading, reading.sentence)
    if not fits or (around is None and later is not None and later.section is draft.section and later.start > draft.end):
        return None
    if subject and account_of(subject) != draft.account and is_account(subject):
        return None
    return draft if base is None or base.base.year == draft.base.year else None


def _may_open(reading: Reading, passage: Passage, role: Role, subject: str, base: BaseMention | None, start: int) -> bool:
    """Whether a figure begins a statement: not beside a budget, nor where it is open of which amount it speaks.

    A rate without an amount names its base, and its amount is known (比2022年预算执行数减少4.83%); a sentence that begins with the
    comparison goes on with the amount of the one before.
    """
    if (base is None and differs_from_budget(reading, passage)) or (not subject and follows_row(reading, passage)):
        return False
    if role is not Role.RATE:
        return True
    level = last_level(reading, reading.sentence - (passage.text[start - 1 : start] in ("。", ";")))
    if base is None and not subject and level is not None and reading.year and level.sentence == reading.sentence:
        prior = prior_level(reading, Base(text="", year=reading.year - 1, kind=BaseKind.UNSPECIFIED), reading.sentence)
        return prior is not None and prior.sentence == level.sentence and prior.account == level.account and prior is not level
    return base is not None and ((level is not None and level.section is passage) or (bool(subject) and is_account(subject)))


def _new_draft(
    reading: Reading, passage: Passage, scope: str, in_force: Base | None, base: BaseMention | None, subject: str, start: int, end: int
) -> ChangeDraft:
    """Open a statement and bind it to its amount."""
    alternative, is_whole, is_named = None, False, bool(subject)
    account = account_of(subject) if subject else ""
    chosen = base.base if base else in_force
    level = short_for(reading, passage, subject, start) if subject else None
    if level is not None and level.subject.endswith(subject):
        subject, account = level.subject, level.account
    if level is None and subject:
        level = find_level(reading, subject, account, scope)
    if level is None and subject:
        level = side_of_section(reading, passage, subject)
    if level is None and (not subject or (len(subject) < SHORTEST_NAME and not is_account(subject))):
        level = last_before(reading, chosen)
        level = past_remainder(reading, outside_bracket(reading, level, start)) if level is not None and level.section is passage else None
        if level is not None:
            subject, account = level.subject, level.account
            alternative, is_whole = whole_beside(reading, level, start)
    if level is not None and level.section is passage and level.sentence >= reading.sentence - (1 if start - level.end < 80 else 0):
        start = min(start, first_start(reading, level))
    draft = open_change(reading, passage, scope, chosen, base is not None, level, subject, account, start, end)
    draft.alternative, draft.alternative_is_whole, draft.is_named = alternative, is_whole, is_named
    return draft


def open_change(
    reading: Reading,
    passage: Passage,
    scope: str,
    base: Base | None,
    base_printed: bool,
    level: Level | None,
    subject: str,
    account: str,
    start: int,
    end: int,
) -> ChangeDraft:
    """Open a statement on an amount, or on a name without one; without a base it is against the year before."""
    chosen = base or Base(text="", year=reading.year - 1 if reading.year else None, kind=BaseKind.UNSPECIFIED)
    prior = prior_level(reading, chosen, reading.sentence)
    draft = ChangeDraft(
        subject=subject,
        account=account,
        section=passage,
        scope=scope,
        level=level,
        base=chosen,
        base_printed=base_printed,
        start=start,
        end=end,
        sentence=reading.sentence,
        stated_prior=prior.printed if prior and prior is not level and prior.section is passage and prior.account == account else None,
    )
    reading.changes.append(draft)
    return draft
