"""Cost indicators of a form turned into money: prices times the quantities that the same form asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explain_check.link.labels import TOTAL_LABELS, is_whole_column, plain_label
from explain_check.link.projects import is_same_project
from explain_check.link.units import is_same_unit
from explain_check.model.claim import TableCell
from explain_check.model.cost import Cost, CostCase
from explain_check.model.figure import PERCENT
from explain_check.model.form import Form, FormAmount, Fund, Indicator
from explain_check.model.table import Table

_COST = re.compile(r"成本")
_LEVEL = re.compile(r"产出|效益|满意度|数量|质量|时效|影响|绩效|成本")
#: 电脑单价 | 补助标准 | 人均费用: the price of one, however it is printed
_PRICE = re.compile(r"单价|均价|标准|人均|平均|每|日均|单位成本")
_STEM = re.compile(
    r"购置|采购|购买|租赁|租用|更新|新购|发放|聘用|单价|均价|价格|平均|成本|费用|经费|费|标准|支出|控制数|数量|台数|套数|人数|数"
)
_STAFF = re.compile(r"人员|工资|薪酬|人均|补助|补贴")
_MONTH, _YEAR = "月", "年"
_MONTHS = 12
_PEOPLE = "人"


def cost_cases(forms: Sequence[Form], tables: Sequence[Table]) -> Iterator[CostCase]:
    """Yield each project's amount with what its cost indicators come to."""
    carried = tuple(_carried(tables))
    for form in forms:
        amount = _amount(form)
        costs = [indicator for indicator in _cost_indicators(form) if indicator.target is not None and indicator.target.figure.is_money]
        if amount is None or not costs or not form.name:
            continue
        found = [(indicator, _cost(form, indicator, costs)) for indicator in costs]
        known = tuple(cost for _, cost in found if cost is not None)
        if known:
            yield CostCase(
                form=form,
                place=amount.place,
                words=form.name,
                amount=amount,
                costs=_without_whole(known, amount),
                carried=tuple(row for row in carried if is_same_project(form.name, row.cell.row_label)),
                is_whole=len(known) == len(costs),
            )


def _amount(form: Form) -> FormAmount | None:
    """Return the larger of a project's whole amount and this year's, None where neither is printed."""
    amounts = [amount for amount in form.amounts_of(Fund.YEAR, Fund.TOTAL) if amount.printed.figure.value]
    return max(amounts, key=lambda amount: amount.printed.figure.value_in("元"), default=None)


def _cost_indicators(form: Form) -> Iterator[Indicator]:
    """Yield the indicators below 成本指标; where cells were merged the level stands in the first row alone."""
    is_cost = False
    for indicator in form.indicators:
        levels = [level for level in indicator.levels if _LEVEL.search(level)]
        is_cost = any(_COST.search(level) for level in levels) if levels else is_cost
        if is_cost:
            yield indicator


def _cost(form: Form, indicator: Indicator, costs: Sequence[Indicator]) -> Cost | None:
    """Return what an indicator comes to in money, None where it is a price and the quantity is not told."""
    target = indicator.target
    if target is None:
        return None
    units = set(target.per) - {_YEAR}
    name = indicator.name.text
    if not units and not _PRICE.search(name):
        return Cost(indicator=indicator)
    counted = [
        each
        for each in form.indicators
        if each.target and not each.target.figure.is_money and each.target.figure.unit != PERCENT and each not in costs
    ]
    months = _MONTHS if _MONTH in units else 1
    units -= {_MONTH}
    if months > 1 and _STAFF.search(name) and not units:
        units = {_PEOPLE}
    quantities = [_quantity(name, unit, counted) for unit in sorted(units)] or [_quantity(name, "", counted)]
    kept = tuple(each for each in quantities if each is not None)
    return Cost(indicator=indicator, quantities=kept, months=months) if len(kept) == len(quantities) else None


def _quantity(name: str, unit: str, counted: Sequence[Indicator]) -> Indicator | None:
    """Return the one indicator that counts what a price is paid for: by its name, else as the only one in its unit."""
    alike = [each for each in counted if each.target and (not unit or is_same_unit(each.target.figure.unit, unit))]
    stem = _stem(name)
    named = [each for each in alike if stem and (stem == _stem(each.name.text) or stem in each.name.text or _stem(each.name.text) in stem)]
    for found in ([each for each in named if _stem(each.name.text) == stem], named, alike if unit else []):
        if len(found) == 1:
            return found[0]
    return None


def _stem(name: str) -> str:
    """Return what is bought or paid: 台式电脑购置单价 → 台式电脑."""
    return _STEM.sub("", re.sub(r"\([^()]*\)", "", name)) or "\0"


def _without_whole(costs: tuple[Cost, ...], amount: FormAmount) -> tuple[Cost, ...]:
    """Return the costs without one that is the whole project's (业务费总额 beside its parts)."""
    money = amount.printed.figure.interval_in("元")
    rest = tuple(cost for cost in costs if cost.quantities or not money.overlaps(cost.interval))
    return rest if len(rest) < len(costs) and len(costs) > 1 else costs


def _carried(tables: Sequence[Table]) -> Iterator[TableCell]:
    """Yield the whole amounts in tables of carry-over, one a row."""
    for table in tables:
        rows: set[int] = set()
        for cell in table.cells if table.kind == "carryover" else ():
            is_named = bool(cell.row_label) and plain_label(cell.row_label) not in TOTAL_LABELS
            if is_named and cell.row not in rows and cell.figure is not None and cell.figure.is_money and is_whole_column(cell):
                rows.add(cell.row)
                yield TableCell(table=table.id, caption=table.caption, unit=table.unit, cell=cell)
