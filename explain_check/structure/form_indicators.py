"""The lower part of a form: rows of indicators, also where merged cells were lost and a row stands to the left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from explain_check.model.document import Piece
from explain_check.model.form import Indicator
from explain_check.structure.body import label_unit
from explain_check.structure.fold import squeezed
from explain_check.structure.form_labels import label_sense
from explain_check.structure.form_maker import FormMaker
from explain_check.structure.form_row import Cells, FormRow
from explain_check.structure.targets import read_target

_SHIFTS = (0, -1, -2)
_LONGEST_DATE = 32
#: 6月至8月 | 2024年第四季度 | 早于2023年10月20日
_DATE = re.compile(r"\d\s*月|季度|\d\s*年[底末内前]|\d\s*日[前内]")
#: 数量指标 stands above the indicators; 成本 and 满意度 alone do as well
_LEVEL = re.compile(r"指标$|^(?:数量|质量|时效|成本|效益|产出|满意度|社会效益|经济效益|生态效益|可持续影响|服务对象满意度)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where an indicator's name, value, sign and unit stand; -1 where there is no such column.

    ``level`` is what stands above the column in a list of projects (成本指标).
    """

    name: int
    value: int
    sign: int = -1
    unit: int = -1
    level: str = ""


def indicator_columns(row: FormRow) -> tuple[Columns, ...]:
    """Return the columns that a row names as a header of indicators, one for each pair of name and value; none elsewhere."""
    if "value" not in row.senses or "name" not in row.senses:
        return ()
    senses = dict(zip(row.cells, row.senses, strict=True))
    names = [column for column, sense in senses.items() if sense == "name"]
    found: list[Columns] = []
    for at, name in enumerate(names):
        end = names[at + 1] if at + 1 < len(names) else max(senses) + 1
        inside = {sense: column for column, sense in sorted(senses.items(), reverse=True) if name < column < end}
        if "value" in inside:
            found.append(Columns(name=name, value=inside["value"], sign=inside.get("sign", -1), unit=inside.get("unit", -1)))
    return tuple(found)


def with_levels(columns: Sequence[Columns], header: Sequence[FormRow]) -> tuple[Columns, ...]:
    """Return the columns with the level that a row above the header of indicators prints over each."""
    above = {column: piece.text for row in header for column, piece in row.cells.items() if _is_level(piece.text)}
    return tuple(replace(place, level=above.get(place.name, "")) for place in columns)


def read_indicators(cells: Cells, columns: Sequence[Columns], maker: FormMaker) -> Iterator[Indicator]:
    """Yield the indicators of a row; one that is printed twice (实施期 and 年度) with one value comes once."""
    seen: list[tuple[str, str]] = []
    for place in columns:
        found = _find(cells, place)
        if found is None:
            continue
        name, value = found
        if not seen or not any(text == value.text and (name.text.startswith(known) or known.startswith(name.text)) for known, text in seen):
            seen.append((name.text, value.text))
            yield _indicator(cells, place, name, value, maker)


def _find(cells: Cells, place: Columns) -> tuple[Piece, Piece] | None:
    """Return an indicator's name and value: a figure or date near the column of values with the nearest words at its left."""
    for shift in _SHIFTS:
        column = place.value + shift
        value = cells.get(column)
        if value is None or not (_asks(value.text) or (place.sign >= 0 and column == place.value)):
            continue
        name = _left_of(cells, column, place.sign)
        return (name, value) if name is not None and _names(name.text) else None
    name, value = cells.get(place.name), cells.get(place.value)
    return (name, value) if name is not None and value is not None and _names(name.text) else None


def _left_of(cells: Cells, column: int, sign: int) -> Piece | None:
    """Return the nearest cell at the left of a column, but for the column of signs."""
    for at in range(column - 1, -1, -1):
        if at in cells and at != sign:
            return cells[at]
    return None


@lru_cache(maxsize=4096)
def _asks(text: str) -> bool:
    """Whether a cell holds a figure or a date to reach."""
    return read_target(text, "", "") is not None or (len(text) < _LONGEST_DATE and bool(_DATE.search(text)))


@lru_cache(maxsize=4096)
def _names(text: str) -> bool:
    """Whether a cell holds words that may name an indicator."""
    return not _asks(text) and not label_sense(text)


@lru_cache(maxsize=4096)
def _is_level(text: str) -> bool:
    return _LEVEL.search(squeezed(text)) is not None


def _indicator(cells: Cells, place: Columns, name: Piece, value: Piece, maker: FormMaker) -> Indicator:
    sign, unit = cells.get(place.sign), cells.get(place.unit)
    above = (place.level,) if place.level else [piece.text for at, piece in cells.items() if at < place.name and _is_level(piece.text)]
    asked = (unit.text if unit else "") or label_unit(name.text)
    return Indicator(
        levels=tuple(above),
        name=maker.passage(name),
        value=maker.passage(value),
        target=read_target(value.text, sign.text if sign else "", asked),
    )
