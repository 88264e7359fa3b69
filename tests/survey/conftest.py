"""Surveys of small folders."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from explain_check.survey.engine import Here
from explain_check.survey.limits import Limits
from explain_check.survey.run import Survey
from explain_check.survey.store import open_store

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
LIMITS = Limits()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with some of the corpus, in two folders, beside files that cannot be read."""
    folder = tmp_path / "公开"
    for place, names in {
        "2023": ("001_qinghe-education-2023.txt",),
        "2024/县": ("007_yunpi-archives-2024.txt", "004_linxi-court-2022.md"),
    }.items():
        (folder / place).mkdir(parents=True)
        for name in names:
            (folder / place / name).write_bytes((CORPUS / name).read_bytes())
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "notes.xyz").write_bytes(b"no document of any kind that is read")
    return folder


@pytest.fixture
def survey(tmp_path: Path):
    """Survey paths into a store and return the rows of all its tables."""

    def run(*paths: Path, store: str = "survey.duckdb", workers: int = 1, limits: Limits = LIMITS, engine=None):
        with closing(open_store(tmp_path / store)) as opened:
            found = Survey(paths, opened, tmp_path / f"{store}.parts")
            outcomes = list(found.run(engine or Here(workers=workers, limits=limits)))
            assert sum(found.linking().run()) >= 0
            opened.export(tmp_path / f"{store}.export")
        files = {path.name: path.read_bytes() for path in sorted((tmp_path / f"{store}.export").iterdir())}
        return outcomes, files

    return run
