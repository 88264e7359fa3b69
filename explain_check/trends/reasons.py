"""Which reasons are given: by year, region, kind of body and account, counted and weighted by the amount that moved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from explain_check.trends.charts import grouped_bars, heat
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands, most_frequent, percent

_MOST_COLUMNS = 10
_MOST_BARS = 14


@dataclass(slots=True)
class Tally:
    """Statements, the amount they move, and the documents that make them."""

    count: int = 0
    amount: Decimal = Decimal(0)
    documents: set[int] = field(default_factory=set)

    def add(self, count: int, amount: Decimal, documents: list[int]) -> None:
        """Take more of them."""
        self.count += count
        self.amount += amount
        self.documents.update(documents)


Cross = dict[tuple[str, str], Tally]


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


def _cross(source: Source, dimension: Dimension) -> Cross:
    """Return the tally of each category and value of a dimension; the rarer values together."""
    chosen = f"category, coalesce({dimension.column}, ''), categories"
    rows = source.rows(f"SELECT {chosen}, count(*), sum(size), list(DISTINCT number) FROM causes WHERE moved GROUP BY ALL")
    kept = set(most_frequent([str(row[1]) for row in rows], [row[3] for row in rows], _MOST_COLUMNS))
    cross: Cross = defaultdict(Tally)
    for category, value, categories, count, amount, documents in rows:
        name = _named(source, dimension, str(value)) if value in kept else source.say("其他", "others")
        cross[source.label("reason", category), name].add(count, (amount or Decimal(0)) / categories, documents)
    return cross


def _named(source: Source, dimension: Dimension, value: str) -> str:
    return source.label(dimension.group or dimension.id, value)


def _tables(source: Source, dimension: Dimension, cross: Cross) -> tuple[Table, Table]:
    """Return the table of counts and that of amounts."""
    say = source.say
    names, columns = _names(cross), _columns(cross, dimension, source)
    note = say("单元格为陈述件数，点击可看文件。", "Cells count statements; click for the documents.")
    heads = [Column(say("原因类别", "category")), *(Column(name, Kind.COUNT) for name in columns)]
    total = sum(tally.count for tally in cross.values())
    rows = []
    for name in names:
        tallies = [cross.get((name, column), Tally()) for column in columns]
        count, documents = sum(tally.count for tally in tallies), set().union(*(tally.documents for tally in tallies))
        cells = [Cell(tally.count, sorted(tally.documents)) for tally in tallies]
        rows.append((Cell(name), *cells, Cell(count, sorted(documents)), Cell(percent(count, total))))
    counted = Table(
        id=f"reasons_by_{dimension.id}",
        title=say(f"按{dimension.title}：件数", f"By {dimension.title}: statements"),
        note=note,
        columns=(*heads, Column(say("合计", "all"), Kind.COUNT), Column(say("占比 %", "share %"), Kind.PERCENT)),
        rows=tuple(rows),
    )
    return counted, _amounts(source, dimension, cross, names, columns)


def _amounts(source: Source, dimension: Dimension, cross: Cross, names: list[str], columns: list[str]) -> Table:
    """Return the table of amounts moved, in 万元."""
    say = source.say
    rows = []
    for name in names:
        tallies = [cross.get((name, column), Tally()) for column in columns]
        documents = set().union(*(tally.documents for tally in tallies))
        cells = [Cell(in_ten_thousands(tally.amount), sorted(tally.documents)) for tally in tallies]
        rows.append((Cell(name), *cells, Cell(in_ten_thousands(sum((t.amount for t in tallies), Decimal(0))), sorted(documents))))
    return Table(
        id=f"reason_amounts_by_{dimension.id}",
        title=say(f"按{dimension.title}：增减额（万元）", f"By {dimension.title}: amount moved (万元)"),
        note=say("增减额不分方向，取绝对值。", "Rises and falls alike, without their sign."),
        columns=(
            Column(say("原因类别", "category")),
            *(Column(name, Kind.AMOUNT) for name in columns),
            Column(say("合计", "all"), Kind.AMOUNT),
        ),
        rows=tuple(rows),
    )


def _names(cross: Cross) -> list[str]:
    """Return the categories, the most frequent first."""
    return most_frequent([name for name, _ in cross], [tally.count for tally in cross.values()], len(cross))


def _columns(cross: Cross, dimension: Dimension, source: Source) -> list[str]:
    """Return the values of a dimension: years in order, others by frequency, the rest last."""
    rest = source.say("其他", "others")
    found = most_frequent([value for _, value in cross], [tally.count for tally in cross.values()], len(cross))
    ordered = sorted(found) if dimension.id == "year" else found
    return [value for value in ordered if value != rest] + [rest] * (rest in found)


def _charts(source: Source, crosses: dict[str, Cross]) -> tuple[Chart, ...]:
    import pandas as pd

    say = source.say
    years = crosses["year"]
    if not years:
        return ()
    names = _names(years)[:_MOST_BARS]
    totals: dict[str, int] = defaultdict(int)
    for (_, year), tally in years.items():
        totals[year] += tally.count
    frame = pd.DataFrame(
        [(name, year, 100 * tally.count / totals[year]) for (name, year), tally in years.items() if name in names],
        columns=["name", "year", "share"],
    ).sort_values(["year", "name"])
    bars = Chart(
        title=say("各类原因在当年全部原因中的占比", "Share of each category among all reasons of a year"),
        svg=grouped_bars(frame, "name", "share", "year", names, say("占比（%）", "share (%)")),
    )
    return bars, _field(source, crosses["kind"], names)


def _field(source: Source, kinds: Cross, names: list[str]) -> Chart:
    """Return the shares of categories by kind of body."""
    import pandas as pd

    totals: dict[str, int] = defaultdict(int)
    for (_, kind), tally in kinds.items():
        totals[kind] += tally.count
    columns = most_frequent(totals.keys(), list(totals.values()), _MOST_COLUMNS)
    frame = pd.DataFrame(
        [
            (name, kind, 100 * kinds[name, kind].count / totals[kind] if (name, kind) in kinds else 0.0)
            for name in names
            for kind in columns
        ],
        columns=["name", "kind", "share"],
    )
    title = source.say("不同类型单位的原因构成（%）", "Reasons by kind of body (%)")
    return Chart(title=title, svg=heat(frame, "name", "kind", "share", names, columns, "%"))
