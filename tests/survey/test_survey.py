"""A survey of folders: the same rows however it is run, nothing twice, nothing that is gone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from explain_check.model.errors import ExplainCheckError
from explain_check.survey.limits import Limits
from explain_check.survey.store import StoreError, open_store

UNREAD = {"公开/empty.txt", "公开/picture.txt"}
READ = {"公开/2023/001_qinghe-education-2023.txt", "公开/2024/县/004_linxi-court-2022.md", "公开/2024/县/007_yunpi-archives-2024.txt"}


def rows(tmp_path, sql, store="survey.duckdb"):
    with closing(open_store(tmp_path / store, read_only=True)) as opened:
        return opened.query(sql)


def test_every_document_has_its_row(documents, survey, tmp_path):
    survey(documents)
    found = dict(rows(tmp_path, "SELECT path, status FROM documents"))
    assert found == dict.fromkeys(READ, "checked") | dict.fromkeys(UNREAD, "unreadable")
    told = dict(rows(tmp_path, "SELECT path, error FROM documents WHERE error <> ''"))
    assert {path for path, error in told.items() if path in error and str(documents) not in error} == UNREAD


def test_the_rows_are_those_of_the_report(documents, survey, tmp_path):
    from explain_check import check_document

    survey(documents)
    for path in READ:
        checked = check_document(documents.parent / path)
        where = f"WHERE document_id = (SELECT document_id FROM documents WHERE path = '{path}')"
        assert [row[0] for row in rows(tmp_path, f"SELECT claim_id FROM claims {where}")] == [claim.id for claim in checked.claims]
        found = rows(tmp_path, f"SELECT rule, fingerprint FROM findings {where} ORDER BY ordinal")
        assert found == [(finding.rule, finding.fingerprint) for finding in checked.findings]
        ((figures, held, entity),) = rows(tmp_path, f"SELECT figures, figures_checked, entity FROM documents WHERE path = '{path}'")
        assert (figures, held, entity) == (checked.coverage.figures, checked.coverage.checked, checked.document.entity)


def test_amounts_are_in_yuan(documents, survey, tmp_path):
    survey(documents)
    where = "quote LIKE '基本支出%1,569.77%34.43%' AND kind = 'change'"
    sql = f"SELECT current, delta, rate, prior, prior_low, prior_high FROM claims WHERE {where}"
    ((current, delta, rate, prior, low, high),) = rows(tmp_path, sql)
    assert (current, delta, float(rate), prior) == (15_697_700, 344_300, 2.24, 15_353_400)
    assert low < prior < high
    cells = rows(
        tmp_path, "SELECT DISTINCT amount, decimals, year, basis FROM facts WHERE source = 'table' AND code = '2050101' AND amount > 0"
    )
    assert cells == [(11_075_700, -2, 2023, "budget")]


@pytest.mark.parametrize("workers", [2, 3])
def test_the_number_of_workers_changes_nothing(documents, survey, workers):
    assert survey(documents, store="one.duckdb")[1] == survey(documents, store="more.duckdb", workers=workers)[1]


def test_what_is_known_is_not_checked_again(documents, survey):
    first = survey(documents)
    outcomes, files = survey(documents)
    assert [outcome.path for outcome in outcomes if outcome.status] == []
    assert files == first[1]


def test_only_what_changed_is_checked_again(documents, survey):
    survey(documents)
    changed = documents / "2023" / "001_qinghe-education-2023.txt"
    changed.write_bytes(changed.read_bytes().replace(b"34.43", b"35.43"))
    outcomes, files = survey(documents)
    assert [outcome.path for outcome in outcomes if outcome.status] == ["公开/2023/001_qinghe-education-2023.txt"]
    assert files == survey(documents, store="afresh.duckdb")[1]


@pytest.mark.parametrize("column", ["tool_version", "lexicon_hash"])
def test_what_another_version_or_other_word_lists_checked_is_checked_again(documents, survey, tmp_path, column):
    _, files = survey(documents)
    with closing(open_store(tmp_path / "survey.duckdb")) as opened:
        opened.query(f"UPDATE documents SET {column} = 'another' WHERE path LIKE '%/007_%'")
    outcomes, again = survey(documents)
    assert [outcome.path for outcome in outcomes if outcome.status] == ["公开/2024/县/007_yunpi-archives-2024.txt"]
    assert again == files


def test_what_is_gone_leaves_the_store(documents, survey):
    survey(documents)
    (documents / "2023" / "001_qinghe-education-2023.txt").unlink()
    assert survey(documents)[1] == survey(documents, store="afresh.duckdb")[1]


def test_folders_are_added_one_after_the_other(documents, survey):
    survey(documents / "2023")
    survey(documents / "2024")
    together = survey(documents / "2024", documents / "2023", store="together.duckdb")[1]
    assert survey(documents / "2024")[1] == together


def test_a_part_of_a_known_folder_keeps_its_names(documents, survey):
    first = survey(documents)[1]
    outcomes, files = survey(documents / "2024" / "县", documents / "2023" / "001_qinghe-education-2023.txt")
    assert files == first
    assert {outcome.path for outcome in outcomes} == READ


def test_a_folder_within_a_folder_is_walked_once(documents, survey):
    survey(documents / "2024")
    outcomes, _ = survey(documents, documents / "2024")
    assert sorted(outcome.path for outcome in outcomes) == sorted(
        {*UNREAD, "公开/2023/001_qinghe-education-2023.txt", "2024/县/004_linxi-court-2022.md", "2024/县/007_yunpi-archives-2024.txt"}
    )


def test_a_folder_that_was_moved_keeps_its_names(documents, survey, tmp_path):
    first = survey(documents)[1]
    (tmp_path / "elsewhere").mkdir()
    moved = documents.rename(tmp_path / "elsewhere" / documents.name)
    outcomes, files = survey(moved)
    assert [outcome.path for outcome in outcomes if outcome.status] == []
    assert files == first


def test_another_folder_of_the_same_name_is_refused(documents, survey, tmp_path):
    survey(documents)
    other = tmp_path / "other" / documents.name
    other.mkdir(parents=True)
    with pytest.raises(ExplainCheckError, match="同名"):
        survey(other)


def test_what_had_too_little_time_is_tried_again(documents, survey, tmp_path):
    outcomes, _ = survey(documents / "2023", limits=Limits(seconds=0.001))
    assert [outcome.status for outcome in outcomes] == ["timeout"]
    outcomes, files = survey(documents / "2023")
    assert [outcome.status for outcome in outcomes] == ["checked"]
    assert files == survey(documents / "2023", store="afresh.duckdb")[1]


def test_an_archive_stands_for_its_documents(documents, survey, tmp_path):
    """As in ``check``: the files of an archive are one document; where it has a folder for each body, each folder is one."""
    paths = sorted(path for path in documents.rglob("*") if path.suffix in (".txt", ".md") and path.stat().st_size and path.stem[0] == "0")
    county = documents / "archives" / "县.zip"
    county.parent.mkdir()
    with ZipFile(county, "w") as archive:
        for number, path in enumerate(paths):
            archive.writestr(f"单位{number}/公开{path.suffix}", path.read_bytes())
    with ZipFile(county.with_name("一家.zip"), "w") as archive:
        archive.writestr("公开.txt", paths[0].read_bytes())
    (county.with_name("坏.zip")).write_bytes(county.read_bytes()[:200])
    survey(county.parent)
    found = dict(rows(tmp_path, "SELECT path, status FROM documents"))
    names = {f"archives/县.zip/单位{number}": "checked" for number in range(3)}
    assert found == names | {"archives/一家.zip": "checked", "archives/坏.zip": "unreadable"}
    outcomes, files = survey(county.parent)
    assert [outcome.status for outcome in outcomes] == [""] * 5
    assert files == survey(county.parent, store="afresh.duckdb")[1]


@pytest.mark.parametrize("content", [b"no database", b"col\n1\n"])
def test_a_store_that_is_none_is_refused(tmp_path, content):
    path = tmp_path / "survey.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"survey\.duckdb"):
        open_store(path)


def test_a_store_of_another_form_is_refused(tmp_path):
    with closing(open_store(tmp_path / "survey.duckdb")) as opened:
        opened.query("ALTER TABLE claims DROP COLUMN quote")
    with pytest.raises(StoreError, match="claims"):
        open_store(tmp_path / "survey.duckdb")


def test_a_missing_store_is_not_made_for_reading(tmp_path):
    with pytest.raises(StoreError, match=r"none\.duckdb"):
        open_store(tmp_path / "none.duckdb", read_only=True)
    assert list(Path(tmp_path).iterdir()) == []
