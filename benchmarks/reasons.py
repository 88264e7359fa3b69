"""Categories and flags of stated reasons against gold annotation, and the time of a reason."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from explain_check.model.claim import Base, BaseKind, ChangeClaim, Direction, ExecutionClaim, Printed, Reason
from explain_check.model.figure import Figure
from explain_check.model.text import Location, Place
from explain_check.reasons import classify_reason, explain_reasons
from explain_check.reasons.classify import _classify

DIRECTIONS = {"less": Direction.DECREASE, "greater": Direction.INCREASE, "equal": Direction.UNCHANGED}
UNSCORED = "boilerplate"


def place_of(row: dict[str, Any], start: int) -> Place:
    """Return a place in the row's section."""
    return Place(quote=row.get("quote") or "", location=Location(section=row.get("section") or "", page=None, start=start, end=start + 1))


def printed(value: str | None, place: Place) -> Printed | None:
    """Return an annotated amount as a printed figure."""
    if value in (None, ""):
        return None
    number = Decimal(str(value).replace(",", ""))
    decimals = max(-int(number.as_tuple().exponent), 0)
    return Printed(figure=Figure(value=number, unit="万元", text=str(value), decimals=decimals), place=place)


def claim_of(row: dict[str, Any], number: int, execution: bool) -> ChangeClaim | ExecutionClaim:
    """Return the claim that a row annotates."""
    place, subject = place_of(row, number), row.get("subject") or row.get("account") or ""
    reason = Reason(text=row.get("reason") or "", connector="", place=place if row.get("reason") else None)
    account = subject.rpartition("/")[2]
    if execution:
        return ExecutionClaim(
            id=row["id"], subject=subject, account=account, unit="万元", budget=printed(row.get("budget"), place), budget_kind="",
            actual=printed(row.get("actual"), place), rate=printed(row.get("rate"), place), comparison=row.get("comparison"),
            reason=reason, place=place,
        )  # fmt: skip
    return ChangeClaim(
        id=row["id"], subject=subject, account=account, scope="", unit="万元", current=printed(row.get("current"), place),
        current_in_statement=True, share=None, base=Base(text="", year=None, kind=BaseKind.UNSPECIFIED), base_printed=True,
        direction=Direction(row["direction"]), amount=printed(row.get("delta"), place), rate=printed(row.get("rate"), place),
        stated_prior=None, words=(), reason=reason, place=place,
    )  # fmt: skip


def read_gold(folder: Path) -> list[tuple[str, list[tuple[dict[str, Any], ChangeClaim | ExecutionClaim]]]]:
    """Return each document with its rows and their claims."""
    documents = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(gold, dict):
            rows = [(row, False) for row in gold.get("claims", []) if row.get("direction")]
            rows += [(row, True) for row in gold.get("executions", [])]
            documents.append((path.name, [(row, claim_of(row, number, execution)) for number, (row, execution) in enumerate(rows)]))
    return documents


def show(name: str, counts: Counter[str]) -> None:
    """Print precision, recall and F1."""
    hit, extra, missed = counts["hit"], counts["extra"], counts["missed"]
    precision, recall = hit / max(hit + extra, 1), hit / max(hit + missed, 1)
    f1 = 2 * hit / max(2 * hit + extra + missed, 1)
    print(f"{name:20} hit {hit:4} extra {extra:4} missed {missed:4}  precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def count(counts: Counter[str], found: set[str], wanted: set[str]) -> bool:
    """Add one comparison; return whether both are the same."""
    counts["hit"] += len(found & wanted)
    counts["extra"] += len(found - wanted)
    counts["missed"] += len(wanted - found)
    return found == wanted


def measure(folder: Path, verbose: bool) -> None:
    """Score all documents and print."""
    categories: Counter[str] = Counter()
    flags: dict[str, Counter[str]] = {}
    reasons = unclassified = 0
    for name, pairs in read_gold(folder):
        for (row, claim), explained in zip(pairs, explain_reasons([claim for _, claim in pairs]), strict=True):
            assert isinstance(explained, ChangeClaim | ExecutionClaim)
            wanted, optional = set(row.get("categories") or ()), set(row.get("categories_optional") or ())
            wanted_flags = set(row.get("reason_flags") or ()) - {UNSCORED}
            found_flags = set(explained.reason.flags) - {UNSCORED}
            for flag in sorted(wanted_flags | found_flags):
                count(flags.setdefault(flag, Counter()), found_flags & {flag}, wanted_flags & {flag})
            same = wanted_flags == found_flags
            if claim.reason.text:
                direction = claim.direction if isinstance(claim, ChangeClaim) else DIRECTIONS.get(claim.comparison or "")
                found = {category.id for category in classify_reason(claim.reason.text, claim.subject, direction)}
                reasons += 1
                unclassified += bool(wanted) and (not found or found == {"other"})
                same = count(categories, found - (optional - wanted), wanted) and same
                if not same and verbose:
                    print(
                        name,
                        row["id"],
                        claim.subject,
                        claim.reason.text.replace("\n", ""),
                        "| found",
                        sorted(found),
                        "| gold",
                        sorted(wanted),
                    )
            if not same and verbose:
                print("   flags", name, row["id"], claim.subject, sorted(found_flags), "| gold", sorted(wanted_flags))
    show("categories (micro)", categories)
    for flag, counts in sorted(flags.items()):
        show(flag, counts)
    show("all flags", sum(flags.values(), Counter()))
    print(f"reasons {reasons}, with a category in gold and none or `other` found: {unclassified}")


def measure_time(folder: Path) -> None:
    """Print the time of a reason, warm, nothing remembered."""
    claims = [claim for _, pairs in read_gold(folder) for _, claim in pairs if claim.reason.text]
    for _ in range(2):
        start = time.process_time()
        for claim in claims:
            _classify.__wrapped__(claim.reason.text, claim.subject, None)
        spent = time.process_time() - start
    each = spent / max(len(claims), 1) * 1000
    print(f"{each:.3f} ms a reason, {each * 40:.1f} ms for 40 different ones ({len(claims)} reasons, nothing remembered)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="folder of gold annotation")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every difference")
    asked = parser.parse_args()
    measure(asked.gold, asked.verbose)
    measure_time(asked.gold)


if __name__ == "__main__":
    main()
