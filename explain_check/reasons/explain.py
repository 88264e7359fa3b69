"""Give every claim's reason its categories and flags."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from explain_check.model.claim import ChangeClaim, Claim, Direction, ExecutionClaim
from explain_check.model.text import Section
from explain_check.reasons.circular import restates, same_words
from explain_check.reasons.classify import classify_reason
from explain_check.reasons.elsewhere import Surroundings
from explain_check.reasons.flags import flag_reason
from explain_check.reasons.matching import squeeze_reason
from explain_check.reasons.members import is_explained_by_members
from explain_check.reasons.movements import Explained, has_changed, moved, signed_change, went
from explain_check.reasons.parts import WHOLE, part_lists, parts_of
from explain_check.reasons.unled import find_unled
from explain_check.reasons.wholes import explained_by_wholes, explained_just_before
from explain_check.structure.metadata import PROGRESS_REPORT

#: What all of 财政拨款支出 is made of: a reason given for it speaks of the fund that moved as it did.
_FUNDS, _ALL_FUNDS = re.compile(r"^(?:一般公共预算|政府性基金|国有资本经营)"), re.compile(r"^财政拨款")
#: Reasons that may well be the same for several subjects.
_COMMON = frozenset({"not_budgeted", "unchanged", "not_applicable"})
#: What a reason for several items at once is not blamed for: it may speak of the others.
_OF_ONE = frozenset({"direction_conflict", "wrong_subject"})
#: The words of an evaluation (绩效自评), which published accounts use nowhere else.
_EVALUATED = re.compile(r"(?<!预算)执行数|执行金额|自评")
_SENTENCE = 12
#: How many statements behind a total its parts stand in: items of all functional classes.
_DETAILS = 60
#: So many digits two amounts hardly share by chance.
_TELLING = 4


class _Known(NamedTuple):
    """What is found out once for all claims of a document."""

    claims: Sequence[Explained]
    repeated: frozenset[str]
    told: frozenset[str]
    around: Surroundings
    caused: Callable[[Direction | None], frozenset[str]]


def explain_reasons(claims: Sequence[Claim], sections: Sequence[Section] = (), kind: str = "") -> tuple[Claim, ...]:
    """Return the claims, those that may have a reason with it, its categories and flags.

    ``sections`` and ``kind`` are the document's: nobody has to explain a year that still runs.
    """
    claims = find_unled(claims, sections)
    explained = [claim for claim in claims if isinstance(claim, ChangeClaim | ExecutionClaim)]
    known = _Known(
        claims=explained,
        repeated=_repeated(explained),
        told=explained_by_wholes(claims) | explained_just_before(claims),
        around=Surroundings(explained, sections),
        caused=cache(partial(_caused, explained)),
    )
    found = tuple(_explain(claim, known) if isinstance(claim, ChangeClaim | ExecutionClaim) else claim for claim in claims)
    return tuple(map(_unflagged, found)) if kind == PROGRESS_REPORT else found


def _unflagged(claim: Claim) -> Claim:
    """Return a claim whose reason is not missed."""
    if not isinstance(claim, ChangeClaim | ExecutionClaim) or "missing" not in claim.reason.flags:
        return claim
    return replace(claim, reason=replace(claim.reason, flags=()))


def _explain(claim: Explained, known: _Known) -> Explained:
    reason = claim.reason
    direction = moved(claim)
    if not reason.text.strip():
        is_missing = claim.id not in known.told and _is_missing(claim, known.claims)
        elsewhere = is_missing and (_is_told_elsewhere(claim, known.claims) or known.around.hold_reason(claim, direction))
        return replace(claim, reason=replace(reason, categories=(), flags=("missing",) if is_missing else (), is_elsewhere=elsewhere))
    printed = claim.current if isinstance(claim, ChangeClaim) else claim.actual
    categories = classify_reason(reason.text, claim.subject, direction, from_nothing=_is_unbudgeted(claim))
    said = None if isinstance(claim, ChangeClaim) and (claim.is_contradictory or claim.denied_by) else direction
    flags = flag_reason(reason.text, claim.subject, said, categories, printed.figure.value if printed else None)
    if reason.is_shared:
        flags = tuple(flag for flag in flags if flag not in _OF_ONE)
    parts = _named_parts(claim) if "circular" in flags else frozenset()
    if parts and all(any(part in name for name in known.caused(direction)) for part in parts):
        flags = tuple(flag for flag in flags if flag != "circular")
    own = not {category.id for category in categories} <= _COMMON and not WHOLE.search(claim.account)
    if own and squeeze_reason(reason.text).text in known.repeated:
        flags = (*flags, "boilerplate")
    return replace(claim, reason=replace(reason, categories=categories, flags=flags, names_part=bool(parts)))


def _is_unbudgeted(claim: Explained) -> bool:
    return isinstance(claim, ExecutionClaim) and claim.budget is not None and claim.budget.figure.value == 0


def _named_parts(claim: Explained) -> frozenset[str]:
    """Return the parts of its item that a reason names without more (基本支出增加)."""
    restated = restates(squeeze_reason(claim.reason.text).text, claim.subject)
    return restated.parts if restated else frozenset()


def _caused(claims: Sequence[Explained], direction: Direction | None) -> frozenset[str]:
    """Return the accounts that moved in a direction and have a cause where they are stated."""
    alike = [claim for claim in claims if moved(claim) is direction and claim.reason.text.strip()]
    return frozenset(
        same_words(claim.account) for claim in alike if restates(squeeze_reason(claim.reason.text).text, claim.subject) is None
    )


def _is_missing(claim: Explained, others: Sequence[Explained]) -> bool:
    """Whether an amount changed and no reason is given, neither for it nor for each of its parts.

    A clause left empty (主要原因是。) is another slip; a statement made again elsewhere with its reason is explained.
    """
    if claim.reason.connector or not has_changed(claim) or _is_evaluated(claim):
        return False
    same = [other for other in others if type(other) is type(claim) and other.account == claim.account and other is not claim]
    if any(other.reason.text.strip() and moved(other) is moved(claim) for other in same):
        return False
    return not any(_are_explained(parts, others) for parts in part_lists(claim, others))


def _is_evaluated(claim: Explained) -> bool:
    """Whether a project's evaluation tells how much of its money was spent (全年预算数为80万元，执行数为78万元): no reason is asked for."""
    is_project = _EVALUATED.search(claim.place.quote) is not None or claim.subject.endswith(("项目", "专项"))
    return isinstance(claim, ExecutionClaim) and is_project


