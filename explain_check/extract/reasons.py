"""Give a stated reason to the statement it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explain_check.extract.bases import before_base, compares_with_own_budget
from explain_check.extract.brackets import change_around
from explain_check.extract.clauses import PARAGRAPH, Clause
from explain_check.extract.connectors import is_remark, opens_list
from explain_check.extract.drafts import ChangeDraft, ExecutionDraft, Explained, Reading, is_explained
from explain_check.extract.executions import named_execution
from explain_check.extract.moves import Role, role_of
from explain_check.extract.reason_heads import MOVED, is_in_item, kinds_in, statements_above
from explain_check.extract.reason_items import read_items
from explain_check.extract.subjects import account_of, are_opposite, clean_subject
from explain_check.model.claim import Reason
from explain_check.model.figure import PERCENT
from explain_check.model.text import Passage

#: “三公”经费支出决算大于上年决算数的
_BESIDE_LAST_YEAR = re.compile(r"(?P<name>.*?)(?:支出)?(?:决算|预算)?数?(?P<verb>大于|高于|多于|小于|低于|少于)(?:上年|去年|20\d\d年)")
DIRECTIONS = {"增": "increase", "上": "increase", "持": "unchanged"}
_BASIS = re.compile(r"(?:预算|决算)数?$")
SLIGHTLY = re.compile(r"(?:的|有所|略有|大幅|小幅|较上年度?|比上年度?|同比)+$")
#: How many sentences back a reason finds its statement, and how many where it names it.
REACH, _FAR = 6, 16
#: 增减变化的主要原因是: speaks of the change before the parts listed between
_OF_CHANGES = re.compile(r"(?:增减|变动|变化)(?:情况)?的?$")
_BEHIND_PARTS = 4
#: 4.其他收入0万元，为…，主要是公费医疗拨款: an item that goes on from no change of the items before it
_NEXT_ITEM = re.compile(r"¶\(?[\d一二三四五六七八九十]{1,3}[.、)](?!其中)")
#: 以上社会保障和就业、卫生健康、住房保障支出增加的: statements above by their names
_NAMED_ABOVE = re.compile(
    r"(?:以上|上述|前述)(?P<names>[^。;,]+?)(?:支出|收入|经费)?(?:均|都|略有|有所)?(?P<verb>增加|增长|减少|下降|上升)的?$"
)
#: …，行政运行增加14.64万元；同时压减了综合业务经费。
_OFFSET = re.compile(r"[;,。](?:同时|与此同时|此外|另外|但|而)[^。¶\d]{0,40}(?:[压缩核调]减|减少|下降|降低|取消|增加|增长|提高|新增)")
#: 公务用车保有量减少的: a count moved, which explains at most what it is a count of
_OF_COUNT = re.compile(r"(?:保有量|批次|人[次数]|次数|数量|个数|台数|辆数|团组数?)$")
#: …；…，均因缴费基数调整: of all that the sentence states
_ALL = ("均", "皆", "都")
#: 较年初预算数减少1.14万元，较上年减少0.68万元，上述变化主要是: of both
_ABOVE = ("上述", "以上")
#: A statement ends at most so far before the reason that goes on with it: 增长3.42%, | 持平(
_ADJACENT = 2


def reason_targets(reading: Reading, head: str, passage: Passage) -> list[Explained]:
    """Return the statements that a reason explains; ``head`` are the words before the connector.

    财政拨款收入支出减少的主要原因是… in a sentence of its own explains every decrease just stated of what it names, of all where
    it names nothing (of its own paragraph alone, where the last one moved the other way); where all that it names moved the other way, the
    word is wrong and it explains them still. Any other reason explains the last statement, with its other comparisons.
    """
    if (chosen := statements_above(head)) is not None:
        waiting = [draft for draft in reading.changes[-REACH:] if draft.section is passage and not is_explained(draft)]
        last = waiting if head.endswith("者") else reading.changes  # 以上两项: the last two, explained or not
        return [draft for draft in last[chosen] if draft in waiting]
    if above := _named_above(reading, head, passage):
        return above
    moved = MOVED.search(head)
    beside = _BESIDE_LAST_YEAR.match(head)
    if beside and (above := _of_direction(reading, "increase" if beside["verb"][0] in "大高多" else "decrease", beside["name"])):
        return above
    if moved and not compares_with_own_budget(head):
        direction = DIRECTIONS.get(moved["verb"][0], "decrease")
        recent = [draft for draft in reading.changes[-_FAR:] if reading.sentence - draft.sentence <= _FAR and not is_explained(draft)]
        moved_so = [
            draft for draft in recent if draft.words and draft.words[0].direction.value == direction and draft.section is recent[-1].section
        ]
        words = before_base(SLIGHTLY.sub("", head[: moved.start()]), reading.year)
        subject = clean_subject(words, reading.entity)
        if _OF_COUNT.search(words) and (counted_in := kinds_in(words)):
            return list([draft for draft in moved_so if counted_in & kinds_in(draft.subject)][-1:])
        named = [draft for draft in moved_so if names_statement(subject, draft)]
        near = [draft for draft in moved_so[-REACH:] if reading.sentence - draft.sentence <= REACH]
        near = [draft for draft in near if not are_opposite(words, draft.subject)]
        if not subject and recent and (_is_of_paragraph(recent[-1], moved_so, reading.sentence) or is_in_item(recent[-1])):
            near = [draft for draft in near if PARAGRAPH not in draft.section.text[draft.end : recent[-1].end]]
        turned = [draft for draft in recent if draft.section is recent[-1].section and draft.words and names_statement(subject, draft)]
        if named or turned or near:
            return list(named or turned or near)
    return _with_outer(reading, _with_whole(reading, head, last_targets(reading, head, passage)))


def _is_of_paragraph(last: ChangeDraft, moved_so: Sequence[ChangeDraft], sentence: int) -> bool:
    """Whether 增加的原因是 speaks of its own paragraph alone: it goes on with the last statement, or that moved the other way."""
    return last.sentence == sentence or (last not in moved_so and sentence - last.sentence <= 1)


def _named_above(reading: Reading, head: str, passage: Passage) -> list[Explained]:
    """Return the statements without a reason that words name one by one: 以上社会保障和就业、卫生健康、住房保障支出增加."""
    named = _NAMED_ABOVE.match(head)
    if named is None:
        return []
    names = tuple(re.split("[、和及]", named["names"]))
    direction = DIRECTIONS.get(named["verb"][0], "decrease")
    near = [draft for draft in reading.changes[-_FAR:] if draft.section is passage and not is_explained(draft)]
    moved = [draft for draft in near if draft.words and draft.words[0].direction.value == direction]
    return [draft for draft in moved if draft.subject.startswith(names)]


def _with_outer(reading: Reading, targets: list[Explained]) -> list[Explained]:
    """Return the statements, with the one before a bracket that closes right behind the last: (其中：…增加50万元)，主要原因是."""
    last = targets[-1] if targets else None
    is_last = last is not None and bool(reading.changes) and last is reading.changes[-1]
    outer = change_around(reading, last.section, last.end + 1) if last is not None and is_last else None
    return [outer, *targets] if outer is not None and outer not in targets and not is_explained(outer) else targets


def _with_whole(reading: Reading, head: str, targets: list[Explained]) -> list[Explained]:
    """Return the targets of 增减变化原因 with what moved by the same amount: the whole whose only part moved."""
    last = targets[0] if len(targets) == 1 else None
    if not isinstance(last, ChangeDraft) or last.amount is None or not _OF_CHANGES.search(head):
        return targets
    near = [draft for draft in reading.changes[-_BEHIND_PARTS:] if draft.section is last.section and not is_explained(draft)]
    return [draft for draft in near if draft.amount and draft.amount.figure.value == last.amount.figure.value]


def _of_direction(reading: Reading, direction: str, words: str) -> list[Explained]:
    """Return the last change without a reason of what the words name that moved so: “三公”经费支出决算大于上年决算数."""
    subject = clean_subject(words, reading.entity)
    for draft in reversed(reading.changes[-_FAR:]):
        if not is_explained(draft) and draft.words and draft.words[0].direction.value == direction and names_statement(subject, draft):
            return [draft] if reading.sentence - draft.sentence <= _FAR else []
    return []


def names_statement(head: str, draft: ChangeDraft) -> bool:
    """Whether the words before 减少的主要原因 name a statement's subject: 财政拨款收入支出 names 财政拨款收入 and 财政拨款支出."""
    names = {head, head.removesuffix("支出"), head.removesuffix("收入"), head.replace("收入支出", "支出")}
    own = _BASIS.sub("", draft.subject)
    accounts = {draft.account, draft.alternative.account if draft.alternative and draft.alternative_is_whole else draft.account}
    return bool(head) and (own in names or not accounts.isdisjoint(account_of(name) for name in names))


