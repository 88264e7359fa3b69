"""The statements on the parts of a total: what explains them explains it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.model.claim import ChangeClaim
from explain_check.reasons.circular import same_words
from explain_check.reasons.movements import Explained

WHOLE = re.compile(r"总计|合计|收支|一般公共预算|财政拨款|本年[收支]|年[收支]|预算安排|^(?:收入|支出)")
"""Names of totals."""
_THREE, _THREE_PARTS = re.compile(r"三公"), re.compile(r"因公出国|公务接待|公务用车|公务车|公车")
_BOTH_PARTS = re.compile(r"公务用车(?:购置|运行维护|运行)(?:费)?(?:及|和|与)|公务用车(?:费|支出)?$")
_CAR_PARTS = re.compile(r"公务用车(?:购置|运行)(?!(?:维护)?费?(?:及|和|与))")
_WHOLE_PARTS = re.compile(r"^(?:基本支出|项目支出)")
_IN_ALL, _IN_DETAIL = re.compile(r"总体|总的|概况"), re.compile(r"具体|分项|明细")


def parts_of(claim: Explained, others: Sequence[Explained]) -> list[Explained]:
    """Return the statements on the parts of a total in its own section and below it."""
    name = same_words(claim.subject)
    if _THREE.search(name):
        wanted = _THREE_PARTS
    elif _BOTH_PARTS.search(name):
        wanted = _CAR_PARTS
    elif WHOLE.search(name) and "/" not in name:
        wanted = _WHOLE_PARTS
    else:
        return []
    near = [other for other in others if type(other) is type(claim) and other is not claim and _is_below(other, claim)]
    return [other for other in near if wanted.search(same_words(other.subject)) and not _THREE.search(other.subject)]


def part_lists(claim: Explained, others: Sequence[Explained]) -> tuple[list[Explained], list[Explained]]:
    """Return the parts told in a total's own section, and those of the sections below it as well."""
    parts = parts_of(claim, others)
    return [part for part in parts if part.place.location.section == claim.place.location.section], parts


def _is_below(part: Explained, whole: Explained) -> bool:
    """Whether a statement stands in the section of another, or in one below it: (一)因公出国（境）费 of 八、“三公”经费.

    (二)具体情况 tells of the parts of what (一)总体情况 tells of under one heading.
    """
    if part.place.location.section == whole.place.location.section:
        return True
    if not (isinstance(part, ChangeClaim) and isinstance(whole, ChangeClaim)):
        return False
    (above, _, own), (parent, _, other) = part.scope.rpartition(" "), whole.scope.rpartition(" ")
    return part.scope.startswith(f"{whole.scope} ") or (bool(_IN_ALL.search(other) and _IN_DETAIL.search(own)) and above == parent)
