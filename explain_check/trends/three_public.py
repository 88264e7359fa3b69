"""三公经费 and its parts over the years."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from explain_check.trends.charts import lines
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands, percent

if TYPE_CHECKING:
    import pandas as pd

ITEMS = {
    "三公经费": "All three",
    "因公出国(境)费": "Travel abroad",
    "公务用车购置及运行维护费": "Vehicles",
    "公务用车购置费": "Vehicles bought",
    "公务用车运行维护费": "Vehicles run",
    "公务接待费": "Receptions",
}
#: One amount for each document and item: of several (one is wrong then) the one that its year's facts name first.
_AMOUNTS = """
SELECT docs.basis, docs.year, facts.account, docs.number, docs.named,
       arg_min(facts.amount, (facts.source = 'table', facts.ordinal)) AS amount
FROM year_facts AS facts JOIN docs USING (document_id)
WHERE facts.account IN ({items}) AND facts.year = docs.year AND facts.amount >= 0
  AND facts.basis = CASE docs.basis WHEN 'final' THEN 'final_accounts' ELSE 'budget' END
GROUP BY ALL
"""


def three_public(source: Source) -> Section:
    """Return the chapter."""
    say = source.say
    items = ", ".join(f"'{item}'" for item in ITEMS)
    amounts = source.frame(_AMOUNTS.format(items=items), "basis", "year", "item", "number", "named", "amount")
    panel = amounts[_is_every_year(amounts)]
    return Section(
        id="three_public",
        title=say("“三公”经费", "The three public expenses (三公经费)"),
        lead=say(
            "各年合计受文件多少影响，不宜直接相比；“连续公布”只含每一年都公布该项的单位，可以相比。",
            "Sums depend on how many documents there are: compare the rows of bodies that publish the item in every year.",
        ),
        charts=_charts(source, panel if len(panel) else amounts),
        tables=(_table(source, amounts, False), _table(source, panel, True)),
    )


def _is_every_year(amounts: pd.DataFrame) -> pd.Series[bool]:
    """Return which amounts are of bodies that publish the item in every year, of several."""
    years = amounts.groupby(["basis", "item"])["year"].transform("nunique")
    return (years > 1) & (amounts.groupby(["basis", "item", "named"])["year"].transform("nunique") == years)


def _table(source: Source, amounts: pd.DataFrame, is_panel: bool) -> Table:
    """Return the sums by basis, item and year; of a panel, beside those of the year before."""
    say = source.say
    grouped = amounts.groupby(["basis", "item", "year"])
    sums = {(str(basis), str(item), int(str(year))): found for (basis, item, year), found in grouped}
    made = []
    for basis, item, year in sorted(sums, key=lambda key: (key[0], list(ITEMS).index(key[1]), key[2])):
        found, before = sums[basis, item, year], sums.get((basis, item, year - 1))
        amount, earlier = sum(found["amount"], Decimal(0)), sum(before["amount"], Decimal(0)) if before is not None else None
        growth = ((amount - earlier) * 100 / earlier).quantize(Decimal("0.01")) if is_panel and earlier else None
        numbers, zeros = (sorted(map(int, some["number"])) for some in (found, found[found["amount"] == 0]))
        compared = sorted({*numbers, *map(int, before["number"])}) if growth is not None and before is not None else []
        made.append(
            (
                Cell(source.label("basis", basis)),
                Cell(_named(source, item)),
                Cell(str(year)),
                Cell(len(numbers), numbers),
                Cell(in_ten_thousands(amount), numbers),
                Cell(in_ten_thousands(amount / len(numbers)), numbers),
                Cell(percent(len(zeros), len(numbers)), zeros),
                *([Cell(growth, compared)] if is_panel else []),
            )
        )
    growth_column = (Column(say("比上年 %", "on the year before %"), Kind.PERCENT),) if is_panel else ()
    return Table(
        id="three_public_panel" if is_panel else "three_public",
        title=say("连续公布的单位", "Bodies that publish it every year") if is_panel else say("全部文件", "All documents"),
        note=say("金额单位：万元。", "Amounts in 万元."),
        columns=(
            Column(say("口径", "basis")),
            Column(say("项目", "item")),
            Column(say("年度", "year")),
            Column(say("文件", "documents"), Kind.COUNT),
            Column(say("合计", "sum"), Kind.AMOUNT),
            Column(say("平均", "mean"), Kind.AMOUNT),
            Column(say("为零 %", "zero %"), Kind.PERCENT),
            *growth_column,
        ),
        rows=tuple(made),
    )


def _named(source: Source, item: str) -> str:
    return source.say(item, ITEMS[item])


def _charts(source: Source, amounts: pd.DataFrame) -> tuple[Chart, ...]:
    sums = amounts.groupby(["basis", "item", "year"], as_index=False)["amount"].sum()
    shown = sums.assign(
        amount=[float(amount / 10_000) for amount in sums["amount"]],
        year=sums["year"].astype(str),
        basis=[source.label("basis", basis) for basis in sums["basis"]],
        item=[_named(source, item) for item in sums["item"]],
    )
    shown = shown[shown.groupby("item")["amount"].transform("max") > 0]
    if shown.empty:
        return ()
    title = source.say("“三公”经费及各项（连续公布的单位，万元）", "三公经费 and its items, bodies that publish every year (万元)")
    order = [name for name in (_named(source, item) for item in ITEMS) if name in set(shown["item"])]
    return (Chart(title=title, svg=lines(shown, "year", "amount", "basis", "item", order)),)
