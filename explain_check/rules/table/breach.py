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
    whole, part = first.total.cell.figure, first.parts[0].cell.figure
    stated = repair.cell.cell.figure if repair else part if case.limits else whole
    shown = case.breaches[:_MOST_NAMED]
    captions = ("", *(breach.total.caption for breach in shown))
    formula = "；".join(_formula(breach, told) for breach, told in zip(shown, captions, strict=False))
    more = f"（共{len(case.breaches)}处不符）" if len(case.breaches) > _MOST_NAMED else ""
    return Verdict(
        outcome=Outcome.FAIL,
        stated=plain(stated.value) if stated else None,
        computed=plain(repair.value if repair else whole.value if case.limits and whole else first.computed),
        message=f"{formula}{more}{_suspects(case)}",
        message_en=_english(case),
        diagnosis=_diagnosis(repair, len(case.repairs)) if repair else None,
        evidence=_evidence(case),
        severity=Severity.ERROR if case.is_certain else Severity.WARNING,
    )


def _formula(breach: Breach, told: str = "") -> str:
    """Return a broken balance as people write it: 《支出总表》“教育支出”行：合计 60.00 ≠ 基本支出 50.00 + 项目支出 11.00 = 61.00.

    ``told`` is the caption that was named before.
    """
    total, kind = breach.total, breach.kind
    if kind is BalanceKind.AMONG and len(breach.parts) > 1:
        captions = (told, *(part.caption for part in breach.parts))
        parts = " + ".join(f"{_name(part, before)} {_amount(part)}" for part, before in zip(breach.parts, captions, strict=False))
        return f"{parts} = {plain(breach.computed)}，大于 {_name(total, captions[-1])} {_amount(total)}"
    if kind in (BalanceKind.SAME, BalanceKind.SIDES, BalanceKind.AMONG):
        other = breach.parts[0]
        between = "大于" if kind is BalanceKind.AMONG else "而"
        first, second = (other, total) if kind is BalanceKind.AMONG else (total, other)
        return f"{_name(first, told)} {_amount(first)}，{between} {_name(second, first.caption)} {_amount(second)}"
    labelled = [f"{_short(part, kind)} {_amount(part)}".strip() for part in breach.parts]
    shown = labelled if len(labelled) <= _MOST_PARTS else [*labelled[: _MOST_PARTS - 1], f"…（共 {len(labelled)} 项）"]
    result = f" = {plain(breach.computed)}" if len(labelled) > 1 else ""
    return f"{_line(total, kind, told)}{_short(total, kind)} {_amount(total)} ≠ {' + '.join(shown)}{result}"


def _line(place: TableCell, kind: BalanceKind, told: str) -> str:
    """Return the row or the column that a sum goes along: 《支出总表》“教育支出”行："""
    caption = "" if place.caption == told else f"《{place.caption}》"
    label, what = (place.cell.row_label, "行") if kind is BalanceKind.COLUMNS else (place.cell.column_label, "列")
    return f"{caption}“{label}”{what}：" if label else f"{caption}"


def _short(place: TableCell, kind: BalanceKind) -> str:
    """Return what tells a member of a sum from the others: its column along a row, its row down a column."""
    if kind is BalanceKind.FORMS:
        return _name(place, "")
    return (place.cell.column_path or ("",))[-1] if kind is BalanceKind.COLUMNS else place.cell.row_label


def _name(place: TableCell, told: str) -> str:
    """Return a cell in words, without the caption that was named before."""
    caption = "" if place.caption == told else f"《{place.caption or place.table}》"
    row = f"“{place.cell.row_label}”行" if place.cell.row_label else ""
    column = f"“{place.cell.column_label}”列" if place.cell.column_label else ""
    return f"{caption}{row}{column}"


def _amount(place: TableCell) -> str:
    figure = place.cell.figure
    return plain(figure.value) if figure is not None else place.cell.text


def _suspects(case: BalanceCase) -> str:
    """Return the sentence on what is probably wrong."""
    if case.limits:
        return _beside(case)
    if not case.is_searched:
        return "；牵涉的数字过多，未逐一推算哪一个有误，请逐项核对"
    if not case.repairs and case.opposite is not None:
        return f"；{_name(case.opposite, case.breaches[0].total.caption)} {_opposite(case, case.opposite)}"
    if not case.repairs:
        return "；改正一个数字不能使各数相符，请逐项核对"
    told = case.breaches[0].total.caption
    shown = case.repairs[:_MOST_NAMED]
    named = "、".join(f"{_name(repair.cell, told)} {_amount(repair.cell)}（应为 {plain(repair.value)}）" for repair in shown)
    if len(case.repairs) == 1:
        copies = case.repairs[0].copies
        return f"；疑误：{named}" + (f"，另有 {len(copies)} 处照写了这个数字" if copies else "")
    return f"；改正其中任一个即相符：{named}{'等' if len(case.repairs) > _MOST_NAMED else ''}"


def _opposite(case: BalanceCase, other: TableCell) -> str:
    """Return what is said of a row that differs by as much the other way: the two were exchanged, or an amount stands in the wrong one."""
    if other.cell.figure is not None and other.cell.figure.value == case.breaches[0].computed:
        return f"{_amount(other)}，疑两行的金额互换"
    return f"{_amount(other)} 反向相差同样的数额，疑有 {_gap(case)} 错行"


def _gap(case: BalanceCase) -> str:
    """Return by how much the first breach differs."""
    total = case.breaches[0].total.cell.figure
    return plain(abs(total.value - case.breaches[0].computed)) if total is not None else ""


def _beside(case: BalanceCase) -> str:
    """Return what is said of parts that exceed their wholes: rows slid where the right amounts stand beside."""
    if not case.beside:
        return "；基本支出只是其中一部分，不应大于全部"
    rows = "、".join(f"“{cell.cell.row_label}”行的 {_amount(cell)}" for cell in case.beside)
    return f"；后者的数字为相邻的{rows}，疑金额与科目错位"


def _english(case: BalanceCase) -> str:
    first = case.breaches[0]
    if case.limits:
        return f"A part of basic spending, {plain(first.computed)}, exceeds the whole of its item, {_amount(first.total)}"
    told = f"The parts make {plain(first.computed)}, the total is {_amount(first.total)}"
    if not case.repairs and case.opposite is not None:
        return f"{told}; another row differs by as much the other way: {_gap(case)} may stand in the wrong row"
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
    cells = [cell for repair in case.repairs for cell in (repair.cell, *repair.copies)] + list(case.beside)
    cells += [case.opposite] if case.opposite is not None and not case.repairs else []
    shown = case.breaches[:_MOST_NAMED] if case.repairs else case.breaches
    cells += [cell for breach in shown for cell in (breach.total, *breach.parts)]
    return tuple(dict.fromkeys(cell.place for cell in cells))
