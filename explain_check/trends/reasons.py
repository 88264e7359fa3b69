"""Which reasons are given: by year, region, kind of body and account, counted and weighted by the amount that moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from explain_check.trends.charts import grouped_bars, heat
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands, most_frequent, percent

if TYPE_CHECKING:
    import pandas as pd

_MOST_COLUMNS = 10
_MOST_BARS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """By what reasons are told apart: the column of ``causes``, its heading, and the group of its labels."""

    id: str
    column: str
    title: str
    group: str = ""


def reasons(source: Source) -> Section:
    """Return the chapter."""
    say = source.say
    dimensions = (
        Dimension(id="year", column="year::VARCHAR", title=say("年度", "year")),
        Dimension(id="region", column="area", title=say("地区", "region")),
        Dimension(id="kind", column="body_kind", title=say("单位类型", "kind of body"), group="body_kind"),
        Dimension(id="account", column="account", title=say("事项", "account")),
    )
    crosses = {dimension.id: _cross(source, dimension) for dimension in dimensions}
    tables = [table for dimension in dimensions for table in _tables(source, dimension, crosses[dimension.id])]
    return Section(
        id="reasons",
        title=say("增减原因", "Reasons"),
        lead=say(
            "统计对象是金额有增减、写明了原因的陈述；一句原因可归入几类，件数各计一次，金额平均分摊。合计数和其中项分别计算，"
            "金额可用于比较结构，不宜相加。",
            "Counted are statements of change whose reason could be sorted. A reason may fall into several categories: each counts once, "
            "the amount is divided equally. Totals and their parts are both statements: compare amounts, do not add them up.",
        ),
        charts=_charts(source, crosses),
        tables=tuple(tables),
    )


def _cross(source: Source, dimension: Dimension) -> pd.DataFrame:
    """Return count, amount and documents of each category (``name``) and value of a dimension (``value``); the rarer values together."""
    chosen = f"category, coalesce({dimension.column}, ''), categories"
    found = source.frame(
        f"SELECT {chosen}, count(*), coalesce(sum(size), 0), list(DISTINCT number) FROM causes WHERE moved GROUP BY ALL",
        "category", "value", "categories", "count", "size", "documents",
    )  # fmt: skip
    kept = most_frequent(found["value"], found["count"], _MOST_COLUMNS)
    names = {value: source.label(dimension.group or dimension.id, value) for value in kept}
    found["value"] = found["value"].map(lambda value: names.get(value, source.say("其他", "others")))
    found["name"] = found["category"].map(lambda category: source.label("reason", category))
    found["amount"] = [Decimal(size) / categories for size, categories in zip(found["size"], found["categories"], strict=True)]
    return _summed(found, ["name", "value"])


def _summed(found: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return counts, amounts and the documents, each once, of each group."""
    grouped = found.groupby(keys, as_index=False, sort=True)
    return grouped.agg(count=("count", "sum"), amount=("amount", "sum"), documents=("documents", _joined))


def _joined(lists: Iterable[Iterable[int]]) -> list[int]:
    """Return the documents of several lists, each once, in order."""
    return sorted({number for numbers in lists for number in numbers})


def _tables(source: Source, dimension: Dimension, cross: pd.DataFrame) -> tuple[Table, Table]:
    """Return the table of counts and that of amounts."""
    say = source.say
    columns = _columns(cross, dimension, source)
    heads = [Column(say("原因类别", "category")), *(Column(name, Kind.COUNT) for name in columns)]
    everything = cross["count"].sum()
    counts, amounts = [], []
    for name, row in _rows(cross):
        whole = _summed(row, ["name"]).iloc[0]
        cells = {value: (int(count), amount, documents) for value, count, amount, documents in row.iloc[:, 1:].itertuples(index=False)}
        found = [cells.get(column, (0, Decimal(0), [])) for column in columns]
        share = percent(int(whole["count"]), int(everything))
        counts.append(
            (
                Cell(name),
                *(Cell(count, numbers) for count, _, numbers in found),
                Cell(int(whole["count"]), whole["documents"]),
                Cell(share, whole["documents"]),
            )
        )
        moved = [*((amount, numbers) for _, amount, numbers in found), (whole["amount"], whole["documents"])]
        amounts.append((Cell(name), *(Cell(in_ten_thousands(amount), numbers) for amount, numbers in moved)))
    counted = Table(
        id=f"reasons_by_{dimension.id}",
        title=say(f"按{dimension.title}：件数", f"By {dimension.title}: statements"),
        note=say("单元格为陈述件数，点击可看文件。", "Cells count statements; click for the documents."),
        columns=(*heads, Column(say("合计", "all"), Kind.COUNT), Column(say("占比 %", "share %"), Kind.PERCENT)),
        rows=tuple(counts),
    )
    weighed = Table(
        id=f"reason_amounts_by_{dimension.id}",
        title=say(f"按{dimension.title}：增减额（万元）", f"By {dimension.title}: amount moved (万元)"),
        note=say("增减额不分方向，取绝对值。", "Rises and falls alike, without their sign."),
        columns=(heads[0], *(Column(name, Kind.AMOUNT) for name in (*columns, say("合计", "all")))),
        rows=tuple(amounts),
    )
    return counted, weighed


def _rows(cross: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each category, the most frequent first."""
    groups = {str(name): rows for name, rows in cross.groupby("name")}
    return [(name, groups[name]) for name in most_frequent(cross["name"], cross["count"], len(groups))]


def _columns(cross: pd.DataFrame, dimension: Dimension, source: Source) -> list[str]:
    """Return the values of a dimension: years in order, others by frequency, the rest last."""
    rest = source.say("其他", "others")
    found = most_frequent(cross["value"], cross["count"], len(cross))
    ordered = sorted(found) if dimension.id == "year" else found
    return [value for value in ordered if value != rest] + [rest] * (rest in found)


def _charts(source: Source, crosses: dict[str, pd.DataFrame]) -> tuple[Chart, ...]:
    """Return the pictures: shares by year, and by kind of body."""
    say = source.say
    years = crosses["year"]
    if years.empty:
        return ()
    names = [name for name, _ in _rows(years)[:_MOST_BARS]]
    shown = _shares(years)
    bars = Chart(
        title=say("各类原因在当年全部原因中的占比", "Share of each category among all reasons of a year"),
        svg=grouped_bars(shown[shown["name"].isin(names)], "name", "share", "value", names, say("占比（%）", "share (%)")),
    )
    kinds = crosses["kind"]
    columns = most_frequent(kinds["value"], kinds["count"], _MOST_COLUMNS)
    field = _shares(kinds).pivot_table(index="name", columns="value", values="share", fill_value=0.0, observed=True)
    wide = field.reindex(index=names, columns=columns, fill_value=0.0).reset_index()
    cells = wide.melt(id_vars="name", var_name="value", value_name="share")
    title = say("不同类型单位的原因构成（%）", "Reasons by kind of body (%)")
    return bars, Chart(title=title, svg=heat(cells, "name", "value", "share", names, columns, "%"))


def _shares(cross: pd.DataFrame) -> pd.DataFrame:
    """Return the share of each category in its value's statements, in per cent."""
    share = 100 * cross["count"] / cross.groupby("value")["count"].transform("sum")
    return cross[["name", "value"]].assign(share=share).sort_values(["value", "name"])
