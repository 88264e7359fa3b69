"""Names of bodies before an account: 某市审计局收入预算 of the disclosure's own body, 林业事务中心收入预算 of one below it."""

from __future__ import annotations

import re

_BODY = re.compile(
    r"^.{3,30}?(?:局|委员会|中心|办公室|办事处|法院|检察院|管理处|大队|支队|学校|学院|中学|小学|医院|人民政府|研究院|研究所|档案馆|图书馆|总队|党校)"
    r"(?:[(](?:部门|单位|本级|汇总|机关)[)]|部门|本级|机关)?(?=的?(?:部门|单位)?(?:安排)?(?:公务|因公|收入|支出|收支|一般公共|财政拨款|政府性|国有资本|机关运行|“三公”|基本支出|项目支出|预算|年初|本年))"
)
#: 卫生健康支出(类)公立医院(款)其他公立医院支出: an item's name, not a hospital's
_NO_BODY = re.compile(r"\(\d*[类款]\)|^其他")
#: 某市审计局(本级) | 某局部门: what says which part of a body is meant
_PART = re.compile(r"(?:[(][^()]*[)]|部门|本级|机关)$")


def own_body_length(text: str, entity: str) -> int:
    """Return how many characters at the head of a text name the disclosure's own body, 0 where another one is named or none.

    Without a known ``entity`` any body is taken for it.
    """
    found = _BODY.match(text)
    if found is None or is_item_name(found.group()):
        return 0
    name = _PART.sub("", found.group())
    is_own = not entity or _abbreviates(name, entity) or _abbreviates(entity, name)
    return found.end() if is_own else 0


def is_item_name(text: str) -> bool:
    """Whether what looks like a body is an item's name: 卫生健康支出(类)公立医院(款)其他公立医院支出."""
    return _NO_BODY.search(text) is not None


def names_body(subject: str) -> bool:
    """Whether a subject without the disclosure's own body begins with a body, another one: 林业事务中心收入预算."""
    return _BODY.match(subject) is not None and not is_item_name(subject)


def _abbreviates(short: str, name: str) -> bool:
    """Whether all characters of a name stand in another one in this order: 市卫健委 in 某市卫生健康委员会."""
    rest = iter(name)
    return all(character in rest for character in short)