def _is_explained(claim: Explained, others: Sequence[Explained]) -> bool:
    """Whether a claim has a reason, or each of its own parts that moved has one."""
    if claim.reason.text.strip():
        return True
    parts = [part for part in parts_of(claim, others) if has_changed(part)]
    return bool(parts) and all(part.reason.text.strip() for part in parts)


def _are_explained(parts: Sequence[Explained], others: Sequence[Explained]) -> bool:
    """Whether each part has a reason, itself or in a part that holds it: 公务用车购置费 below 公务用车购置及运行维护费."""
    held = [part for whole in parts if whole.reason.text.strip() for part in parts_of(whole, others)]
    asked = [part for part in parts if not any(part is each for each in held)]
    return bool(asked) and all(_is_explained(part, others) for part in asked)


def _is_told_elsewhere(claim: Explained, others: Sequence[Explained]) -> bool:
    """Whether other statements tell why a claim without a reason of its own moved."""
    return is_explained_by_members(claim, others) or _is_explained_elsewhere(claim, others)


def _is_explained_elsewhere(claim: Explained, others: Sequence[Explained]) -> bool:
    """Whether a reason given for other words of its section explains a claim that has none of its own.

    Those of its parts that moved have theirs; what moved by the same amount is the same money (其中：政府集中采购预算…; the income of
    another section beside its spending); a reason given for the whole (“三公”经费下降的原因是…) speaks of those that moved as it did.
    """
    lists = ([part for part in parts if has_changed(part)] for parts in part_lists(claim, others))
    if any(_are_explained(parts, others) for parts in lists) or _adds_up(claim, others):
        return True
    if isinstance(claim, ExecutionClaim) and (_is_explained_as_change(claim, others) or _is_explained_again(claim, others)):
        return True
    section, start = claim.place.location.section, claim.place.location.start
    for other in others:
        place = other.reason.place
        if other is claim or place is None or went(other) is not went(claim):
            continue
        if other.place.location.section != section:
            if _is_telling(claim) and _moved_as_much(claim, other):
                return True
            continue
        is_part = any(claim is part for part in parts_of(other, others))
        is_fund = _FUNDS.search(claim.subject) and _ALL_FUNDS.search(other.subject)
        if is_part or is_fund or (place.location.start > start and _moved_as_much(claim, other)):
            return True
    return False


