"""``lexicon check`` proves the lists; ``lexicon suggest`` names what they lack."""

import subprocess
import sys


def run(*words):
    code = "from explain_check.cli.main import main; main()"
    return subprocess.run([sys.executable, "-c", code, "lexicon", *words], capture_output=True, encoding="utf-8", check=False)


def test_the_lists_prove_themselves():
    ran = run("check")
    assert (ran.returncode, ran.stdout) == (0, "")


def test_unknown_words_are_suggested_with_their_count_and_a_quote(tmp_path):
    sentence = "公务接待费{}.00万元，比上年预算支出增加1.00万元，主要原因是霓虹鲸鱼绕塔。"
    text = "某市某中心2024年部门预算\n" + "\n".join(sentence.format(n) for n in (3, 4))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ran = run("suggest", str(tmp_path))
    assert (ran.returncode, ran.stderr) == (0, "")
    count, phrase, quote = ran.stdout.splitlines()[0].split("\t")
    assert (count, quote) == ("2", "霓虹鲸鱼绕塔")
    assert phrase in quote


def test_that_nothing_is_missing_is_said(tmp_path):
    sentence = "公务接待费3.00万元，比上年预算支出增加1.00万元，主要原因是来访增加。"
    (tmp_path / "a.txt").write_text(f"某市某中心2024年部门预算\n{sentence}\n", encoding="utf-8")
    ran = run("suggest", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "词表无须增补" in ran.stderr


def test_suggesting_needs_a_path():
    ran = run("suggest")
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
