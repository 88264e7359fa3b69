"""The generator of disclosures: same seed, same bytes; clean documents are clean, years connect, planted slips are there."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, pairwise

import pytest

from benchmarks.disclosures.__main__ import disclosures, write_disclosures
from benchmarks.disclosures.bodies import SECTORS, make_body
from benchmarks.disclosures.wording import CAUSES, KINDS, OWN_WORDS, reasons
from explain_check.pipeline import check_document


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """Clean documents with their truth and what is found in them."""
    folder = tmp_path_factory.mktemp("clean")
    return [(truth, check_document(folder / truth["file"])) for truth in write_disclosures(folder, 45, seed=5)]


def test_the_same_seed_gives_the_same_bytes():
    first, second, other = (list(islice(disclosures(2, seed, 0.5), 12)) for seed in (1, 1, 2))
    assert first == second
    assert [made.content for made in first] != [made.content for made in other]


def test_no_two_bodies_share_a_name():
    names = [make_body(number, 1).name for number in range(30_000)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", sorted({*CAUSES, *OWN_WORDS}), ids=str)
def test_every_movement_has_reasons(kind):
    assert reasons(*kind)


def test_every_sector_has_projects_and_accounts():
    for sector in SECTORS:
        assert len(sector.projects) >= 5
        assert {account.code[:5] for account in (sector.running, *sector.items)} == {sector.group[:5]}


def test_a_document_is_read_as_what_it_is(clean):
    for truth, checked in clean:
        document = checked.document
        assert (document.entity, document.year, document.kind) == (truth["entity"], truth["year"], truth["kind"])
        assert document.template == {"final": "final-accounts"}.get(truth["template"], truth["template"])


def test_a_clean_document_has_no_error(clean):
    assert [(truth["file"], f.rule, f.message) for truth, checked in clean for f in checked.findings if f.severity == "error"] == []


def test_years_connect(clean):
    """What a year implies of the year before is what that year printed."""
    series = defaultdict(list)
    for truth, checked in clean:
        series[truth["entity"], truth["kind"]].append((truth["year"], _changes(checked)))
    joined = 0
    for years in series.values():
        for (one, last), (other, this) in pairwise(sorted(years, key=lambda pair: pair[0])):
            assert other == one + 1
            common = last.keys() & this.keys()
            assert [(subject, this[subject][1], last[subject][0]) for subject in common if this[subject][1] != last[subject][0]] == []
            joined += len(common)
    assert joined > 200


def _changes(checked):
    """Return the amount and the implied earlier amount of each change, by account."""
    found = {}
    for claim in checked.claims:
        recomputed = checked.recomputed.get(claim.id)
        if recomputed is not None and claim.current is not None:
            found.setdefault(claim.account, (claim.current.figure.value, recomputed.prior))
    return found


def test_what_is_planted_is_reported(tmp_path):
    truths = write_disclosures(tmp_path, 36, years=2, seed=11, slips=1.0)
    kinds = set()
    for truth in truths:
        for slip in truth["slips"]:
            kinds.add(slip["kind"])
            if slip["kind"] != "year_break":
                found = {finding.rule for finding in check_document(tmp_path / truth["file"]).findings}
                assert found & set(slip["rules"].split(",")), (truth["file"], slip)
    assert kinds == {*KINDS, "year_break"}
