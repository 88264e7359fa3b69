"""Give each name of a list its own figure: 公务接待费、公务用车运行维护费分别为3万元、4万元，比上年分别减少1万元、2万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.amounts import whole_for
from explain_check.extract.bases import find_base, find_own_budget
from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.differences import differ_from_budget, gap_direction
from explain_check.extract.drafts import Level, Reading, RowItem
from explain_check.extract.executions import give_completion, note_execution_level
from explain_check.extract.levels import amount_role, is_earlier_year, printed_year
from explain_check.extract.moves import Role, role_of, share_whole, verb_before
from explain_check.extract.row_changes import note_changes
from explain_check.extract.row_items import items_of_run
from explain_check.extract.runs import MARK, Run
from explain_check.extract.subjects import without_adverbs
from explain_check.model.claim import Printed

#: What may stand between 分别 and the first figure beside base, verb and share: 分别支出 | 分别安排预算为
_LINK = re.compile(r"(?:同比|支出|收入|安排|预算|决算|经费|资金|金额|完成|执行|实现|达到?|[共约数额为是:,的了])*")
#: 占本年支出的 | 占总支出的比重为 | 完成年初预算的
_OF_WHOLE = re.compile(r"(?:占|完成|为(?=[^,]*预算))[^占,;。、和及与]{0,24}$")
_CUT = re.compile("[\0,:]")


def read_row(reading: Reading, context: SectionContext, run: Run) -> None:
    """Give the figures of a run to the items named before it; nothing where it is not certain which is whose."""
    passage, first = context.passage, run.mentions[0]
    printed = passage.text[run.head_start : first.start]
    mark = next(reversed(list(MARK.finditer(printed))), None) if run.is_marked else None
    head, at = (printed[: mark.start()] + printed[mark.end() :], mark.start()) if mark else (printed, 0)
    clause = Clause(head + passage.text[first.start : first.end], first.start - len(head), first.end, ",", (first,))
    role = role_of(clause, 0, reading.year)
    names = _words_of_names(head, at, role, reading.year)
    items = items_of_run(reading, context, run, *names) if names is not None else ()
    if not items:
        return
    context.row, context.row_sentence = items, reading.sentence
    figures = [Printed(figure=mention.figure, place=passage.place(mention.start, mention.end)) for mention in run.mentions]
    if role is Role.LEVEL:
        _note_levels(reading, context, run, head, items, figures)
    elif role in (Role.SHARE, Role.COMPLETION) or find_own_budget(head):
        _note_on_levels(reading, context, run, clause, role, items, figures)
    elif role in (Role.CHANGE, Role.RATE):
        note_changes(reading, context, run, head, role, items, figures)


def _note_levels(
    reading: Reading, context: SectionContext, run: Run, head: str, items: Sequence[RowItem], figures: Sequence[Printed]
) -> None:
    """Keep the amounts of a row with their subjects."""
    role, kind = amount_role(head)
    for item, printed, mention in zip(items, figures, run.mentions, strict=True):
        part_of = whole_for(reading, context, printed)
        level = Level(
            subject=item.subject,
            account=item.account,
            printed=printed,
            section=context.passage,
            scope=context.scope,
            start=item.start,
            end=mention.end,
            sentence=reading.sentence,
            year=printed_year(head) or (part_of.year if part_of else None),
            role=role,
            part_of=part_of,
            row=run.id,
        )
        reading.levels.append(level)
        if item.level is None or not is_earlier_year(level, reading):
            item.level = level
        note_execution_level(reading, level, kind)
    context.unread.clear()
    context.topic, context.topic_start = "", 0


def _note_on_levels(
    reading: Reading,
    context: SectionContext,
    run: Run,
    clause: Clause,
    role: Role,
    items: Sequence[RowItem],
    figures: Sequence[Printed],
) -> None:
    """Give shares, rates of execution and differences from the budget to the amounts that the items have in this section."""
    way = gap_direction(clause, 0)
    for item, printed, mention in zip(items, figures, run.mentions, strict=True):
        level = item.level
        if level is None or level.section is not context.passage:
            continue
        if role is Role.COMPLETION:
            give_completion(reading, level, printed, mention.end).row = run.id
        elif role is Role.CHANGE and way is not None:
            differ_from_budget(reading, level, way, printed, mention.end).row = run.id
        elif role is Role.SHARE and level.share is None:
            level.share, level.share_of = printed, share_whole(clause.before(0)) or ""
            level.end = max(level.end, mention.end)


def _words_of_names(head: str, at: int, role: Role, year: int | None) -> tuple[str, int] | None:
    """Return the words that name the items and where they begin in the head, empty words where the head names none.

    None where what stands behind 分别 (at ``at``) is more than a base, a verb or a share: 分别比年初预算和上年减少.
    """
    base, own = find_base(head, year), find_own_budget(head)
    if base is not None and own is not None and not base.start <= own.start() < base.end:
        return None
    verb = verb_before(head, role is Role.RATE) if role in (Role.CHANGE, Role.RATE) else None
    whole = _OF_WHOLE.search(head) if role in (Role.SHARE, Role.COMPLETION) else None
    if role in (Role.SHARE, Role.COMPLETION) and whole is None:
        return None
    masked = head
    for span in ((base.start, base.end) if base else None, own and own.span(), verb and verb.span(), whole and whole.span()):
        if span:
            masked = masked[: span[0]] + "\0" * (span[1] - span[0]) + masked[span[1] :]
    if not _LINK.fullmatch(masked[at:].replace("\0", "")):
        return None
    start = 0
    words, begins = "", 0
    for piece in _CUT.split(masked[:at]):
        if not _LINK.fullmatch(without_adverbs(piece).lstrip("、和及与")):
            words, begins = piece, start
        start += len(piece) + 1
    return words, begins
