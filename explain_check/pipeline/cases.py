"""What the rules are asked: single claims, pairs and lists of claims, links, passages and table texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from explain_check.link.headings import find_stale_headings
from explain_check.link.misdated import find_misdated
from explain_check.link.misdated_beside import find_misdated_beside
from explain_check.link.planned import executions_with_budgets
from explain_check.link.priors import find_prior_cells
from explain_check.link.shares import with_table_wholes
from explain_check.model.balance import RowsCase
from explain_check.model.case import (
    Case,
    ChangeCase,
    RemarkCase,
    WordingCase,
)
from explain_check.model.claim import ChangeClaim, Claim, LevelClaim, ShareClaim, printed_figures
from explain_check.model.document import Document
from explain_check.model.link import Link, LinkStatus
from explain_check.model.quantity import SumClaim
from explain_check.model.recomputation import Recomputation
from explain_check.pipeline.accounts_listed import find_accounts_listed
from explain_check.pipeline.explanations import find_explanations
from explain_check.pipeline.head_amounts import find_head_amounts
from explain_check.pipeline.projects import project_cases
from explain_check.pipeline.quantities import find_quantities
from explain_check.pipeline.reading import find_unread
from explain_check.pipeline.repeats import find_repeats
from explain_check.pipeline.sums import find_share_lists, find_shared_sums, find_totals
from explain_check.pipeline.table_texts import find_table_texts
from explain_check.pipeline.uses import find_uses
from explain_check.reconcile.beside_reasons import find_headcounts, find_new_projects, find_purchases
from explain_check.reconcile.change_sums import find_change_sums
from explain_check.reconcile.document import reconcile_tables
from explain_check.reconcile.habits import find_unusual
from explain_check.reconcile.joint import all_impossible
from explain_check.reconcile.ledgers import find_ledgers
from explain_check.reconcile.table_executions import find_table_executions
from explain_check.reconcile.table_rates import find_table_rates
from explain_check.templates import find_template


def build_cases(
    document: Document, claims: Sequence[Claim], recomputed: Mapping[str, Recomputation], links: Mapping[str, Link]
) -> Iterator[Case]:
    """Yield every case of a document, in a fixed order."""
    changes = [claim for claim in claims if isinstance(claim, ChangeClaim)]
    levels = [claim for claim in claims if isinstance(claim, LevelClaim)]
    change_sums = tuple(find_change_sums(changes, levels))
    beside = all_impossible(change_sums)
    unusual = find_unusual(recomputed)
    for claim in changes:
        yield ChangeCase(
            claim=claim,
            recomputed=recomputed[claim.id],
            year=claim.reporting_year or document.year,
            kind=document.kind,
            beside=beside.get(claim.id, ()),
            usual=unusual.get(claim.id, 0),
        )
    if document.year is not None:
        for year in sorted({document.year, *(claim.reporting_year or document.year for claim in changes)}):
            of_year = [claim for claim in changes if (claim.reporting_year or document.year) == year]
            yield from find_prior_cells(of_year, recomputed, links, document.tables, year)
        yield from find_misdated(links, document.year)
        yield from find_misdated_beside(levels, document.year)
        yield from find_stale_headings(document.sections, document.year)
    yield from change_sums
    yield from find_ledgers(claims)
    yield from find_headcounts(claims)
    yield from find_purchases(claims, document.year)
    yield from find_new_projects(document, claims)
    yield from find_repeats(changes)
    yield from find_head_amounts(claims)
    shares = [claim for claim in claims if isinstance(claim, ShareClaim)]
    yield from with_table_wholes(shares, document.tables, document.entity)
    lists = tuple(find_share_lists(shares))
    yield from lists
    yield from find_shared_sums(lists, [claim for claim in claims if isinstance(claim, SumClaim)])
    yield from executions_with_budgets(claims, document)
    yield from find_quantities(claims)
    yield from find_totals(levels, document.year)
    yield from find_uses(document.sections)
    yield from find_accounts_listed(document.sections, document.tables)
    template = find_template(document.template)
    amounts = (printed.figure for claim in claims for printed in printed_figures(claim))
    sums = reconcile_tables(document.tables, amounts, template.edits if template else ())
    doubtful = frozenset(case.first.table for case in sums if isinstance(case, RowsCase))
    yield from _distinct_links(links, doubtful)
    for section in document.sections:
        for passage in section.passages:
            yield WordingCase(passage=passage, year=document.year)
    yield from find_table_rates(document.tables)
    yield from find_table_executions(document.tables)
    yield from sums
    if template is not None:
        yield from find_explanations(document, template)
    yield from find_table_texts(document)
    yield from find_unread(document)
    yield from (RemarkCase(table=table, passage=table.remark) for table in document.tables if table.remark is not None)
    yield from project_cases(document, claims)


def _distinct_links(links: Mapping[str, Link], doubtful: Collection[str]) -> Iterator[Link]:
    """Yield the links; an amount that a level and a change share is asked about once, for the change.

    A table whose own sums are in doubt contradicts no prose.
    """
    asked: set[tuple[int, int]] = set()
    for link in sorted(links.values(), key=lambda link: (not isinstance(link.claim, ChangeClaim), link.claim.id)):
        if link.claim.current is None:
            continue
        where = link.claim.current.place.location
        if (where.start, where.end) not in asked:
            asked.add((where.start, where.end))
            yield _without_doubtful(link, doubtful) if link.rivals and doubtful else link


def _without_doubtful(link: Link, doubtful: Collection[str]) -> Link:
    """Return a link that the cells of doubtful tables do not contradict; where no other does, which cell holds its amount is open."""
    rivals = tuple(rival for rival in link.rivals if rival.table not in doubtful)
    return replace(link, rivals=rivals, status=link.status if rivals else LinkStatus.AMBIGUOUS)
