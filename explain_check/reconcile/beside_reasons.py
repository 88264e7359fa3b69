"""Hold what reasons say of people, vehicles and projects ready beside what the document lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from explain_check.lexicon import load_entries, senses
from explain_check.model.beside import HeadcountCase, NewProjectCase, PurchaseCase
from explain_check.model.claim import ChangeClaim, Claim, Direction, ExecutionClaim, ReasonItem
from explain_check.model.document import Document
from explain_check.model.quantity import CountClaim
from explain_check.model.table import Table
from explain_check.structure.fold import squeezed
from explain_check.templates.kinds import table_kind

_PEOPLE = ("serving", "retired", "retired_cadres")
_VEHICLES = ("公务用车购置费", "公务用车购置及运行维护费")
_BOUGHT = re.compile(r"购置|新购|购买|更新")
_VEHICLE = re.compile(r"车")
#: 上年更新公务用车 and 未安排购置公务用车 speak of no purchase of this year
_YEAR = re.compile(r"(20\d\d)年")
_NOT_NOW = re.compile(r"上年|去年|上一年|往年|以前年度|未|没有|无|不")
#: 新购置公务用车1辆 | 更新执法执勤车辆: said of a reason's clause
_PURCHASE = re.compile(r"(?:购置|新购|购买|更新)[^,。;、不未]{0,10}(?:车辆|公务用车|公务车|执法车|警车|用车)(?!辆?(?:数量)?(?:减少|维修))")
_PROJECT_KINDS = ("project", "general_budget_project")
#: 新增“智慧校园”项目50.00万元 | 新增档案数字化经费12.00万元
_NEW = re.compile(
    r"新增(?:加)?了?(?:[“\"](?P<quoted>[^”\"]{2,30})[”\"]|(?P<name>[^,，。;；、“\"\d]{3,24}?))(?:项目|工程|专项)?(?:经费|资金|支出|预算)*[\d,.]+(?:万|亿)?元$"
)
_VAGUE = re.compile(r"^(?:[一二两三四五六七八九十几多]+个|部分|若干|有关|相关|其他|各类|上述)?(?:项目|工程|专项|支出|经费|人员|预算)*$")
_MANY = 2
_ALIKE = 0.5


def find_headcounts(claims: Sequence[Claim]) -> Iterator[HeadcountCase]:
    """Yield each reason that says how a number of people moved."""
    explained = [claim for claim in claims if isinstance(claim, ChangeClaim | ExecutionClaim) and claim.reason.place is not None]
    moved = [count for count in _counts(claims) if count.amount is not None and not _is_inside(count, explained)]
    for claim in explained:
        for found in _movement().finditer(squeezed(claim.reason.text)):
            if not _NOT_NOW.search(_clause_of(found)):
                sort = senses("counted")[found["people"]]
                own = tuple(count for count in moved if count.sort == sort)
                yield HeadcountCase(claim=claim, words=found.group(), direction=_direction(found["verb"]), counts=own)


def _counts(claims: Sequence[Claim]) -> list[CountClaim]:
    return [claim for claim in claims if isinstance(claim, CountClaim)]


def _is_inside(count: CountClaim, explained: Sequence[ChangeClaim | ExecutionClaim]) -> bool:
    """Whether a count stands inside a reason: it is what is said, not what is listed."""
    at = count.place.location.start
    places = (claim.reason.place.location for claim in explained if claim.reason.place is not None)
    return any(place.start <= at < place.end for place in places)


@lru_cache(maxsize=1)
def _movement() -> re.Pattern[str]:
    """退休职工人数增加 | 在职人员有所减少, not 退休人员增加补贴, nor 人员退休减少缴存."""
    people = "|".join(re.escape(entry.phrase) for entry in load_entries("counted") if entry.sense in _PEOPLE)
    verb = "|".join(re.escape(entry.phrase) for entry in load_entries("directions") if len(entry.phrase) > 1)
    much = r"(?:的|有所|略有|较上年度?|比上年度?|较多|逐年|数量|人数|人员|职工|干部|数|人)*"
    other = "补贴|补助|待遇|工资|费|经费|支出|基数|标准|缴存|缴纳"
    return re.compile(rf"(?P<people>(?<!人员|职工|干部|教师){people}){much}(?P<verb>{verb})(?!了?[^,。;]{{0,6}}(?:{other}))")


def _direction(verb: str) -> Direction:
    return Direction(senses("directions")[verb])


def _clause_of(found: re.Match[str]) -> str:
    """Return the words of the clause before a match."""
    return re.split("[,。;]", found.string[: found.start()])[-1]


def find_purchases(claims: Sequence[Claim], year: int | None) -> Iterator[PurchaseCase]:
    """Yield each change in the money for vehicles, beside the numbers bought that the document prints."""
    explained = [claim for claim in claims if isinstance(claim, ChangeClaim) and claim.reason.place is not None]
    bought = [count for count in _counts(claims) if _is_purchase(count, year) and not _is_inside(count, explained)]
    for claim in claims:
        if isinstance(claim, ChangeClaim) and claim.account in _VEHICLES and claim.current is not None:
            said = next((found for found in _PURCHASE.finditer(squeezed(claim.reason.text)) if _is_now(_clause_of(found), year)), None)
            yield PurchaseCase(claim=claim, words=said.group() if said else "", counts=tuple(bought))


def _is_now(words: str, year: int | None) -> bool:
    """Whether the words before a purchase leave it in the document's year: not 上年更新, 未购置, nor 2023年更新 in 2024."""
    named = _YEAR.findall(words)
    return not _NOT_NOW.search(words) and (not named or year is None or str(year) in named)


