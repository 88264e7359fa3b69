"""Link the documents of one body over the years, and keep what the rules on years find.

What is linked is told by the documents in the store: the same body, the same basis, the year before. Only documents beside
which other ones stand than before are judged again; each batch is written in one transaction.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator, Sequence
from pathlib import Path

from explain_check.model.finding import Outcome
from explain_check.model.years import PriorCase
from explain_check.pipeline import judge_years
from explain_check.pipeline.judgement import Judgement
from explain_check.pipeline.judging import findings_of
from explain_check.survey.examine import as_lines
from explain_check.survey.rows import finding_row
from explain_check.survey.store import Store
from explain_check.survey.values import Row
from explain_check.survey.year_records import load_records

_BATCH = 200
#: A body without a region (教育局) is linked where no other document of the year has its name.
_LASTS = """
CREATE OR REPLACE TEMP TABLE lasts AS
WITH known AS (
  SELECT document_id, body, region, year, kind, basis, part, path,
         count(*) OVER (PARTITION BY body, year, basis) AS namesakes
  FROM documents WHERE status = 'checked' AND body <> '' AND year IS NOT NULL
)
SELECT this.document_id, last.document_id AS last_id
FROM known AS this JOIN known AS last ON last.body = this.body AND last.basis = this.basis AND last.year = this.year - 1
WHERE NOT (this.part <> '' AND last.part <> '' AND this.part <> last.part)
  AND (this.region <> '' OR (this.namesakes = 1 AND last.namesakes = 1))
QUALIFY row_number() OVER (
  PARTITION BY this.document_id ORDER BY last.kind <> this.kind, last.part <> this.part, last.path
) = 1
"""
_CHAINS = """
CREATE OR REPLACE TEMP TABLE chains AS
SELECT first.document_id, first.last_id, concat_ws(',', first.last_id, second.last_id, third.last_id, fourth.last_id) AS earlier
FROM lasts AS first
LEFT JOIN lasts AS second ON second.document_id = first.last_id
LEFT JOIN lasts AS third ON third.document_id = second.last_id
LEFT JOIN lasts AS fourth ON fourth.document_id = third.last_id
"""
#: All units that a document names, where each has one disclosure of the same year and basis; the body's own office is one of them.
_UNITS = """
CREATE OR REPLACE TEMP TABLE parts AS
WITH wholes AS (SELECT document_id, count(*) AS units FROM units GROUP BY document_id HAVING count(*) > 1),
found AS (
  SELECT whole.document_id, units.ordinal, part.document_id AS part_id
  FROM wholes JOIN documents AS whole USING (document_id) JOIN units USING (document_id)
  JOIN documents AS part ON part.body = units.body AND part.year = whole.year AND part.basis = whole.basis AND part.status = 'checked'
  WHERE part.document_id <> whole.document_id AND (units.body <> whole.body OR part.part = 'own') AND whole.part <> 'own'
  QUALIFY row_number() OVER (PARTITION BY whole.document_id, units.ordinal ORDER BY part.part = 'whole', part.path) = 1
)
SELECT document_id, string_agg(part_id, ',' ORDER BY found.ordinal) AS parts
FROM found JOIN wholes USING (document_id) GROUP BY document_id, wholes.units HAVING count(*) = wholes.units
"""
_WANTED = """
CREATE OR REPLACE TEMP TABLE wanted AS
SELECT document_id, coalesce(last_id, '') AS last_id, coalesce(earlier, '') || '|' || coalesce(parts, '') AS beside
FROM chains FULL JOIN parts USING (document_id)
"""
_STALE = "SELECT document_id FROM year_links ANTI JOIN wanted USING (document_id, last_id, beside)"
_TO_DO = """
CREATE OR REPLACE TEMP TABLE to_do AS
SELECT row_number() OVER (ORDER BY body, year, path) AS number, document_id, last_id, beside
FROM wanted ANTI JOIN year_links USING (document_id, last_id, beside) JOIN documents USING (document_id)
"""


class Linking:
    """The linking of a store's years; ``total`` documents are to be held against others."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Find what is to be linked; forget what no longer holds. Files for passing rows lie in ``folder``."""
        self._store = store
        self._folder = folder
        for step in (_LASTS, _CHAINS, _UNITS, _WANTED):
            store.query(step)
        with store.transaction():
            store.query(f"DELETE FROM year_findings WHERE document_id IN ({_STALE})")
            store.query(f"DELETE FROM year_links WHERE document_id IN ({_STALE})")
        store.query(_TO_DO)
        self.total = int(str(store.query("SELECT count(*) FROM to_do")[0][0]))

    def run(self) -> Generator[int]:
        """Judge the documents a batch at a time; yield how many each had."""
        for first in range(1, self.total + 1, _BATCH):
            rows = self._store.query(
                "SELECT document_id, last_id, beside FROM to_do WHERE number BETWEEN ? AND ? ORDER BY number", first, first + _BATCH - 1
            )
            self._judge([(str(own), str(last), str(beside)) for own, last, beside in rows])
            yield len(rows)

    def _judge(self, batch: Sequence[tuple[str, str, str]]) -> None:
        asked = {found for own, _, beside in batch for found in (own, *beside.replace("|", ",").split(","))} - {""}
        records = load_records(self._store, sorted(asked))
        links: list[Row] = []
        findings: list[Row] = []
        for own, last, beside in batch:
            earlier, units = ([records[name] for name in part.split(",") if name] for part in beside.split("|"))
            judgements = judge_years(records[own], earlier, units)
            links.append((own, last, beside, *_counts(judgements)))
            findings += (finding_row(own, ordinal, finding) for ordinal, finding in enumerate(findings_of(judgements)))
        self._write({"year_links": links, "year_findings": findings})

    def _write(self, tables: dict[str, list[Row]]) -> None:
        """Add the rows in one transaction."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        for name, rows in tables.items():
            (self._folder / f"{name}.csv").write_bytes(as_lines(rows))
        self._store.add(self._folder, [])
        shutil.rmtree(self._folder, ignore_errors=True)


def _counts(judgements: Sequence[Judgement]) -> tuple[int, int, int]:
    """Return how many statements were asked about, how many agree with last year's disclosure, and how many do not."""
    outcomes = [judgement.verdict.outcome for judgement in judgements if isinstance(judgement.case, PriorCase)]
    return len(outcomes), outcomes.count(Outcome.PASS), outcomes.count(Outcome.FAIL)