def bare_targets(reading: Reading, clauses: Sequence[Clause], i: int, passage: Passage) -> list[Explained]:
    """Return the statements that clause ``i`` goes on with and that it may explain without a connector: …下降3.42%，因来访减少.

    They are several where 分别 states them.
    """
    if i and not clauses[i - 1].ends_sentence and (above := _named_above(reading, clauses[i - 1].text, passage)):
        return above
    rates = [k for k, mention in enumerate(clauses[i].mentions) if mention.figure.unit == PERCENT]
    if i == 0 or clauses[i - 1].ends_sentence or any(role_of(clauses[i], k, reading.year) is not Role.OTHER for k in rates):
        return []
    if opens_list(clauses[i].text) and any(role_of(clauses[i], k, reading.year) is Role.LEVEL for k in range(len(clauses[i].mentions))):
        return []
    targets = last_targets(reading, "", passage)
    first = targets[0] if targets else None
    before = i - 1
    while before and is_remark(clauses[before].text) and not clauses[before].mentions:
        before -= 1  # 增加6.42万元，增长率不可比，因随团出访
    if first is None or first.sentence != reading.sentence or clauses[before].end - first.end not in range(_ADJACENT + 1):
        return []
    if clauses[i].text.startswith("为") and isinstance(first, ChangeDraft) and first.is_equal:
        return []  # 其他资金12万元，与上年一样，为社会捐赠
    if clauses[i].text.startswith(_ALL):
        return [draft for draft in reading.changes[-REACH:] if draft in targets or _is_in_sentence_of(draft, first)]
    return [one for one in targets if one is first or 0 < one.row == first.row]


