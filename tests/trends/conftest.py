"""A survey of the corpus, made once, and its reports."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from explain_check.survey.engine import Here
from explain_check.survey.limits import Limits
from explain_check.survey.run import Survey
from explain_check.survey.store import open_store

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the corpus and a file that is no disclosure."""
    folder = tmp_path_factory.mktemp("trends")
    documents = folder / "公开"
    documents.mkdir()
    for path in sorted(CORPUS.glob("[0-9]*.*")):
        (documents / path.name).write_bytes(path.read_bytes())
    (documents / "坏.txt").write_text("没有内容", encoding="utf-8")
    with closing(open_store(folder / "survey.duckdb")) as opened:
        survey = Survey([documents], opened, folder / "parts")
        for _ in survey.run(Here(workers=1, limits=Limits())):
            pass
        for _ in survey.linking().run():
            pass
    return folder / "survey.duckdb"


@pytest.fixture(scope="session")
def reports(store: Path) -> dict[str, object]:
    """The report in both languages."""
    from explain_check.trends.report import build_report
    from explain_check.trends.source import Source

    made = {}
    for lang in ("zh", "en"):
        with closing(open_store(store, read_only=True)) as opened:
            made[lang] = build_report(Source(opened, lang))
    return made
