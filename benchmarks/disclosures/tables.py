"""The tables of a disclosure as lines of cells parted by tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.disclosures.ledger import CLASSES, ECONOMIC, RECEPTION, VEHICLES, Item, Ledger
from benchmarks.disclosures.wording import Pen

_ORDINALS = "一二三四五六七八九十"
Amounts = Callable[[Item], tuple[int, ...]]


def ordinal(number: int) -> str:
    """Return a Chinese numeral from 1 to 29."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_ORDINALS[tens - 1]}十") + (_ORDINALS[ones - 1] if ones else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a local form draws its tables: codes in three columns or one, classes by code or by ordinal, the row of numbers."""

    split: bool
    coded_classes: bool
    total: str
    mark: str = ""

    def numbers(self, labels: int, amounts: int) -> Iterator[str]:
        """Yield the row that numbers the columns, where the form has one."""
        if self.mark:
            yield "\t".join([self.mark] * labels + [str(i) for i in range(1, amounts + 1)])

    def code(self, code: str) -> list[str]:
        """Return the cells of a code."""
        return [code[:3], code[3:5], code[5:7]] if self.split else [code]


def balance(ledger: Ledger, pen: Pen, form: Form, columns: tuple[str, str]) -> Iterator[str]:
    """Yield 收支总表: sources on the left, classes of spending on the right."""
    sums = ledger.by_section()
    left = ["一、一般公共预算拨款", "二、政府性基金预算拨款", "三、国有资本经营预算拨款", "四、财政专户管理资金", "五、单位资金"]
    yield "收入\t\t支出\t"
    yield f"项目\t{columns[0]}\t项目\t{columns[1]}"
    for i, name in enumerate(CLASSES):
        label = f"{name[:3]} {name[3:]}" if form.coded_classes else f"{ordinal(i + 1)}、{name[3:]}"
        source = left[i] if i < len(left) else ""
        yield "\t".join([source, pen.cell(ledger.total) if i == 0 else "", label, pen.cell(sums.get(name[:3], 0))])
    whole = pen.cell(ledger.total)
    yield f"本年收入合计\t{whole}\t本年支出合计\t{whole}"
    yield "上年结转结余\t\t年终结转结余\t"
    yield f"收入总计\t{whole}\t支出总计\t{whole}"


def fiscal_balance(ledger: Ledger, pen: Pen, form: Form) -> Iterator[str]:
    """Yield 财政拨款收支总表."""
    sums = ledger.by_section()
    left = ["一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款"]
    yield "收入\t\t支出\t\t\t\t"
    yield "项目\t金额\t项目\t合计\t一般公共预算\t政府性基金预算\t国有资本经营预算"
    for i, name in enumerate(CLASSES):
        label = f"{name[:3]} {name[3:]}" if form.coded_classes else f"{ordinal(i + 1)}、{name[3:]}"
        amount = pen.cell(sums.get(name[:3], 0))
        yield "\t".join([left[i] if i < len(left) else "", pen.cell(ledger.total) if i == 0 else "", label, amount, amount, "", ""])
    whole = pen.cell(ledger.total)
    yield f"收入总计\t{whole}\t支出总计\t{whole}\t{whole}\t\t"


def tree(ledger: Ledger, pen: Pen, form: Form, columns: tuple[str, ...], amounts: Amounts) -> Iterator[str]:
    """Yield a table of classes, groups and items (类、款、项) under a total."""
    head = ["科目编码", "", "", "科目名称"] if form.split else ["科目编码", "科目名称"]
    yield "\t".join([*head, *columns])
    if form.split:
        yield "\t".join(["类", "款", "项", "", *[""] * len(columns)])
    yield from form.numbers(len(head), len(columns))
    items = [(item.account.code, item.account.name, amounts(item)) for item in ledger.items()]
    whole = [sum(parts) for parts in zip(*(parts for _, _, parts in items), strict=True)]
    yield "\t".join([*([form.total, ""] if not form.split else ["", "", "", form.total]), *map(pen.cell, whole)])
    seen: set[str] = set()
    for code, name, parts in items:
        for depth, label in ((3, ledger.section_name(code[:3])), (5, ledger.group_name(code[:5]))):
            if code[:depth] not in seen:
                seen.add(code[:depth])
                sums = [sum(column) for column in zip(*(p for c, _, p in items if c.startswith(code[:depth])), strict=True)]
                yield "\t".join([*form.code(code[:depth]), label, *map(pen.cell, sums)])
        yield "\t".join([*form.code(code), name, *(pen.cell(part, leaf=True) for part in parts)])


def by_unit(ledger: Ledger, pen: Pen, mark: str) -> Iterator[str]:
    """Yield a table of items with the unit's own row and basic spending in two parts, as forms of Henan have it."""
    yield "科目编码\t\t\t单位代码\t单位（科目名称）\t合计\t基本支出\t\t\t项目支出"
    yield "类\t款\t项\t\t\t\t小计\t人员经费\t公用经费\t"
    if mark:
        yield "\t".join([mark] * 5 + ["1", "2", "3", "4", "5"])
    sums = [pen.cell(amount) for amount in (ledger.total, ledger.basic, ledger.people, ledger.public, ledger.project)]
    yield "\t".join(["", "", "", "", "合计", *sums])
    yield "\t".join(["", "", "", f"{ledger.body.number % 900 + 100:03d}001", ledger.body.name, *sums])
    for item in ledger.items():
        code = item.account.code
        parts = (item.total, item.basic, item.pay, item.basic - item.pay, item.project)
        cells = [pen.cell(part, leaf=True) for part in parts]
        yield "\t".join([code[:3], code[3:5], code[5:7], "", item.account.name, *cells])


def economic(ledger: Ledger, pen: Pen, form: Form) -> Iterator[str]:
    """Yield basic spending by economic class."""
    head = ["经济分类科目编码", "", "科目名称"] if form.split else ["经济分类科目编码", "科目名称"]
    yield "\t".join([*head, "合计", "人员经费", "公用经费"])
    if form.split:
        yield "类\t款\t\t\t\t"
    yield from form.numbers(len(head), 3)
    whole = [pen.cell(amount) for amount in (ledger.basic, ledger.people, ledger.public)]
    yield "\t".join([*(["", "", form.total] if form.split else [form.total, ""]), *whole])
    for first in ("301", "302", "303"):
        codes = [code for code in sorted(ledger.economic) if code.startswith(first) and ledger.economic[code]]
        for code in [first, *codes] if codes else []:
            amount = pen.cell(ledger.part(first) if code == first else ledger.economic[code], leaf=code != first)
            cells = [amount, "", amount] if first == "302" else [amount, amount, ""]
            yield "\t".join([*([code[:3], code[3:]] if form.split else [code]), ECONOMIC[code], *cells])


def projects(ledger: Ledger, pen: Pen, form: Form) -> Iterator[str]:
    """Yield the list of projects."""
    yield "项目名称\t功能分类科目\t合计\t一般公共预算\t政府性基金预算\t单位资金\t上年结转结余"
    yield from form.numbers(2, 5)
    yield f"合计\t\t{pen.cell(ledger.project)}\t{pen.cell(ledger.project)}\t\t\t"
    for project in ledger.projects:
        amount = pen.cell(project.amount)
        yield f"{project.name}\t{project.account.code}\t{amount}\t{amount}\t\t\t"


def empty(form: Form) -> Iterator[str]:
    """Yield a table without figures."""
    yield "科目编码\t科目名称\t合计\t基本支出\t项目支出"
    yield from form.numbers(2, 3)
    yield "合计\t\t\t\t"


def three_public(ledger: Ledger, pen: Pen, labels: tuple[str, ...], columns: tuple[str, ...]) -> Iterator[str]:
    """Yield “三公”经费; the labels stand for total, travel abroad, receptions, vehicles, their purchase and their use."""
    amounts = (ledger.three_public, 0, ledger.economic[RECEPTION], ledger.economic[VEHICLES], 0, ledger.economic[VEHICLES])
    for label, amount in zip(labels, amounts, strict=True):
        if label:
            yield "\t".join([label, *[pen.cell(amount)] * min(2, len(columns)), *[""] * (len(columns) - 2)])
