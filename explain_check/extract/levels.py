"""Amounts of the prose: make them, find them again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import takewhile

from explain_check.extract.drafts import Level, Reading
from explain_check.extract.subjects import are_opposite
from explain_check.lexicon.sides import load_sides
from explain_check.model.claim import Base, BaseKind
from explain_check.model.text import Passage

#: 2024年度预算 | 2024预算安排
_YEAR = re.compile(r"(20\d\d)(?:年(?!末|底)|(?=度?(?:支出|收入)?[预决]算))")
_BUDGET = re.compile(
    r"(?P<kind>年初预算|全年预算|调整预算|调整后(?:的?(?:全年)?预算)?|预算(?!调整)|(?:预算)?调整(?=为))(?:(?:安排)?数?|(?<=[年全度目后初]预算)总?(?:资金|金额|额))(?:为|是|:|共)?$"
)
#: 支出决算数为 | 实际支出 | 项目全年预算数为100万元，执行数为; not 2023年预算执行数, with which budgets compare
_ACTUAL = re.compile(
    r"(?:支出|收入)?决算(?:支出|收入)?数?(?:为|是|:|共)?$|实际(?:支出|收入|使用|支付|列支)(?:数|金额|资金)?(?:为|是|:|共)?$"
    r"|(?<!预算)(?:全年|实际)?执行(?:数|金额)(?:为|是|:|共)?$"
)
_SHORT_KINDS = {"调整": "调整预算", "预算调整": "调整预算"}
#: 完成年初预算的100.00%。决算数与预算数持平。: what an amount is held against its budget with
_HELD = re.compile(r"[^¶]{0,30}。[^¶。\d]*预算[^¶。\d]*(?:持平|一致|相同|相等|无差异)[^¶。\d]*。")
#: How many amounts back a subject is looked for, and how many one sentence may hold.
_MEMORY, _NEAR = 400, 60


def printed_year(text: str) -> int | None:
    """Return the last year named in the words before an amount."""
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def amount_role(text: str) -> tuple[str, str]:
    """Return ``budget`` or ``actual`` with the kind of budget (年初预算, 全年预算, 预算) by the words right before an amount."""
    if _ACTUAL.search(text):
        return "actual", ""
    match = _BUDGET.search(text)
    return ("budget", _SHORT_KINDS.get(match["kind"], match["kind"])) if match else ("", "")


def find_level(reading: Reading, subject: str, account: str, scope: str) -> Level | None:
    """Return the nearest earlier amount of a subject: of this section first, then of the whole text, None where there is none.

    收支总计 is found as 收入总计 or 支出总计 of its section, 农产品质量安全支出 as the item that its section names with class and division.
    """
    known = [level for level in reversed(reading.levels[-_MEMORY:]) if not is_earlier_year(level, reading)]
    sides = _same_account(load_sides().get(account, frozenset()))
    plain = (_same_subject(subject), _same_account(frozenset((account,))))
    here = [level for level in known if level.scope == scope]
    for levels, accepted in ((here, (*plain, sides, _same_item(subject))), (known, plain)):
        for accept in accepted:
            named = [level for level in levels if accept(level) and not are_opposite(level.subject, subject)]
            if accept is sides:
                named = [level for level in named if level.part_of is None] or named
            fitting = [level for level in named if level.role != "budget"] or named
            if fitting:
                return fitting[0]
    return None


def last_level(reading: Reading, since: int) -> Level | None:
    """Return the last amount of this year since a sentence number, else the last one dated earlier (2020年…比2020年减少 in 2021).

    None where several came last at once (分别为3万元、4万元).
    """
    recent = list(takewhile(lambda level: level.sentence >= since, reversed(reading.levels[-_NEAR:])))
    last = next((level for level in recent if not is_earlier_year(level, reading)), recent[0] if recent else None)
    return None if last is not None and last.row else last


def level_before(reading: Reading, passage: Passage, start: int) -> Level | None:
    """Return the amount that 与上年持平 speaks of: the last one, or that of the paragraph before it was held against its budget.

    支出决算为15.00万元。决算数与预算数持平。与2024年度决算相比持平.
    """
    last = last_level(reading, reading.sentence - 1)
    if last is None:
        last = last_level(reading, reading.sentence - 2)
        last = last if last is not None and _HELD.fullmatch(passage.text, last.end, start) else None
    return last if last is not None and last.section is passage else None


def follows_row(reading: Reading, passage: Passage) -> bool:
    """Whether the last amount of this sentence or the one before is one of several that came at once."""
    last = reading.levels[-1] if reading.levels else None
    return last is not None and last.row > 0 and last.section is passage and last.sentence >= reading.sentence - 1


def prior_level(reading: Reading, base: Base | None, sentence: int) -> Level | None:
    """Return the amount of an earlier year printed in the same sentence (2022年预算执行数为667.32万元): of the base's kind where one is."""
    if base is None or base.year is None or base.year == reading.year:
        return None
    recent = (level for level in reversed(reading.levels[-_NEAR:]) if level.sentence >= sentence - 1)
    found = [level for level in recent if level.year == base.year]
    same = [level for level in found if level.account == found[0].account and is_of_kind(level, base.kind)]
    return next(iter(same or found), None)


def is_of_kind(level: Level, kind: BaseKind) -> bool:
    """Whether the words before an amount fit a kind of base; an execution is printed without a role of its own."""
    if kind is BaseKind.UNSPECIFIED:
        return True
    return (level.role == "budget") is (kind is BaseKind.BUDGET)


def parts_of(whole: Level, levels: Iterable[Level]) -> list[Level]:
    """Return the amounts listed after 其中 of a whole."""
    return [level for level in levels if level.part_of is whole]


def is_earlier_year(level: Level, reading: Reading) -> bool:
    """Whether an amount is dated before the document's year."""
    return bool(level.year and reading.year and level.year < reading.year)


def _same_subject(subject: str) -> Callable[[Level], bool]:
    return lambda level: bool(subject) and level.subject == subject


def _same_item(subject: str) -> Callable[[Level], bool]:
    """Return whether an amount is of the item that a subject names alone: 农产品质量安全支出 of 农林水支出/农业农村/农产品质量安全."""
    name = subject.removesuffix("支出")
    return lambda level: "/" in level.subject and level.subject.rpartition("/")[2].removesuffix("支出") == name


def _same_account(accounts: frozenset[str]) -> Callable[[Level], bool]:
    return lambda level: level.account in accounts
