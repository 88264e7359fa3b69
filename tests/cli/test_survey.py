"""``explain-check survey`` and ``survey diff`` as a person meets them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
CLEAN, WRONG = "007_yunpi-archives-2024.txt", "008_luqiao-subdistrict-2025.txt"


def run(*words, cwd):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "survey", *map(str, words)]
    return subprocess.run(call, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with two surveys: one of a clean document, one with a wrong and an unreadable document beside it."""
    place = tmp_path_factory.mktemp("surveys")
    for name, documents in {"a": (CLEAN,), "b": (CLEAN, WRONG)}.items():
        (place / name / "公开").mkdir(parents=True)
        for document in documents:
            (place / name / "公开" / document).write_bytes((CORPUS / document).read_bytes())
    (place / "b" / "公开" / "空.txt").touch()
    (place / "b" / "公开" / "附件.rar").touch()
    (place / "nothing").mkdir()
    with duckdb.connect(place / "other.duckdb") as other:
        other.execute("CREATE TABLE mine (amount INTEGER)")
    return place


@pytest.fixture(scope="module")
def surveys(folder):
    return {name: run(f"{name}/公开", "--store", f"{name}.duckdb", "--workers", "1", cwd=folder) for name in ("a", "b")}


def test_clean_documents_leave_with_zero(surveys):
    assert (surveys["a"].returncode, surveys["a"].stderr) == (0, "")
    assert "文件 1 份" in surveys["a"].stdout


def test_unreadable_documents_are_listed(surveys):
    assert surveys["b"].returncode == 2
    unread, skipped = surveys["b"].stderr.splitlines()
    assert "公开/空.txt" in unread
    assert skipped == "另有 1 个文件不是能读取的格式，没有核对：.rar 1。"
    assert "文件 3 份：已核对 2 份，未能核对 1 份，有错误的 1 份" in surveys["b"].stdout


def test_nothing_is_left_but_the_store(folder, surveys):
    assert {path.name for path in folder.iterdir()} == {"a", "b", "a.duckdb", "b.duckdb", "nothing", "other.duckdb"}


def test_a_store_among_the_documents_is_none_of_them(folder, tmp_path):
    (tmp_path / CLEAN).write_bytes((CORPUS / CLEAN).read_bytes())
    for _ in range(2):
        result = run(".", "--workers", "1", cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")
        assert "文件 1 份" in result.stdout
    assert {path.name for path in tmp_path.iterdir()} == {CLEAN, "survey.duckdb"}


def test_tables_are_exported(folder, surveys):
    result = run("a/公开", "--store", "a.duckdb", "--parquet", "export", "--lang", "en", cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    assert "1 documents: 1 checked" in result.stdout
    names = {path.name for path in (folder / "export").iterdir()}
    assert {"documents.parquet", "claims.parquet", "findings.parquet", "facts.parquet"} <= names
    for path in (folder / "export").iterdir():
        path.unlink()
    (folder / "export").rmdir()


def test_differences_are_listed(folder, surveys):
    result = run("diff", "a.duckdb", "b.duckdb", cwd=folder)
    assert (result.returncode, result.stderr) == (1, "")
    assert f"公开/{WRONG}  岚江区鹭桥街道办事处" in result.stdout
    assert result.stdout.splitlines()[-1] == "文件 +2"
    assert {line.strip() for line in result.stdout.splitlines() if "文件：" in line} == {"+ 文件：已核对", "+ 文件：无法读取"}
    assert run("diff", "a.duckdb", "a.duckdb", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "路径"),
        (("nowhere",), "nowhere"),
        (("a", "--store", "nowhere/x.duckdb"), "nowhere"),
        (("a", "--store", f"a/公开/{CLEAN}"), CLEAN),
        (("a", "--engine", "dask"), "--scheduler"),
        (("a", "--scheduler", "tcp://127.0.0.1:1"), "--engine dask"),
        (("a", "--workers", "0"), "--workers"),
        (("a", "--workers", "x"), "整数"),
        (("a", "--store", "a"), "文件夹"),
        (("a", "--parquet", "a.duckdb"), "文件夹名"),
        (("a", "--store", "other.duckdb"), "不是 explain-check survey 写出的汇总库"),
        (("nothing",), "没有可以读取的文件"),
        (("diff", "a.duckdb", "b.duckdb", "c"), "多出了参数 c"),
        (("diff", "a.duckdb"), "B"),
        (("diff", "a.duckdb", "nowhere.duckdb"), "nowhere.duckdb"),
    ],
)
def test_wrong_usage_names_the_way_out(folder, surveys, words, said):
    result = run(*words, cwd=folder)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_database_of_another_program_stays_as_it_is(folder, surveys):
    run("a", "--store", "other.duckdb", cwd=folder)
    with duckdb.connect(folder / "other.duckdb", read_only=True) as other:
        assert other.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("mine",)]


def test_the_help_is_chinese_throughout(folder):
    told = run("--help", cwd=folder).stdout
    assert "[默认 survey.duckdb]" in told
    assert not re.search(r"default|required|x>", told)


def test_help_knows_both(folder):
    assert "survey diff A B" in run("--help", cwd=folder).stdout
    assert "survey diff [选项] A B" in run("diff", "--help", cwd=folder).stdout
