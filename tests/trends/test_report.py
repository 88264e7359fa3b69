"""Trends: the numbers are those of the store, each knows its documents, and nothing that was not read counts as clean."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode
from contextlib import closing
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explain_check.ingest.folders import walk_files
from explain_check.lexicon.labels import load_labels
from explain_check.lexicon.load import load_entries
from explain_check.survey.store import open_store
from explain_check.trends.model import Cell, Kind
from explain_check.trends.page import WORDS, write_page
from explain_check.trends.payload import Lists
from explain_check.trends.sheets import tables_of, write_csv, write_workbook
from explain_check.trends.source import EmptyStoreError, Source
from explain_check.trends.wilson import wilson

ROOT = Path(__file__).resolve().parents[2]


def ask(store, sql):
    with closing(open_store(store, read_only=True)) as opened:
        return opened.query(sql)


def table(report, name):
    return next(found for found in tables_of(report) if found.id == name)


def column(found, title):
    at = [head.title for head in found.columns].index(title)
    return [row[at] for row in found.rows]


def page_of(report):
    stream = StringIO()
    write_page(report, stream, {"公开": "../公开"})
    return stream.getvalue()


def data_of(page):
    packed = re.search(r'<script id="data" type="text/plain">([^<]*)</script>', page)[1]
    return json.loads(zlib.decompress(b64decode(packed)))


def unpack(data):
    """Return the lists of document numbers as the page's script reads them."""
    content, at, found = b64decode(data["lists"]), 0, []
    for size in data["sizes"]:
        numbers, last, value, shift = [], 0, 0, 0
        for byte in content[at : at + size]:
            value |= (byte & 127) << shift
            shift += 7
            if not byte & 128:
                last += value
                numbers.append(last)
                value = shift = 0
        found.append(numbers)
        at += size
    return found


def test_all_documents_are_told_and_the_unread_are_apart(store, reports):
    report = reports["zh"]
    assert len(report.documents) == ask(store, "SELECT count(*) FROM documents")[0][0]
    (unread,) = [document for document in report.documents if document.error]
    assert unread.path == "公开/坏.txt"
    by_year = table(report, "coverage_by_year")
    assert sum(cell.value for cell in column(by_year, "文件")) == len(report.documents)
    assert sum(cell.value for cell in column(by_year, "未能核对")) == 1
    assert [row[2].documents for row in table(report, "unread").rows] == [(report.documents.index(unread),)]
    number = report.documents.index(unread)
    shares = [
        cell for found in tables_of(report) if found.id.startswith(("findings_by", "unexplained")) for row in found.rows for cell in row
    ]
    named = {document for cell in shares for document in cell.documents}
    allowed = {document for cell in column(table(report, "findings_by_region"), "未能核对") for document in cell.documents}
    assert number not in named - allowed


def test_findings_are_those_of_the_store(store, reports):
    sql = "SELECT rule, count(DISTINCT document_id) FROM (SELECT * FROM findings UNION ALL SELECT * FROM year_findings) GROUP BY rule"
    found = table(reports["zh"], "findings_by_rule")
    told = {rule.value: cell.value for rule, cell in zip(column(found, "规则"), column(found, "涉及文件"), strict=True)}
    assert told == dict(ask(store, sql))
    assert len(reports["zh"].findings) == ask(store, "SELECT (SELECT count(*) FROM findings) + (SELECT count(*) FROM year_findings)")[0][0]


def test_reasons_are_counted_once_each_and_amounts_divided(store, reports):
    report = reports["zh"]
    for dimension in ("year", "region", "kind", "account"):
        counted, weighed = table(report, f"reasons_by_{dimension}"), table(report, f"reason_amounts_by_{dimension}")
        total = ask(
            store,
            "SELECT count(*) FROM (SELECT DISTINCT document_id, claim_id, category FROM reason_categories) "
            "JOIN claims USING (document_id, claim_id) WHERE kind = 'change' AND direction <> 'unchanged'",
        )[0][0]
        assert sum(cell.value for cell in column(counted, "合计")) == total
        for row in counted.rows:
            assert sum(cell.value for cell in row[1:-2]) == row[-2].value
            assert set(row[-2].documents) == {number for cell in row[1:-2] for number in cell.documents}
        moved = ask(
            store,
            "SELECT sum(coalesce(delta, abs(current - prior), 0)) FROM claims SEMI JOIN reason_categories USING (document_id, claim_id) "
            "WHERE kind = 'change' AND direction <> 'unchanged'",
        )[0][0]
        told = sum(cell.value for row in weighed.rows for cell in row[-1:])
        assert abs(told - moved / 10_000) < Decimal("0.01") * len(weighed.rows)


def test_every_number_leads_to_documents(reports):
    for report in reports.values():
        for found in tables_of(report):
            for row in found.rows:
                for cell, head in zip(row, found.columns, strict=True):
                    assert list(cell.documents) == sorted(set(cell.documents))
                    if head.kind is not Kind.TEXT and cell.value and found.id not in ("documents", "findings"):
                        assert cell.documents, (found.id, head.title)
        assert all(cell.documents for _, cell in report.summary)


def test_what_was_not_checked_is_told_with_the_reason(store, reports):
    found = table(reports["zh"], "obstacles")
    told = [(cell.value, share.value) for cell, share in zip(column(found, "个数"), column(found, "占比 %"), strict=True)]
    assert sum(count for count, _ in told) == ask(store, "SELECT sum(count) FROM coverage")[0][0]
    assert abs(sum(share for _, share in told) - 200) < Decimal("0.1")
    assert not [cell.value for cell in column(found, "原因") if re.search("[a-z]", str(cell.value))]


