"""Which indicator of a form measures what a text about its project says in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from explain_check.extract.quantities import QuantityReader
from explain_check.link.nouns import bare_noun, does_otherwise, indicator_core, noun_before, shares_words
from explain_check.link.projects import Projects, texts_about
from explain_check.link.sisters import find_families, find_sisters
from explain_check.link.units import is_same_unit, same_figure
from explain_check.model.figure import PERCENT
from explain_check.model.form import Entry, Field, Form, Indicator
from explain_check.model.goal import Closeness, GoalCase, Quantity, SistersCase

#: Texts that state what is to be done; what is told of the past stands beside it in the description.
_GOALS = (Field.GOAL, Field.TASK)
_TEXTS = (*_GOALS, Field.DESCRIPTION, Field.NEED, Field.ALLOCATION)
_RANK = {Closeness.NAME: 2, Closeness.WORDS: 1}
_CHANGE = re.compile(r"(?:增长|下降|提高|增加|减少|降低|上升|压减|节约)了?(?:率|幅)?$")
_PAYMENT = re.compile(r"(?:支付|拨付|付|预付)(?:合同)?(?:价?款|金额|总额)?的?$")
#: 我院有监护仪8台 tells what there is; 有效, 有序 do not
_HAS = re.compile(r"有(?![效序关利力偿])|下辖|辖")
_INSIDE = re.compile(r"^(?:含|其中|包括|不含)")
_HIRE = re.compile(r"(?:招聘|聘用|聘请|招录|录用|雇佣|配备|招募)(?:了|工作人员|人员)?$")
_STAFF = re.compile(r"(?:人员|员工|聘用|职员|[\u4e00-\u9fff]员)$")
_CONTENT = re.compile(r"满意[度率]")
_ANYONE = re.compile(r"^(?:服务对象|群众|社会公众|公众|受益对象|受益群众|人民群众|使用人员|使用对象|办事群众)?(?:的|对.{0,8})?满意[度率]$")


def match_goals(form: Form, projects: Projects, reader: QuantityReader) -> Iterator[GoalCase | SistersCase]:
    """Yield the figures of each text about a form's project with the indicator that measures the same thing."""
    measured = [indicator for indicator in form.indicators if indicator.target is not None]
    if not measured:
        return
    units = form.units
    families = tuple(find_families(measured))
    said: set[tuple[str, Decimal]] = set()
    for entry in texts_about(form, projects, _TEXTS):
        quantities = [quantity for quantity in reader.read(entry.passage, units) if _is_meant(quantity, entry)]
        if not quantities:
            continue
        sisters = list(find_sisters(families, measured, quantities, entry))
        listed = {quantity.start: at for found in sisters for at, quantity in found.listed}
        for case in _match_entry(form, entry, quantities, measured, listed):
            if (case.words, case.quantity.figure.value) not in said:
                said.add((case.words, case.quantity.figure.value))
                yield case
        for found in sisters:
            yield SistersCase(
                form=form, place=(found.total or found.listed[0][1]).place, words=form.name, sisters=found.sisters,
                listed=found.listed, missing=found.missing, total=found.total,
            )  # fmt: skip


def _is_meant(quantity: Quantity, entry: Entry) -> bool:
    """Whether a figure states what is to be reached this year."""
    if quantity.is_elsewhen or _INSIDE.match(quantity.before) or _PAYMENT.search(quantity.before):
        return False
    if entry.field in _GOALS:
        return True
    return not (_HAS.search(quantity.before) or quantity.figure.unit == PERCENT or quantity.figure.is_money)


def _match_entry(
    form: Form, entry: Entry, quantities: Sequence[Quantity], measured: Sequence[Indicator], listed: dict[int, int]
) -> Iterator[GoalCase]:
    """Yield the matches of one text; several different figures for one indicator may be its parts and are left out."""
    matched: dict[str, list[tuple[Quantity, Closeness]]] = {}
    for quantity in quantities:
        found = _best(quantity, measured)
        if found is None and quantity.start in listed:
            found = measured[listed[quantity.start]], Closeness.WORDS
        if found is not None:
            matched.setdefault(found[0].name.text, []).append((quantity, found[1]))
    if entry.field in _GOALS:
        for quantity, indicator in _only_contentment(quantities, measured, matched):
            matched[indicator.name.text] = [(quantity, Closeness.ONLY)]
    for name, found_here in matched.items():
        first, closeness = found_here[0]
        if all(same_figure(quantity.figure, first.figure) for quantity, _ in found_here):
            named = tuple(indicator for indicator in measured if indicator.name.text == name)
            yield GoalCase(form=form, place=first.place, words=name, entry=entry, quantity=first, indicators=named, closeness=closeness)


