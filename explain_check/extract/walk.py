"""Walk through a document's prose, sentence by sentence, and gather its claims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.amounts import note_level, note_share
from explain_check.extract.bases import BaseMention, before_comparison, compares_elsewhere, compares_with_own_budget, find_base
from explain_check.extract.binding import SHORTEST_NAME
from explain_check.extract.clauses import Clause, beginning_of, follows_count, join_passages, sentence_end, split_clauses
from explain_check.extract.compositions import find_quantities
from explain_check.extract.connectors import find_connector, reason_without_connector
from explain_check.extract.context import SectionContext
from explain_check.extract.denials import note_denial
from explain_check.extract.differences import note_difference_rate, note_gap
from explain_check.extract.drafts import Reading
from explain_check.extract.executions import is_carried_out, note_comparison, note_completion
from explain_check.extract.finish import finish_claims
from explain_check.extract.form_texts import find_form_compositions
from explain_check.extract.heads import close_heads, note_heads, open_head
from explain_check.extract.levels import last_level
from explain_check.extract.moves import Role, equality_pattern, role_of
from explain_check.extract.named_causes import restated
from explain_check.extract.reason_causes import explain_by_cause, note_cause
from explain_check.extract.reason_heads import describes_counts, heads_reasons
from explain_check.extract.reason_walk import read_reason, unled_targets
from explain_check.extract.reasons import reason_targets
from explain_check.extract.row_changes import note_equalities
from explain_check.extract.rows import read_row
from explain_check.extract.runs import find_runs
from explain_check.extract.statements import note_equality, note_movement
from explain_check.extract.subjects import clean_subject, is_account, without_adverbs
from explain_check.extract.telling import only_names, states_anything
from explain_check.extract.turns import note_adjusted, note_adjustment, read_turn
from explain_check.extract.units import with_unit
from explain_check.extract.unmeasured import note_unmeasured, note_unsaid
from explain_check.model.claim import BaseKind, Claim, Printed
from explain_check.model.form import Form
from explain_check.model.text import Section

#: 主要用于某项工作 is a use, 主要用于以下方面：教育支出…万元，占… the head of a list
_USE = re.compile(r"^(?:主要|全部)?(?:用于(?!以下|下列|如下)|是指|指|反映)|^主要(?:保障|用途)")


def extract_claims(sections: Sequence[Section], entity: str, year: int | None, kind: str, forms: Sequence[Form] = ()) -> tuple[Claim, ...]:
    """Return the claims of a document's prose in the order of the text; ``year`` and ``kind`` are the document's.

    What sections of another year say is read apart: its amounts are none of this year's.
    Of the texts in performance ``forms`` only sums and products are read.
    """
    years = dict.fromkeys((year, *(section.year or year for section in sections)))
    readings = {part: Reading(entity=entity, year=part, is_final_accounts="决算" in kind) for part in years}
    for section in sections:
        reading = readings[section.year or year]
        passage, scope = join_passages(section.passages), " ".join(section.path) or section.heading
        if section.heading.startswith(("(", "（")) and len(section.path) > 1:
            reading.families[scope] = " ".join(section.path[:-1])
        if passage is not None:
            _walk_section(reading, SectionContext(passage=passage, scope=scope, base=reading.base))
    readings[year].quantities.extend(find_form_compositions(forms, entity))
    return finish_claims(tuple(readings.values()), year)


def _walk_section(reading: Reading, context: SectionContext) -> None:
    """Read the clauses of one section."""
    clauses = split_clauses(context.passage.text)
    reading.sentence += 2
    if not states_anything(context.passage.text, clauses):
        reading.sentence += sum(clause.ends_sentence for clause in clauses)
        return
    context.runs = find_runs(context.passage.text, clauses)
    i = 0
    while i < len(clauses):
        i = _read_clause(reading, context, clauses, i)
    reading.quantities.extend(find_quantities(context.passage, clauses, reading.entity, context.scope))


def _read_clause(reading: Reading, context: SectionContext, clauses: Sequence[Clause], i: int) -> int:
    """Read one clause, or a whole reason; return the index of the next clause."""
    clause = clauses[i]
    connector = find_connector(clause)
    if connector:
        head = beginning_of(clause, connector.start())
        if head.text.strip():
            _read_statement(reading, context, clauses, i, head)
        is_none = heads_reasons(clauses, i, connector.end()) or (not head.text and describes_counts(clauses, i))
        targets = [] if is_none else reason_targets(reading, head.text or restated(clauses, i, reading.entity), context.passage)
        targets = targets or ([] if is_none or head.text.strip() else note_unsaid(reading, context.passage))
        if targets:
            note_denial(reading, targets, head, clause.start + connector.end(), context.passage)
            return read_reason(reading, context, clauses, i, targets, connector.group(), connector.end())
        if head.text.strip():
            reading.sentence += clause.ends_sentence
            return i + 1
    else:
        start = reason_without_connector(clauses, i)
        targets = unled_targets(reading, clauses, i, context.passage) if start is not None else []
        if targets and start is not None:
            return read_reason(reading, context, clauses, i, targets, clause.text[:start], start)
        note_cause(context, clauses, i, start)
    _read_statement(reading, context, clauses, i, clause)
    if clause.ends_sentence:
        if context.cause:
            explain_by_cause(reading, context.passage, clauses, i, *context.cause)
        context.cause, context.compared, context.adjustment, context.against_budget, context.is_elsewhere = None, "", None, False, False
        reading.sentence += 1
        close_heads(context, clause)
    return i + 1


def _read_statement(reading: Reading, context: SectionContext, clauses: Sequence[Clause], i: int, clause: Clause) -> None:
    """Read the figures and words of a clause."""
    if _is_use(context, clauses, i, clause):
        return
    if only_names(clause):
        context.unread.append(clause)
        return
    following = clauses[i + 1].text if i + 1 < len(clauses) else ""
    base = find_base(clause.text, reading.year, following)
    own_budget = _is_against_budget(reading, clause, base)
    compares = _note_base(reading, context, clause, base, own_budget)
    note_heads(reading, context, clause)
    if not clause.mentions:
        _note_compared(reading, context, clause, base)
    elif "自评" in clause.text:
        context.unread.append(clause)  # “后勤保障”项目自评得分98.5分，项目全年预算为500万元
    roles = [role_of(clause, number, reading.year) for number in range(len(clause.mentions))]
    if roles:
        _read_mentions(reading, context, clause, base, compares, roles)
        context.compared = ""
    if own_budget:
        note_comparison(reading, context.passage, clause)
    elif not equality_pattern().search(clause.text):
        note_unmeasured(reading, context, clause)
    elif not {Role.CHANGE, Role.RATE}.intersection(roles):
        _read_equality(reading, context, clauses, i, clause, base)
    if clause.text.endswith(("其中", "包括")) and clause.mentions:
        open_head(reading, context)


def _is_use(context: SectionContext, clauses: Sequence[Clause], i: int, clause: Clause) -> bool:
    """Whether a clause says what money is for: 主要用于办公; behind a colon the use goes on to the end of the sentence."""
    if _USE.match(clause.text):
        context.use_until = clause.end if clause.separator != ":" else sentence_end(clauses, i)
    return clause.start < context.use_until


def _is_against_budget(reading: Reading, clause: Clause, base: BaseMention | None) -> bool:
    """Whether a clause compares an actual with this year's budget: 比年初预算减少0.28万元 | 与2021年度预算相比 in accounts of 2021."""
    names_budget = compares_with_own_budget(clause.text)
    if base is None or base.base.year is None or base.base.year != reading.year or not reading.is_final_accounts:
        return names_budget and base is None
    return names_budget or (base.base.kind is BaseKind.BUDGET and not equality_pattern().search(clause.text))


