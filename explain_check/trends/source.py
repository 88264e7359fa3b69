"""The store as the chapters ask it: documents with numbers, changes with their reasons, one place for both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from explain_check.lexicon.labels import label
from explain_check.model.errors import ExplainCheckError
from explain_check.survey.store import Store

if TYPE_CHECKING:
    import pandas as pd

#: Documents are numbered by region, body, year and path: the lists of a page are runs of neighbours.
_DOCS = """
CREATE OR REPLACE TEMP TABLE docs AS
SELECT (row_number() OVER (ORDER BY region, body, entity, year, path))::INTEGER - 1 AS number, *,
       list_extract(string_split(region, '/'), {depth}) AS area,
       coalesce(nullif(body, ''), nullif(entity, ''), path) AS named
FROM documents
"""
#: A change that moved and should have a reason; flags of its reason; its size in 元.
_MOVES = """
CREATE OR REPLACE TEMP TABLE moves AS
SELECT docs.number, docs.document_id, docs.year, docs.basis, docs.named, coalesce(docs.area, '') AS area, docs.body_kind, docs.level,
       claim_id, claims.account, claims.section, claims.quote, direction, rate, prior, current,
       coalesce(delta, abs(current - prior), 0) AS size,
       direction <> 'unchanged' AND coalesce(delta, abs(current - prior), rate, 0) <> 0 AS moved,
       coalesce(text, '') AS text, string_split(coalesce(flags, ''), ',') AS flags,
       verdict
FROM claims JOIN docs USING (document_id) LEFT JOIN reasons USING (document_id, claim_id)
WHERE claims.kind = 'change' AND (current IS NOT NULL OR delta IS NOT NULL OR rate IS NOT NULL)
"""
_CAUSES = """
CREATE OR REPLACE TEMP TABLE causes AS
SELECT moves.*, category, count(*) OVER (PARTITION BY moves.document_id, moves.claim_id) AS categories
FROM moves JOIN (SELECT DISTINCT document_id, claim_id, category FROM reason_categories) USING (document_id, claim_id)
"""
TEN_THOUSAND = Decimal(10_000)


class EmptyStoreError(ExplainCheckError):
    """A store without a checked document: there are no trends to show."""


class Source:
    """An open store with the tables ``docs``, ``moves`` and ``causes`` prepared for the chapters."""

    def __init__(self, store: Store, lang: str) -> None:
        """Prepare the tables; EmptyStoreError where nothing was checked."""
        self._store = store
        self.lang = lang
        if not store.query("SELECT 1 FROM documents WHERE status = 'checked' LIMIT 1"):
            raise EmptyStoreError(
                "汇总库中没有已核对的文件，请先运行 explain-check survey。",
                "The store holds no checked document, run explain-check survey first.",
            )
        store.query("SET enable_progress_bar = false")
        store.query(_DOCS.format(depth=self._depth()))
        store.query(_MOVES)
        store.query(_CAUSES)

    def frame(self, sql: str, *columns: str) -> pd.DataFrame:
        """Return the rows of a query as a table with named columns."""
        import pandas as pd

        return pd.DataFrame(self._store.query(sql), columns=list(columns))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self._store.query(sql)

    def say(self, chinese: str, english: str) -> str:
        """Return the text in the language asked for."""
        return english if self.lang == "en" else chinese

    def label(self, group: str, name: str) -> str:
        """Return what an id is called; what has no name is said to have none."""
        return label(group, name, self.lang) if name else self.say("（未识别）", "(not recognised)")

    def _depth(self) -> int:
        """Return how deep in province/city/county the documents begin to differ, counted from 1."""
        for depth in (1, 2, 3):
            found = self._store.query(
                f"SELECT count(DISTINCT list_extract(string_split(region, '/'), {depth})) FROM documents WHERE region <> ''"
            )
            if int(str(found[0][0])) > 1:
                return depth
        return 1


def in_ten_thousands(yuan: Decimal | None) -> Decimal | None:
    """Return an amount of 元 in 万元, two decimals."""
    return None if yuan is None else (Decimal(yuan) / TEN_THOUSAND).quantize(Decimal("0.01"))


def percent(part: int, whole: int) -> Decimal | None:
    """Return a share in per cent, two decimals; None of nothing."""
    return (Decimal(100) * part / whole).quantize(Decimal("0.01")) if whole else None


def most_frequent(names: Iterable[str], counts: Iterable[int], most: int) -> list[str]:
    """Return the names with the highest sums of counts, at most so many."""
    sums: Counter[str] = Counter()
    for name, count in zip(names, counts, strict=True):
        sums[name] += int(count)
    return sorted(sums, key=lambda name: (-sums[name], name))[:most]
