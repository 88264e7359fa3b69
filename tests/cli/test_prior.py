"""``check --prior``: last year's disclosure is found by its body, compared, and quoted as another document."""

import json
from pathlib import Path

import pytest

from explain_check.cli.main import main

CORPUS = Path(__file__).parents[2] / "corpus"
LAST = "济源市教育局2023年部门预算\n一、机关运行经费\n机关运行经费预算285.56万元，比2022年预算增加1.00万元。\n"
THIS = (
    "济源产城融合示范区教育局（本级）2024年部门预算\n一、机关运行经费\n"
    "机关运行经费预算300.00万元，比2023年预算增加41.44万元，增长16.03%，主要原因是新录用人员增加。\n"
)


@pytest.fixture
def check(tmp_path, capsys):
    """Return a function that checks this year's text beside last year's and gives exit code, report and what was said."""
    (tmp_path / "this.txt").write_text(THIS, encoding="utf-8")
    (tmp_path / "last").mkdir()
    (tmp_path / "last" / "last.txt").write_text(LAST, encoding="utf-8")

    def run(*words):
        with pytest.raises(SystemExit) as left:
            main(["check", str(tmp_path / "this.txt"), "--format", "json", *words])
        said = capsys.readouterr()
        return left.value.code, json.loads(said.out) if said.out else None, said.err

    return run


def test_a_folder_of_earlier_disclosures_is_compared(check, tmp_path):
    code, report, _ = check("--prior", str(tmp_path / "last"))
    found = [finding for finding in report["findings"] if finding["rule"] == "EC502"]
    assert [(finding["stated"], finding["computed"], finding["severity"]) for finding in found] == [("258.56", "285.56", "warning")]
    assert found[0]["evidence"][0]["document"].endswith("last.txt")
    assert found[0]["diagnosis"]["kind"] == "swapped_digits"
    assert code == 0


def test_a_comparison_that_is_not_possible_is_said(check):
    _, report, _ = check("--prior", str(CORPUS / "001_qinghe-education-2023.txt"))
    assert "单位名称不同" in report["document"]["notices"][-1]
    _, report, _ = check("--prior", str(CORPUS / "003_qinghe-education-2025.txt"))
    assert "没有该单位 2023 年" in report["document"]["notices"][-1]


def test_an_unreadable_earlier_disclosure_is_wrong_usage(check, tmp_path):
    code, report, said = check("--prior", str(tmp_path / "nothing.txt"))
    assert (code, report) == (2, None)
    assert "nothing.txt" in said
    assert "--prior" in said
