"""Indicators named alike but for one word, beside a text that lists the same things: 租赁电信电路, 租赁联通电路."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explain_check.link.nouns import indicator_core
from explain_check.link.units import is_same_unit
from explain_check.model.figure import PERCENT
from explain_check.model.form import Entry, Indicator
from explain_check.model.goal import Quantity

_LONGEST_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sisters:
    """A family of indicators with what a text says of them: ``listed`` counts by the place among all measured indicators."""

    sisters: tuple[Indicator, ...]
    listed: tuple[tuple[int, Quantity], ...]
    missing: tuple[Indicator, ...]
    total: Quantity | None


@dataclass(frozen=True, slots=True)
class Family:
    """The common parts of the names and each member's own word, by its place among the measured indicators."""

    prefix: str
    suffix: str
    words: dict[int, str]


def find_sisters(
    families: Sequence[Family], measured: Sequence[Indicator], quantities: Sequence[Quantity], entry: Entry
) -> Iterator[Sisters]:
    """Yield the families of which a text lists at least two members, or states a figure for all."""
    for family in families:
        first = measured[min(family.words)]
        own = [q for q in quantities if not q.per and first.target and is_same_unit(q.figure.unit, first.target.figure.unit)]
        listed = tuple((at, quantity) for quantity in own if (at := _member(quantity, family)) is not None)
        total = next((q for q in own if _names_all(q, family)), None)
        if len({at for at, _ in listed}) < 2 and total is None:
            continue
        named = {at for at, _ in listed}
        text = _without(entry.passage.text, family)
        missing = [at for at, word in family.words.items() if at not in named and word not in text] if len(named) > 1 else []
        yield Sisters(
            sisters=tuple(measured[at] for at in family.words),
            listed=listed,
            missing=tuple(measured[at] for at in missing),
            total=total,
        )


def find_families(measured: Sequence[Indicator]) -> Iterator[Family]:
    """Yield the groups of at least three counts of one unit whose names share a beginning and an end."""
    by_unit: dict[str, dict[int, str]] = {}
    for at, indicator in enumerate(measured):
        target = indicator.target
        if target and not target.per and not target.figure.is_money and target.figure.unit != PERCENT:
            by_unit.setdefault(target.figure.unit, {})[at] = indicator_core(indicator.name.text)
    found = [family for cores in by_unit.values() if len(cores) > 2 for family in _families_of(cores)]
    yield from sorted(found, key=lambda family: min(family.words))


def _families_of(cores: dict[int, str]) -> Iterator[Family]:
    """Yield the families among names counted in one unit."""
    taken: set[int] = set()
    for at, core in cores.items():
        if at in taken:
            continue
        group = [at, *(other for other, name in cores.items() if other > at and other not in taken and _shared(core, name) >= 2)]
        family = _family({member: cores[member] for member in group}) if len(group) > 2 else None
        if family is not None:
            taken.update(group)
            yield family


def _common(names: Sequence[str]) -> str:
    """Return what all names begin with: what the first and the last of them in order share."""
    first, last = min(names), max(names)
    return next((first[:at] for at, char in enumerate(first) if char != last[at]), first)


def _shared(one: str, other: str) -> int:
    """Return how many characters two names share at their beginning and end."""
    if one[:1] != other[:1] and one[-1:] != other[-1:]:
        return 0
    prefix = len(_common([one, other]))
    rest = min(len(one), len(other)) - prefix
    return prefix + min(rest, len(_common([one[::-1], other[::-1]])))


def _family(names: dict[int, str]) -> Family | None:
    """Return the family of some names, None where a member has no short word of its own."""
    prefix = _common(list(names.values()))
    suffix = _common([name[len(prefix) :][::-1] for name in names.values()])[::-1]
    words = {at: name[len(prefix) : len(name) - len(suffix)] for at, name in names.items()}
    if len(prefix) + len(suffix) < 2 or not all(0 < len(word) <= _LONGEST_WORD for word in words.values()):
        return None
    return Family(prefix, suffix, words) if len(set(words.values())) == len(words) else None


def _without(text: str, family: Family) -> str:
    """Return a text without the words that all members share."""
    for shared in (family.suffix, family.prefix):
        if len(shared) > 1:
            text = text.replace(shared, "|")
    return text


def _member(quantity: Quantity, family: Family) -> int | None:
    """Return the member that a quantity names, None where it names none or several."""
    words = _without(quantity.before, family) + "|" + _without(quantity.behind, family)
    found = [at for at, word in family.words.items() if word in words]
    return found[0] if len(found) == 1 else None


def _names_all(quantity: Quantity, family: Family) -> bool:
    """Whether a quantity bears the shared words and no member's own."""
    words = quantity.before + "|" + quantity.behind
    shared = [part for part in (family.prefix, family.suffix) if len(part) > 1]
    rest = _without(words, family)
    return bool(shared) and all(part in words for part in shared) and not any(word in rest for word in family.words.values())
