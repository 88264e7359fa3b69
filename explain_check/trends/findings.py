"""What was found, by rule and by region: counts, shares of the documents that could show it, and how sure the shares are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explain_check.pipeline import all_rules
from explain_check.trends.charts import shares_with_ranges
from explain_check.trends.model import Cell, Chart, Column, Kind, Section, Table
from explain_check.trends.source import Source, percent
from explain_check.trends.wilson import ranged, wilson

FOUND = """
CREATE OR REPLACE TEMP TABLE found AS
SELECT docs.number, coalesce(docs.area, '') AS area, all_found.* EXCLUDE (document_id)
FROM (SELECT * FROM findings UNION ALL SELECT * FROM year_findings) AS all_found JOIN docs USING (document_id)
"""
_CHECKED = "status = 'checked'"
#: Which documents could show what a family of rules looks for, by the beginning of its code; the longest fits.
_CONCERNED = {
    "EC": _CHECKED,
    "EC1": f"{_CHECKED} AND claims > 0",
    "EC2": f"{_CHECKED} AND claims > 0 AND tables > 0",
    "EC3": f"{_CHECKED} AND tables > 0",
    "EC4": "document_id IN (SELECT document_id FROM moves WHERE moved)",
    "EC502": "document_id IN (SELECT document_id FROM year_links WHERE agreeing + differing > 0)",
    "EC503": "document_id IN (SELECT document_id FROM year_links WHERE last_id <> '')",
    "EC504": "document_id IN (SELECT document_id FROM year_links WHERE last_id <> '')",
    "EC505": "document_id IN (SELECT document_id FROM year_links WHERE NOT ends_with(beside, '|'))",
}
_MOST_BARS = 25
_MOST_AREAS = 40


def findings(source: Source) -> Section:
    """Return the chapter; the table ``found`` is there afterwards."""
    say = source.say
    source.rows(FOUND)
    by_rule, by_area, wrong = _by_rule(source), _by_area(source), _wrong_by_area(source)
    return Section(
        id="findings",
        title=say("检查发现", "Findings"),
        lead=say(
            "占比的分母是可能出现该问题的已核对文件（如“文表不一致”须有表格，“上年数不符”须有上年文件），未能核对的文件不在其中。"
            "区间为 95% 威尔逊置信区间。",
            "Shares are of the checked documents that could show the problem: prose against tables needs tables, years need last "
            "year's document. What could not be read is in no denominator. Intervals are Wilson's at 95 %.",
        ),
        charts=_charts(source, by_rule, by_area),
        tables=(by_rule, by_area, wrong),
    )


def _concerned(source: Source) -> dict[str, list[int]]:
    """Return the documents that each family's rules could fire on."""
    return {
        code: source.rows(f"SELECT list(number ORDER BY number) FROM docs WHERE {where}")[0][0] or [] for code, where in _CONCERNED.items()
    }


def _by_rule(source: Source) -> Table:
    say = source.say
    concerned = _concerned(source)
    labels = {rule.code: rule.name if source.lang == "en" else rule.label for rule in all_rules()}
    rows = source.rows(
        "SELECT rule, count(*) FILTER (severity = 'error'), count(*) FILTER (severity = 'warning'), count(*) FILTER (severity = 'info'), "
        "list(DISTINCT number ORDER BY number) FILTER (severity = 'error'), "
        "list(DISTINCT number ORDER BY number) FILTER (severity = 'warning'), "
        "list(DISTINCT number ORDER BY number) FILTER (severity = 'info'), "
        "list(DISTINCT number ORDER BY number) FROM found GROUP BY rule ORDER BY 2 DESC, 3 DESC, len(list(DISTINCT number)) DESC, rule"
    )
    made = []
    for code, *counted, numbers in rows:
        base = concerned[max((family for family in concerned if code.startswith(family)), key=len)]
        whole = sorted({*base, *numbers})
        sorts = [Cell(count, listed or ()) for count, listed in zip(counted[:3], counted[3:], strict=True)]
        counts = (*sorts, Cell(len(numbers), numbers), Cell(len(whole), whole))
        made.append((Cell(code), Cell(labels.get(code, "")), *counts, *_shared(numbers, whole)))
    return Table(
        id="findings_by_rule",
        title=say("按规则", "By rule"),
        note="",
        columns=(
            Column(say("规则", "rule")),
            Column(say("名称", "name")),
            Column(source.label("severity", "error"), Kind.COUNT),
            Column(source.label("severity", "warning"), Kind.COUNT),
            Column(source.label("severity", "info"), Kind.COUNT),
            Column(say("涉及文件", "documents"), Kind.COUNT),
            Column(say("可能涉及的文件", "that could show it"), Kind.COUNT),
            Column(say("占比 %", "share %"), Kind.PERCENT),
            Column(say("置信区间 %", "confidence %"), Kind.RANGE),
        ),
        rows=tuple(made),
    )


def _shared(part: Sequence[int], whole: Sequence[int]) -> tuple[Cell, Cell]:
    """Return the share of some documents among others, and how sure it is."""
    low, high = wilson(len(part), len(whole))
    return Cell(percent(len(part), len(whole)), part), Cell(ranged(low, high) if whole else "", whole)


