"""Find amounts of this year's tables that the prose dates a year back: 2023年度政府性基金支出26.00万元 in accounts of 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explain_check.model.claim import ChangeClaim, LevelClaim, TableCell
from explain_check.model.link import Link, LinkStatus
from explain_check.model.misdated import MisdatedCase

#: Where last year's figure may stand among this year's, or be this year's as well.
_CARRIED = re.compile(r"结转|结余|年初(?!预算)|年[末底]|以前年度|资产")
#: Amounts with fewer digits are alike by chance: 30.00; those that a cell holds without its name need more.
_FEWEST_DIGITS = {LinkStatus.UNIQUE: 4, LinkStatus.AMBIGUOUS: 5}
#: How many statements must be dated this year for each that is not: else the year of the disclosure is in doubt.
_FEWEST_DATED = 3


def find_misdated(links: Mapping[str, Link], year: int) -> Iterator[MisdatedCase]:
    """Yield each statement dated last year whose amount a cell of this year holds, and of which the section has no other."""
    held = [link for link in links.values() if link.cells]
    dated = {_start_of(link) for link in held if _year_of(link.claim) == year}
    found = {_start_of(link): link for link in sorted(held, key=_is_change) if _year_of(link.claim) == year - 1 and _is_exact(link)}
    if not found or len(found) * _FEWEST_DATED > len(dated):
        return
    accounts: dict[tuple[str, str], set[int | None]] = {}
    for link in links.values():
        accounts.setdefault((link.claim.scope, link.claim.account), set()).add(_year_of(link.claim))
    told: set[str] = set()
    for _, link in sorted(found.items()):
        claim = link.claim
        if str(year - 1) not in claim.place.quote and claim.scope in told:
            continue  # 2023年度支出284.10万元，其中：基本支出200.00万元: the part is dated by its whole alone
        if accounts[claim.scope, claim.account] != {year - 1} or _is_compared_with_itself(claim, year):
            continue
        if not _CARRIED.search(claim.scope + claim.place.quote) and not any(_is_of(cell, year - 1) for cell in link.cells):
            told.add(claim.scope)
            yield MisdatedCase(claim=claim, cell=link.cells[0], printed=year - 1, year=year)


def _start_of(link: Link) -> int:
    """Return where the amount of a link stands."""
    return link.claim.current.place.location.start if link.claim.current else -1


def _is_change(link: Link) -> bool:
    return isinstance(link.claim, ChangeClaim)


def _year_of(claim: LevelClaim | ChangeClaim) -> int | None:
    return claim.current_year if isinstance(claim, ChangeClaim) else claim.year


def _is_exact(link: Link) -> bool:
    """Whether an amount has digits enough to be no other by chance."""
    current, fewest = link.claim.current, _FEWEST_DIGITS.get(link.status)
    return current is not None and fewest is not None and len(str(current.figure.value).replace(".", "").strip("0")) >= fewest


def _is_compared_with_itself(claim: LevelClaim | ChangeClaim, year: int) -> bool:
    """Whether a statement is not moved, or names last year as its base as well: EC501 tells of that."""
    if not isinstance(claim, ChangeClaim):
        return False
    return not (claim.amount and claim.amount.figure.value) or str(year - 1) in claim.base.text


def _is_of(place: TableCell, year: int) -> bool:
    """Whether a cell may be of an earlier year: its labels or its caption say so."""
    labels = "".join((*place.cell.column_path, *place.cell.row_path, place.caption))
    return f"{year}年" in labels or "上年" in labels or bool(_CARRIED.search(labels))
