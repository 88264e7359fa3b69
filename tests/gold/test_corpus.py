"""The corpus: its files are whole, its annotation is right, and the program reports what the annotation says."""

from __future__ import annotations

import functools
import hashlib
import json
import re
import tomllib
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
MANIFEST = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["documents"]
CLEAN = [e for e in ENTRIES if e["clean"]]
PLANTED = [e for e in ENTRIES if not e["clean"]]
FIELDS = ("current", "delta", "rate", "direction", "base_year")
FOLD = str.maketrans("０１２３４５６７８９，．％：；（）", "0123456789,.%:;()")

each = pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["file"])
each_clean = pytest.mark.parametrize("entry", CLEAN, ids=lambda e: e["file"])
each_planted = pytest.mark.parametrize("entry", PLANTED, ids=lambda e: e["file"])


def squeeze(text: str) -> str:
    """Text without white space, full-width signs folded."""
    return re.sub(r"\s+", "", text.translate(FOLD))


def printed(entry: dict[str, Any]) -> str:
    return (CORPUS / entry["file"]).read_text(encoding=entry["encoding"])


def gold_of(entry: dict[str, Any]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CORPUS / entry["gold"]).read_text(encoding="utf-8"))
    return loaded


def half_up(value: Decimal, like: str) -> Decimal:
    """Round to as many decimals as ``like`` prints."""
    return value.quantize(Decimal(like), ROUND_HALF_UP)


def half_unit(amount: str) -> Decimal:
    return Decimal(5).scaleb(int(Decimal(amount).as_tuple().exponent) - 1)


# ---------------------------------------------------------------- the files and their annotation


@each
def test_file_is_there_and_unchanged(entry):
    path = CORPUS / entry["file"]
    assert path.is_file(), f"{entry['file']} of the manifest is missing"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"], f"{entry['file']} differs from the manifest"
    assert (CORPUS / entry["gold"]).is_file(), f"{entry['gold']} of the manifest is missing"


def test_manifest_lists_every_file():
    listed = {e["file"] for e in ENTRIES} | {e["gold"] for e in ENTRIES}
    found = {p.relative_to(CORPUS).as_posix() for p in CORPUS.rglob("*") if p.is_file()} - {"manifest.toml", "README.md"}
    assert found == listed
    assert len(ENTRIES) >= 13
    assert len({e["layout"] for e in ENTRIES}) == 4


@each
def test_manifest_agrees_with_annotation(entry):
    gold = gold_of(entry)
    assert [gold[k] for k in ("entity", "year", "kind")] == [entry[k] for k in ("entity", "year", "kind")]
    assert entry["clean"] == (not gold["findings"])


@each
def test_every_quote_is_verbatim(entry):
    text, gold = re.sub(r"\s+", "", printed(entry)), gold_of(entry)
    quotes = [x["quote"] for part in ("claims", "executions", "shares", "sums", "counts") for x in gold[part]]
    quotes += [q for f in gold["findings"] + gold["rounding"] + gold.get("year_findings", []) for q in f["quotes"]]
    missing = [q for q in quotes if re.sub(r"\s+", "", q) not in text]
    assert not missing


@each
def test_every_cell_is_printed(entry):
    text, gold = printed(entry), gold_of(entry)
    cells = {c.strip().replace(",", "") for line in text.splitlines() for c in line.split("\t")}
    for claim in gold["claims"] + gold["executions"]:
        for cell in claim["table"]:
            assert cell["value"] in cells, (claim["id"], cell)
            assert cell["table"] in text, (claim["id"], cell)
            assert Decimal(cell["value"]) == Decimal(claim.get("current", claim.get("actual"))), (claim["id"], cell)


def test_every_kind_of_mistake_is_there():
    codes = {f["rule"] for e in PLANTED for f in gold_of(e)["findings"]}
    assert codes >= {
        "EC101", "EC102", "EC103", "EC104", "EC105", "EC106", "EC107", "EC108", "EC109",
        "EC201", "EC202", "EC501", "EC601", "EC602", "EC603",
    }  # fmt: skip


