"""Which amount a statement of movement speaks of, where its own words do not say."""

from __future__ import annotations

import re

from explain_check.extract.bases import BaseMention
from explain_check.extract.clauses import PARAGRAPH
from explain_check.extract.drafts import ChangeDraft, Level, Reading, is_explained
from explain_check.extract.levels import is_earlier_year, last_level, parts_of
from explain_check.model.claim import Base, BaseKind, Printed
from explain_check.model.text import Passage
from explain_check.structure.fold import fold_text

#: A name with fewer characters names nothing by itself.
SHORTEST_NAME = 5
#: 本年支出 may stand for 本年支出合计.
_SHORTEST_ABBREVIATION = 4
#: A statement without a subject goes on with an amount at most so many sentences back: one for the reason between them.
_BACK = 2
_SIDES = {side: frozenset((f"本年{side}", f"本年{side}合计", f"{side}合计", side)) for side in ("收入", "支出")}
_OPENS = re.compile(f"[^{PARAGRAPH}]*?。其中[:,]?")
_STOP = re.compile(f"[。{PARAGRAPH}]")
_TAILS = re.compile(r"(?:支出|收入)?(?:年初)?(?:预算|决算)?(?:总额|总计|合计|数)?")
#: How many amounts back the one before a bracket is looked for.
_NEAR = 12
#: How many sentences back a change is said again.
_AGAIN = 3
_LONGEST_BRACKET = 200


def short_for(reading: Reading, passage: Passage, subject: str, start: int) -> Level | None:
    """Return the amount of the sentence before whose name a subject at ``start`` shortens, where no amount bears that name itself.

    一般公共预算财政拨款支出1,264.92万元，占…。与上年相比，一般公共预算财政拨款增加27.44万元: of the spending, not of what another section
    calls 一般公共预算财政拨款收入. 与上年相比，财政拨款支出增加27.44万元 is of it as well.
    """
    begins = passage.text.rfind("。", 0, max(0, passage.text.rfind("。", 0, start))) + 1
    own = [level for level in reading.levels[-_NEAR:] if level.section is passage]
    near = [level for level in own if level.sentence >= reading.sentence - 1 or level.start >= begins]
    if len(subject) < _SHORTEST_ABBREVIATION or any(level.subject == subject for level in near):
        return None
    wholes = [level for level in reversed(near) if level.part_of is None]
    begun = (level for level in wholes if level.subject.startswith(subject) and _TAILS.fullmatch(level.subject, len(subject)))
    ended = (level for level in wholes if len(subject) >= SHORTEST_NAME and level.subject.endswith(subject))
    return next(begun, None) or next(ended, None)


def side_of_section(reading: Reading, passage: Passage, subject: str) -> Level | None:
    """Return the bare 本年收入 or 本年支出 of a section whose heading is about a subject.

    七、政府性基金预算财政拨款支出决算情况说明: 本年收入860万元，本年支出860万元。与上年相比，政府性基金预算财政拨款支出减少1,140万元.
    """
    side, name = subject[-len("支出") :], subject[: -len("支出")]
    if side not in _SIDES or len(name) < _SHORTEST_ABBREVIATION or name not in fold_text(passage.section):
        return None
    names = _SIDES[side]
    own = (level for level in reversed(reading.levels[-_NEAR:]) if level.section is passage and level.subject in names)
    return next((level for level in own if level.part_of is None and level.role != "budget"), None)


def last_before(reading: Reading, base: Base | None) -> Level | None:
    """Return the last amount of the sentences before; the base's own is none: …186.50万元。2024年预算142.00万元，同比增长31.34%.

    Of 2025年预算执行数为9.60万元，2025年预算安排12.40万元，比2025年预算执行数增加 it is the budget, misdated.
    """
    year = base.year if base else reading.year - 1 if reading.year else None
    found = [level for back in range(_BACK + 1) if (level := last_level(reading, reading.sentence - back))]
    if found and found[0].role == "budget" and reading.is_final_accounts and base and base.kind is BaseKind.FINAL_ACCOUNTS:
        return _spent_of(reading, found[0])
    if not found or found[0].year is None or found[0].year != year:
        return found[0] if found else None
    if found[0].role == "budget" and base and base.kind is BaseKind.EXECUTION and _has_execution(reading, found[0]):
        return found[0]
    return next((level for level in found if level.account == found[0].account and level.year != year), found[0])


