"""Give the amounts and shares of a clause their subjects and wholes."""

from __future__ import annotations

import re

from explain_check.extract.binding import before_bracket, outside_bracket
from explain_check.extract.clauses import Clause
from explain_check.extract.context import SectionContext
from explain_check.extract.drafts import Level, Reading
from explain_check.extract.executions import is_carried_out, note_carried_out, note_execution_level
from explain_check.extract.family_sums import whole_of
from explain_check.extract.levels import amount_role, last_level, parts_of, printed_year
from explain_check.extract.moves import equality_pattern, share_whole
from explain_check.extract.subjects import PROJECT_AMOUNT, account_of, clean_subject, is_account
from explain_check.model.claim import Printed
from explain_check.model.text import Passage
from explain_check.structure.fold import fold_text

_LONGEST_TOPIC = 80
#: How many amounts back the parts of a list are looked for.
_LISTED = 60
#: How many amounts before a total of income its income is looked for.
_BEHIND_TOTAL = 6
_RECEIVED, _SPENT = "本年收入", "本年支出"
#: 一般行政管理事务(项)主要用于春运值守等。 | 1.改善办学条件专项。用于校舍维修 | 物业管理项目绩效自评综述:根据年初设定的绩效目标
_ITEM = re.compile(
    r"\([类款项]\)|^\(?[\d一二三四五六七八九十]{1,3}[).、][^,;:]{3,40}(?:专项|项目|经费|资金|工程)$|[^,;:]{2,40}自评(?:(?:综述|情况|结果)$|得?分)"
)
#: 物业管理项目:全年预算数30万元 | 一是执法办案项目,全年预算数; not 以下项目:
_PROJECT = re.compile(
    r"^(?!因|由于|为|受|按|根据)(?!.*(?:以下|下列|如下|主要|包括|其中|[各个类该本此些])(?:重点)?(?:专项|项目))[^,;:]{2,40}(?:专项|项目)$"
)
#: 老旧小区综合改造:全年预算数760.00万元: what stands before a budget and its colon is what the money is for
_BUDGETED = re.compile(r":(?:项目)?(?:全年|年初)预算(?:数|资金|金额)")
_HEADED = re.compile(r"^\(?\d{1,2}[).、](?!.*(?:情况|说明|原因|目标|依据|内容|要求|职责|范围|指标))[^,;:()\d]{4,24}$")
#: 上年收入1306.70万元 beside this year's; 上年结转 is this year's
_LAST_YEARS = re.compile(r"\(?(?:其中:?|而|注:|附?注:|说明:)?(?:上一?年|去年)度?(?:同期)?(?!.*(?:结转|结余))")

#: 收入105.00万元，支出105.00万元 | 支出收入105.00万元, a slip
_OTHER_SIDE = re.compile(r"支出(?:收入)?(?:共计|合计)?(?:累计)?(?:完成|实现)?[为是]?$")
#: 与年初预算1041.10万元相比，2023年度财政拨款支出…: the budget of what follows
_COMPARED_BUDGET = re.compile(r"[与同和较](?:本年)?(?:年初|全年|调整)预算(?:安排)?数?$")
#: 因公出国(境)费预算0.00万元，支出0.00万元
_BARE_SPENDING = re.compile(r"(?:实际)?支出(?:数|额)?[为是]?$")
#: 当年拨款收入28436.75万元、上年结转1402.36万元，两项合计: of neither
_CLOSING = re.compile(r"(?:[两二三四五六七八九十]项|以上|^)(?:合计|共计|总计)[为是]?$")
#: (一)项目名称:信息系统运行维护
_PROJECT_NAME = re.compile(r"项目名称[:为]+(?P<name>[^¶。;,]{2,60})")
_FROM_LAST_YEAR = re.compile(
    r"(?:[由从](?:上一?年|去年)度?(?:同期)?(?:年初|全年|调整)?(?:预算|决算|执行)?数?的?|[出入费款](?:上一?年|去年)度?为?)$"
)


