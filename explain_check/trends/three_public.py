"""三公经费 and its parts over the years."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from explain_check.trends.charts import lines
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands, percent

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
    rows = source.rows(_AMOUNTS.format(items=items))
    return Section(
        id="three_public",
        title=say("“三公”经费", "The three public expenses (三公经费)"),
        lead=say(
            "各年合计受文件多少影响，不宜直接相比；“连续公布”只含每一年都公布该项的单位，可以相比。",
            "Sums depend on how many documents there are: compare the rows of bodies that publish the item in every year.",
        ),
        charts=_charts(source, rows),
        tables=(_table(source, rows, False), _table(source, rows, True)),
    )


def _table(source: Source, rows: list[tuple[object, ...]], is_panel: bool) -> Table:
    """Return the sums by basis, item and year; of a panel, those of the bodies that are there every year."""
    say = source.say
    grouped = _grouped(rows, is_panel)
    made = []
    for basis, item, year in sorted(grouped, key=lambda key: (key[0], list(ITEMS).index(key[1]), key[2])):
        found, before = grouped[basis, item, year], grouped.get((basis, item, year - 1))
        amount = sum((value for _, value in found), Decimal(0))
        earlier = sum((value for _, value in before), Decimal(0)) if before else None
        growth = ((amount - earlier) * 100 / earlier).quantize(Decimal("0.01")) if is_panel and earlier else None
        numbers = sorted(number for number, _ in found)
        zeros = [number for number, value in found if not value]
        made.append(
            (
                Cell(source.label("basis", basis)),
                Cell(_named(source, item)),
                Cell(str(year)),
                Cell(len(numbers), numbers),
                Cell(in_ten_thousands(amount), numbers),
                Cell(in_ten_thousands(amount / len(numbers))),
                Cell(percent(len(zeros), len(numbers)), sorted(zeros)),
                *([Cell(growth)] if is_panel else []),
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


def _grouped(rows: list[tuple[object, ...]], is_panel: bool) -> dict[tuple[str, str, int], list[tuple[int, Decimal]]]:
    """Return document and amount by basis, item and year."""
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    bodies: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for basis, year, item, _, named, _ in rows:
        years[str(basis), str(item)].add(int(str(year)))
        bodies[str(basis), str(item), str(named)].add(int(str(year)))
    grouped: dict[tuple[str, str, int], list[tuple[int, Decimal]]] = defaultdict(list)
    for basis, year, item, number, named, amount in rows:
        key = (str(basis), str(item))
        if not is_panel or (len(years[key]) > 1 and bodies[(*key, str(named))] == years[key]):
            grouped[(*key, int(str(year)))].append((int(str(number)), Decimal(str(amount))))
    return grouped


def _named(source: Source, item: str) -> str:
    return source.say(item, ITEMS[item])


def _charts(source: Source, rows: list[tuple[object, ...]]) -> tuple[Chart, ...]:
    import pandas as pd

    grouped = _grouped(rows, True) or _grouped(rows, False)
    frame = pd.DataFrame(
        [
            (_named(source, item), source.label("basis", basis), str(year), float(sum(value for _, value in found) / 10_000))
            for (basis, item, year), found in sorted(grouped.items())
        ],
        columns=["item", "basis", "year", "amount"],
    )
    frame = frame[frame.groupby("item")["amount"].transform("max") > 0]
    if frame.empty:
        return ()
    title = source.say("“三公”经费及各项（连续公布的单位，万元）", "三公经费 and its items, bodies that publish every year (万元)")
    order = [name for name in (_named(source, item) for item in ITEMS) if name in set(frame["item"])]
    return (Chart(title=title, svg=lines(frame, "year", "amount", "basis", "item", order)),)