def _best(quantity: Quantity, measured: Sequence[Indicator]) -> tuple[Indicator, Closeness] | None:
    """Return the indicator that a quantity is closest to, None where two different ones are as close."""
    ranked: list[tuple[int, int, Indicator, Closeness]] = []
    for indicator in measured:
        if not _is_comparable(quantity, indicator):
            continue
        core = indicator_core(indicator.name.text)
        closeness, length = _closeness(quantity, core)
        if closeness is not None:
            ranked.append((_RANK[closeness], length, indicator, closeness))
    if not ranked:
        return _hired(quantity, measured)
    top = max(found[:2] for found in ranked)
    best = [found for found in ranked if found[:2] == top]
    return (best[0][2], best[0][3]) if len({found[2].name.text for found in best}) == 1 else None


def _is_comparable(quantity: Quantity, indicator: Indicator) -> bool:
    """Whether figure and target are counted in one unit, for the same (每人每月)."""
    target = indicator.target
    if target is None or not is_same_unit(quantity.figure.unit, target.figure.unit):
        return False
    if _CHANGE.search(quantity.before) and not re.search(r"增|降|减|提高", indicator.name.text):
        return False
    if quantity.per == target.per:
        return True
    if not quantity.figure.is_money or not target.per or quantity.per < target.per or target.per < quantity.per:
        return False
    return _is_near(quantity, target.figure.value * target.figure.factor_to("元"))


def _is_near(quantity: Quantity, value: Decimal) -> bool:
    """Whether the amounts are so close that one rate must be meant: 1.03万元/人 beside 1.02万元/月, not 18000元 beside 1500元/月."""
    own = quantity.figure.value_in("元")
    return own <= 2 * value and value <= 2 * own


def _closeness(quantity: Quantity, core: str) -> tuple[Closeness | None, int]:
    """Return how a quantity's words name what an indicator counts, and how many characters they share."""
    noun = noun_before(quantity.before)
    bare, bare_own = bare_noun(core), bare_noun(noun)
    names = (core,) if bare == core or does_otherwise(core, noun) else (core, bare)
    for name in names:
        if noun.endswith(name) or quantity.behind.startswith(name) or (len(name) > 2 and name in quantity.before):
            return Closeness.NAME, len(name)
    if len(bare_own) > 2 and any(name.endswith(bare_own) for name in names):
        return Closeness.NAME, len(bare_own)
    words = quantity.before + quantity.behind
    if shares_words(core, words) or (len(core) > 5 and quantity.figure.is_money and shares_words(core, quantity.context + words)):
        return Closeness.WORDS, len(core)
    return None, 0


def _hired(quantity: Quantity, measured: Sequence[Indicator]) -> tuple[Indicator, Closeness] | None:
    """Return the one indicator of staff beside 计划招聘6人."""
    if not is_same_unit(quantity.figure.unit, "人") or not _HIRE.search(quantity.before):
        return None
    found = [
        indicator
        for indicator in measured
        if indicator.target is not None
        and is_same_unit(indicator.target.figure.unit, "人")
        and not indicator.target.per
        and _STAFF.search(indicator_core(indicator.name.text))
    ]
    return (found[0], Closeness.WORDS) if len(found) == 1 else None


def _only_contentment(
    quantities: Sequence[Quantity], measured: Sequence[Indicator], matched: dict[str, list[tuple[Quantity, Closeness]]]
) -> Iterator[tuple[Quantity, Indicator]]:
    """Yield the one 满意度 of the text with the one of the indicators, where their parties may be the same."""
    said = [quantity for quantity in quantities if quantity.figure.unit == PERCENT and _CONTENT.search(noun_before(quantity.before))]
    asked = [indicator for indicator in measured if _CONTENT.search(indicator.name.text)]
    if len(said) != 1 or len(asked) != 1 or asked[0].name.text in matched or not _is_comparable(said[0], asked[0]):
        return
    one, other = noun_before(said[0].before), asked[0].name.text
    parts = (_CONTENT.sub("", one), _CONTENT.sub("", other))
    shared = any(parts[0][i : i + 2] in parts[1] for i in range(len(parts[0]) - 1))
    if shared or _ANYONE.match(one) or _ANYONE.match(other):
        yield said[0], asked[0]
