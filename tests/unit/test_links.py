"""The cells that hold a statement's amount, case by case."""

import tomllib
from pathlib import Path

import pytest

from explain_check.model.link import LinkStatus
from explain_check.pipeline import check_text

FOLDER = Path(__file__).parents[1] / "cases" / "links"
CASES = [case for path in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_links(case: dict) -> None:
    links = {link.claim.account: link for link in check_text(case["text"]).links.values()}
    for account, cells in case["cells"].items():
        link = links[account]
        assert [[c.table, c.cell.row_label, c.cell.column_label] for c in link.cells] == cells
        assert link.status is LinkStatus.UNIQUE
