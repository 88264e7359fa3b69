"""Prove each row of the plain word lists by its own example, through the stages that a disclosure goes through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from explain_check.extract.family_sums import member_of
from explain_check.extract.subjects import is_account
from explain_check.lexicon import Entry, load_entries
from explain_check.link.nouns import doings_of
from explain_check.link.topics import topics_of
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim, Direction, LevelClaim
from explain_check.model.finding import Severity
from explain_check.model.quantity import CountClaim, SumClaim
from explain_check.pipeline.accounts_listed import find_accounts_listed
from explain_check.pipeline.check import check_text
from explain_check.pipeline.year_record import scope_of
from explain_check.reconcile.ledgers import find_ledgers
from explain_check.structure.fold import squeezed
from explain_check.structure.form_labels import label_sense
from explain_check.structure.metadata import is_progress_report, is_title, kinds_in
from explain_check.templates.kinds import table_kind

#: A row's example stands below this title; a caption above this table.
_TITLE = "某市某中心2024年部门预算\n\n"
_WHOLE, _USE = "预算安排规模：63.55万元。", "资金分配情况：物业费40.44万元，税费23.11万元。"
_TABLE = "\n单位：万元\n项目\t金额\n基本支出\t1.00\n合计\t1.00\n"


def find_unproven(name: str) -> Iterator[Entry]:
    """Yield the rows of a list that their examples do not prove; none for a list without a proof of its own."""
    prove = _PROOFS.get(name)
    if prove is not None:
        yield from (entry for entry in sorted(load_entries(name), key=lambda entry: entry.line) if not prove(entry))


def proven_lists() -> tuple[str, ...]:
    """Return the names of the lists that have a proof."""
    return tuple(_PROOFS)


def _check(entry: Entry) -> CheckedDocument:
    return check_text(_TITLE + entry.example)


def _changes(entry: Entry) -> list[ChangeClaim]:
    return [claim for claim in _check(entry).claims if isinstance(claim, ChangeClaim)]


def _moves(entry: Entry) -> bool:
    """Whether a change is read with this very word of direction."""
    words = chain.from_iterable(claim.words for claim in _changes(entry))
    return any((word.text, word.direction.value) == (entry.phrase, entry.sense) for word in words)


def _stands_still(entry: Entry) -> bool:
    """Whether a statement of no change is read by this very word."""
    found = [claim for claim in _changes(entry) if claim.direction is Direction.UNCHANGED]
    return any(word.text == entry.phrase for claim in found for word in claim.words)


def _leads_to_reason(entry: Entry) -> bool:
    """Whether a reason is read behind the connector, or from the words that show one; none only where words stand that are none."""
    if entry.sense in ("procedure", "remark", "topic"):
        without = replace(entry, example=entry.example.replace(entry.phrase.partition("…")[0], "", 1))
        return not any(claim.reason.text for claim in _changes(entry)) and any(claim.reason.text for claim in _changes(without))
    reason = next((claim.reason for claim in _changes(entry) if claim.reason.text), None)
    if reason is None:
        return False
    text = squeezed(reason.text)
    if entry.sense == "after":
        without = replace(entry, example=entry.example.replace(entry.phrase.partition("…")[0], "也是因为", 1))
        return text == "人员增加" and not any(claim.reason.text == reason.text for claim in _changes(without))
    if entry.sense in ("frame", "bare", "first"):
        first = entry.phrase.partition("…")[0]
        return not reason.connector and (text.startswith(first) or first in "为是")
    announced = squeezed(entry.example)
    at = announced.find(text)
    between = announced[announced.rfind(reason.connector, 0, at) : at] if reason.connector else ""
    return entry.phrase.rstrip(":") in between and not text.startswith(entry.phrase)


def _is_account(entry: Entry) -> bool:
    """Whether an amount is read with this very name, and the account that it stands for."""
    levels = [claim for claim in _check(entry).claims if isinstance(claim, LevelClaim)]
    return any(level.account == entry.sense and is_account(level.subject) for level in levels)


def _is_part(entry: Entry) -> bool:
    """Whether a figure behind 其中 is read as a part, as the member of its family that the row says."""
    claims = _check(entry).claims
    names = [(claim.subject, claim.account) for claim in claims if isinstance(claim, LevelClaim) and claim.whole is not None]
    names += [(part.subject, "") for claim in claims if isinstance(claim, SumClaim) for part in claim.parts]
    return any(member_of(each) == tuple(entry.sense.split("/")) for each in names)


def _labels_list(entry: Entry) -> bool:
    """Whether the label's paragraph is read as the amount of a project, or as its use."""
    paragraphs = [_WHOLE, entry.example] if entry.sense == "parts" else [entry.example, _USE]
    claims = check_text(_TITLE + "\n\n".join(paragraphs)).claims
    return any(isinstance(claim, SumClaim) and len(claim.parts) == 2 for claim in claims)