@each_clean
def test_clean_changes_are_right(entry):
    for claim in gold_of(entry)["claims"]:
        current, prior = Decimal(claim["current"]), Decimal(claim["prior"])
        moved = {"increase": current - prior, "decrease": prior - current, "unchanged": current - prior}[claim["direction"]]
        assert prior >= 0, claim["id"]
        assert moved > 0 or claim["direction"] == "unchanged", claim["id"]
        if claim["direction"] == "unchanged":
            assert moved == 0, claim["id"]
        if claim["delta"] is not None:
            assert moved == Decimal(claim["delta"]), claim["id"]
        if claim["rate"] is not None and prior:
            assert half_up(moved * 100 / prior, claim["rate"]) == Decimal(claim["rate"]), claim["id"]


@each_clean
def test_clean_shares_and_sums_are_right(entry):
    gold = gold_of(entry)
    for share in gold["shares"]:
        whole = Decimal(share["whole_amount"])
        rate = Decimal(share["part_amount"]) * 100 / whole if whole else Decimal(0)
        assert half_up(rate, share["percent"]) == Decimal(share["percent"]), share["quote"]
    for total in gold["sums"]:
        parts = [p["amount"] for p in total["parts"]]
        room = sum((half_unit(a) for a in [*parts, total["whole_amount"]]), Decimal(0))
        assert abs(sum(map(Decimal, parts)) - Decimal(total["whole_amount"])) <= room, total["quote"]


@each_clean
def test_clean_completion_rates_are_right(entry):
    for claim in gold_of(entry)["executions"]:
        budget, actual = Decimal(claim["budget"]), Decimal(claim["actual"])
        if claim["rate"] is not None:
            assert half_up(actual * 100 / budget, claim["rate"]) == Decimal(claim["rate"]), claim["id"]
        assert claim["comparison"] == ("greater" if actual > budget else "less" if actual < budget else "equal"), claim["id"]


@each
def test_table_rows_add_up(entry):
    """合计 = 基本支出 + 项目支出 in each row of the tables that print these columns."""
    lines = printed(entry).splitlines()
    checked = 0
    for i, line in enumerate(lines):
        head = line.split("\t")
        if head[-3:] != ["合计", "基本支出", "项目支出"]:
            continue
        for row in (r.split("\t") for r in lines[i + 1 :]):
            if len(row) != len(head):
                break
            figures = [c.replace(",", "") or "0" for c in row[-3:]]
            if "." not in figures[0]:
                continue
            whole, *parts = map(Decimal, figures)
            assert abs(whole - sum(parts)) <= Decimal("0.01"), row
            checked += 1
    if entry["layout"] != "henan-a" and entry["layout"] != "henan-b":
        assert checked >= 20


def test_consecutive_years_connect():
    """What a year implies for the year before is what that year printed."""
    series: dict[str, list[dict[str, Any]]] = {}
    for entry in ENTRIES:
        if entry["series"]:
            series.setdefault(entry["series"], []).append(entry)
    assert len(series) >= 2
    for name, entries in series.items():
        entries.sort(key=lambda e: e["year"])
        assert [e["year"] for e in entries] == list(range(entries[0]["year"], entries[0]["year"] + 3)), name
        for last, this in pairwise(entries):
            before = {c["subject"]: c for c in gold_of(last)["claims"] if c["verdict"] == "consistent"}
            wrong = {q for e in (last, this) for f in gold_of(e)["findings"] + gold_of(e).get("year_findings", []) for q in f["quotes"]}
            joined = 0
            for claim in gold_of(this)["claims"]:
                known = before.get(claim["subject"])
                if not known or claim["verdict"] != "consistent" or any(q in claim["quote"] or q in known["quote"] for q in wrong):
                    continue
                assert Decimal(claim["prior"]) == Decimal(known["current"]), (name, this["year"], claim["subject"])
                joined += 1
            assert joined >= 10, (name, this["year"])


