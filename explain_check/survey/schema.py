"""The tables of a store. Amounts are in 元; texts are never null, an empty one says that nothing is there."""

from __future__ import annotations

from typing import Final

AMOUNT: Final = "DECIMAL(24,6)"
PERCENT: Final = "DECIMAL(18,6)"
TEXT: Final = "VARCHAR"
COUNT: Final = "INTEGER"
OFFSET: Final = "BIGINT"

Columns = dict[str, str]
_PLACE: Final[Columns] = {"start": OFFSET, "end": OFFSET}
_FINDING: Final[Columns] = {
    "document_id": TEXT,
    "ordinal": COUNT,
    **dict.fromkeys(("rule", "severity", "claim_id", "quote", "section"), TEXT),
    "page": COUNT,
    **_PLACE,
    **dict.fromkeys(("stated", "computed", "message", "message_en", "diagnosis_kind", "diagnosis", "fingerprint"), TEXT),
}

#: What is known of documents: column and type by table. ``document_id`` and the columns of KEYS tell a row from all others.
TABLES: Final[dict[str, Columns]] = {
    "documents": {
        "document_id": TEXT,
        "path": TEXT,
        "sha256": TEXT,
        "entity": TEXT,
        "body": TEXT,
        "region": TEXT,
        "level": TEXT,
        "body_kind": TEXT,
        "part": TEXT,
        "year": COUNT,
        "kind": TEXT,
        "basis": TEXT,
        "template": TEXT,
        "status": TEXT,
        "error": TEXT,
        "error_en": TEXT,
        "tool_version": TEXT,
        "lexicon_hash": TEXT,
        "chars": OFFSET,
        **dict.fromkeys(("tables", "figures", "figures_checked", "claims"), COUNT),
        **dict.fromkeys(("consistent", "rounding", "inconsistent", "not_checkable"), COUNT),
        **dict.fromkeys(("errors", "warnings", "infos"), COUNT),
    },
    "claims": {
        **dict.fromkeys(("document_id", "claim_id", "kind", "subject", "account", "scope", "section", "quote"), TEXT),
        "current": AMOUNT,
        "delta": AMOUNT,
        "direction": TEXT,
        "rate": PERCENT,
        "share": PERCENT,
        "base_kind": TEXT,
        "base_year": COUNT,
        "comparable": TEXT,
        **dict.fromkeys(("prior", "prior_low", "prior_high", "budget"), AMOUNT),
        "budget_kind": TEXT,
        "verdict": TEXT,
        **_PLACE,
    },
    "reasons": dict.fromkeys(("document_id", "claim_id", "text", "connector", "flags", "effect"), TEXT),
    "reason_categories": {
        **dict.fromkeys(("document_id", "claim_id"), TEXT),
        "position": COUNT,
        **dict.fromkeys(("category", "quote", "effect"), TEXT),
    },
    "findings": _FINDING,
    "facts": {
        "document_id": TEXT,
        "ordinal": COUNT,
        **dict.fromkeys(("source", "table_kind", "row", "column", "code", "account"), TEXT),
        "year": COUNT,
        "basis": TEXT,
        "amount": AMOUNT,
        "decimals": COUNT,
        **_PLACE,
    },
    "coverage": {"document_id": TEXT, "measure": TEXT, "obstacle": TEXT, "count": COUNT},
    "year_facts": {
        "document_id": TEXT,
        "ordinal": COUNT,
        **dict.fromkeys(("account", "scope", "basis"), TEXT),
        "year": COUNT,
        "amount": AMOUNT,
        "decimals": COUNT,
        "source": TEXT,
        **_PLACE,
    },
    "units": {"document_id": TEXT, "ordinal": COUNT, "name": TEXT, "body": TEXT, "part": TEXT},
    "year_links": {
        **dict.fromkeys(("document_id", "last_id", "beside"), TEXT),
        **dict.fromkeys(("asked", "agreeing", "differing"), COUNT),
    },
    "year_findings": _FINDING,
}

#: What says how a store came to be; it differs from run to run and is in no export.
RUNS: Final[dict[str, Columns]] = {
    "runs": {"run_id": TEXT, "started": "TIMESTAMPTZ", "tool_version": TEXT, "lexicon_hash": TEXT},
    "roots": {"name": TEXT, "location": TEXT},
}

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "documents": (),
    "claims": ("claim_id",),
    "reasons": ("claim_id",),
    "reason_categories": ("claim_id", "position"),
    "findings": ("ordinal",),
    "facts": ("ordinal",),
    "coverage": ("measure", "obstacle"),
    "year_facts": ("ordinal",),
    "units": ("ordinal",),
    "year_links": (),
    "year_findings": ("ordinal",),
}


def definition(columns: Columns) -> str:
    """Return the columns as SQL defines them."""
    return ", ".join(f'"{name}" {kind}{" NOT NULL" if kind == TEXT else ""}' for name, kind in columns.items())
