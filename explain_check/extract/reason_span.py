"""Where a stated reason begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from explain_check.extract.bases import before_comparison, find_base
from explain_check.extract.clauses import PARAGRAPH, Clause
from explain_check.extract.connectors import announcement_length, bare_start, connector_pattern, stands_after
from explain_check.extract.family_sums import member_of
from explain_check.extract.moves import Role, equality_pattern, role_of, verb_before
from explain_check.extract.named_causes import names_moved
from explain_check.extract.numbering import item_number
from explain_check.extract.subjects import clean_subject, is_account
from explain_check.model.figure import PERCENT

#: 是: | 为, not the 为 of a purpose: 主要原因是为了提升教师素质
_LINKS = re.compile(r"^(?:[是:,、 ]|为(?!了|确保|保障|保证|做好|满足|适应|进一步|更好|加强|推进|提升))*")
_VERBS = ("增加", "增长", "减少", "下降")
#: How many clauses before its reason a bracket may open: (较上年增加9.75万元，增长1.02%，主要是退休人员增加).
_OPENED = 4
#: 1)人员减少: closes no bracket
_HALF_BRACKET = re.compile(r"\d{1,2}\)")
#: 办公楼电梯应急更换，追加经费40.52万元: what a cause cost
_SPENT_FOR = re.compile(r"(?:追加|新增|增拨|增列|拨付|支付|投入|补助|下达)了?[^,\d]{0,12}$")
#: 主要包括:办公费、印刷费…: what an account consists of by its nature, and no cause, unless words tell how that moved
_CONSISTS = re.compile(
    r"(?:其中)?(?:主要|具体|开支内容)?包括:?(?:基本工资|津贴补贴|奖金|绩效工资|工资福利支出|办公费|印刷费|咨询费|手续费|水费|离休费|退休费|抚恤金"
    r"|生活补助|商品和服务支出|公用经费|在职人员|行政事业单位)"
)
_TELLS = re.compile(r"\d|[增减]|提[高标]|调[整资增]|补发|上[涨调]|下[降调]|变化|新")
_ANEW = re.compile(r"(?:但|而|不过|并|且)?(?:仍|却|又)?[与同较比](?:上|去|20)")
_BESIDES = re.compile(r"(?:但|而)?(?:同时|与此同时|此外|另外|加[上之]|叠加|并且|以及|再者)")


def reason_start(clauses: Sequence[Clause], i: int, end: int) -> tuple[int, int | None]:
    """Return the first clause of a reason and where it begins; None where the reason is left empty (主要原因是。).

    ``end`` is where the connector ends in clause ``i``; what only announces a list (主要原因如下：) is no part of the reason.
    """
    while True:
        clause = clauses[i]
        rest = _LINKS.sub("", clause.text[end:])
        rest = _LINKS.sub("", rest[announcement_length(rest) :])
        if rest:
            return i, clause.end - len(rest)
        if clause.separator[:1] in ("。", ";") or i + 1 >= len(clauses):
            return i + 1, None
        i, end = i + 1, 0


def reason_end(clauses: Sequence[Clause], first: int, start: int, entity: str, year: int | None) -> int:
    """Return the index after the last clause of a reason that begins at ``start`` in clause ``first``.

    A reason ends with its sentence; a numbered one (一是…；二是…。三是…。) with its last numbered sentence; one written
    with commas only where the next statement begins (…，公务接待费0.3万元，比上年…).
    """
    style, number = item_number(clauses[first].text[start - clauses[first].start :])
    closing = _closing_clause(clauses, first, start)
    for i in range(first, len(clauses) - 1):
        if i == closing:
            return i + 1
        if not number and stands_after(clauses[i + 1].text) and not (clauses[i].separator == "," and _states_more(clauses[i + 1 :])):
            return i + 1
        if not number and _says_equal(clauses[i + 1], entity, year):
            return i + 1
        if not number and _speaks_anew(clauses, i + 1, entity, year):
            return i + 1
        begins = _begins_statement(clauses, i + 1, entity, year)
        states_amount = begins and role_of(clauses[i + 1], 0, year) is Role.LEVEL
        if number and not states_amount and item_number(clauses[i + 1].text) == (style, number + 1):
            number += 1
        elif _next_item_follows(clauses, i + 1, (style, number + 1), year) if number else _continues(clauses, i, entity, year):
            continue
        elif clauses[i].ends_sentence or clauses[i].separator[:1] in "。;" or (begins and not number):
            return i + 1
    return len(clauses)


def _closing_clause(clauses: Sequence[Clause], first: int, start: int) -> int:
    """Return the clause in which the bracket closes that a reason stands in, -1 where it stands in none: 下降20%(主要原因为工程完工),…."""
    before = list(takewhile(lambda clause: not clause.ends_sentence, reversed(clauses[max(0, first - _OPENED) : first])))
    head = "".join(clause.text for clause in reversed(before)) + clauses[first].text[: start - clauses[first].start]
    depth = int(head.rfind("(") > head.rfind(")"))
    if not depth:
        return -1
    for i in range(first, len(clauses)):
        text = clauses[i].text[max(0, start - clauses[i].start) :]
        depth += text.count("(") - text.count(")") + bool(_HALF_BRACKET.match(text))
        if depth < 1:
            return i
    return -1


def _speaks_anew(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether another statement begins, by its reason, its comparison, its account or as a part."""
    if (clauses[i].text.startswith("后者") and connector_pattern().search(clauses[i].text)) or _tells_contents(clauses, i):
        return True
    anew = _begins_reason(clauses[i], entity) or _compares_anew(clauses, i, year) or _lists_parts(clauses, i, year)
    return anew or _is_explained_next(clauses, i, entity, year)


