"""Changes without a real reason: how many, where, and the largest of them."""

from __future__ import annotations

from decimal import Decimal

from explain_check.trends.charts import shares_with_ranges
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, in_ten_thousands, percent
from explain_check.trends.wilson import ranged, wilson

_WEAK = ("missing", "circular", "vague")
_MOST_ROWS = 25
_MOST_CHANGES = 60
_LEAST = 10
_LIST = "['" + "', '".join(_WEAK) + "']"


def unexplained(source: Source) -> Section:
    """Return the chapter."""
    say = source.say
    by_year = _shares(source, "year::VARCHAR", "", "unexplained_by_year", say("按年度", "By year"), say("年度", "year"))
    by_kind = _shares(
        source, "body_kind", "body_kind", "unexplained_by_kind", say("按单位类型", "By kind of body"), say("单位类型", "kind of body")
    )
    by_area = _shares(source, "area", "", "unexplained_by_region", say("按地区", "By region"), say("地区", "region"))
    by_account = _shares(source, "account", "", "unexplained_by_account", say("按事项", "By account"), say("事项", "account"))
    axis = say("占陈述的百分比（%）", "of the statements (%)")
    title = say("没有真正原因的增减陈述占比（%，95% 置信区间）", "Changes without a real reason (%, 95 % confidence)")
    charts = tuple(_chart(table, f"{title} · {table.title}", axis) for table in (by_year, by_kind) if table.rows)
    return Section(
        id="unexplained",
        title=say("没有真正原因的增减", "Changes without a real reason"),
        lead=say(
            "金额有增减而没有写原因、只是换个说法重复增减（循环）、或没有说出任何具体事由（空泛）。"
            "区间为 95% 威尔逊置信区间，分母为有增减的陈述。",
            "The amount moved and no reason is given, it only says so again (circular), or names nothing concrete (vague). "
            "Intervals are Wilson's at 95 %, of all statements of a change that is not zero.",
        ),
        charts=charts,
        tables=(by_year, by_kind, by_area, by_account, _largest(source)),
    )


def _shares(source: Source, column: str, group: str, name: str, title: str, head: str) -> Table:
    """Return, for each value of a column, how many changes have no real reason, and of which sort."""
    say = source.say
    flagged = ", ".join(f"list(DISTINCT number ORDER BY number) FILTER (list_contains(flags, '{flag}'))" for flag in _WEAK)
    counts = ", ".join(f"count(*) FILTER (list_contains(flags, '{flag}'))" for flag in _WEAK)
    weak = f"list_has_any(flags, {_LIST})"
    rows = source.rows(
        f"SELECT coalesce({column}, ''), count(*), count(*) FILTER ({weak}), list(DISTINCT number ORDER BY number), "
        f"list(DISTINCT number ORDER BY number) FILTER ({weak}), {counts}, {flagged} FROM moves WHERE moved GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    made = []
    for value, total, count, every, numbers, *rest in rows[:_MOST_ROWS]:
        low, high = wilson(count, total)
        sorts = [Cell(found, listed or ()) for found, listed in zip(rest[:3], rest[3:], strict=True)]
        called = source.label(group, value) if group else (str(value) or source.label("", ""))
        made.append(
            (
                Cell(called),
                Cell(total, every),
                Cell(count, numbers or ()),
                Cell(percent(count, total), numbers or ()),
                Cell(ranged(low, high), every),
                *sorts,
            )
        )
    if name == "unexplained_by_year":
        made.sort(key=lambda row: str(row[0].value))
    return Table(
        id=name,
        title=title,
        note=say(f"最多的 {_MOST_ROWS} 项。", f"The {_MOST_ROWS} most frequent.") if len(rows) > _MOST_ROWS else "",
        columns=(
            Column(head),
            Column(say("有增减的陈述", "changes"), Kind.COUNT),
            Column(say("没有真正原因", "without a real reason"), Kind.COUNT),
            Column(say("占比 %", "share %"), Kind.PERCENT),
            Column(say("置信区间 %", "confidence %"), Kind.RANGE),
            *(Column(source.label("flag", flag), Kind.COUNT) for flag in _WEAK),
        ),
        rows=tuple(made),
    )


def _chart(table: Table, title: str, axis: str) -> Chart:
    import pandas as pd

    rows = [(str(row[0].value), int(str(row[1].value)), int(str(row[2].value))) for row in table.rows]
    kept = [row for row in rows if row[1] >= _LEAST] or rows
    frame = pd.DataFrame([(name, 100 * count / total, *(100 * end for end in wilson(count, total))) for name, total, count in kept])
    frame.columns = pd.Index(["name", "share", "low", "high"])
    return Chart(title=title, svg=shares_with_ranges(frame, "name", [row[0] for row in kept], axis))


def _largest(source: Source) -> Table:
    say = source.say
    rows = source.rows(
        f"SELECT named, number, year, account, direction, size, text, flags, section FROM moves "
        f"WHERE moved AND list_has_any(flags, {_LIST}) "
        f"ORDER BY size DESC, number, claim_id LIMIT {_MOST_CHANGES}"
    )
    signs = {"increase": say("增加", "rise"), "decrease": say("减少", "fall")}
    made = []
    for named, number, year, account, direction, size, text, flags, section in rows:
        called = "、".join(source.label("flag", flag) for flag in flags if flag in _WEAK)
        cells = (
            Cell(account),
            Cell(signs.get(direction, direction)),
            Cell(in_ten_thousands(Decimal(size)), (number,)),
            Cell(called),
            Cell(text),
            Cell(section),
        )
        made.append((Cell(named, (number,)), Cell(str(year or "")), *cells))
    return Table(
        id="largest_unexplained",
        title=say("金额最大的未说明增减", "The largest unexplained changes"),
        note=say(f"增减额最大的 {_MOST_CHANGES} 件，单位：万元。", f"The {_MOST_CHANGES} largest, in 万元."),
        columns=(
            Column(say("单位", "body")),
            Column(say("年度", "year")),
            Column(say("事项", "account")),
            Column(say("方向", "direction")),
            Column(say("增减额", "change"), Kind.AMOUNT),
            Column(say("情形", "what is wrong")),
            Column(say("所写原因", "reason given")),
            Column(say("位置", "section")),
        ),
        rows=tuple(made),
    )