def _is_in_sentence_of(draft: ChangeDraft, last: Explained) -> bool:
    """Whether only semicolons part a change without a reason from the last statement."""
    same = draft.section is last.section and not is_explained(draft)
    return same and not set("。" + PARAGRAPH) & set(draft.section.text[draft.end : last.end])


def last_targets(reading: Reading, head: str, passage: Passage) -> list[Explained]:
    """Return the last statement still without a reason, with the comparisons that the same sentence makes of its subject."""
    last = _last_target(reading, head, passage)
    if last is None:
        return []
    if last is named_execution(reading, head) or (isinstance(last, ExecutionDraft) and compares_with_own_budget(head)):
        return [last]
    drafts: list[Explained] = [*reading.changes[-REACH:], *(reading.executions[-REACH:] if not head or head.startswith(_ABOVE) else ())]
    same = [
        draft
        for draft in drafts
        if (draft.sentence == last.sentence or (not head and _goes_before(draft, last)))
        and draft.section is last.section
        and _is_beside(draft, last)
        and not is_explained(draft)
    ]
    return [draft for draft in same if draft is last or isinstance(draft, ChangeDraft) or draft.rate or draft.difference] or [last]


def _is_beside(draft: Explained, last: Explained) -> bool:
    """Whether a statement is on the same account as another, or 分别 states both."""
    return draft.account == last.account or (draft.row > 0 and draft.row == last.row and type(draft) is type(last))


def _goes_before(draft: Explained, last: Explained) -> bool:
    """Whether a semicolon alone parts a comparison from the next one of the same subject: …，下降0.6%；较年初预算数减少6.3万元."""
    if isinstance(draft, ExecutionDraft) and not (draft.difference or draft.comparison):
        return False  # 完成全年预算的94.82%；比2023年度增加8.72万元，主要是更新用车
    between = draft.section.text[draft.end : last.end] if draft.section is last.section else ""
    return between.startswith(";") and ";" not in between[1:] and "。" not in between


def _last_target(reading: Reading, head: str, passage: Passage) -> Explained | None:
    """Return the last statement of this sentence or the one before, still without a reason; ``head`` may name the execution."""
    change = reading.changes[-1] if reading.changes else None
    named = named_execution(reading, head)
    execution = named or (reading.executions[-1] if reading.executions else None)
    if execution is not None and execution.section is not passage:
        execution = None
    reach = _BEHIND_PARTS if _OF_CHANGES.search(head) else 1
    if change is not None and (reading.sentence - change.sentence > reach or is_explained(change) or _is_of_item_before(reading, change)):
        change = None
    reach = REACH if named is None else _FAR
    if execution is not None and (
        reading.sentence - execution.sentence > reach or is_explained(execution) or not (execution.actual or execution.rate)
    ):
        execution = None
    if execution is not None and (change is None or compares_with_own_budget(head) or (execution.end > change.end and "上年" not in head)):
        return execution
    return change


def _is_of_item_before(reading: Reading, change: ChangeDraft) -> bool:
    """Whether the next numbered item has begun since a change, and states an amount of its own."""
    level = reading.levels[-1] if reading.levels else None
    if level is None or change.sentence == reading.sentence or level.section is not change.section or level.account == change.account:
        return False
    return bool(_NEXT_ITEM.search(change.section.text, change.end, max(change.end, level.start)))


def attach_reason(target: Explained, passage: Passage, connector: str, start: int | None, last: Clause, clauses: Sequence[Clause]) -> None:
    """Set a statement's reason; ``start`` is None where the clause is left empty."""
    if start is None or start >= last.end:
        target.reason = Reason(text="", connector=connector, place=None)
        target.end = max(target.end, last.end)
        return
    text = passage.text[start : last.end]
    place = passage.place(start, last.end - (text.endswith(")") and text.count(")") > text.count("(")))
    own = target.amount.figure.value if isinstance(target, ChangeDraft) and target.amount else None
    items, points = read_items(own, passage, clauses, start)
    target.reason = Reason(
        text=place.quote,
        connector=connector,
        place=place,
        items=items,
        points=points,
        is_shared=target.row > 0,
        is_offset=_OFFSET.match(passage.text, last.end) is not None,
    )
    target.end = max(target.end, last.end)