def _tells_contents(clauses: Sequence[Clause], i: int) -> bool:
    """Whether the sentence ends with what an account consists of, bare names alone: 主要包括:办公费、印刷费; not 办公费减少3.00万元."""
    if "包括" not in clauses[i].text:
        return False
    stop = next((k for k in range(i, len(clauses)) if clauses[k].ends_sentence), len(clauses) - 1)
    rest = "".join(clause.text for clause in clauses[i : stop + 1])
    return _CONSISTS.match(rest) is not None and _TELLS.search(rest) is None


def _compares_anew(clauses: Sequence[Clause], i: int, year: int | None) -> bool:
    """Whether another statement begins with its comparison: …在学校食堂安排，与上年相比减少0.73万元 | 2人调出，但仍比上年增加6.16万元."""
    states_amount = any(mention.figure.is_money for mention in clauses[i - 1].mentions)
    if states_amount or not _ANEW.match(clauses[i].text) or find_base(clauses[i].text, year) is None:
        return False
    moved = clauses[i] if clauses[i].mentions or i + 1 >= len(clauses) else clauses[i + 1]
    return any(mention.figure.is_money and role_of(moved, at, year) is Role.CHANGE for at, mention in enumerate(moved.mentions))


def _is_explained_next(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether an account moves by an amount that the clause behind explains: 日常公用经费减少4.41万元，主要为压减印刷."""
    if i + 1 >= len(clauses) or clauses[i].ends_sentence or bare_start(clauses[i + 1].text) is None:
        return False
    if not clauses[i].mentions:
        return clauses[i - 1].separator == ";" and names_moved(clauses[i].text, entity)  # 其他收入减少，系租金收入减少
    if len(clauses[i].mentions) > 1:
        return False
    verb = verb_before(clauses[i].before(0), is_percent=False)
    is_amount = clauses[i].mentions[0].figure.is_money and role_of(clauses[i], 0, year) is Role.CHANGE
    return is_amount and verb is not None and is_account(clean_subject(clauses[i].before(0)[: verb.start()], entity))


def _begins_reason(clause: Clause, entity: str) -> bool:
    """Whether a clause leads to the reason of another account: …的原因是人员增加，项目支出减少的原因是工程完工."""
    found = connector_pattern().search(clause.text)
    if found is None or not found.start():
        return False
    verb = found.group()[:2]  # 项目支出减少原因是
    return names_moved(clause.text[: found.start()] + (verb if verb in _VERBS else ""), entity)


def _next_item_follows(clauses: Sequence[Clause], i: int, item: tuple[int, int], year: int | None) -> bool:
    """Whether the paragraph goes on with the next item of a list, behind words that state nothing: 一是严控出访。未安排团组；二是…."""
    for clause in clauses[i:]:
        if item_number(clause.text) == item:
            return True
        if clause.mentions or find_base(clause.text, year) or connector_pattern().search(clause.text) or PARAGRAPH in clause.separator:
            return False
    return False


def _continues(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether the semicolon behind clause ``i`` stands inside the reason."""
    return clauses[i].separator == ";" and (_goes_on(clauses, i + 1, entity, year) or _adds_cause(clauses, i + 1, entity, year))


def _goes_on(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether what stands behind a semicolon only goes on with the reason: no other statement up to the full stop.

    主要原因是公用经费减少；项目资金压减，其中文化活动压减7.00万元。
    """
    for clause in clauses[i:]:
        stated = [number for number in range(len(clause.mentions)) if _is_stated(clause, number)]
        roles = [role_of(clause, number, year) for number in stated if not _SPENT_FOR.search(clause.before(number))]
        if any(role is not Role.CHANGE for role in roles) or _compares(clause, entity, year) or connector_pattern().search(clause.text):
            return False
        if equality_pattern().search(clause.text) or _names_account(clause, entity):
            return False
        if clause.ends_sentence and clause.separator[:1] != ";":
            break
    return True


def _adds_cause(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether ;同时… or ;此外… goes on with the reason up to the next semicolon or full stop."""
    if not _BESIDES.match(clauses[i].text):
        return False
    stop = next((k for k in range(i, len(clauses)) if clauses[k].ends_sentence), len(clauses) - 1)
    return _goes_on([*clauses[i:stop], clauses[stop]._replace(separator="。")], 0, entity, year)


def _is_stated(clause: Clause, number: int) -> bool:
    """Whether a figure is money or a rate: 6名 and 24小时 are none."""
    figure = clause.mentions[number].figure
    return figure.is_money or figure.unit == PERCENT


def _compares(clause: Clause, entity: str, year: int | None) -> bool:
    """Whether a clause compares figures, or an account: not 专项债券资金较上年减少."""
    base = find_base(clause.text, year)
    compared = is_account(clean_subject(before_comparison(clause.text, base), entity))
    return compared or (base is not None and bool(clause.mentions))


def _states_more(clauses: Sequence[Clause]) -> bool:
    """Whether a part with its own change stands up to the next full stop or statement: …，主要用于退休补助；教育支出增加4.00万元."""
    for clause in clauses:
        if clause.mentions:
            return role_of(clause, 0, None) is Role.CHANGE
        if clause.separator[:1] == "。":
            break
    return False


def _says_equal(clause: Clause, entity: str, year: int | None) -> bool:
    """Whether a clause states an account that did not change: …，会议费支出与上年持平."""
    base = find_base(clause.text, year)
    return bool(base and equality_pattern().search(clause.text) and is_account(clean_subject(clause.text[: base.start], entity)))


def _lists_parts(clauses: Sequence[Clause], i: int, year: int | None) -> bool:
    """Whether 其中 begins parts with an amount and a change of its own each: 其中：货物预算1864.00万元，增加341.00万元."""
    if not clauses[i].text.endswith("其中") or i + 2 >= len(clauses):
        return i + 1 < len(clauses) and clauses[i].text == "其中" and _names_parts(clauses[i + 1], year)
    if _names_parts(clauses[i + 1], year):
        return True
    part, moved = clauses[i + 1 : i + 3]
    states = [bool(each.mentions) and each.mentions[0].figure.is_money for each in (part, moved)]
    bare = moved.mentions and verb_before(moved.before(0), is_percent=False)
    return all(states) and role_of(part, 0, year) is Role.LEVEL and bool(bare and not bare.start())


def _names_parts(clause: Clause, year: int | None) -> bool:
    """Whether a clause lists known parts with their amounts: 政府采购货物预算1120.00万元、政府采购工程预算1360.00万元."""
    names = [clean_subject(clause.before(number).lstrip("、和及"), "") for number in range(len(clause.mentions))]
    is_level = all(mention.figure.is_money and role_of(clause, at, year) is Role.LEVEL for at, mention in enumerate(clause.mentions))
    return len(names) > 1 and is_level and all(member_of((name,))[0] for name in names)


def _names_account(clause: Clause, entity: str) -> bool:
    """Whether a clause is nothing but the name of an account: the head of the next statement."""
    return is_account(clean_subject(clause.text, entity))


def _begins_statement(clauses: Sequence[Clause], i: int, entity: str, year: int | None) -> bool:
    """Whether a clause names an account with its amount and the next one compares it."""
    clause = clauses[i]
    if not clause.mentions or not clause.mentions[0].figure.is_money:
        return False
    base = find_base(clause.text, year)
    head = clause.before(0)[: base.start] if base else clause.before(0)
    subject = clean_subject(re.sub(r"(?:增加|减少|增长|下降)$", "", head), entity)
    if not subject or not is_account(subject):
        return False
    stop = next((k for k in range(i, len(clauses)) if clauses[k].separator[:1] in "。;"), i + 2)
    near = " ".join(c.text for c in clauses[i : min(stop + 1, i + 3)])
    return bool(find_base(near, year)) or bool(connector_pattern().search(near)) or "占" in near