def _spent_of(reading: Reading, budget: Level) -> Level:
    """Return what was spent of a budget, printed right before it: 购置费24.80万元，主要用于…。年初预算为0.00万元；较上年支出数增加."""
    near = (level for level in reversed(reading.levels[-_NEAR:]) if level.section is budget.section and level.account == budget.account)
    spent = next((level for level in near if level.role != "budget" and level.end < budget.end), budget)
    if PARAGRAPH in budget.section.text[spent.end : budget.end]:
        return budget
    return spent if spent.sentence >= budget.sentence - 1 and not is_earlier_year(spent, reading) else budget


def _has_execution(reading: Reading, budget: Level) -> bool:
    """Whether the sentence prints what was spent in the year from which its budget is dated."""
    same = (level for level in reversed(reading.levels[-_NEAR:]) if level.sentence == budget.sentence and level.account == budget.account)
    return any(level.year == budget.year and level.role != "budget" for level in same)


def outside_bracket(reading: Reading, level: Level, start: int) -> Level:
    """Return the amount before a bracket that closed after a level: …运行费28万元(购置费0万元，运行维护费28万元)，较上年无增减."""
    text = level.section.text
    opened = text.rfind("(", 0, level.end)
    if opened < 0 or text.find(")", opened) not in range(level.end, start):
        return level
    near = (other for other in reversed(reading.levels[-_NEAR:]) if other.section is level.section and other.start < opened)
    before = next((other for other in near if other.is_own or other.end <= opened), None)
    return before if before is not None and before.end >= opened - 2 else level


def past_remainder(reading: Reading, level: Level) -> Level:
    """Return the actual, where an amount is what it left of its budget: 预算6.80万元，决算4.93万元，结余1.87万元；比上年下降15.87%."""
    draft = reading.executions[-1] if reading.executions else None
    budget, actual = (draft.budget, draft.actual) if draft is not None and draft.section is level.section else (None, None)
    if draft is None or budget is None or actual is None or level in (budget, actual):
        return level
    left, spent, planned = (one.printed.figure.value_in("元") for one in (level, actual, budget))
    is_behind = level.start > actual.start and level.sentence <= draft.sentence + 1
    return actual if is_behind and left == abs(planned - spent) else level


def contradicted(reading: Reading, subject: str, base: BaseMention | None) -> ChangeDraft | None:
    """Return the change just stated against the same base, which 与上年持平 in the same sentence then contradicts."""
    draft = reading.changes[-1] if reading.changes else None
    if draft is None or draft.sentence != reading.sentence or is_explained(draft) or subject or draft.row:
        return None
    later = last_level(reading, reading.sentence)
    if later is not None and later is not draft.level and later.start > draft.start:
        return None
    if base is None or (base.base.year, base.base.kind) == (draft.base.year, draft.base.kind):
        return draft
    is_open = BaseKind.UNSPECIFIED in (base.base.kind, draft.base.kind)  # 同比增加2.89万元，基本与上年支出数持平
    return draft if is_open and base.base.year == draft.base.year else None


def both_totals(reading: Reading, passage: Passage, before: str) -> str:
    """Return 收支总计 where words before a movement give it to each of two totals: 收入总计400万元，支出总计400万元，…，各增加100万元."""
    if not before.endswith(("各", "均", "都", "各自", "同时")) or len(reading.levels) <= 1:
        return ""
    income, spending = reading.levels[-2:]
    is_pair = income.subject.endswith("收入总计") and spending.subject.endswith("支出总计") and spending.section is passage
    return "收支总计" if is_pair and income.sentence == spending.sentence == reading.sentence else ""


