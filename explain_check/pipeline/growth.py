"""What reasons say that the word lists do not know yet: words and runs of words with counts, for an expert to make rows of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explain_check.extract.segment import cut_words
from explain_check.lexicon.prove import find_broken_entries
from explain_check.model.checked import CheckedDocument
from explain_check.model.claim import ChangeClaim, ExecutionClaim
from explain_check.pipeline.proofs import find_unproven, proven_lists
from explain_check.reasons import prove

_CHINESE = re.compile(r"^[\u4e00-\u9fff]+$")
#: Words that begin or end no phrase of their own.
_EMPTY_WORDS = frozenset(
    {
        "的",
        "了",
        "和",
        "与",
        "及",
        "等",
        "在",
        "为",
        "是",
        "因",
        "由于",
        "以及",
        "对",
        "我",
        "本",
        "部门",
        "单位",
        "年",
        "年度",
        "上年",
        "今年",
        "主要",
        "原因",
        "增加",
        "减少",
        "支出",
        "预算",
        "经费",
        "导致",
        "所以",
        "因此",
    }
)
_LONGEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A phrase that unclassified reasons use: how often, and one reason that has it."""

    phrase: str
    count: int
    quote: str


def find_broken_rows() -> Iterator[tuple[str, int, str, str]]:
    """Yield list, line, phrase and what is wrong with each row that its own example does not prove."""
    yield from find_broken_entries()
    for name in proven_lists():
        yield from ((name, entry.line, entry.phrase, "例句读出来的不是这一行") for entry in find_unproven(name))
    yield from prove.find_broken_rows()


def suggest_phrases(checked: Iterable[CheckedDocument], most: int = 50) -> tuple[Suggestion, ...]:
    """Return the most frequent phrases of the reasons without a category, the longest of equally frequent ones first."""
    counts: Counter[str] = Counter()
    quotes: dict[str, str] = {}
    for document in checked:
        for claim in document.claims:
            if isinstance(claim, ChangeClaim | ExecutionClaim) and claim.reason.text and not claim.reason.categories:
                text = "".join(claim.reason.text.split())
                for phrase in _phrases(text):
                    counts[phrase] += 1
                    quotes.setdefault(phrase, text)
    ranked = sorted(counts, key=lambda phrase: (-counts[phrase], -len(phrase), phrase))
    kept: list[str] = []
    for phrase in ranked:
        if not any(phrase in other and counts[other] == counts[phrase] for other in kept):
            kept.append(phrase)
    return tuple(Suggestion(phrase=phrase, count=counts[phrase], quote=quotes[phrase]) for phrase in kept[:most])


def _phrases(text: str) -> set[str]:
    """Return the words of two characters or more and the runs of words that begin and end with one that says something."""
    words = cut_words(text)
    found: set[str] = set()
    for i in range(len(words)):
        for j in range(i + 1, min(len(words), i + _LONGEST) + 1):
            run = words[i:j]
            if any(not _CHINESE.match(word) for word in run):
                break
            if run[0] not in _EMPTY_WORDS and run[-1] not in _EMPTY_WORDS and len("".join(run)) > 1:
                found.add("".join(run))
    return found
