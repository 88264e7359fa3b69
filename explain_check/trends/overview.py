"""What was read, and how much of it could be checked: the denominators of everything else."""

from __future__ import annotations

from decimal import Decimal

from explain_check.trends.model import Cell, Column, Kind, Section, Table
from explain_check.trends.source import Source, percent


def overview(source: Source) -> Section:
    """Return the chapter."""
    say = source.say
    return Section(
        id="overview",
        title=say("覆盖情况", "What was read"),
        lead=say(
            "以下各章只说已核对的文件。未能读取的文件不等于没有问题，单列于此；“可核对”指印出的数字足以验算的陈述。",
            "All chapters speak of the documents that were checked. What could not be read is not clean, it is listed here. A statement is "
            "decided where enough is printed to recompute it.",
        ),
        charts=(),
        tables=(_by_year(source), _by_area(source), _obstacles(source), _unread(source)),
    )


def _by_year(source: Source) -> Table:
    say = source.say
    return _covered(
        source,
        "coalesce(year::VARCHAR, '') , kind",
        "coverage_by_year",
        say("按年度和类型", "By year and kind"),
        (say("年度", "year"), say("类型", "kind")),
    )


def _by_area(source: Source) -> Table:
    say = source.say
    return _covered(source, "coalesce(area, '')", "coverage_by_region", say("按地区", "By region"), (say("地区", "region"),))


def _covered(source: Source, keys: str, name: str, title: str, heads: tuple[str, ...]) -> Table:
    """Return how many documents were checked, and how many of their figures and statements, by some columns of ``docs``."""
    say = source.say
    decided = "consistent + rounding + inconsistent"
    rows = source.rows(
        f"SELECT {keys}, list(number ORDER BY number), list(number ORDER BY number) FILTER (status = 'checked'), "
        f"list(number ORDER BY number) FILTER (status <> 'checked'), sum(figures), sum(figures_checked), sum(claims), sum({decided}) "
        f"FROM docs GROUP BY ALL ORDER BY {', '.join(str(i + 1) for i in range(len(heads)))}"
    )
    made = []
    for row in rows:
        names, (every, read, unread, figures, held, claims, checked) = row[: len(heads)], row[len(heads) :]
        counts = [Cell(len(numbers or ()), numbers or ()) for numbers in (every, read, unread)]
        shares = (
            Cell(int(figures), read or ()),
            Cell(percent(int(held), int(figures)), read or ()),
            Cell(int(claims), read or ()),
            Cell(percent(int(checked), int(claims)), read or ()),
        )
        made.append((*(Cell(str(value) or source.label("", "")) for value in names), *counts, *shares))
    return Table(
        id=name,
        title=title,
        note="",
        columns=(
            *(Column(head) for head in heads),
            Column(say("文件", "documents"), Kind.COUNT),
            Column(say("已核对", "checked"), Kind.COUNT),
            Column(say("未能核对", "not checked"), Kind.COUNT),
            Column(say("文字中的数字", "figures in prose"), Kind.COUNT),
            Column(say("已核对 %", "checked %"), Kind.PERCENT),
            Column(say("增减陈述", "statements of change"), Kind.COUNT),
            Column(say("可核对 %", "decided %"), Kind.PERCENT),
        ),
        rows=tuple(made),
    )


def _obstacles(source: Source) -> Table:
    """Return why figures were not checked and statements not judged, the most frequent first."""
    say = source.say
    measures = {"figures": say("未核对的数字", "figures not checked"), "verdicts": say("无法判定的检查", "checks undecided")}
    found = source.frame(
        "SELECT measure, obstacle, sum(count), list(DISTINCT number ORDER BY number) FROM coverage JOIN docs USING (document_id) "
        "WHERE count > 0 GROUP BY ALL ORDER BY 1, 3 DESC, 2",
        "measure", "obstacle", "count", "documents",
    )  # fmt: skip
    shares = found["count"] / found.groupby("measure")["count"].transform("sum")
    rows = tuple(
        (
            Cell(measures[measure]),
            Cell(source.label("obstacle", obstacle)),
            Cell(int(count), documents),
            Cell(Decimal(100 * share).quantize(Decimal("0.01")), documents),
            Cell(len(documents), documents),
        )
        for (measure, obstacle, count, documents), share in zip(found.itertuples(index=False), shares, strict=True)
    )
    return Table(
        id="obstacles",
        title=say("为什么没有核对", "Why something was not checked"),
        note=say(
            "一个数字没有核对，或一项检查没有结论的原因；没有结论不等于没有问题。",
            "Why a figure was not checked, or a check came to no conclusion; what was not decided is not clean.",
        ),
        columns=(
            Column(say("对象", "what")),
            Column(say("原因", "reason")),
            Column(say("个数", "count"), Kind.COUNT),
            Column(say("占比 %", "share %"), Kind.PERCENT),
            Column(say("文件", "documents"), Kind.COUNT),
        ),
        rows=rows,
    )


def _unread(source: Source) -> Table:
    say = source.say
    message = "error_en" if source.lang == "en" else "error"
    rows = source.rows(f"SELECT number, status, {message} FROM docs WHERE status <> 'checked' ORDER BY number")
    return Table(
        id="unread",
        title=say("未能核对的文件", "Documents that were not checked"),
        note="",
        columns=(Column(say("原因", "reason")), Column(say("说明", "message")), Column(say("文件", "document"), Kind.COUNT)),
        rows=tuple((Cell(source.label("status", status)), Cell(error), Cell(1, (number,))) for number, status, error in rows),
    )