# ---------------------------------------------------------------- what the program says of them


@functools.cache
def checked(file: str):  # the CheckedDocument of a corpus file
    from explain_check import check_document

    return check_document(CORPUS / file)


def overlap(a: str, b: str) -> bool:
    """Whether the quotes share at least six characters in one run, or are one inside the other."""
    a, b = squeeze(a), squeeze(b)
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    size = min(len(short), 6)
    return any(short[i : i + size] in long for i in range(len(short) - size + 1))


def value_of(item: Any) -> Decimal | None:
    return None if item is None else item.figure.value_in("万元") if item.figure.is_money else item.figure.value


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def bare(subject: str) -> str:
    """The last part of a subject without marks, brackets and a final 预算 or 决算."""
    text = squeeze(subject).replace("(类)", "/").replace("(款)", "/").replace("(项)", "").strip("/:")
    return re.sub(r"(?<=[出入费支])(预算|决算)数?$", "", re.sub(r"[“”‘’\"'「」、()]", "", text.split("/")[-1]))


def same_subject(want: str, said: str) -> bool:
    return bare(want) in bare(said) and len(bare(said)) <= len(bare(want)) + 12


def read_claim(found: Any) -> dict[str, Any]:
    return {
        "current": value_of(found.current),
        "delta": value_of(found.amount),
        "rate": value_of(found.rate),
        "direction": str(found.direction),
        "base_year": found.base.year,
    }


@each
def test_document_is_recognised(entry):
    document = checked(entry["file"]).document
    assert (document.entity, document.year, document.kind) == (entry["entity"], entry["year"], entry["kind"])


@each
def test_every_change_is_found(entry):
    from explain_check.model.claim import ChangeClaim

    found = [c for c in checked(entry["file"]).claims if isinstance(c, ChangeClaim)]
    missed, used = [], set()
    for want in gold_of(entry)["claims"]:
        wanted = {k: want[k] if k in ("direction", "base_year") else number(want[k]) for k in FIELDS}
        for i, claim in enumerate(found):
            if i in used or not overlap(want["quote"], claim.place.quote):
                continue
            said = read_claim(claim)
            if claim.unit and claim.unit != want["unit"] and not claim.current:
                continue
            if said == wanted and same_subject(want["subject"], claim.subject):
                used.add(i)
                break
        else:
            near = [(c.subject, read_claim(c)) for c in found if squeeze(want["quote"])[:12] in squeeze(c.place.quote)]
            missed.append((want["id"], want["subject"], wanted, near))
    assert not missed


@each
def test_every_execution_is_found(entry):
    from explain_check.model.claim import ExecutionClaim

    found = [c for c in checked(entry["file"]).claims if isinstance(c, ExecutionClaim)]
    missed = [
        want["id"]
        for want in gold_of(entry)["executions"]
        if not any(
            (value_of(c.budget), value_of(c.actual), value_of(c.rate), c.comparison)
            == (number(want["budget"]), number(want["actual"]), number(want["rate"]), want["comparison"])
            and same_subject(want["subject"], c.subject)
            for c in found
        )
    ]
    assert not missed


@each_planted
def test_every_mistake_is_reported(entry):
    reported = checked(entry["file"]).findings
    missed = []
    for known in gold_of(entry)["findings"]:
        codes = {known["rule"], *known.get("also", [])}
        if not any(f.rule in codes and any(overlap(p.quote, q) for p in (f.place, *f.evidence) for q in known["quotes"]) for f in reported):
            missed.append((known["id"], known["rule"], known["quotes"]))
    assert not missed


@each_clean
def test_clean_document_is_left_in_peace(entry):
    reported = checked(entry["file"]).findings
    assert not [(f.rule, f.place.quote, f.message) for f in reported if f.severity == "error"]
    assert len([f for f in reported if f.severity == "warning"]) <= 2, [(f.rule, f.place.quote) for f in reported]
