"""What two stores say otherwise: documents, findings, claims and figures gained, lost and changed.

Two versions of the program or of the word lists over the same documents, or a body's corrected disclosure against its first
one. Documents are the same where their paths are, otherwise where body, year and kind are and no other document shares them.
Claims and cells are the same where all that names them is; of several alike the first belongs to the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from explain_check.survey.store import Store
from explain_check.templates import kind_label, table_kinds


class Change(StrEnum):
    """What became of something between two stores."""

    LOST = "-"
    GAINED = "+"
    CHANGED = "~"


class Thing(StrEnum):
    """What was compared."""

    DOCUMENT = "document"
    FINDING = "finding"
    CLAIM = "claim"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that two stores say otherwise of a document, known by its path in the second store, or in the first.

    ``name`` says what it is (EC101, 基本支出, a row and a column), ``before`` and ``after`` what each store says, empty for nothing.
    """

    path: str
    body: str
    thing: Thing
    change: Change
    name: str
    before: str
    after: str


_DOCUMENT: Final = "body, year, kind"
_PAIRS = f"""
CREATE TEMP TABLE pairs AS
WITH same AS (SELECT a.document_id AS old, b.document_id AS new FROM a.documents AS a JOIN b.documents AS b USING (path)),
     olds AS (SELECT document_id AS old, {_DOCUMENT} FROM a.documents WHERE document_id NOT IN (SELECT old FROM same) AND body <> ''
              QUALIFY count(*) OVER (PARTITION BY {_DOCUMENT}) = 1),
     news AS (SELECT document_id AS new, {_DOCUMENT} FROM b.documents WHERE document_id NOT IN (SELECT new FROM same) AND body <> ''
              QUALIFY count(*) OVER (PARTITION BY {_DOCUMENT}) = 1),
     found AS (SELECT old, new FROM same UNION ALL SELECT old, new FROM olds JOIN news USING ({_DOCUMENT}))
SELECT row_number() OVER (ORDER BY coalesce(y.path, x.path)) AS pair, old, new, coalesce(y.path, x.path) AS path,
       coalesce(y.entity, x.entity) AS body, x.sha256 IS DISTINCT FROM y.sha256 AS edited,
       x.status AS before, y.status AS after
FROM (SELECT old, new FROM found
      UNION ALL SELECT document_id, NULL FROM a.documents WHERE document_id NOT IN (SELECT old FROM found)
      UNION ALL SELECT NULL, document_id FROM b.documents WHERE document_id NOT IN (SELECT new FROM found))
LEFT JOIN a.documents AS x ON x.document_id = old LEFT JOIN b.documents AS y ON y.document_id = new
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """How rows of a table are compared: the columns that name a row, those that may change, how it is shown and sorted."""

    thing: Thing
    rows: str
    names: tuple[str, ...]
    values: tuple[str, ...]
    title: str
    shown: str
    where: str = "true"
    order: str = "start"


#: 15697700.000000元 is shown as 1569.77万元
_MONEY = "rtrim(rtrim(CAST(amount * 0.0001::DECIMAL(5, 4) AS VARCHAR), '0'), '.') || '万元'"
_FIGURES = ("current", "delta", "direction", "rate", "share", "budget")
_KINDS = (
    _Kind(
        thing=Thing.FINDING,
        rows="(SELECT * FROM {0}.findings UNION ALL SELECT * FROM {0}.year_findings)",
        names=("rule", "severity", "fingerprint"),
        values=(),
        title="rule",
        shown="message || ' | ' || quote",
        order="ordinal",
    ),
    _Kind(
        thing=Thing.CLAIM,
        rows="{0}.claims",
        names=("kind", "subject", "base_kind", "base_year"),
        values=_FIGURES,
        title="subject",
        shown="quote",
    ),
    _Kind(
        thing=Thing.FIGURE,
        rows="{0}.facts",
        names=("table_kind", '"row"', '"column"', "code", "year", "basis"),
        values=("amount",),
        title="concat_ws(' / ', (SELECT label FROM labels WHERE kind = table_kind), nullif(\"row\", ''), nullif(\"column\", ''))",
        shown=_MONEY,
        where="source = 'table' AND edited",
        order="ordinal",
    ),
)


def compare(stores: Store, *, english: bool = False) -> Iterator[Difference]:
    """Yield what the stores attached as ``a`` and ``b`` say otherwise, document by document; messages in English if asked for."""
    stores.query(_PAIRS)
    stores.query("CREATE TEMP TABLE labels AS SELECT unnest(?) AS kind, unnest(?) AS label", *_labels())
    parts = [_documents(), *(_rows(kind, number) for number, kind in enumerate(_KINDS, 1))]
    sql = " UNION ALL ".join(f"({part})" for part in parts)
    if english:
        sql = sql.replace("message ||", "message_en ||")
    columns = "path, body, thing, change, name, before, after"
    for row in stores.stream(f"SELECT {columns} FROM ({sql}) ORDER BY pair, rank, place, change DESC, name, before, after"):
        path, body, thing, change, name, before, after = map(str, row)
        yield Difference(path=path, body=body, thing=Thing(thing), change=Change(change), name=name, before=before, after=after)


def _labels() -> tuple[list[str], list[str]]:
    """Return the kinds of tables and the words for them."""
    kinds = sorted(kind for kind in table_kinds() if kind_label(kind))
    return kinds, [kind_label(kind) for kind in kinds]


def _documents() -> str:
    """Return the SQL for documents that one store alone has, or that only one could read."""
    change = "CASE WHEN old IS NULL THEN '+' WHEN new IS NULL THEN '-' ELSE '~' END"
    columns = f"pair, path, body, 0 AS rank, 0 AS place, 'document' AS thing, {change} AS change, '' AS name"
    states = "coalesce(before, '') AS before, coalesce(after, '') AS after"
    return f"SELECT {columns}, {states} FROM pairs WHERE before IS DISTINCT FROM after"


def _rows(kind: _Kind, rank: int) -> str:
    """Return the SQL for the rows of a table that are not the same in both stores, of documents that both could read."""
    names, all_columns = ", ".join(kind.names), ", ".join((*kind.names, *kind.values))
    alike = " AND ".join(f"x.{name} IS NOT DISTINCT FROM y.{name}" for name in ("pair", *kind.names, "nth"))
    same = " AND ".join(f"x.{name} IS NOT DISTINCT FROM z.{name}" for name in ("pair", *kind.names, *kind.values, "copy"))
    sides = {
        side: f"SELECT pair, edited, {kind.order} AS place, {all_columns}, {kind.title} AS title, {kind.shown} AS shown, "
        f"row_number() OVER (PARTITION BY pair, {all_columns} ORDER BY {kind.order}) AS copy "
        f"FROM {kind.rows.format(side)} JOIN pairs ON document_id = {key} WHERE before = 'checked' AND after = 'checked' AND {kind.where}"
        for side, key in (("a", "old"), ("b", "new"))
    }
    left = {
        side: f"SELECT *, row_number() OVER (PARTITION BY pair, {names} ORDER BY place) AS nth FROM ({sides[side]}) AS x "
        f"ANTI JOIN ({sides[other]}) AS z ON {same}"
        for side, other in (("a", "b"), ("b", "a"))
    }
    change = "CASE WHEN x.pair IS NULL THEN '+' WHEN y.pair IS NULL THEN '-' ELSE '~' END"
    columns = "pair, path, body, {rank} AS rank, coalesce(y.place, x.place) AS place, '{thing}' AS thing, {change} AS change"
    return (
        f"SELECT pairs.{columns.format(rank=rank, thing=kind.thing.value, change=change)}, coalesce(y.title, x.title) AS name, "
        f"coalesce(x.shown, '') AS before, coalesce(y.shown, '') AS after "
        f"FROM ({left['a']}) AS x FULL JOIN ({left['b']}) AS y ON {alike} JOIN pairs ON pairs.pair = coalesce(x.pair, y.pair)"
    )
