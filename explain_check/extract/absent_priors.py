"""Base amounts that are said not to have been there: 其他收入9.85万元，上年无此项收入，同比增加9.85万元."""

from __future__ import annotations

import re
from decimal import Decimal

from explain_check.extract.drafts import ChangeDraft
from explain_check.model.claim import BaseKind, Printed
from explain_check.model.figure import Figure

_ABSENT = re.compile(
    r"[,(、。;](?:而|因|但|由于)?(?P<words>(?:上年|去年|(?P<year>20\d\d)年)度?(?:同期)?(?:"
    r"(?:[无没]有?|未)(?:安排|发生|列)?(?:此|该|这|本)一?[项类笔]目?(?P<what>收入|支出|项目|预算|决算|经费|资金|费用|业务|安排)?"
    r"|[无没]有?(?P<bare>预算|支出|收入)"
    r"|未(?P<done>使用|发生|安排|列支|开支)))(?=[,)。;])"
)
#: What says of which amounts of a year they were not there.
_OF_KIND = {BaseKind.BUDGET: ("收入", "支出", "决算"), BaseKind.EXECUTION: ("预算", "安排"), BaseKind.FINAL_ACCOUNTS: ("预算", "安排")}


def absent_prior(draft: ChangeDraft) -> Printed | None:
    """Return a base amount of nothing where the words between an amount and its change say so, of the base's own year and kind."""
    level = draft.level
    if level is None or level.section is not draft.section or draft.is_equal:
        return None
    found = _ABSENT.search(draft.section.text, level.end, max(level.end, draft.end))
    if found is None or (found["year"] and int(found["year"]) != draft.base.year):
        return None
    if (found["bare"] == "预算" and draft.base.kind is not BaseKind.BUDGET) or (found["bare"] == "收入" and "收入" not in draft.subject):
        return None  # the same may have been spent without a budget
    if (found["what"] or found["done"] or found["bare"]) in _OF_KIND.get(draft.base.kind, ()):
        return None
    figure = Figure(value=Decimal(0), unit=level.printed.figure.unit, text=found["words"])
    return Printed(figure=figure, place=draft.section.place(found.start("words"), found.end("words")))