def _note_base(reading: Reading, context: SectionContext, clause: Clause, base: BaseMention | None, own_budget: bool) -> bool:
    """Keep what a clause compares with, and return whether it compares with this year's budget, by its words or those before it."""
    if base or own_budget or compares_elsewhere(clause.text):
        context.is_elsewhere = not (base or own_budget)
    if base and not own_budget:
        context.base = base.base
        reading.base = base.base if "下同" in clause.text else reading.base
    if base or (own_budget and not clause.mentions):
        context.against_budget = own_budget
    return own_budget or (context.against_budget and base is None)


def _note_compared(reading: Reading, context: SectionContext, clause: Clause, base: BaseMention | None) -> None:
    """Keep the name, and what is compared, of a clause without figures."""
    context.unread.append(clause)
    words = before_comparison(clause.text, base)
    compared = clean_subject(without_adverbs(words), reading.entity) if words else ""
    context.compared = compared if compared and is_account(compared) else context.compared


def _read_equality(
    reading: Reading, context: SectionContext, clauses: Sequence[Clause], i: int, clause: Clause, base: BaseMention | None
) -> None:
    """Read 与上年持平 of one amount, or of each of several; 保有量2辆，与上年持平 says it of the vehicles."""
    equal = equality_pattern().search(clause.text)
    if equal is None:
        return
    at = clause.start + min(equal.start(), base.start if base else equal.start())
    named = max((mention.end for mention in clause.mentions if mention.end <= at), default=clause.start)
    if at - named < SHORTEST_NAME and follows_count(clauses, i, at):
        return
    if not note_equalities(reading, context, base, clause, equal):
        note_equality(reading, context.passage, context.scope, context.compared, context.base, base, clause, equal)