def note_level(reading: Reading, context: SectionContext, clause: Clause, number: int, printed: Printed) -> None:
    """Keep an amount with its subject."""
    before, mention = clause.before(number), clause.mentions[number]
    if equality_pattern().search(before[-6:]):
        return
    subject, start = clean_subject(before, reading.entity), mention.start - len(before)
    is_own, account = bool(subject), ""
    subject = _of_same_fund(reading, context, subject) if subject == _SPENT else subject
    if subject:
        start += max(0, before.find(subject.split("/")[0]))
    else:
        earlier = last_level(reading, reading.sentence)
        read_topic(reading, context)
        if context.topic and (earlier is None or earlier.start < context.topic_start or earlier.section is not context.passage):
            subject, start = _same_side(reading, context.topic, before), context.topic_start
            is_own = clause.start - context.topic_end <= 1
        elif earlier is not None and earlier.section is context.passage:
            earlier = outside_bracket(reading, earlier, mention.start)
            subject, start = _same_side(reading, earlier.subject, before), earlier.start
            account = earlier.account if subject == earlier.subject else ""
        else:
            heading = fold_text(context.passage.section)
            subject = clean_subject(heading, reading.entity) or heading
    account = account or account_of(subject)
    subject = _project_named(context.passage, subject, mention.start) if account == PROJECT_AMOUNT else subject
    role, kind = amount_role(before)
    if (role == "budget" and _COMPARED_BUDGET.match(before)) or (not is_own and _CLOSING.search(before) and _closes_list(reading)):
        subject, account, is_own = "", "", False
    elif not role and _follows_budget(reading, context, before):
        role = "actual"
    since = reading.sentence - before.startswith(("与", "同", "完成"))
    carried_out = is_carried_out(before) and last_level(reading, since)
    if carried_out and carried_out.section is context.passage:
        note_carried_out(reading, carried_out, printed, before, kind, start, mention.end)
        return
    part_of = before_bracket(reading, context.passage, mention.start) or whole_for(reading, context, printed, account)
    level = Level(
        subject=subject,
        account=account,
        printed=printed,
        section=context.passage,
        scope=context.scope,
        start=start,
        end=mention.end,
        sentence=reading.sentence,
        year=_year_of(reading, before) or (part_of.year if part_of else None),
        role=role,
        part_of=part_of,
        is_own=is_own,
    )
    reading.levels.append(level)
    if is_own:
        if number + 1 < len(clause.mentions):
            read_topic(reading, context)
        context.unread.clear()
        context.topic, context.topic_start = subject, start
    note_execution_level(reading, level, kind)


def _closes_list(reading: Reading) -> bool:
    """Whether this sentence has named several amounts already."""
    return len({level.subject for level in reading.levels[-_LISTED:] if level.sentence == reading.sentence and level.is_own}) > 1


def _project_named(passage: Passage, subject: str, end: int) -> str:
    """Return the project whose amount stands before ``end``, by the heading or by the label before it; the subject where none is named."""
    named = [*_PROJECT_NAME.finditer(fold_text(passage.section)), *_PROJECT_NAME.finditer(passage.text, 0, end)]
    return named[-1]["name"] if named else subject


def _follows_budget(reading: Reading, context: SectionContext, before: str) -> bool:
    """Whether bare 支出 right behind a budget of the sentence, or any name behind 与年初预算…相比, is what was spent of it."""
    last = reading.executions[-1] if reading.executions and reading.is_final_accounts else None
    if last is None or last.budget is None or last.actual is not None or not (_BARE_SPENDING.fullmatch(before) or not last.subject):
        return False
    return last.section is context.passage and last.sentence == reading.sentence and reading.levels[-1] is last.budget


def _same_side(reading: Reading, subject: str, before: str) -> str:
    """Return the subject that goes on, its spending where the words name that alone: 财政拨款收入105.00万元，支出105.00万元.

    Behind a total it is the spending of the income before it: 一般公共预算收入完成…，收入总计747亿元；支出完成669亿元.
    """
    if not _OTHER_SIDE.match(before):
        return subject
    if subject.endswith(("收入总计", "收入合计")):
        near = (level.subject for level in reversed(reading.levels[-_BEHIND_TOTAL:]))
        total = "支出合计" if subject.endswith("收入合计") else "支出"
        subject = next((name for name in near if name.endswith(("预算收入", "基金收入"))), total)
    spending = f"{subject.removesuffix('收入')}支出"
    is_known = is_account(spending) or subject.endswith(("基金收入", "预算收入"))
    return spending if subject.endswith("收入") and is_known else subject


