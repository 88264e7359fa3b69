"""The report for a person, and the decimals of the JSON report, from a document put together by hand."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest

from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import Base, BaseKind, ChangeClaim, Direction, Printed, Reason, TableCell
from explain_check.model.document import Document, Source, SourceFile
from explain_check.model.figure import Figure, Interval
from explain_check.model.finding import Coverage, Diagnosis, Finding, Severity, UncheckedFigure
from explain_check.model.link import Link, LinkStatus
from explain_check.model.recomputation import ClaimVerdict, Recomputation
from explain_check.model.table import Cell, Table
from explain_check.model.text import Location, Place
from explain_check.report.amounts import amount, fixed, trimmed
from explain_check.report.contract import report_of
from explain_check.report.text import TextWriter
from explain_check.report.wrap import cells, plain, shorten, wrap
from explain_check.report.writer import Manner

TEXT = "一、说明\n支出200.00万元，比上年预算增加100.00万元，增长50.00%。\n合计 2000000.00\n"


def place(quote: str) -> Place:
    start = TEXT.index(quote)
    return Place(quote=quote, location=Location(section="一、说明", page=None, start=start, end=start + len(quote)))


def printed(quote: str, value: str, unit: str) -> Printed:
    return Printed(figure=Figure(value=Decimal(value), unit=unit, text=quote, decimals=2), place=place(quote))


@pytest.fixture
def checked() -> CheckedDocument:
    start = TEXT.index("2000000.00")
    cell = Cell(
        row=0,
        column=0,
        row_path=("合计",),
        column_path=("金额",),
        text="2000000.00",
        figure=Figure(value=Decimal("2000000.00"), unit="元", text="2000000.00", decimals=2),
        code="",
        start=start,
        end=start + 10,
    )
    table = Table(
        id="t01", caption="支出总表", kind="", unit="元", cells=(cell,), rows=1, columns=2, note="", start=start - 3, end=start + 10
    )
    source = Source(name="x.txt", sha256="0" * 64, text=TEXT, blocks=())
    document = Document(source=source, entity="某中心", year=2024, kind="部门预算", unit="万元", template="", sections=(), tables=(table,))
    claim = ChangeClaim(
        id="c01",
        subject="支出",
        account="",
        scope="",
        unit="万元",
        current=printed("200.00万元", "200.00", "万元"),
        current_in_statement=True,
        share=None,
        base=Base(text="上年预算", year=2023, kind=BaseKind.BUDGET),
        base_printed=True,
        direction=Direction.INCREASE,
        amount=printed("100.00万元", "100.00", "万元"),
        rate=printed("50.00%", "50.00", "%"),
        stated_prior=None,
        words=(),
        reason=Reason(text="", connector="", place=None),
        place=place("支出200.00万元，比上年预算增加100.00万元，增长50.00%"),
    )
    finding = Finding(
        rule="EC101",
        severity=Severity.ERROR,
        claim="c01",
        place=claim.place,
        stated="50.00",
        computed="100.00",
        message="增长率与增加额不符：100.00 ÷ (200.00 − 100.00) = 100.00%，文中为 50.00%",
        message_en="the rate does not follow: 100.00%, printed 50.00%",
        diagnosis=Diagnosis(kind="wrong_denominator", message="以本年数为分母", correction=Decimal("100.00")),
        evidence=(place("100.00万元"),),
        fingerprint="f",
    )
    figure = Decimal("100.00")
    recomputed = Recomputation(
        prior=figure,
        prior_interval=Interval(low=Decimal("99.990"), high=Decimal("100.010")),
        rate=Decimal(100),
        verdict=ClaimVerdict.INCONSISTENT,
    )
    found = TableCell(table="t01", caption="支出总表", unit="元", cell=cell)
    link = Link(claim=claim, status=LinkStatus.UNIQUE, cells=(found,), rivals=(), table_present=True)
    coverage = Coverage(figures=4, checked=3, unchecked=(UncheckedFigure(place=place("50.00%"), reason="single_statement"),), undecided=())
    return CheckedDocument(
        document=document, claims=(claim,), links={"c01": link}, recomputed={"c01": recomputed}, findings=(finding,), coverage=coverage
    )


def written(checked, **manner) -> str:
    stream = io.StringIO()
    writer = TextWriter(stream, Manner(labels={"EC101": "增长率不符"}, **manner))
    writer.add("x.txt", checked)
    writer.close()
    return stream.getvalue()


def test_a_finding_is_told_whole(checked):
    text = written(checked).replace("\n", "")
    for part in ("某中心 · 2024年 · 部门预算", "EC101 增长率不符", "第 2 行", "= 100.00%", "以本年数为分母", "可能应为 100.00"):
        assert part in text
    for part in ("《支出总表》“合计”行、“金额”列", "2000000.00 元", "核对数字 3/4（75.0%）", "没有可比对的数字"):
        assert part in text


def test_the_english_report_has_english_words(checked):
    text = written(checked, lang="en")
    for part in ("1 error", "line 2", "does not follow", "figures checked 3/4"):
        assert part in text


def test_every_line_fits(checked):
    assert max(cells(line) for line in written(checked, verbose=True).splitlines()) <= 100


def test_the_json_report_keeps_printed_decimals(checked):
    claim = report_of(checked)["claims"][0]
    assert (claim["current"], claim["delta"], claim["rate"], claim["share"]) == ("200.00", "100.00", "50.00", None)
    assert claim["prior"] == {"value": "100.00", "low": "99.99", "high": "100.01"}
    assert claim["rate_recomputed"] == "100.00"
    assert claim["cells"] == [{"table": "t01", "row": "合计", "column": "金额", "value": "200.000000"}]


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "target", "text"),
    [
        ("4405.73", "万元", 2, "万元", "4405.73"),
        ("30.50", "万元", 2, "元", "305000"),
        ("3048311.20", "元", 2, "万元", "304.831120"),
        ("1.2", "亿元", 1, "万元", "12000"),
        ("3000", "万元", -3, "万元", "3000"),
        ("75", "%", 0, "万元", "75"),
        ("0", "元", 2, "万元", "0.000000"),
    ],
)
def test_a_figure_stands_in_the_unit_asked_for(value, unit, decimals, target, text):
    assert amount(Figure(value=Decimal(value), unit=unit, text=value, decimals=decimals), target) == text


def test_long_figures_do_not_break():
    assert fixed(Decimal("9" * 60), 2) == "9" * 60 + ".00"
    assert trimmed(Decimal(1) / Decimal(3), 2, "ROUND_FLOOR") == "0.333333"


def test_lines_keep_figures_whole_and_begin_with_no_mark():
    lines = wrap("基本支出3,048.31万元，占68.32%，比上年预算增加100.93万元，增长3.42%，主要原因是调标增资。" * 3, 40)
    assert all(cells(line) <= 40 for line in lines)
    assert not any(line[0] in "，。" for line in lines)
    assert any("3,048.31" in line for line in lines)


def test_a_text_cannot_steer_the_terminal():
    assert plain("预\x1b[31m算\n表\u202e") == "预[31m算 表"
    assert cells(shorten("甲" * 100, 21)) <= 22


def test_the_files_of_a_document_are_listed(checked):
    files = tuple(SourceFile(name=name, sha256="0" * 64, start=0, end=1) for name in ("说明.docx", "附表.xlsx"))
    document = replace(checked.document, source=replace(checked.document.source, files=files))
    stream = io.StringIO()
    TextWriter(stream, Manner(lang="zh", verbose=False, single=True, labels={})).add("说明.docx", replace(checked, document=document))
    assert "包含 2 个文件：说明.docx、附表.xlsx" in stream.getvalue()


def test_a_finding_on_nothing_printed_has_no_quote(checked):
    finding = replace(checked.findings[0], place=Place(quote="", location=Location(section="", page=None, start=0, end=0)))
    stream = io.StringIO()
    TextWriter(stream, Manner(lang="zh", verbose=False, single=True, labels={})).add("x.txt", replace(checked, findings=(finding,)))
    assert "原文" not in stream.getvalue()


def test_what_is_wrong_is_said_once_where_it_is_wrong_in_several_places(checked):
    alike = [
        replace(
            checked.findings[0],
            rule="EC403",
            claim=None,
            place=place(quote),
            diagnosis=None,
            evidence=(),
            message="原因循环",
            fingerprint=quote,
        )
        for quote in ("支出200.00万元", "增长50.00%")
    ]
    text = written(replace(checked, findings=(*checked.findings, *alike)))
    assert text.count("说明  原因循环") == 1
    assert "EC403（2 处）" in text
    for part in ("“支出200.00万元”（第 2 行", "“增长50.00%”（第 2 行"):
        assert part in text
    assert text.count("EC101") == 1
