"""Years in a survey: documents of one body are linked, and what the store holds judges as the documents do."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from explain_check.pipeline import check_document, judge_years, year_record
from explain_check.pipeline.judging import findings_of
from explain_check.survey.engine import Here
from explain_check.survey.limits import Limits
from explain_check.survey.run import Survey
from explain_check.survey.store import open_store
from explain_check.survey.year_records import load_records

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SERIES = ("001_qinghe-education-2023.txt", "002_qinghe-education-2024.txt", "003_qinghe-education-2025.txt")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "公开"
    folder.mkdir()
    for name in SERIES:
        (folder / name).write_bytes((CORPUS / name).read_bytes())
    return folder


def rows(tmp_path, sql):
    with closing(open_store(tmp_path / "survey.duckdb", read_only=True)) as opened:
        return opened.query(sql)


def plain(record):
    """Return a record without what a store does not keep: the words of facts."""
    facts = [(fact.key, fact.figure.interval, fact.is_cell) for fact in record.facts]
    places = [replace(s, place=replace(s.place, location=replace(s.place.location, page=None))) for s in record.statements]
    return record.entity, record.year, record.kind, facts, places


def test_records_out_of_a_store_are_those_of_the_documents(folder, survey, tmp_path):
    survey(folder)
    with closing(open_store(tmp_path / "survey.duckdb", read_only=True)) as opened:
        ids = [str(row[0]) for row in opened.query("SELECT document_id FROM documents ORDER BY path")]
        records = load_records(opened, ids)
    for name, key in zip(SERIES, ids, strict=True):
        assert plain(records[key]) == plain(year_record(check_document(folder / name)))


def test_what_is_found_is_what_two_documents_give(folder, survey, tmp_path):
    survey(folder)
    records = [replace(year_record(check_document(folder / name)), source=f"公开/{name}") for name in SERIES]
    expected = [
        (f"公开/{name}", finding.rule, finding.claim, finding.message)
        for number, name in enumerate(SERIES)
        for finding in findings_of(judge_years(records[number], records[:number]))
    ]
    found = rows(
        tmp_path, "SELECT path, rule, claim_id, message FROM year_findings JOIN documents USING (document_id) ORDER BY path, ordinal"
    )
    assert found == expected
    assert expected
    assert rows(tmp_path, "SELECT asked > 15, agreeing >= 0.9 * asked, differing FROM year_links") == [(True, True, 0)] * 2


def test_a_silent_change_of_last_year_is_seen(folder, survey, tmp_path):
    survey(folder)
    first = folder / SERIES[0]
    first.write_text(first.read_text(encoding="utf-8").replace("215.79", "251.79"), encoding="utf-8")
    survey(folder)
    assert rows(tmp_path, "SELECT rule, stated, computed FROM year_findings WHERE rule = 'EC502'") == [("EC502", "215.79", "251.79")]


def test_linking_goes_on_where_nothing_changed(folder, survey, tmp_path):
    survey(folder)
    with closing(open_store(tmp_path / "survey.duckdb")) as opened:
        again = Survey([folder], opened, tmp_path / "parts")
        assert [outcome.status for outcome in again.run(Here(workers=1, limits=Limits()))] == ["", "", ""]
        assert again.linking().total == 0


def test_units_are_added_up(survey, tmp_path):
    folder = tmp_path / "公开"
    folder.mkdir()
    titles = (
        "一、机关运行经费\n机关运行经费预算{amount}万元，比2023年预算增加1.00万元，增长1.00%，主要原因是人员增加。\n支出预算100.00万元。\n"
    )
    own, school, whole = (titles.format(amount=amount) for amount in ("10.00", "5.00", "17.00"))
    listed = "纳入济源市教育局2024年部门预算编制范围的预算单位包括：\n1.济源市教育局（本级）\n2.济源市第一中学\n"
    (folder / "own.txt").write_text(f"济源市教育局（本级）2024年单位预算\n{own}", encoding="utf-8")
    (folder / "school.txt").write_text(f"济源市第一中学2024年单位预算\n{school}", encoding="utf-8")
    (folder / "whole.txt").write_text(f"济源市教育局2024年部门预算\n二、预算单位构成\n{listed}{whole}", encoding="utf-8")
    survey(folder)
    found = rows(tmp_path, "SELECT path, rule, stated, computed FROM year_findings JOIN documents USING (document_id)")
    assert found == [("公开/whole.txt", "EC505", "17.00", "15.00")]
