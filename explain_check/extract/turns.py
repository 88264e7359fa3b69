"""Both ends of a movement: 由上年的32.50万元减少到28.00万元，减少4.50万元; 由403,666万元调整为433,655万元，调增29,989万元."""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.extract.amounts import read_topic, whole_for
from explain_check.extract.bases import find_base
from explain_check.extract.clauses import Clause
from explain_check.extract.context import Adjustment, SectionContext
from explain_check.extract.drafts import Level, Reading
from explain_check.extract.levels import printed_year
from explain_check.extract.moves import directions_in, verb_before
from explain_check.extract.statements import direction_words, open_change
from explain_check.extract.subjects import account_of, clean_subject, is_account, without_adverbs
from explain_check.lexicon import phrases
from explain_check.model.claim import Base, BaseKind, Direction, Printed
from explain_check.model.quantity import Closure, Part, SumClaim

#: 公务接待费由上年的 | 财政拨款从2023年预算 right before the first amount
_FROM = re.compile(r"[由从](?P<base>[^,由从]{0,16}?)的?$")
#: 年初预算为3万元，年中增加 | 预算执行中追加 right before what was added
_ADDED = re.compile(r"(?:年中|年度中|执行中|中期|期间)(?:预算)?(?:调整)?(?P<verb>增加|追加|调增|减少|调减|核减)(?:预算|指标|安排)?了?$")
_ADJUSTED = ("调整", "全年")
#: 年末收回0.30万元 | 调整后预算为4.20万元(含上年结转0.20万元): more than what was added moved it
_OTHER_STEPS = re.compile(r"收回|收缴|退回|结转|结余|扣除|[(,]其?中?含")
#: 阅读推广活动经费由上年的65万元提高到78万元, not 普通高中由上年的24586元增加到27100元, an average
_MONEY = re.compile(r"(?:费用?|支出|资金|收入|补助|预算|拨款|项目)$")
_REACH = 12
#: 年初预算为50000万元，增加37000万元，调整为87000万元: what was added in the year
_THEN_ADJUSTED = (",调整为", ",调整到", ",调整至", ",调整后为")


@lru_cache(maxsize=1)
def _to() -> re.Pattern[str]:
    """减少到 | 增至 | 调整为 | 下降到2024年的 between the two amounts."""
    verbs = "|".join(re.escape(phrase) for phrase in phrases("directions") if phrase[-1] != "为")
    return re.compile(rf"(?:大幅|小幅|逐步|略)?(?P<verb>{verbs}|调整|变更|变|升|压)了?[到至为]了?(?P<year>(?:20\d\d|今|本|当)年度?的?)?约?")


def read_turn(reading: Reading, context: SectionContext, clause: Clause, number: int) -> bool:
    """Read the amounts from which, ``number``, and to which something moved; False where the two figures are no such amounts.

    Against the year before it is a change. Any other turn (a budget adjusted, growth over five years) is an amount, whose two ends are held
    against the difference that follows.
    """
    before, (one, other) = clause.before(number), clause.mentions[number : number + 2]
    origin, to = _FROM.search(before), _to().fullmatch(clause.before(number + 1))
    if origin is None or to is None or not (one.figure.is_money and other.figure.is_money):
        return False
    passage, start = context.passage, one.start - len(before)
    subject = clean_subject(without_adverbs(before[: origin.start()]), reading.entity)
    if subject:
        start += max(0, before.find(subject.split("/")[0]))
    else:
        read_topic(reading, context)
        subject, start = context.topic, context.topic_start
    if not subject:
        return True
    first, second = (Printed(figure=mention.figure, place=passage.place(mention.start, mention.end)) for mention in (one, other))
    level = _add_level(reading, context, subject, second, start, other.end, printed_year(to["year"] or ""))
    words = tuple(direction_words(passage, to["verb"], one.end + to.start("verb"), is_negative=False))
    base = _base_of(reading, context, origin["base"], level) if words else None
    if base is None:
        context.adjustment = Adjustment(subject=subject, before=first, after=second, change=None, falls=False, start=start)
        return True
    draft = open_change(reading, passage, context.scope, base, bool(base.text), level, subject, level.account, start, other.end)
    draft.stated_prior, draft.is_named = first, True
    draft.words.extend(words)
    return True