def _is_explained_as_change(claim: ExecutionClaim, others: Sequence[Explained]) -> bool:
    """Whether its sentence says why the actual differs from last year's: 支出0.66万元，完成预算的55.00%，同比下降23.26%，来访减少."""
    if claim.actual is None:
        return False
    own = claim.place.location
    changes = (other for other in others if isinstance(other, ChangeClaim) and other.current and other.current.place == claim.actual.place)
    beside = (other for other in changes if other.place.location.start <= own.end and own.start <= other.place.location.end)
    return any(_is_explained(other, others) for other in beside)


def _is_explained_again(claim: ExecutionClaim, others: Sequence[Explained]) -> bool:
    """Whether another statement on the same actual says why: 与年初预算相比，支出决算数12079.80万元，…增加3793.81万元，主要原因是…."""
    same = (other for other in others if isinstance(other, ExecutionClaim) and other is not claim and other.account == claim.account)
    actual = claim.actual.figure if claim.actual else None
    return any(other.actual is not None and other.actual.figure == actual and other.reason.text for other in same)


def _adds_up(claim: Explained, others: Sequence[Explained]) -> bool:
    """Whether the changes stated right behind a change make it up, some with a reason: (一)…减15600元，主要是…；(二)…增72000元.

    Where they are told by their changes alone (其中A项目减少960万元，B项目减少452万元), they are the reason.
    """
    whole = signed_change(claim)
    at = next((k for k, other in enumerate(others) if other is claim), None)
    if not whole or at is None:
        return False
    total, count, is_told, is_bare = whole * 0, 0, False, True
    for other in others[at + 1 : at + 1 + _DETAILS]:
        part = signed_change(other) if type(other) is type(claim) else None
        if not part:
            continue
        total, count = total + part, count + 1
        is_told = is_told or _is_explained(other, others)
        is_bare = is_bare and isinstance(other, ChangeClaim) and other.current is None
        if total == whole and count > 1:
            return is_told or is_bare
    return False


def _is_telling(claim: Explained) -> bool:
    """Whether no two things move by such an amount by chance: 374.18, not 2.00."""
    change = signed_change(claim)
    return change is not None and len(change.normalize().as_tuple().digits) >= _TELLING


def _moved_as_much(one: Explained, other: Explained) -> bool:
    amounts = [claim.amount for claim in (one, other) if isinstance(claim, ChangeClaim) and claim.amount is not None]
    return len(amounts) > 1 and amounts[0].figure.value_in("元") == amounts[1].figure.value_in("元")


def _repeated(claims: Sequence[Explained]) -> frozenset[str]:
    """Return the reasons, squeezed, that stand at several places for different subjects; totals of the same money are one."""
    subjects: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for claim in claims:
        words = squeeze_reason(claim.reason.text).text
        if len(words) >= _SENTENCE and claim.reason.place is not None and not WHOLE.search(claim.account):
            subjects[words].setdefault(claim.account, claim.reason.place.location.start)
    return frozenset(words for words, places in subjects.items() if len(places) > 1 and len(set(places.values())) > 1)
