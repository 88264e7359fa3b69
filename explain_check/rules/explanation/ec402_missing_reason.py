"""缺少原因: an amount changed and no reason is given.

What it checks

A change of more than zero without a reason, neither its own nor one for each of its parts in the same section, nor that of its whole
printed before 其中, which moved the same way. A statement made again elsewhere with its reason is explained; a clause left empty
(主要原因是。) is EC401. For 三公经费 and its items
it is an error, elsewhere a warning. Only worth a look is what other words of the section may explain (a part that moved as
much, the whole of it, a sentence nearby), an amount that by its words had nothing the year before (上年无此项目), what a government
reports of its whole budget, and a budget of which
nothing was spent. An actual as large as its budget (基本持平), or nothing beside no printed budget, owes no reason.

Why it matters

预算法 (2018) 第九十二条 holds liable who does not publish **and explain** (read). 财预〔2021〕29号 asks units for changes and
their reasons, the 2014 notice of 财政部 for the reasons of increases and decreases of 三公经费 (both seen as quoted in
official notices only).

Fires

Nothing explains the change.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%。

Passes

The reason follows.

    > 公务接待费预算3.00万元，比上年预算减少1.00万元，下降25.00%，主要原因是来访批次减少。

The reason of the whole stands before its parts.

    > “三公”经费预算10.00万元，比上年减少5.00万元，下降33.33%，主要原因是压减用车和接待。其中：公务接待费4.00万元，比上年减少3.00万元，
    > 下降42.86%；公务用车运行维护费6.00万元，比上年减少2.00万元，下降25.00%。

Undecided

Nothing changed.

    > 公务接待费预算3.00万元，与上年预算持平。
"""

from __future__ import annotations

import re
from functools import lru_cache

from explain_check.lexicon import phrases, senses
from explain_check.model.claim import ChangeClaim, ExecutionClaim
from explain_check.model.finding import PASSED, Severity, Verdict
from explain_check.rules.explanation.explained import EXPLAINED, Explained, claim_of, judge_flag
from explain_check.rules.registry import rule

_THREE = re.compile(r"三公|因公出国|公务接待|公务用车|公务车|公车")


@rule(code="EC402", name="missing-reason", label="缺少原因", severity=Severity.WARNING, applies_to=EXPLAINED)
def missing_reason(case: Explained) -> Verdict:
    """Fail where a change is left without a reason."""
    claim = claim_of(case)
    if "missing" not in claim.reason.flags:
        return PASSED
    name = claim.account or claim.subject or "该项"
    if _is_governments(claim.subject) or _is_report(claim):
        return judge_flag(case, "missing", f"{name}有增减变动，没有说明原因", "The amount changed and no reason is given", Severity.INFO)
    if isinstance(claim, ExecutionClaim):
        if not _is_apart(claim):
            return PASSED
        is_spent = claim.actual is not None and claim.actual.figure.value != 0
        severity = None if is_spent and not claim.reason.is_elsewhere else Severity.INFO
        return judge_flag(
            case, "missing", f"{name}的决算数与预算数有差异，没有说明原因", "Budget and actual differ and no reason is given", severity
        )
    severity = _severity(bool(_THREE.search(name)), claim.reason.is_elsewhere or _was_none(claim))
    return judge_flag(case, "missing", f"{name}有增减变动，没有说明原因", "The amount changed and no reason is given", severity)


@lru_cache(maxsize=1)
def _governments() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases("governments"))))


def _is_governments(subject: str) -> bool:
    """Whether a subject is what a government reports of its whole budget or what its tax offices collect: 全市, not 市级部门."""
    found = _governments().match(subject)
    return found is not None and senses("governments")[found.group()] == "government"


def _is_report(claim: ChangeClaim | ExecutionClaim) -> bool:
    """Whether a statement reports how the year before went, or but a rate, as governments do: 个人所得税6547万元，增长5.5%."""
    is_bare = isinstance(claim, ChangeClaim) and claim.amount is None and claim.rate is not None and not claim.base_printed
    return is_bare or claim.reporting_year is not None


def _was_none(claim: ChangeClaim) -> bool:
    """Whether a statement says in words that the year before had none, which tells half of why: 28.60万元，上年未使用，增加28.60万元."""
    prior = claim.stated_prior
    return prior is not None and not prior.figure.value and not any(map(str.isdigit, prior.figure.text.removeprefix(str(claim.base.year))))


def _severity(is_three: bool, is_elsewhere: bool) -> Severity:
    if is_elsewhere:
        return Severity.INFO
    return Severity.ERROR if is_three else Severity.WARNING


def _is_apart(claim: ExecutionClaim) -> bool:
    """Whether actual and budget are known to differ: by their amounts, or by the rate of what was spent."""
    if claim.actual is None or claim.budget is None:
        return claim.actual is None or claim.actual.figure.value != 0
    unit = claim.unit
    return claim.budget.figure.value_in(unit) != claim.actual.figure.value_in(unit)