def _add_level(reading: Reading, context: SectionContext, subject: str, printed: Printed, start: int, end: int, year: int | None) -> Level:
    """Keep the amount to which something moved."""
    level = Level(
        subject=subject,
        account=account_of(subject),
        printed=printed,
        section=context.passage,
        scope=context.scope,
        start=start,
        end=end,
        sentence=reading.sentence,
        year=year,
        part_of=whole_for(reading, context, printed),
    )
    reading.levels.append(level)
    context.unread.clear()
    context.topic, context.topic_start = subject, start
    return level


def _base_of(reading: Reading, context: SectionContext, words: str, level: Level) -> Base | None:
    """Return the base that the words before the first amount name, None unless money moved from the year before.

    Without words a known account moved from what it was in the base in force, or in the year before; any money where a base is in force.
    """
    if reading.year is None or level.year not in (None, reading.year):
        return None
    if not is_account(level.subject) and not ((words or context.base) and _MONEY.search(level.subject)):
        return None
    if not words:
        in_force = context.base
        fits = in_force is None or in_force.year == reading.year - 1
        unsaid = Base(text="", year=reading.year - 1, kind=in_force.kind if in_force else BaseKind.UNSPECIFIED)
        return unsaid if fits else None
    found = find_base(f"比{words}", reading.year)
    return found.base if found and found.end == len(words) + 1 and found.base.year == reading.year - 1 else None


def note_adjustment(reading: Reading, context: SectionContext, clause: Clause, number: int, printed: Printed) -> bool:
    """Take a change as one of a budget in its year, or as the difference of a turn; False where it is neither.

    年初预算为3万元，年中增加1万元 | 由403,666万元调整为433,655万元，调增29,989万元.
    """
    before = clause.before(number)
    if added := _ADDED.search(before):
        return _note_added(reading, context, added["verb"], printed)
    if context.passage.text.startswith(_THEN_ADJUSTED, clause.mentions[number].end):
        return True
    found, verb = context.adjustment, verb_before(before, is_percent=False)
    if found is None or found.after is None or verb is None or clean_subject(before[: verb.start()], reading.entity):
        return False
    falls = directions_in(verb["verbs"])[-1][1] is Direction.DECREASE
    _add_sum(reading, context, found._replace(change=printed, falls=falls), Closure.COMPLETE, clause.mentions[number].end)
    return True


def _note_added(reading: Reading, context: SectionContext, verb: str, printed: Printed) -> bool:
    """Keep what was added to the budget that the sentence begins with."""
    draft = reading.executions[-1] if reading.executions else None
    if draft is None or draft.budget is None or draft.section is not context.passage or draft.sentence != reading.sentence:
        return False
    falls = directions_in(verb)[-1][1] is Direction.DECREASE
    is_second = context.adjustment is not None and context.adjustment.before is draft.budget.printed
    context.adjustment = Adjustment(
        subject=draft.subject,
        before=draft.budget.printed,
        after=None,
        change=None if is_second else printed,  # several steps are not added up
        falls=falls,
        start=draft.budget.start,
    )
    return True


def note_adjusted(reading: Reading, context: SectionContext, end: int) -> None:
    """Hold the last amount, where it is the adjusted budget, against the first budget and what was added to it."""
    found, level = context.adjustment, reading.levels[-1] if reading.levels else None
    draft = reading.executions[-1] if reading.executions else None
    if found is None or found.after is not None or level is None or draft is None or draft.budget is not level:
        return
    if _OTHER_STEPS.search(context.passage.text, found.start, end + _REACH):
        return
    if draft.budget_kind.startswith(_ADJUSTED) and level.end == end:
        _add_sum(reading, context, found._replace(after=level.printed), Closure.LIKELY, end)


def _add_sum(reading: Reading, context: SectionContext, found: Adjustment, closure: Closure, end: int) -> None:
    """State that the amount before and what was added make the amount after, or the amount after and what was taken the amount before."""
    context.adjustment = None
    if found.after is None or found.change is None:
        return
    low, high = (found.after, found.before) if found.falls else (found.before, found.after)
    whole, *parts = (Part(subject=found.subject, printed=each, place=each.place) for each in (high, low, found.change))
    place = context.passage.place(found.start, end)
    reading.quantities.append(SumClaim(id="", scope=context.scope, whole=whole, parts=tuple(parts), closure=closure, place=place))