def test_the_page_holds_all_it_needs(reports):
    page = page_of(reports["zh"])
    assert "default-src 'none'" in page
    assert not re.findall(r"(?:src|href)\s*=\s*\"(?!#|data:)", page)
    assert "@import" not in page
    assert "url(" not in re.sub(r"url\(#[^)]*\)", "", page)
    data = data_of(page)
    lists = unpack(data)
    assert max(number for found in lists for number in found) < len(data["documents"])
    used = {int(number) for number in re.findall(r'data-l="(\d+)"', page)}
    assert used == set(range(len(lists)))
    assert page.count("<svg") == sum(len(section.charts) for section in reports["zh"].sections) >= 8
    assert "调标增资" in page


def test_the_same_store_gives_the_same_bytes(reports, store, tmp_path):
    from explain_check.trends.report import build_report

    with closing(open_store(store, read_only=True)) as opened:
        again = build_report(Source(opened, "zh"))
    assert page_of(again) == page_of(reports["zh"])
    for name, report in (("a", again), ("b", reports["zh"])):
        write_workbook(report, tmp_path / f"{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_english_says_the_same_numbers(reports):
    chinese, english = (list(tables_of(reports[lang])) for lang in ("zh", "en"))
    assert [found.id for found in chinese] == [found.id for found in english]
    assert [len(found.rows) for found in chinese] == [len(found.rows) for found in english]
    assert WORDS["zh"].keys() == WORDS["en"].keys()
    heads = [head.title for found in english for head in found.columns if not re.fullmatch(r"p\d\d", head.title)]
    own = {head.title for found in english for head in found.columns if found.id.startswith("reason")}
    assert [head for head in heads if re.search("[\u4e00-\u9fff]", head.replace("万元", "")) and head not in own] == []


def test_csv_opens_in_excel(reports, tmp_path):
    write_csv(reports["zh"], tmp_path / "表")
    names = {path.stem for path in (tmp_path / "表").iterdir()}
    assert names == {found.id for found in tables_of(reports["zh"])} | {"links"}
    for path in (tmp_path / "表").iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "表" / "findings_by_rule.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["规则"] for row in rows} >= {"EC101", "EC504"}


def test_a_workbook_has_a_sheet_for_each_table(reports, tmp_path):
    from python_calamine import CalamineWorkbook

    write_workbook(reports["zh"], tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    assert len(book.sheet_names) == 1 + len(list(tables_of(reports["zh"])))
    rows = book.get_sheet_by_name(book.sheet_names[-1]).to_python()
    assert rows[0][0] == "单位"
    assert len(rows) == 1 + len(reports["zh"].findings)


def test_a_report_beside_the_documents_is_none_of_them(reports, tmp_path):
    (tmp_path / "趋势.html").write_text(page_of(reports["zh"]), encoding="utf-8")
    write_workbook(reports["zh"], tmp_path / "趋势.xlsx")
    (tmp_path / "公开.html").write_text("<p>基本支出10.00万元。</p>", encoding="utf-8")
    (tmp_path / "公开.xlsx").write_bytes(b"no workbook")
    assert [path.name for path in walk_files(tmp_path, [])] == ["公开.html", "公开.xlsx"]


def test_an_empty_store_is_said(tmp_path):
    with closing(open_store(tmp_path / "empty.duckdb")) as opened, pytest.raises(EmptyStoreError, match="没有已核对"):
        Source(opened, "zh")


@given(st.lists(st.integers(0, 3_000_000), min_size=1, max_size=200, unique=True).map(sorted))
def test_a_list_reads_as_it_was_written(numbers):
    from base64 import b64encode

    lists = Lists()
    assert lists.place([7]) == 0
    assert lists.place(numbers) == (0 if numbers == [7] else 1)
    data = {"lists": b64encode(bytes(lists.content)), "sizes": lists.sizes}
    assert unpack(data)[-1] == numbers


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_the_share(part, rest):
    low, high = wilson(part, part + rest)
    assert 0 <= low <= high <= 1
    if part + rest:
        assert low <= part / (part + rest) + 1e-12
        assert part / (part + rest) <= high + 1e-12


def test_intervals_are_those_of_the_books():
    assert [round(end, 4) for end in wilson(1, 10)] == [0.0179, 0.4042]
    assert wilson(0, 0) == (0.0, 1.0)


def test_all_kinds_and_categories_have_names():
    assert {entry.sense for entry in load_entries("body_kinds")} == set(load_labels("body_kind"))
    assert len(load_labels("reason")) == 31


def test_a_cell_without_documents_is_plain():
    assert Cell(3).documents == ()


def run(*words, cwd):
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "trends", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(call, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False)


def test_the_command_writes_all_forms(store, tmp_path):
    done = run("--store", str(store), "-o", "趋势.html", "-o", "t.xlsx", "-o", "tables", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count("已写出") == 3
    assert {path.name for path in tmp_path.iterdir()} == {"趋势.html", "t.xlsx", "tables"}
    data = data_of((tmp_path / "趋势.html").read_text(encoding="utf-8"))
    assert (tmp_path / data["roots"]["公开"]).resolve() == (store.parent / "公开").resolve()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--store", "none.duckdb", "-o", "a.html"), "none.duckdb"),
        (("--store", "note.txt", "-o", "a.html"), "note.txt"),
        (("--store", "note.txt", "-o", "note.txt"), "覆盖"),
        (("--store", "note.txt", "-o", "a.pdf"), "a.pdf"),
        (("--store", "note.txt", "-o", "nowhere/a.html"), "nowhere"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(tmp_path, words, said):
    (tmp_path / "note.txt").write_text("no store", encoding="utf-8")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