def _by_area(source: Source) -> Table:
    """Return the shares of documents with an error, by region."""
    say = source.say
    rows = source.rows(
        f"SELECT coalesce(area, ''), list(number ORDER BY number) FILTER ({_CHECKED}), "
        f"list(number ORDER BY number) FILTER (NOT {_CHECKED}), "
        "list(number ORDER BY number) FILTER (number IN (SELECT number FROM found WHERE severity = 'error')), "
        "list(number ORDER BY number) FILTER (number IN (SELECT number FROM found WHERE severity <> 'info')) "
        f"FROM docs GROUP BY 1 ORDER BY count(*) FILTER ({_CHECKED}) DESC, 1 LIMIT {_MOST_AREAS}"
    )
    made = []
    for area, read, unread, wrong, doubtful in rows:
        counts = [Cell(len(numbers or ()), numbers or ()) for numbers in (read, unread, wrong, doubtful)]
        made.append((Cell(area or source.label("", "")), *counts, *_shared(wrong or [], read or [])))
    return Table(
        id="findings_by_region",
        title=say("按地区：有错误的文件", "By region: documents with errors"),
        note="",
        columns=(
            Column(say("地区", "region")),
            Column(say("已核对", "checked"), Kind.COUNT),
            Column(say("未能核对", "not checked"), Kind.COUNT),
            Column(say("有错误", "with errors"), Kind.COUNT),
            Column(say("有错误或警告", "errors or warnings"), Kind.COUNT),
            Column(say("有错误的占比 %", "with errors %"), Kind.PERCENT),
            Column(say("置信区间 %", "confidence %"), Kind.RANGE),
        ),
        rows=tuple(made),
    )


def _wrong_by_area(source: Source) -> Table:
    """Return how many decided statements of change contradict themselves, by region."""
    say = source.say
    rows = source.rows(
        "SELECT area, list(DISTINCT number ORDER BY number) FILTER (verdict <> 'not_checkable'), "
        "count(*) FILTER (verdict <> 'not_checkable'), count(*) FILTER (verdict = 'inconsistent'), "
        "list(DISTINCT number ORDER BY number) FILTER (verdict = 'inconsistent'), count(*) FILTER (verdict = 'not_checkable'), "
        "list(DISTINCT number ORDER BY number) FILTER (verdict = 'not_checkable') "
        f"FROM moves GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT {_MOST_AREAS}"
    )
    made = []
    for area, every, decided, wrong, numbers, undecided, open_numbers in rows:
        low, high = wilson(wrong, decided)
        counts = (Cell(decided, every or ()), Cell(undecided, open_numbers or ()), Cell(wrong, numbers or ()))
        made.append(
            (
                Cell(area or source.label("", "")),
                *counts,
                Cell(percent(wrong, decided), numbers or ()),
                Cell(ranged(low, high) if decided else "", every or ()),
            )
        )
    return Table(
        id="inconsistent_by_region",
        title=say("按地区：增减额、增减率自相矛盾的陈述", "By region: statements whose change and rate contradict"),
        note=say("分母只含可验算的陈述。", "Of the statements that can be recomputed."),
        columns=(
            Column(say("地区", "region")),
            Column(say("可验算", "decided"), Kind.COUNT),
            Column(say("无法验算", "undecided"), Kind.COUNT),
            Column(say("自相矛盾", "contradicting"), Kind.COUNT),
            Column(say("占比 %", "share %"), Kind.PERCENT),
            Column(say("置信区间 %", "confidence %"), Kind.RANGE),
        ),
        rows=tuple(made),
    )


def _charts(source: Source, by_rule: Table, by_area: Table) -> tuple[Chart, ...]:
    say = source.say
    charts = []
    grave = replace(by_rule, rows=tuple(row for row in by_rule.rows if row[2].value or row[3].value))
    for table, name, count, total, title in (
        (
            grave,
            (0, 1),
            5,
            6,
            say("各类错误、警告涉及的文件占比（%，95% 置信区间）", "Documents with an error or warning (%, 95 % confidence)"),
        ),
        (by_area, (0,), 3, 1, say("有错误的文件占比（%，95% 置信区间）", "Documents with errors (%, 95 % confidence)")),
    ):
        kept = [row for row in table.rows if int(str(row[total].value))][:_MOST_BARS]
        if kept:
            charts.append(Chart(title=title, svg=_shares(kept, name, count, total, say("占文件的百分比（%）", "of the documents (%)"))))
    return tuple(charts)


def _shares(rows: list[tuple[Cell, ...]], name: tuple[int, ...], count: int, total: int, title: str) -> str:
    import pandas as pd

    shown = [(" ".join(str(row[at].value) for at in name), int(str(row[count].value)), int(str(row[total].value))) for row in rows]
    frame = pd.DataFrame(
        [(called, 100 * part / whole, *(100 * end for end in wilson(part, whole))) for called, part, whole in shown],
        columns=["name", "share", "low", "high"],
    )
    return shares_with_ranges(frame, "name", [called for called, _, _ in shown], title)
