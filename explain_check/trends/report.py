"""The whole report out of a store."""

from __future__ import annotations

from collections.abc import Callable

from explain_check.pipeline import all_rules
from explain_check.trends.copied import copied
from explain_check.trends.findings import findings
from explain_check.trends.growth import growth
from explain_check.trends.model import Cell, ListedDocument, ListedFinding, Report
from explain_check.trends.overview import overview
from explain_check.trends.reasons import reasons
from explain_check.trends.source import Source
from explain_check.trends.three_public import three_public
from explain_check.trends.unexplained import unexplained

CHAPTERS = (overview, findings, unexplained, reasons, three_public, growth, copied)


def build_report(source: Source, advance: Callable[[int], None] = lambda _: None) -> Report:
    """Return the report of a store; ``advance`` is told how many chapters are done."""
    sections = []
    for number, chapter in enumerate(CHAPTERS, 1):
        sections.append(chapter(source))
        advance(number)
    return Report(
        title=source.say("预决算“情况说明”汇总分析", "Trends in budget disclosures"),
        lang=source.lang,
        summary=_summary(source),
        sections=tuple(sections),
        documents=_documents(source),
        findings=_findings(source),
    )


def _summary(source: Source) -> tuple[tuple[str, Cell], ...]:
    """Return the key figures: name and value."""
    say = source.say
    (row,) = source.rows(
        "SELECT list(number ORDER BY number), list(number ORDER BY number) FILTER (status = 'checked'), count(DISTINCT named), min(year), "
        "max(year), sum(claims), list(number ORDER BY number) FILTER (claims > 0), sum(figures), sum(figures_checked) FROM docs"
    )
    documents, checked, bodies, first, last, claims, stating, figures, held = row
    found = {
        severity: (count, numbers)
        for severity, count, numbers in source.rows(
            "SELECT severity, count(*), list(DISTINCT number ORDER BY number) FROM found GROUP BY severity"
        )
    }
    severities = [(name, found.get(name, (0, ()))) for name in ("error", "warning")]
    years = "–".join(str(year) for year in dict.fromkeys((first, last)) if year)
    share = f"{100 * int(held) / int(figures):.1f}%" if figures else "–"
    return (
        (say("文件", "documents"), Cell(f"{len(documents):,}", documents)),
        (say("其中已核对", "checked"), Cell(f"{len(checked):,}", checked)),
        (say("单位", "bodies"), Cell(f"{bodies:,}", documents)),
        (say("年度", "years"), Cell(years or "–", documents)),
        (say("增减陈述", "statements of change"), Cell(f"{int(claims):,}", stating or ())),
        (say("数字核对率", "figures checked"), Cell(share, checked)),
        *((source.label("severity", name), Cell(f"{count:,}", numbers)) for name, (count, numbers) in severities),
    )


def _documents(source: Source) -> tuple[ListedDocument, ...]:
    message = "error_en" if source.lang == "en" else "error"
    rows = source.rows(f"SELECT path, named, year, kind, CASE status WHEN 'checked' THEN '' ELSE {message} END FROM docs ORDER BY number")
    return tuple(ListedDocument(path=path, body=named, year=year, kind=kind, error=error) for path, named, year, kind, error in rows)


def _findings(source: Source) -> tuple[ListedFinding, ...]:
    """Return the findings, document by document, the weightiest first."""
    labels = {rule.code: rule.name if source.lang == "en" else rule.label for rule in all_rules()}
    message = "coalesce(nullif(message_en, ''), message)" if source.lang == "en" else "message"
    order = "CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END"
    rows = source.rows(
        f"SELECT number, rule, severity, section, quote, {message} FROM found ORDER BY number, {order}, start, rule, message"
    )
    return tuple(
        ListedFinding(document=number, rule=rule, label=labels.get(rule, ""), severity=severity, section=section, quote=quote, message=text)
        for number, rule, severity, section, quote, text in rows
    )
