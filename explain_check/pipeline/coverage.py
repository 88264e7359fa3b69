"""How much of a document was checked, and why the rest was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from explain_check.model.balance import BalanceCase
from explain_check.model.claim import ChangeClaim, Claim, LevelClaim, Printed, printed_figures
from explain_check.model.figure import Interval
from explain_check.model.finding import Coverage, Obstacle, UncheckedFigure
from explain_check.model.link import Link, LinkStatus
from explain_check.pipeline.judgement import Judgement


def measure_coverage(claims: Sequence[Claim], links: Mapping[str, Link], judgements: Sequence[Judgement]) -> Coverage:
    """Return the number of figures in budget statements, of those held against another one, and the rest with reasons."""
    figures = {_key(printed): printed for claim in claims for printed in printed_figures(claim)}
    held = {id(judgement.case): judgement.case for judgement in judgements if judgement.holds_figures}
    checked = {_key(printed) for case in held.values() for printed in case.figures}
    checked |= {_key(printed) for link in links.values() for printed in link.figures}
    checked |= {_key(printed) for printed in _repeated(claims)}
    reasons = _reasons(claims, links)
    unchecked = [
        UncheckedFigure(place=printed.place, reason=reasons.get(key, "no_partner"))
        for key, printed in sorted(figures.items())
        if key not in checked
    ]
    found = [judgement.verdict.obstacle for judgement in judgements]
    obstacles = Counter([obstacle.value for obstacle in found if obstacle not in (None, Obstacle.NOT_CONCERNED)])
    tables = {
        judgement.case.table: judgement.case
        for judgement in judgements
        if isinstance(judgement.case, BalanceCase) and not judgement.case.breaches
    }
    linked = {cell.cell.start for link in links.values() for cell in (*link.cells, *link.rivals)}
    lone = [cell.place for case in tables.values() for cell in case.lone if cell.cell.start not in linked]
    cells = sum(case.amounts for case in tables.values())
    return Coverage(
        cells=cells,
        cells_checked=cells - len(lone),
        cells_unchecked=tuple(UncheckedFigure(place=place, reason="no_sum") for place in lone),
        figures=len(figures),
        checked=len(figures.keys() & checked),
        unchecked=tuple(unchecked),
        undecided=tuple(sorted(obstacles.items())),
    )


def _key(printed: Printed) -> tuple[int, int]:
    return printed.place.location.start, printed.place.location.end


def _repeated(claims: Sequence[Claim]) -> Iterator[Printed]:
    """Yield amounts printed twice for the same account, and wholes with their parts that add up."""
    by_account: dict[tuple[str, object], list[Printed]] = {}
    wholes: dict[tuple[int, int], tuple[Printed, list[Printed]]] = {}
    for claim in claims:
        if isinstance(claim, LevelClaim):
            by_account.setdefault((claim.account, claim.current.figure.value_in("元") if claim.current.figure.is_money else 0), []).append(
                claim.current
            )
            if claim.whole is not None:
                wholes.setdefault(_key(claim.whole), (claim.whole, []))[1].append(claim.current)
    for found in by_account.values():
        if len(found) > 1:
            yield from found
    for whole, parts in wholes.values():
        total = Interval(low=whole.figure.value * 0, high=whole.figure.value * 0)
        for part in parts:
            total = total + part.figure.interval_in("元")
        if total.overlaps(whole.figure.interval_in("元")):
            yield whole
            yield from parts


def _reasons(claims: Sequence[Claim], links: Mapping[str, Link]) -> dict[tuple[int, int], str]:
    """Return why each figure is unchecked: no table, several cells, no rate beside it, or no partner."""
    reasons: dict[tuple[int, int], str] = {}
    for claim in claims:
        for printed in printed_figures(claim):
            reasons.setdefault(_key(printed), "no_partner")
        link = links.get(claim.id)
        if link is not None and isinstance(claim, LevelClaim | ChangeClaim) and claim.current is not None:
            reason = (
                "several_cells"
                if link.status is LinkStatus.AMBIGUOUS
                else "zero_amount"
                if not claim.current.figure.value
                else "not_in_tables"
            )
            reasons[_key(claim.current)] = reason
        if isinstance(claim, ChangeClaim) and claim.amount is not None and claim.rate is None:
            reasons[_key(claim.amount)] = "no_rate"
    return reasons
