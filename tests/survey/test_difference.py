"""What two stores say otherwise: each difference once, and nothing where nothing differs."""

from __future__ import annotations

from contextlib import closing

import pytest

from explain_check.survey.difference import Change, Thing, compare
from explain_check.survey.store import StoreError, open_two

FIRST = "2023/001_qinghe-education-2023.txt"
COURT = "2024/县/004_linxi-court-2022.md"


@pytest.fixture
def differences(documents, survey, tmp_path):
    """Survey a folder, change it, survey it again, and return the differences."""

    def run(change):
        survey(documents, store="one.duckdb")
        change(documents)
        survey(documents, store="two.duckdb")
        with closing(open_two(tmp_path / "one.duckdb", tmp_path / "two.duckdb")) as stores:
            return list(compare(stores))

    return run


def edit(path, old, new):
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode(), 1))


def told(found):
    return [(difference.thing, difference.change, difference.name) for difference in found]


def test_nothing_changed(differences):
    assert differences(lambda folder: None) == []


def test_a_document_is_gained_and_one_is_lost(differences):
    def change(folder):
        (folder / COURT).unlink()
        (folder / "2024/new.txt").write_bytes((folder / FIRST).read_bytes().replace(b"2023", b"2024"))

    found = differences(change)
    assert told(found) == [(Thing.DOCUMENT, Change.GAINED, ""), (Thing.DOCUMENT, Change.LOST, "")]
    assert [difference.path for difference in found] == ["公开/2024/new.txt", f"公开/{COURT}"]


def test_a_document_that_can_be_read_now(differences):
    found = differences(lambda folder: (folder / "empty.txt").write_bytes((folder / FIRST).read_bytes().replace(b"2023", b"2025")))
    assert [(d.thing, d.path, d.before, d.after) for d in found] == [(Thing.DOCUMENT, "公开/empty.txt", "unreadable", "checked")]


def test_a_statement_was_edited(differences):
    found = differences(lambda folder: edit(folder / FIRST, "增加 34.43 万元，增长 2.24%", "增加 35.43 万元，增长 2.31%"))
    (claim,) = (difference for difference in found if difference.thing is Thing.CLAIM)
    assert (claim.change, claim.name, claim.body, claim.path) == (Change.CHANGED, "基本支出", "青禾市教育局", f"公开/{FIRST}")
    assert "增加 34.43 万元" in claim.before
    assert "增加 35.43 万元" in claim.after
    assert [difference for difference in found if difference.thing is Thing.FIGURE] == []


def test_a_cell_was_edited_in_silence(differences):
    found = differences(lambda folder: edit(folder / FIRST, "行政运行\t1,107.57", "行政运行\t1,117.57"))
    figures = [difference for difference in found if difference.thing is Thing.FIGURE]
    (figure,) = figures
    assert (figure.name, figure.before, figure.after) == ("收入总表 / 行政运行 / 合计", "1107.57万元", "1117.57万元")
    assert (Thing.FINDING, Change.GAINED, "EC301") in told(found)


def test_a_finding_is_gone_when_the_rate_is_put_right(differences, documents):
    edit(documents / FIRST, "增长 2.24%", "增长 2.42%")
    found = differences(lambda folder: edit(folder / FIRST, "增长 2.42%", "增长 2.24%"))
    assert (Thing.FINDING, Change.LOST, "EC101") in told(found)
    assert all(difference.change is not Change.GAINED for difference in found)


def test_a_corrected_disclosure_is_known_by_its_body(differences):
    def change(folder):
        moved = (folder / COURT).rename(folder / "2024/法院更正公开.md")
        edit(moved, "较上年增加20.83万元", "较上年增加21.83万元")

    found = differences(change)
    assert {difference.path for difference in found} == {"公开/2024/法院更正公开.md"}
    assert (Thing.CLAIM, Change.CHANGED, "基本支出") in told(found)


def test_a_repeated_statement_is_told_apart(differences):
    """The same amount stands in two sections: what is edited is one of them, what is left out is the other."""

    def change(folder):
        edit(folder / COURT, "预算支出总计1,518.54万元，较上年增加117.33万元，增长8.37%。", "")

    found = [difference for difference in differences(change) if difference.thing is Thing.CLAIM]
    assert {difference.change for difference in found} == {Change.LOST}


def test_a_store_that_is_not_there_is_said(tmp_path, documents, survey):
    survey(documents, store="one.duckdb")
    with pytest.raises(StoreError, match=r"none\.duckdb"):
        open_two(tmp_path / "one.duckdb", tmp_path / "none.duckdb")