def _read_mentions(
    reading: Reading, context: SectionContext, clause: Clause, base: BaseMention | None, own_budget: bool, roles: Sequence[Role]
) -> None:
    """Give each figure of a clause its part: those that belong together first, then each alone."""
    last = len(clause.mentions) - 1 if "由" in clause.text or "从" in clause.text else 0
    turned = -1
    for number, mention in enumerate(clause.mentions):
        if context.runs and (run := context.runs.get(mention.start)):
            if run is not context.read:
                context.read = run
                read_row(reading, context, run)
        elif turned != number < last and read_turn(reading, context, clause, number):
            turned = number + 1
        elif number != turned:
            _read_mention(reading, context, clause, base, own_budget, number, roles[number])


def _read_mention(
    reading: Reading, context: SectionContext, clause: Clause, base: BaseMention | None, own_budget: bool, number: int, role: Role
) -> None:
    """Give a figure its part by its role."""
    passage, mention = context.passage, clause.mentions[number]
    beside = None if mention.figure.unit else last_level(reading, reading.sentence - 1)
    if beside is None and role is Role.LEVEL and not mention.figure.unit and mention.figure.value:
        return  # nothing tells its unit
    figure = with_unit(mention.figure, role, beside)
    printed = Printed(figure=figure, place=passage.place(mention.start, mention.end))
    if role in (Role.CHANGE, Role.LEVEL) and note_gap(reading, passage, clause, number, printed, own_budget):
        return
    if role is Role.LEVEL:
        note_level(reading, context, clause, number, printed)
        note_adjusted(reading, context, mention.end)
    elif role is Role.SHARE:
        note_share(reading, context, clause, number, printed)
    elif role is Role.COMPLETION or (role is Role.OTHER and clause.before(number) == "的" and _is_of_budget(clause, number)):
        note_completion(reading, passage, printed, clause.before(number), mention.end)
    elif base is None and _is_taken(reading, context, clause, number, role, printed):
        return
    elif role in (Role.CHANGE, Role.RATE, Role.PRIOR) and not (own_budget or context.is_elsewhere):
        note_movement(reading, passage, context.scope, context.compared, context.base, base, clause, number, role, printed)


def _is_of_budget(clause: Clause, number: int) -> bool:
    """Whether a rate is that of the budget printed right before it: 完成年初预算60999万元的40.4%, 为年初预算40万元的115%."""
    return "完成" in clause.text or (number > 0 and is_carried_out(clause.before(number - 1)))


def _is_taken(reading: Reading, context: SectionContext, clause: Clause, number: int, role: Role, printed: Printed) -> bool:
    """Whether a rate is that of a difference from the budget, or an amount is what adjusted one."""
    if role is Role.RATE:
        return note_difference_rate(reading, context.passage, clause, number, printed)
    return role is Role.CHANGE and note_adjustment(reading, context, clause, number, printed)