def _is_counted(entry: Entry) -> bool:
    counts = [claim for claim in _check(entry).claims if isinstance(claim, CountClaim)]
    return any(count.sort == entry.sense and entry.phrase in squeezed(count.subject) for count in counts)


def _moves_heads(entry: Entry) -> bool:
    counts = [claim for claim in _check(entry).claims if isinstance(claim, CountClaim)]
    return any(count.amount is not None and count.direction is not None and count.direction.value == entry.sense for count in counts)


def _moves_item(entry: Entry) -> bool:
    items = [item for claim in _changes(entry) for item in claim.reason.items]
    return any(item.direction is not None and item.direction.value == entry.sense and entry.phrase in item.text for item in items)


def _is_contained(entry: Entry) -> bool:
    entries = [item for case in find_ledgers(_check(entry).claims) for item in case.entries]
    return any(item.within == entry.sense for item in entries)


def _is_misspelt(entry: Entry) -> bool:
    found = [finding for finding in _check(entry).findings if finding.rule in ("EC603", "EC604")]
    return any((finding.stated, finding.computed) == (entry.phrase, entry.sense) for finding in found)


def _is_caption(entry: Entry) -> bool:
    tables = check_text(_TITLE + entry.example + _TABLE).document.tables
    return any(entry.phrase in squeezed(table.caption) and table_kind(table.caption) == entry.sense for table in tables)


def _is_label(entry: Entry) -> bool:
    return label_sense(entry.example.replace(":", "：").partition("：")[0]) == entry.sense


def _is_scope(entry: Entry) -> bool:
    return scope_of("", "", entry.example, default="") == entry.sense


def _is_governments(entry: Entry) -> bool:
    """Whether a change without a reason is only a remark where a government reports it, and more where a body does."""
    checked = _check(entry)
    claims = {claim.id for claim in checked.claims if isinstance(claim, ChangeClaim) and claim.subject.startswith(entry.phrase)}
    found = [finding.severity for finding in checked.findings if finding.rule == "EC402" and finding.claim in claims]
    return bool(found) and all((severity is Severity.INFO) == (entry.sense == "government") for severity in found)


def _is_side(entry: Entry) -> bool:
    """Whether a change of a total of both sides finds the amount of what stands for it."""
    levels = [claim.current for claim in _check(entry).claims if isinstance(claim, LevelClaim) and claim.account == entry.phrase]
    return any(claim.account == entry.sense and claim.current in levels for claim in _changes(entry))


def _is_of_title(entry: Entry) -> bool:
    """Whether a title is read by this word: as a title, as that of a running year, or as one of accounts in spite of it."""
    if entry.sense in ("filler", "end"):
        return is_title(entry.example)
    return is_progress_report(entry.example) if entry.sense != "fund" else set(kinds_in(entry.example)) == {"决算"}


def _is_topic(entry: Entry) -> bool:
    return entry.sense in topics_of(entry.example)


def _is_item(entry: Entry) -> bool:
    document = _check(entry).document
    cases = find_accounts_listed(document.sections, document.tables)
    return any((squeezed(place.quote), code) == (entry.phrase, entry.sense) for case in cases for place, code in case.listed)


def _is_verb(entry: Entry) -> bool:
    goal = entry.example.partition("：")[2]
    return goal.startswith(entry.phrase) and doings_of(goal) == {entry.sense} - {"do"}


_PROOFS: Mapping[str, Callable[[Entry], bool]] = {
    "accounts": _is_account,
    "connectors": _leads_to_reason,
    "contained": _is_contained,
    "counted": _is_counted,
    "directions": _moves,
    "economic_items": _is_item,
    "equalities": _stands_still,
    "form_fields": _is_label,
    "governments": _is_governments,
    "headcount_moves": _moves_heads,
    "item_moves": _moves_item,
    "list_labels": _labels_list,
    "misspellings": _is_misspelt,
    "parts": _is_part,
    "project_topics": _is_topic,
    "project_verbs": _is_verb,
    "savings": _moves,
    "scopes": _is_scope,
    "sides": _is_side,
    "table_kinds": _is_caption,
    "titles": _is_of_title,
}
