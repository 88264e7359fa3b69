"""Words that look like the lead to a reason and are none: they head paragraphs of reasons, or say what was counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from explain_check.extract.bases import find_base
from explain_check.extract.clauses import PARAGRAPH, Clause
from explain_check.extract.connectors import find_connector
from explain_check.extract.drafts import ChangeDraft
from explain_check.extract.moves import Role, directions_in, role_of
from explain_check.extract.subjects import clean_subject, is_account
from explain_check.model.figure import PERCENT

#: 财政拨款收入支出减少的 | 增加较多的: words of direction right before 主要原因是
MOVED = re.compile(r"(?P<verb>增加|增长|上升|减少|下降|降低|持平)(?:较多|较大|较快)?的?$")
_KINDS = (re.compile(r"接待|来访|来宾"), re.compile(r"车"), re.compile(r"出[国境]|出访|团组"))
#: 以上两项增加的 | 上述三项均: of so many statements | …。前者主要系…，后者主要系…: of two
_COUNTED = re.compile(r"(?:以上|上述|前述|前)(?P<count>[两二三四五六])(?:项|者|笔)|(?P<which>[前后])者$")
_COUNTS = "一二三四五六"
#: (二)项目支出 | 3.其他收入; not 一、收入情况, which is a heading
_ITEM = re.compile(r"[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)")
#: What leads to a reason behind a statement.
_LEADS = re.compile(r"因|主要[是系为]")


def heads_reasons(clauses: Sequence[Clause], i: int, end: int) -> bool:
    """Whether a connector that ends clause ``i`` heads paragraphs with reasons, or statements, of their own.

    收入增减变化的主要原因:¶1.事业收入减少主要原因:…¶2.上年结余收入减少主要原因:…. | 变化情况及原因:¶(1)因公出国(境)费0万元,与上年持平;
    """
    if end < len(clauses[i].text) or i + 1 == len(clauses):
        return False
    if _states_amount(clauses[i + 1]):
        return True
    if not clauses[i].separator.endswith(PARAGRAPH):
        return False
    connector = find_connector(clauses[i + 1])
    return connector is not None and MOVED.search(clauses[i + 1].text[: connector.start()]) is not None


def _states_amount(clause: Clause) -> bool:
    """Whether a clause says what an account amounts to: (1)因公出国(境)费预算0.00万元."""
    if not clause.mentions or not clause.mentions[0].figure.is_money or role_of(clause, 0, None) is not Role.LEVEL:
        return False
    return is_account(clean_subject(clause.before(0), ""))


def describes_counts(clauses: Sequence[Clause], i: int) -> bool:
    """Whether the sentence before clause ``i`` only counts, and moves nothing: 接待9批次、72人次，主要是接待评估组."""
    before = list(takewhile(lambda clause: not clause.ends_sentence, reversed(clauses[:i])))
    figures = [mention.figure for clause in before for mention in clause.mentions]
    is_money = any(figure.is_money or figure.unit == PERCENT for figure in figures)
    return bool(figures) and not is_money and not any(directions_in(clause.text) for clause in before)


def heads_explained_items(clauses: Sequence[Clause], i: int, end: int, last: int, year: int | None) -> bool:
    """Whether a reason, which ends before clause ``last``, is a paragraph on a part that moved and is explained itself.

    主要原因是:¶1.工资福利支出较上年增94.20万元,增44%。主要原因是:…
    """
    if end < len(clauses[i].text) or not clauses[i].separator.endswith(PARAGRAPH) or last >= len(clauses):
        return False
    if any(clause.separator.endswith(PARAGRAPH) for clause in clauses[i + 1 : last]) or find_base(clauses[i + 1].text, year) is None:
        return False
    connector = find_connector(clauses[last])
    return connector is not None and connector.start() == 0


def kinds_in(words: str) -> frozenset[re.Pattern[str]]:
    """Return what of 三公经费 words speak of: visitors, cars, journeys abroad."""
    return frozenset(kind for kind in _KINDS if kind.search(words))


def statements_above(head: str) -> slice | None:
    """Return which of the last statements without a reason the words before a connector speak of: 以上两项, 前者; None for any other."""
    counted = _COUNTED.search(head)
    if counted is None:
        return None
    if counted["which"]:
        return slice(-2, -1) if counted["which"] == "前" else slice(-1, None)
    return slice(-2 if counted["count"] == "两" else -_COUNTS.index(counted["count"]) - 1, None)


def is_in_item(draft: ChangeDraft) -> bool:
    """Whether a statement stands in a numbered paragraph: (二)项目支出…，减少3.30%。减少的原因是 speaks of this item alone."""
    text = draft.section.text
    leads = _LEADS.search(text, draft.end)
    if leads is None or PARAGRAPH in text[draft.end : leads.start()]:
        return False
    return _ITEM.match(text, text.rfind(PARAGRAPH, 0, draft.start) + 1) is not None
