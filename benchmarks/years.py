"""How many breaks between years are found in made-up disclosures, and what else is reported: python -m benchmarks.years."""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import islice
from typing import Any

from benchmarks.disclosures.__main__ import disclosures
from explain_check.ingest.text_reader import read_bytes
from explain_check.model.finding import Outcome
from explain_check.model.years import PriorCase, YearRecord
from explain_check.pipeline import check_source, judge_years, year_record

Key = tuple[object, object, object]


def measure(documents: int, seed: int, slips: float) -> Counter[str]:
    """Return the counts over so many documents, of which a share bears a slip."""
    counts: Counter[str] = Counter()
    last: dict[Key, tuple[int, YearRecord, bool]] = {}
    for made in islice(disclosures(3, seed, slips), documents):
        truth: dict[str, Any] = made.truth
        record = year_record(check_source(read_bytes(made.content, made.name)))
        key, year, has_slip = (truth["entity"], truth["region"], truth["kind"]), truth["year"], bool(truth["slips"])
        before = last.get(key)
        last[key] = (year, record, has_slip)
        if before is not None and before[0] == year - 1:
            _count(counts, truth["slips"], has_slip or before[2], record, before[1])
    return counts


def _count(counts: Counter[str], slips: list[dict[str, str]], may_differ: bool, this: YearRecord, last: YearRecord) -> None:
    """Count what a pair of years gives; ``may_differ`` says that one of them bears a slip."""
    outcomes = [judgement.verdict.outcome for judgement in judge_years(this, [last]) if isinstance(judgement.case, PriorCase)]
    differing = outcomes.count(Outcome.FAIL)
    is_break = any(slip["kind"] == "year_break" for slip in slips)
    counts["pairs of years"] += 1
    counts["statements asked"] += len(outcomes)
    counts["statements that agree"] += outcomes.count(Outcome.PASS)
    counts["statements that differ"] += differing
    counts["breaks planted"] += is_break
    counts["breaks found"] += is_break and differing > 0
    counts["pairs without any slip that differ"] += differing > 0 and not may_differ


def main() -> None:
    """Read the arguments and print the counts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.years", description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slips", type=float, default=0.3, help="share of the documents with a planted slip")
    asked = parser.parse_args()
    for name, count in measure(asked.documents, asked.seed, asked.slips).items():
        print(f"{count:8,}  {name}")


if __name__ == "__main__":
    main()
