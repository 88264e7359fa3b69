"""The command line as a person meets it: exit codes, reports, wrong usage, files that cannot be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explain_check import __version__

TEXT = """某市某中心2024年部门预算

一、部门预算收支总体情况说明
2024年支出预算200.00万元，比上年预算增加100.00万元，增长{rate}%，主要原因是新招录工作人员10名，工资福利支出增加。

二、名词解释
基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。
"""
CLEAN = TEXT.format(rate="100.00")
WRONG = TEXT.format(rate="50.00")
#: Only what these tests are about: the arithmetic of the prose.
ARITHMETIC = ("--select", "EC1")


ROOT = Path(__file__).resolve().parents[2]


def run(*words, cwd=None, **variables):
    """Run the command line in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT), **variables}
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", *map(str, words)]
    return subprocess.run(call, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=120, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b_clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "a_wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


def test_nothing_wrong_leaves_with_zero(folder):
    result = run("check", "b_clean.txt", *ARITHMETIC, cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")


def test_an_error_leaves_with_one(folder):
    result = run("check", "a_wrong.txt", *ARITHMETIC, cwd=folder)
    assert result.returncode == 1
    assert "EC101" in result.stdout
    assert "增长50.00%" in result.stdout


def test_a_folder_is_walked_in_order(folder):
    result = run("check", ".", "--format", "jsonl", *ARITHMETIC, cwd=folder)
    assert result.returncode == 1
    assert [json.loads(line)["document"]["source"] for line in result.stdout.splitlines()] == ["a_wrong.txt", "b_clean.txt"]


def test_one_document_is_an_object_and_several_are_an_array(folder):
    assert isinstance(json.loads(run("check", "a_wrong.txt", "--format", "json", cwd=folder).stdout), dict)
    both = json.loads(run("check", "b_clean.txt", "a_wrong.txt", "--format", "json", cwd=folder).stdout)
    assert [report["document"]["source"] for report in both] == ["b_clean.txt", "a_wrong.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b""), ("binary.txt", bytes(range(256)) * 40), ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
)
def test_an_unreadable_file_is_said_and_the_others_are_checked(folder, name, content):
    if content is not None:
        (folder / name).write_bytes(content)
    result = run("check", name, "a_wrong.txt", "--format", "jsonl", cwd=folder)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    failed, checked = map(json.loads, result.stdout.splitlines())
    assert failed["schema"] == "explain-check/1"
    assert failed["document"] == {"source": name}
    assert failed["error"]
    assert checked["claims"]


def test_a_folder_may_explain_itself(folder):
    (folder / "README.md").write_text("What is in this folder.", encoding="utf-8")
    assert run("check", ".", *ARITHMETIC, cwd=folder).returncode == 1


def test_a_folder_without_documents_is_said(tmp_path):
    result = run("check", ".", cwd=tmp_path)
    assert result.returncode == 2
    assert "没有可以读取的文件" in result.stderr


def test_a_pattern_is_followed_where_the_console_leaves_it(folder):
    assert run("check", "b_*.txt", *ARITHMETIC, cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek", "x"), "check"),
        (("check", "x.txt", "--fromat", "json"), "--format"),
        (("check", "x.txt", "--format", "xml"), "jsonl"),
        (("check",), "路径"),
        (("check", "x.txt", "--format"), "--format"),
        (("check", "a_wrong.txt", "--select", "EC111111"), "EC1"),
        (("check", "a_wrong.txt", "--ignore", "XY1"), "XY1"),
        (("check", "a_wrong.txt", "--output", "nowhere/report.txt"), "nowhere"),
        (("check", "a_wrong.txt", "--output", "a_wrong.txt"), "覆盖"),
        (("rule", "EC1O1"), "EC101"),
        (("a_wrong.txt",), "explain-check check a_wrong.txt"),
        (("dump", "a_wrong.txt", "--stage", "wishes"), "claims"),
    ],
)
def test_wrong_usage_names_the_way_out(folder, words, said):
    result = run(*words, cwd=folder)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_the_report_goes_to_a_file(folder):
    result = run("check", ".", "--format", "jsonl", "--output", "report.jsonl", cwd=folder)
    assert result.returncode == 1
    assert result.stdout == ""
    assert len((folder / "report.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_report_inside_the_folder_is_not_read_again(folder):
    first, second = (run("check", ".", "--output", "report.txt", *ARITHMETIC, cwd=folder).returncode for _ in range(2))
    assert first == second == 1


def test_a_family_is_ignored(folder):
    assert run("check", "a_wrong.txt", "--ignore", "ec1", *ARITHMETIC, cwd=folder).returncode == 0


def test_rules_are_listed_and_explained():
    listed = run("rule").stdout.splitlines()
    assert any(line.startswith("EC101") for line in listed)
    page = run("rule", "ec101")
    assert page.returncode == 0
    assert len(page.stdout.splitlines()) > 3


@pytest.mark.parametrize("stage", ["text", "sections", "figures", "tables", "forms", "claims", "links"])
def test_a_stage_is_shown(folder, stage):
    result = run("dump", "a_wrong.txt", "--stage", stage, cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")


def test_an_unreadable_file_is_not_shown(tmp_path):
    result = run("dump", "missing.txt", cwd=tmp_path)
    assert result.returncode == 2
    assert "missing.txt" in result.stderr


def test_help_speaks_both_languages():
    assert "用法" in run("--help").stdout
    assert "Usage" in run("--help", "--lang", "en").stdout
    assert "Usage" in run("check", "--help", EXPLAIN_CHECK_LANG="en").stdout
    assert run("--version").stdout.strip().endswith(__version__)


def test_the_english_report_is_english(folder):
    result = run("check", "a_wrong.txt", "--lang", "en", *ARITHMETIC, cwd=folder)
    assert "1 error" in result.stdout


@pytest.mark.parametrize("encoding", ["cp936", "ascii", "cp1252"])
def test_no_console_breaks_the_report(folder, encoding):
    result = run("check", "a_wrong.txt", cwd=folder, PYTHONIOENCODING=encoding)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_a_report_without_a_terminal_has_no_colours(folder):
    assert "\x1b" not in run("check", "a_wrong.txt", cwd=folder).stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
def test_a_closed_pipe_is_quiet(folder):
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "check", "a_wrong.txt"]
    reader, writer = os.pipe()
    os.close(reader)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        call, cwd=folder, env=environment, stdout=writer, stderr=subprocess.PIPE, encoding="utf-8", timeout=120, check=False
    )
    os.close(writer)
    assert result.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_a_terminal_shows_once_what_could_not_be_read(tmp_path):
    import pty

    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    own, terminal = pty.openpty()
    call = [sys.executable, "-c", "from explain_check.cli.main import main; main()", "check", str(tmp_path / "a.docx")]
    subprocess.run(call, stdout=terminal, stderr=terminal, timeout=120, check=False, cwd=Path(__file__).parents[2])
    os.close(terminal)
    assert os.read(own, 100_000).decode().count("损坏") == 1