def _of_same_fund(reading: Reading, context: SectionContext, spent: str) -> str:
    """Return 本年支出 with the fund of the 本年收入 before it: 财政拨款本年收入94万元，…；本年支出94万元 is 财政拨款本年支出."""
    before = reading.levels[-1] if reading.levels else None
    if before is None or before.section is not context.passage or not before.subject.endswith(_RECEIVED):
        return spent
    return before.subject.removesuffix(_RECEIVED) + spent


def _year_of(reading: Reading, before: str) -> int | None:
    """Return the year that the words before an amount name, by its number or as last year."""
    is_last = _LAST_YEARS.match(before) or _FROM_LAST_YEAR.search(before)
    return reading.year - 1 if reading.year and is_last else printed_year(before)


def read_topic(reading: Reading, context: SectionContext) -> None:
    """Find what the last clause that names an account names: 社会保障和就业支出(类)…(项): or (一)因公出国(境)费."""
    while context.unread:
        clause = context.unread.pop()
        subject = clean_subject(clause.text, reading.entity)
        if subject and len(subject) <= _LONGEST_TOPIC and (is_account(subject) or _is_item(clause, context.passage.text)):
            context.topic, context.topic_start, context.topic_end = subject, clause.start, clause.end
            context.unread.clear()


def _is_item(clause: Clause, text: str) -> bool:
    """Whether a clause is the name of an item or project of which the text goes on to speak."""
    is_headed = clause.separator.startswith("。") and _HEADED.match(clause.text)  # (2)协管员劳务派遣。预算安排619.90万元
    is_budgeted = _BUDGETED.match(text, clause.end) and not clause.text.endswith(("情况", "如下", "说明", "其中", "方面"))
    if is_headed or is_budgeted or _ITEM.search(clause.text):
        return True
    return clause.separator in (":", ",") and _PROJECT.match(clause.text) is not None


def whole_for(reading: Reading, context: SectionContext, printed: Printed, account: str = "") -> Level | None:
    """Return the innermost whole that can hold an amount, else the one of this very sentence, which the part then contradicts.

    A last part that cannot hold the first amount listed behind it was not meant: its whole was. What has but one whole by its name is
    part of that, whatever it holds.
    """
    own_whole = whole_of(account)
    if own_whole and (named := next((head for head in reversed(context.heads) if head.account == own_whole), None)) is not None:
        return named
    for head in reversed(tuple(context.heads)):
        whole = head.printed.figure
        can_hold = whole.is_money and printed.figure.interval_in("元").low <= whole.interval_in("元").high
        if can_hold and not (head.sentence < reading.sentence and _is_full(reading, head)):
            return head
        if not can_hold and head.part_of in context.heads and not parts_of(head, reading.levels[-_LISTED:]):
            context.heads.remove(head)
    own = context.heads[-1] if context.heads and printed.figure.is_money else None
    return own if own is not None and (own.sentence == reading.sentence or (own, reading.sentence) == context.named) else None


def _is_full(reading: Reading, head: Level) -> bool:
    """Whether what a sentence lists of a whole makes it: 基本支出53万元，其中人员经费50万元、公用经费3万元；项目支出47万元."""
    parts = [part for part in parts_of(head, reading.levels[-_LISTED:]) if part.sentence == head.sentence]
    total = sum(part.printed.figure.value_in("元") for part in parts)
    return len(parts) > 1 and total == head.printed.figure.value_in("元")


def note_share(reading: Reading, context: SectionContext, clause: Clause, number: int, printed: Printed) -> None:
    """Give a share to the amount before it, or to the one before the bracket that closed between."""
    level = last_level(reading, reading.sentence)
    if level is not None and level.section is context.passage:
        level = outside_bracket(reading, level, clause.mentions[number].start)
    if level is not None and level.section is context.passage and level.share is None:
        level.share, level.share_of = printed, share_whole(clause.before(number)) or ""
        level.end = max(level.end, clause.mentions[number].end)
