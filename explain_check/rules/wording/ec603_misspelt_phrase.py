"""固定用语有误: a set phrase of budget disclosures is misspelt in the prose.

What it checks

Known slips of set phrases (例行节约 for 厉行节约, 抗议特别国债 for 抗疫特别国债), a row each in `lexicons/misspellings.csv`.

Why it matters

A disclosure is to be complete, accurate and well-formed: 地方预决算公开操作规程 (财预〔2016〕143号) 第三、四条 (seen as
quoted in official notices only).

Fires

A slip.

    > 公务接待费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是按照例行节约压减了此项费用。

Passes

The set phrase.

    > 公务接待费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是按照厉行节约压减了此项费用。

Undecided

A slip that is no set phrase is not known to the list.

    > 公务接待费0.50万元，比2023年预算减少0.10万元，下降16.67%，主要原因是压简了此项费用。
"""

from __future__ import annotations

from explain_check.lexicon import find_misspelling
from explain_check.model.case import WordingCase
from explain_check.model.finding import PASSED, Diagnosis, Outcome, Severity, Verdict
from explain_check.rules.excerpt import excerpt_start
from explain_check.rules.registry import rule

_SHOWN = 40


@rule(code="EC603", name="misspelt-phrase", label="固定用语有误", severity=Severity.WARNING, applies_to=WordingCase)
def misspelt_phrase(case: WordingCase) -> Verdict:
    """Fail where a known slip stands in the passage."""
    text = case.passage.text
    found = find_misspelling(text)
    if found is None:
        return PASSED
    entry, start, end = found
    return Verdict(
        outcome=Outcome.FAIL,
        stated=entry.phrase,
        computed=entry.sense,
        message=f"“{entry.phrase}”疑为“{entry.sense}”之误",
        message_en=f"{entry.phrase} is probably a slip for {entry.sense}",
        diagnosis=Diagnosis(kind="misspelling", message=f"应为“{entry.sense}”"),
        place=case.passage.place(*_surroundings(text, start, end)),
    )


def _surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of the sentence that shows the slip: up to the nearest full stop, but not far."""
    last = min((at for mark in "。;!?" if (at := text.find(mark, end, end + _SHOWN)) >= 0), default=min(len(text), end + _SHOWN))
    return excerpt_start(text, start), last
