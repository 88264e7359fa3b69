"""The report for a person: what is wrong, where, why, what it should probably be, and what was not checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from explain_check.model.checked import CheckedDocument
from explain_check.model.finding import Coverage, Diagnosis, Finding, Severity, UncheckedFigure
from explain_check.report.contract import UNREAD
from explain_check.report.places import Map, linked_cells
from explain_check.report.words import MARKS, STYLES, counted, pick, reason_label, severity_label
from explain_check.report.wrap import cells, plain, shorten, wrap
from explain_check.report.writer import Manner

#: Families of rules for whose findings the cells of the statement are worth a look.
ON_FIGURES = ("EC1", "EC2", "EC5")

PAGE_WIDTH = 100
"""The width where no terminal says another one."""
SAMPLES = 3
_MOST_FILES = 8


class Terminal(Console):
    """A console that leaves a closed pipe to the caller."""

    def on_broken_pipe(self) -> None:
        """Raise instead of leaving."""
        raise BrokenPipeError


class TextWriter:
    """Writes one part a document and a closing line over all of them."""

    def __init__(self, stream: TextIO, manner: Manner) -> None:
        """Write to a text stream; colours only where it is a terminal that wants them."""
        width = None if stream.isatty() else PAGE_WIDTH
        self._console = Terminal(file=stream, width=width, highlight=False, markup=False, emoji=False)
        self._manner = manner
        self._lang = manner.lang
        self._totals: Counter[str] = Counter()

    def add(self, source: str, checked: CheckedDocument) -> None:
        """Write the report of a document."""
        self._count(checked)
        self._header(source, checked)
        chart = Map(checked.document, self._lang)
        for findings in self._grouped(checked, chart):
            if len(findings) == 1:
                self._finding(findings[0], checked, chart)
            else:
                self._alike(findings, chart)
        self._coverage(checked.coverage, chart)
        self._line()

    def fail(self, source: str, message: str, rule: str = UNREAD) -> None:
        """Write that a document could not be read."""
        self._totals["documents"] += 1
        self._totals["unread"] += 1
        self._line(f"━━ {source}", "bold")
        self._line(f"{rule} {self._say('未能读取：', 'not read: ')}{message}", "red", indent=3)
        self._line()

    def close(self) -> None:
        """Write the totals where there are several documents."""
        if self._totals["documents"] < 2:
            return
        total = self._totals
        kinds = self._say("、", ", ").join(counted(total[level.value], level, self._lang) for level in Severity)
        unread = self._say(f"，{total['unread']} 份未能读取", f", {total['unread']} not read") if total["unread"] else ""
        documents = self._say(f"共 {total['documents']} 份文件{unread}", f"{total['documents']} documents{unread}")
        figures = f"{total['checked']}/{total['figures']}{_percent(total['checked'], total['figures'], self._lang)}"
        self._line(self._say(f"{documents}：{kinds}；核对数字 {figures}", f"{documents}: {kinds}; figures checked {figures}"), "bold")

    def _count(self, checked: CheckedDocument) -> None:
        self._totals["documents"] += 1
        self._totals["figures"] += checked.coverage.figures
        self._totals["checked"] += checked.coverage.checked
        self._totals.update(finding.severity.value for finding in checked.findings)

    def _say(self, chinese: str, english: str) -> str:
        return pick(self._lang, chinese, english)

    def _line(self, text: str = "", style: str = "", *, label: str = "", indent: int = 0) -> None:
        """Print a text, wrapped; lines after the first stand under the text, not under its label."""
        hang = indent + cells(label)
        for number, line in enumerate(wrap(text, self._console.width - hang)):
            lead = " " * indent + label if number == 0 else " " * hang
            self._console.print(Text(lead).append(line, style=style), soft_wrap=True)

    def _field(self, chinese: str, english: str, text: str, style: str = "") -> None:
        """Print a named line of a finding."""
        self._line(text, style, label=self._say(f"{chinese}  ", f"{english:<9} "), indent=3)

    def _header(self, source: str, checked: CheckedDocument) -> None:
        document = checked.document
        year = [self._say(f"{document.year}年", str(document.year))] if document.year else []
        name = [document.entity or self._say("（未识别单位）", "(body not recognised)"), *year, *([document.kind] if document.kind else [])]
        self._line(f"━━ {' · '.join(name)}", "bold")
        self._line(source, indent=3)
        if len(files := [file.name for file in document.source.files]) > 1:
            names = self._say("、", ", ").join(files[:_MOST_FILES]) + (self._say(" 等", " …") if len(files) > _MOST_FILES else "")
            self._line(self._say(f"包含 {len(files)} 个文件：{names}", f"{len(files)} files: {names}"), indent=3)
        for notice in document.source.notices:
            self._line(pick(self._lang, notice.text, notice.english), "yellow", label="! ", indent=3)
        counts = Counter(finding.severity for finding in checked.findings)
        found = self._say("、", ", ").join(counted(counts[level], level, self._lang) for level in Severity if counts[level])
        self._line(found or self._say("没有发现问题", "nothing found"), indent=3)
        self._line()

    def _grouped(self, checked: CheckedDocument, chart: Map) -> Iterable[list[Finding]]:
        """Return the findings by severity and place; those of one rule that say the same of other words, and no more, come together."""
        order = list(Severity)
        groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
        for finding in sorted(checked.findings, key=lambda found: (order.index(found.severity), found.place.location.start, found.rule)):
            is_bare = finding.diagnosis is None and not any(self._evidence(finding, checked, chart))
            groups[finding.severity, finding.rule, finding.message, None if is_bare else id(finding)].append(finding)
        return groups.values()

    def _alike(self, findings: list[Finding], chart: Map) -> None:
        """Print findings that say the same: once what is wrong, then a line for each place."""
        first = findings[0]
        self._title(first, self._say(f"（{len(findings)} 处）", f" ({len(findings)} places)"))
        self._field("说明", "why", pick(self._lang, first.message, first.message_en), "bold")
        for finding in findings:
            where = f"{self._say('（', ' (')}{chart.where(finding.place)}{self._say('）', ')')}"
            self._field("原文", "text", f"“{plain(finding.place.quote)}”{where}")
        self._line()

    def _title(self, finding: Finding, more: str = "") -> None:
        title = f"{finding.rule} {self._manner.labels.get(finding.rule, '')}".rstrip()
        mark = f"{MARKS[finding.severity]} {severity_label(finding.severity, self._lang)}"
        self._line(f"{mark}  {title}{more}", STYLES[finding.severity], indent=1)

    def _finding(self, finding: Finding, checked: CheckedDocument, chart: Map) -> None:
        self._title(finding)
        if finding.place.quote:
            self._field("原文", "text", f"“{plain(finding.place.quote)}”")
        self._field("位置", "where", chart.where(finding.place))
        self._field("说明", "why", pick(self._lang, finding.message, finding.message_en), "bold")
        if finding.diagnosis is not None:
            self._field("诊断", "diagnosis", self._diagnosis(finding.diagnosis))
        for text in dict.fromkeys(self._evidence(finding, checked, chart)):
            self._field("依据", "evidence", text)
        self._line()

    def _diagnosis(self, diagnosis: Diagnosis) -> str:
        """Return the likely slip and, where it is known, the likely figure, unless the message says it already."""
        probable = "" if diagnosis.correction is None else f"{diagnosis.correction:f}"
        if not probable or probable in diagnosis.message:
            return diagnosis.message
        return f"{diagnosis.message}{self._say(f'（可能应为 {probable}）', f' (probably {probable})')}"

    def _evidence(self, finding: Finding, checked: CheckedDocument, chart: Map) -> Iterable[str]:
        """Yield what the finding rests on: places of the text, then the cells that belong to the statement."""
        for place in finding.evidence:
            yield f"“{shorten(place.quote, 160)}”{self._say('（', ' (')}{chart.where(place)}{self._say('）', ')')}"
        if not finding.rule.startswith(ON_FIGURES):
            return
        known = {place.location.start for place in finding.evidence if not place.document}
        for cell in linked_cells(checked, finding.claim):
            if cell.cell.start not in known:
                yield chart.describe(cell)

    def _coverage(self, coverage: Coverage, chart: Map) -> None:
        share = f"{coverage.checked}/{coverage.figures}{_percent(coverage.checked, coverage.figures, self._lang)}"
        left = len(coverage.unchecked)
        rest = self._say(f"，{left} 个未能核对：", f", {left} not checked:") if left else ""
        self._line(self._say(f"核对数字 {share}{rest}", f"figures checked {share}{rest}"), indent=1)
        groups: dict[str, list[UncheckedFigure]] = defaultdict(list)
        for figure in coverage.unchecked:
            groups[figure.reason].append(figure)
        for reason, figures in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
            self._group(reason_label(reason, self._lang), figures, chart)
        if coverage.cells:
            share = f"{coverage.cells_checked}/{coverage.cells}{_percent(coverage.cells_checked, coverage.cells, self._lang)}"
            self._line(self._say(f"核对表内金额 {share}", f"amounts in tables checked {share}"), indent=1)
            if coverage.cells_unchecked:
                self._group(reason_label("no_sum", self._lang), list(coverage.cells_unchecked), chart)

    def _group(self, label: str, figures: list[UncheckedFigure], chart: Map) -> None:
        """Print the figures left unchecked for one reason: a few of them, or all."""
        if self._manner.verbose:
            self._line(f"{label}{self._say('：', ': ')}{len(figures)}", indent=3)
            for figure in figures:
                self._line(f"“{shorten(figure.place.quote, 120)}”{self._say('，', ', ')}{chart.where(figure.place)}", label="- ", indent=5)
            return
        quotes = list(dict.fromkeys(shorten(figure.place.quote, 40) for figure in figures))
        shown = self._say("、", ", ").join(f"“{quote}”" for quote in quotes[:SAMPLES])
        more = self._say(" 等", " …") if len(quotes) > SAMPLES else ""
        sample = self._say(f"（{shown}{more}）", f" ({shown}{more})")
        self._line(f"{label}{self._say('：', ': ')}{len(figures)}{sample}", indent=3)


def _percent(part: int, whole: int, lang: str) -> str:
    """Return a share in brackets, empty where there is no whole; 999 of 1000 is never rounded up to all."""
    share = f"{part * 1000 // whole / 10:.1f}%" if whole else ""
    return share and pick(lang, f"（{share}）", f" ({share})")