def says_again(reading: Reading, raw: str, base: BaseMention | None, printed: Printed, end: int) -> bool:
    """Whether a change is that of the sentence again (减少的5万元), or of what its reason names: 工程完工，该项目比上年少支出5万元."""
    last = reading.changes[-1] if reading.changes else None
    if last is None or last.sentence < reading.sentence - _AGAIN:
        return False
    level = reading.levels[-1] if reading.levels else None
    is_new = not printed.figure.value or (level is not None and (level.section is not last.section or level.end > last.end))
    if base is None and not is_new and last.amount is not None and last.amount.figure == printed.figure:
        last.end = end if last.sentence == reading.sentence else last.end
        return True
    return base is not None and last.sentence == reading.sentence and last.base.year == base.base.year and raw.startswith(("该", "此"))


def differs_from_budget(reading: Reading, passage: Passage) -> bool:
    """Whether a movement without a base stands behind budget and actual: 预算数3786.71万元，决算数4610.19万元，增加823.48万元."""
    last = reading.executions[-1] if reading.executions else None
    return last is not None and last.section is passage and last.sentence == reading.sentence and bool(last.budget and last.actual)


def before_bracket(reading: Reading, passage: Passage, at: int) -> Level | None:
    """Return the amount whose parts the open bracket around a place lists: 基本支出60万元(其中:人员经费50万元，占83.33%), None for none."""
    opened = passage.text.rfind("(其中", max(0, at - _LONGEST_BRACKET), at)
    if opened < 0 or passage.text.count("(", opened, at) == passage.text.count(")", opened, at):
        return None
    near = (other for other in reversed(reading.levels[-_NEAR:]) if other.section is passage)
    return next((other for other in near if opened - 2 <= other.end <= opened), None)


def first_start(reading: Reading, level: Level) -> int:
    """Return where the statement's own amount begins: for 收、支总计各… at the first total of the sentence."""
    if level.account not in ("支出总计", "收入总计"):
        return level.start
    return min(
        x.start
        for x in reading.levels
        if x is level or (x.sentence == level.sentence and x.section is level.section and x.printed.figure == level.printed.figure)
    )


def whole_beside(reading: Reading, level: Level, start: int) -> tuple[Level | None, bool]:
    """Return the whole of the list before a change, to which it may belong instead of the last part, and whether the list is complete."""
    return _whole_before(reading, level, start) or _whole_instead(reading, level)


def _whole_before(reading: Reading, level: Level, start: int) -> tuple[Level, bool] | None:
    """Return the whole of the list that a full stop ended, where a change without a subject begins the next sentence.

    收入总计1,802.52万元，其中：财政拨款1,800.00万元，其他收入2.52万元。比上年增加…: the whole moved, and so did that of a part without
    a name (科目612.80万元，其中36.00万元由其他收入安排。).
    """
    whole, text = level.part_of, level.section.text
    is_list = not level.is_own or (whole is not None and len(parts_of(whole, reading.levels)) > 1)
    if whole is None or not is_list or "。" not in text[level.end : start]:
        return None
    if any(change.level is whole for change in reading.changes[-_NEAR:]):
        return None
    opened = _OPENS.match(text, whole.end, level.start)  # 主要是为保障日常运转发生的支出。其中：工资福利支出9842.56万元
    return None if _STOP.search(text, opened.end() if opened else whole.end + 1, level.start) else (whole, True)


def _whole_instead(reading: Reading, level: Level) -> tuple[Level | None, bool]:
    """Return the whole that a change after a list may belong to, and whether the list before it is complete.

    收入总计1,802.52万元，其中：本年收入1,802.52万元，上年结转0万元，比上年增加…: the parts make the whole, so the whole moved.
    """
    whole = level.part_of
    if whole is None or whole.sentence != reading.sentence or PARAGRAPH in level.section.text[whole.end : level.start]:
        return None, False
    parts = [part for part in parts_of(whole, reading.levels) if part.sentence == reading.sentence]
    if any(draft.sentence == reading.sentence and draft.level in parts for draft in reading.changes):
        return None, False
    total = sum((part.printed.figure.value_in("元") for part in parts), start=whole.printed.figure.value_in("元") * 0)
    return whole, len(parts) > 1 and total == whole.printed.figure.value_in("元")
