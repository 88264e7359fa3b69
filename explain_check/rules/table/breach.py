"""What a broken balance is reported as."""

from __future__ import annotations

from explain_check.model.arithmetic import plain
from explain_check.model.balance import BalanceCase, BalanceKind, Breach, Repair
from explain_check.model.claim import TableCell
from explain_check.model.finding import Diagnosis, Outcome, Severity, Verdict
from explain_check.model.slips import LABELS
from explain_check.model.text import Place

_MOST_PARTS = 6
_MOST_NAMED = 3
UNEXPLAINED = "other"


def breach_verdict(case: BalanceCase) -> Verdict:
    """Return the verdict on broken balances: what does not agree, and the likeliest correction."""
    first = case.breaches[0]
    repair = case.repairs[0] if case.repairs else None
    stated = repair.cell.cell.figure if repair else first.total.cell.figure
    formula = "；".join(_formula(breach) for breach in case.breaches[:_MOST_NAMED])
    more = f"（共{len(case.breaches)}处不符）" if len(case.breaches) > _MOST_NAMED else ""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(stated.value) if stated else None,
        computed=plain(repair.value if repair else first.computed),
        message=f"{formula}{more}{_suspects(case)}",
        message_en=_english(case),
        diagnosis=_diagnosis(repair, len(case.repairs)) if repair else None,
        evidence=_evidence(case),
        severity=Severity.ERROR if case.is_certain else Severity.WARNING,
    )


def _formula(breach: Breach) -> str:
    """Return a broken balance as people write it: 合计 4461.66 ≠ 3048.31 + 1413.53 = 4461.84."""
    total = _amount(breach.total)
    if breach.kind in (BalanceKind.SAME, BalanceKind.SIDES):
        other = breach.parts[0]
        return f"{_name(breach.total)} {total}，而 {_name(other)} {_amount(other)}"
    if breach.kind is BalanceKind.AMONG:
        return f"{_name(breach.parts[0])} {_amount(breach.parts[0])}，大于 {_name(breach.total)} {total}"
    amounts = [_amount(part) for part in breach.parts]
    shown = amounts if len(amounts) <= _MOST_PARTS else [*amounts[: _MOST_PARTS - 1], f"…（共{len(amounts)}项）"]
    sum_shown = f" = {plain(breach.computed)}" if len(amounts) > 1 else ""
    return f"{_name(breach.total)} {total} ≠ {' + '.join(shown)}{sum_shown}"


def _name(place: TableCell) -> str:
    words = (f"《{place.caption}》" if place.caption else place.table, place.cell.row_label, place.cell.column_label)
    return "".join(word for word in words if word)


def _amount(place: TableCell) -> str:
    figure = place.cell.figure
    return plain(figure.value) if figure is not None else place.cell.text


def _suspects(case: BalanceCase) -> str:
    """Return the sentence on what is probably wrong."""
    if not case.is_searched:
        return "；牵涉的数字过多，未逐一推算哪一个有误，请逐项核对"
    if not case.repairs:
        return "；改正一个数字不能使各数相符，请逐项核对"
    named = "、".join(f"{_name(repair.cell)} {_amount(repair.cell)}（应为 {plain(repair.value)}）" for repair in case.repairs[:_MOST_NAMED])
    if len(case.repairs) == 1:
        return f"；疑误：{named}"
    return f"；改正其中任一个即相符：{named}{'等' if len(case.repairs) > _MOST_NAMED else ''}"


def _english(case: BalanceCase) -> str:
    first = case.breaches[0]
    told = f"The parts make {plain(first.computed)}, the total is {_amount(first.total)}"
    if not case.repairs:
        return f"{told}; no single correction makes the figures agree"
    repair = case.repairs[0]
    return f"{told}; probably wrong: {_amount(repair.cell)}, should be {plain(repair.value)}"


def _diagnosis(repair: Repair, count: int) -> Diagnosis:
    """Return the slip of the likeliest correction."""
    stated = _amount(repair.cell)
    why = f"：{LABELS[repair.slip]}" if repair.slip else ""
    doubt = "" if count == 1 else f"（{count}种改法之一）"
    message = f"{stated} 疑为 {plain(repair.value)}{why}{doubt}"
    return Diagnosis(kind=repair.slip or UNEXPLAINED, message=message, correction=repair.value)


def _evidence(case: BalanceCase) -> tuple[Place, ...]:
    """Return the cells of the suspects, then those of the broken balances, each once."""
    cells = [repair.cell for repair in case.repairs]
    cells += [cell for breach in case.breaches for cell in (breach.total, *breach.parts)]
    return tuple(dict.fromkeys(cell.place for cell in cells))