def _is_purchase(count: CountClaim, year: int | None) -> bool:
    """Whether a count says how many vehicles are bought in the document's year."""
    is_vehicle = count.sort == "vehicles" and _VEHICLE.search(count.subject) and _BOUGHT.search(count.subject)
    return bool(is_vehicle) and (count.year is None or year is None or count.year == year) and count.current is not None


def find_new_projects(document: Document, claims: Sequence[Claim]) -> Iterator[NewProjectCase]:
    """Yield each project that a reason calls new, names and gives an amount."""
    tables = [table for table in document.tables if table_kind(table.caption) in _PROJECT_KINDS]
    rows = {squeezed(label) for table in tables for cell in table.cells for label in cell.row_path}
    has_secret = any(count.sort == "secret_projects" and count.current and count.current.figure.value for count in _counts(claims))
    for claim in claims:
        if isinstance(claim, ChangeClaim | ExecutionClaim):
            for item in claim.reason.items:
                name = _new_project(item)
                if name:
                    is_listed = any(_is_alike(name, row) for row in rows) or _has_amount(tables, item)
                    has_table = len(rows) >= _MANY
                    yield NewProjectCase(claim=claim, item=item, name=name, has_table=has_table, has_secret=has_secret, is_listed=is_listed)


def _new_project(item: ReasonItem) -> str:
    """Return the name of a project that an item calls new, empty where it names none."""
    found = _NEW.search(squeezed(item.text))
    name = (found["quoted"] or found["name"]) if found else ""
    return "" if _VAGUE.match(name) else name


def _is_alike(name: str, row: str) -> bool:
    """Whether a row's label may mean a project: one holds the other, or they share half of their pairs of characters."""
    if name in row or (len(row) > _MANY and row in name):
        return True
    pairs = {a + b for a, b in pairwise(name)}
    return len(pairs & {a + b for a, b in pairwise(row)}) >= _ALIKE * len(pairs)


def _has_amount(tables: Sequence[Table], item: ReasonItem) -> bool:
    """Whether a table of projects prints an item's amount."""
    wanted = item.amount.interval_in("元") if item.amount.is_money else None
    figures = (cell.figure for table in tables for cell in table.cells if cell.figure is not None and cell.figure.is_money)
    return wanted is not None and any(figure.interval_in("元").overlaps(wanted) for figure in figures)
